import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { packagedExecutable } from './support/command-line';

/** The user 'nobody' of every Linux. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

test.describe('the package', () => {
  test('runs in the system’s sandbox for a user who is not root', async () => {
    test.skip(process.platform !== 'linux', 'Linux alone has a root user without a sandbox.');
    const place = await makePlace();
    const application = startFused(place);
    try {
      const log = await waitForLog(place.profile, application, 'page-started');
      expect(log).toMatch(/page-started \{"sandboxed":true,"contextIsolated":true\}/);
      const renderers = await processesOf(place.executable, '--type=renderer');
      expect(renderers.length).toBeGreaterThan(0);
      for (const { command, status } of renderers) {
        expect(command).not.toContain('--no-sandbox');
        expect(status).toMatch(/^Seccomp:\t2$/m);
        expect(status).toMatch(/^NoNewPrivs:\t1$/m);
      }
    } finally {
      await end(application);
      await rm(place.folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

interface Place {
  readonly folder: string;
  readonly profile: string;
  readonly executable: string;
}

/** A copy of the fused build that the other user can read, and a home of theirs. */
async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-fused-'));
  const original = packagedExecutable('fused');
  const copy = path.join(folder, 'application');
  const profile = path.join(folder, 'home', 'profile');
  await cp(path.dirname(original), copy, { recursive: true, verbatimSymlinks: true });
  await mkdir(profile, { recursive: true });
  if (isRoot) {
    await chmod(folder, 0o755);
    for (const owned of [path.dirname(profile), profile]) await chown(owned, NOBODY, NOBODY);
    await prepareSandboxHelper(copy);
  }
  return { folder, profile, executable: path.join(copy, path.basename(original)) };
}

/** Where users have no namespaces of their own, Chromium's helper has to be root's with the set-user-id bit, as a package installs it. */
async function prepareSandboxHelper(copy: string): Promise<void> {
  const namespaces = spawnSync('unshare', ['-Ur', 'true'], { uid: NOBODY, gid: NOBODY });
  if (namespaces.status === 0) return;
  const helper = path.join(copy, 'chrome-sandbox');
  await chown(helper, 0, 0);
  await chmod(helper, 0o4755);
}

function startFused({ executable, profile }: Place): ChildProcess {
  const home = path.dirname(profile);
  return spawn(executable, ['--disable-gpu', '--profile', profile], {
    cwd: home,
    env: { ...pick(['PATH', 'DISPLAY', 'XAUTHORITY']), HOME: home },
    stdio: 'ignore',
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
}

function pick(names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** The application's log once it tells of the event. */
async function waitForLog(
  profile: string,
  application: ChildProcess,
  event: string,
): Promise<string> {
  let text = '';
  await expect
    .poll(
      async () => {
        text = await readLog(profile);
        return text.includes(event) || hasEnded(application);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  expect(hasEnded(application), 'the application ended early').toBe(false);
  return text;
}

async function readLog(profile: string): Promise<string> {
  const entries = await readdir(profile, { recursive: true });
  const file = entries.find((entry) => path.basename(entry) === 'quarterdeck.log');
  return file === undefined ? '' : readFile(path.join(profile, file), 'utf8');
}

interface RunningProcess {
  readonly command: string;
  readonly status: string;
}

/** The running processes of that executable whose command line has the given argument. */
async function processesOf(executable: string, argument: string): Promise<RunningProcess[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    ids.map(async (id) => ({
      command: await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''),
      status: await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''),
    })),
  );
  return all.filter(({ command }) => command.startsWith(executable) && command.includes(argument));
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function end(application: ChildProcess): Promise<void> {
  if (hasEnded(application)) return;
  const ended = new Promise((resolve) => application.once('exit', resolve));
  application.kill('SIGKILL');
  await ended;
}
