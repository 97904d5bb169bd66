import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import {
  chromiumSwitches,
  makeWorkspace,
  packagedExecutable,
  runCommand,
  startSandbox,
  type RunningSandbox,
  type SandboxConnection,
  type Workspace,
} from './support/command-line';

let workspace: Workspace;
let sandbox: RunningSandbox;
let candidate: SandboxConnection;

test.beforeAll(async () => {
  workspace = await makeWorkspace();
  sandbox = await startSandbox(
    ['--size', 'small', '--seed', '11', '--faults', 'none', '--limit', '6000'],
    workspace.environment,
  );
  const [first] = sandbox.connections;
  if (!first) throw new Error('The sandbox has no connection.');
  candidate = first;
});

test.afterAll(async () => {
  await sandbox.stop();
  await workspace.remove();
});

function connectLine(profile: string, store: 'keyring' | 'file'): string[] {
  return [
    ...['connect', candidate.network, '--account', candidate.account],
    ...['--address', candidate.address, '--calls-per-minute', '6000'],
    ...['--token-store', store, '--token-stdin', '--profile', profile, '--json'],
  ];
}

async function expectNowhere(folder: string, secret: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10);
  for (const entry of files) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const held =
      bytes.includes(Buffer.from(secret, 'utf8')) || bytes.includes(Buffer.from(secret, 'utf16le'));
    expect(held, `${file} holds the token`).toBe(false);
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
}

test('a token in the system’s key store serves a later run and lies nowhere in clear', async () => {
  const profile = path.join(workspace.folder, 'profile-keyring');
  const application = [packagedExecutable('inspect'), ...chromiumSwitches()];
  const token = path.join(workspace.folder, 'token-pipe');
  const script = path.join(workspace.folder, 'in-one-session.sh');
  await writeFile(
    script,
    [
      '#!/bin/bash',
      'set -e',
      'eval "$(echo -n desk | gnome-keyring-daemon --unlock --components=secrets)"',
      'sleep 1',
      `${quoted([...application, ...connectLine(profile, 'keyring')])} >&2 < ${quoted([token])}`,
      `${quoted([...application, 'sync', '--profile', profile, '--json'])} < /dev/null`,
    ].join('\n'),
    { mode: 0o755 },
  );
  const run = promisify(execFile);
  await run('mkfifo', ['-m', '600', token]);
  const [{ stdout }] = await Promise.all([
    run('dbus-run-session', ['--', script], { env: workspace.environment }),
    writeFile(token, candidate.token),
  ]);
  const { connections } = JSON.parse(stdout) as { connections: { account: string }[] };
  expect(connections).toMatchObject([{ account: candidate.account }]);
  const secrets = await readFile(path.join(profile, 'secrets.json'), 'utf8');
  expect(secrets).toContain('keyring');
  await expectNowhere(workspace.folder, candidate.token);
});

test('a token in the encrypted file serves a later run and lies nowhere in clear', async () => {
  const profile = path.join(workspace.folder, 'profile-file');
  const { environment } = workspace;
  const connected = await runCommand(connectLine(profile, 'file'), {
    environment,
    input: candidate.token,
  });
  expect(connected.code, connected.stdout + connected.stderr.slice(-2000)).toBe(0);
  const synced = await runCommand(['sync', '--profile', profile, '--json'], { environment });
  expect(synced.code, synced.stdout + synced.stderr.slice(-2000)).toBe(0);
  await expectNowhere(workspace.folder, candidate.token);
});
