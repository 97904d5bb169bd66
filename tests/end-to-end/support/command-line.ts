import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The repository that the tests run in. */
const repository = path.resolve(__dirname, '..', '..', '..');

/** Where the packaged test build's executable lies on this operating system, as the packaging wrote it down. */
export function packagedExecutable(build: 'inspect' | 'fused'): string {
  const manifest = path.join(repository, 'release', 'test', 'manifest.json');
  if (!existsSync(manifest)) {
    throw new Error(`There is no ${manifest}; run 'npm run dist:test' first.`);
  }
  const builds = JSON.parse(readFileSync(manifest, 'utf8')) as Record<
    'inspect' | 'fused',
    { readonly executable: string }
  >;
  return path.join(repository, builds[build].executable);
}

/** Chromium's own switches that this machine needs; a root user on Linux can't have the sandbox. */
export function chromiumSwitches(): string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return [...(root ? ['--no-sandbox'] : []), '--disable-gpu'];
}

/** A workspace of one test: its own profile and its own place for keys, both removed at the end. */
export interface Workspace {
  readonly folder: string;
  readonly profile: string;
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Removes everything. Fails when a page of its profiles reported a breach of the content security policy, unless the
   * report is of something that the test itself put there.
   */
  readonly remove: (isInjected?: (report: string) => boolean) => Promise<void>;
}

export async function makeWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-test-'));
  return {
    folder,
    profile: path.join(folder, 'profile'),
    environment: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      XDG_CACHE_HOME: path.join(folder, 'cache'),
    },
    remove: async (isInjected = () => false) => {
      const reports = await policyReports(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      const unexpected = reports.filter((report) => !isInjected(report));
      if (unexpected.length > 0) {
        throw new Error(`The content security policy was breached:\n${unexpected.join('\n')}`);
      }
    },
  };
}

export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one JSON object of stdout; fails when stdout holds anything else. */
  readonly json: () => Record<string, unknown>;
}

export interface CommandOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Replaces the packaged executable, such as with a wrapper that opens a key store. */
  readonly prefix?: readonly string[];
  readonly switches?: readonly string[];
}

/** Starts the packaged application with a command; the caller may kill it. */
export function startCommand(
  commandArguments: readonly string[],
  options: CommandOptions,
): { child: ChildProcess; ended: Promise<CommandEnd> } {
  const line = [
    ...(options.prefix ?? []),
    packagedExecutable('inspect'),
    ...chromiumSwitches(),
    ...(options.switches ?? []),
    ...commandArguments,
  ];
  const [program = '', ...rest] = line;
  const child = spawn(program, rest, {
    env: options.environment,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.end(options.input ?? '');
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const ended = new Promise<CommandEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({
        code,
        stdout,
        stderr,
        json: () => parseOnlyObject(stdout, stderr),
      });
    });
  });
  return { child, ended };
}

/** Runs a command of the packaged application to its end. */
export function runCommand(
  commandArguments: readonly string[],
  options: CommandOptions,
): Promise<CommandEnd> {
  return startCommand(commandArguments, options).ended;
}

/** Kills a command with everything that it started, as a power cut would. */
export async function killCommand(running: {
  child: ChildProcess;
  ended: Promise<CommandEnd>;
}): Promise<void> {
  if (running.child.pid !== undefined && running.child.exitCode === null) {
    process.kill(-running.child.pid, 'SIGKILL');
  }
  await running.ended;
}

function parseOnlyObject(stdout: string, stderr: string): Record<string, unknown> {
  const value: unknown = (() => {
    try {
      return JSON.parse(stdout) as unknown;
    } catch {
      throw new Error(`stdout is not one JSON object:\n${stdout}\nstderr:\n${stderr}`);
    }
  })();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`stdout is not a JSON object: ${stdout}`);
  }
  return Object.fromEntries(Object.entries(value));
}

export interface SandboxConnection {
  readonly network: string;
  readonly account: string;
  readonly name: string;
  readonly client: string;
  readonly model: string;
  readonly address: string;
  readonly token: string;
}

export interface RunningSandbox {
  readonly connections: readonly SandboxConnection[];
  readonly truth: string;
  readonly agency: string;
  readonly control: string;
  readonly stop: () => Promise<void>;
}

/** Starts `sandbox` on the packaged application and waits until it has said where it listens. */
export async function startSandbox(
  flags: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<RunningSandbox> {
  const running = startCommand(['sandbox', ...flags, '--json'], { environment });
  const { stdout } = running.child;
  if (!stdout) throw new Error('The sandbox has no stdout.');
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: stdout }).once('line', resolve);
    void running.ended.then((end) => {
      reject(new Error(`The sandbox ended with ${String(end.code)}: ${end.stdout}${end.stderr}`));
    });
  });
  const info = JSON.parse(first) as Omit<RunningSandbox, 'stop'>;
  return {
    ...info,
    stop: async () => {
      running.child.kill('SIGTERM');
      await running.ended;
    },
  };
}

/** Connects one account of a sandbox with the key kept in a file. */
export async function connectAccount(
  workspace: Workspace,
  connection: SandboxConnection,
): Promise<CommandEnd> {
  return runCommand(
    [
      'connect',
      connection.network,
      '--account',
      connection.account,
      '--name',
      connection.name,
      '--client',
      connection.client,
      '--model',
      connection.model,
      '--address',
      connection.address,
      '--calls-per-minute',
      '6000',
      '--token-store',
      'file',
      '--token-stdin',
      '--profile',
      workspace.profile,
      '--json',
    ],
    { environment: workspace.environment, input: connection.token },
  );
}

/** The lines of every log below a folder that report a breach of the content security policy. */
async function policyReports(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const logs = entries.filter(
    (entry) => entry.isFile() && /^quarterdeck(\.\d+)?\.log/.test(entry.name),
  );
  const texts = await Promise.all(
    logs.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'utf8')),
  );
  return texts.flatMap((text) => text.split('\n').filter((line) => line.includes(' csp-report ')));
}
