import { cp } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  connectAccount,
  makeWorkspace,
  startCommand,
  startSandbox,
  type RunningSandbox,
  type SandboxConnection,
  type Workspace,
} from '../end-to-end/support/command-line';
import { startReplay, type Replayed, type ReplayNetwork } from './replay-network';

const outcomeSchema = z.object({
  network: z.string(),
  account: z.string(),
  requests: z.number(),
  received: z.number(),
  changed: z.number(),
  removed: z.number(),
  error: z.unknown().optional(),
});
const syncReportSchema = z.object({ connections: z.array(outcomeSchema) });

/** What the application says about one connection's sync. */
export type SyncReport = z.infer<typeof syncReportSchema>['connections'][number];

export interface MeasuredSync {
  /** From the first request at the network's door to the report on stdout: the partners are derived by then, too. */
  readonly milliseconds: number;
  readonly connections: readonly SyncReport[];
}

/** One size of the sandbox agency behind a replay, with profiles of the packaged application connected to it. */
export interface BenchAgency {
  readonly environment: NodeJS.ProcessEnv;
  readonly replay: ReplayNetwork;
  /** Folder of the profile in which everything has been synced. */
  readonly profile: string;
  /** Syncs a fresh copy of a connected, empty profile; the networks answer only these rows. */
  readonly syncFresh: (scope: 'awin' | 'all', what: Replayed) => Promise<MeasuredSync>;
  /** A copy of that profile, for a measure that writes. */
  readonly copyProfile: () => Promise<string>;
  /** A profile whose accounts are connected and that has not been synced. */
  readonly copyConnected: () => Promise<string>;
  /** Syncs the profile in which everything has been synced once more. */
  readonly syncAgain: () => Promise<MeasuredSync>;
  readonly close: () => Promise<void>;
}

/** Starts the sandbox, connects its accounts and syncs everything once, which also fills the replay's memory. */
export async function prepareAgency(size: 'small' | 'large'): Promise<BenchAgency> {
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const workspace = await makeWorkspace();
    undo.push(workspace.remove);
    const flags = ['--size', size, '--seed', '1', '--limit', '100000'];
    const sandbox = await startSandbox(flags, workspace.environment);
    undo.push(sandbox.stop);
    const replay = await startReplay(new URL(sandbox.truth).origin);
    undo.push(replay.close);
    return { ...(await connectAndSync(workspace, sandbox, replay)), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function connectAndSync(
  workspace: Workspace,
  sandbox: RunningSandbox,
  replay: ReplayNetwork,
): Promise<Omit<BenchAgency, 'close'>> {
  const { environment } = workspace;
  const folder = (name: string): string => path.join(workspace.folder, name);
  const connect = async (name: string, accounts: readonly SandboxConnection[]): Promise<void> => {
    for (const account of accounts) {
      const address = replay.origin + new URL(account.address).pathname;
      const { code, stdout, stderr } = await connectAccount(
        { ...workspace, profile: folder(name) },
        { ...account, address },
      );
      if (code !== 0) throw new Error(`connect failed: ${stdout}${stderr}`);
    }
  };
  const isAwin = ({ network }: SandboxConnection): boolean => network === 'awin';
  await connect('connected-awin', sandbox.connections.filter(isAwin));
  await cp(folder('connected-awin'), folder('connected-all'), { recursive: true });
  await connect(
    'connected-all',
    sandbox.connections.filter((connection) => !isAwin(connection)),
  );
  await cp(folder('connected-all'), folder('profile'), { recursive: true });

  const sync = async (name: string, what: Replayed): Promise<MeasuredSync> => {
    replay.choose(what);
    return runSync(folder(name), environment, replay);
  };
  await sync('profile', 'everything');
  let copies = 0;
  const copyOf = async (name: string): Promise<string> => {
    copies += 1;
    const copy = `copy-${copies}`;
    await cp(folder(name), folder(copy), { recursive: true });
    return copy;
  };
  return {
    environment,
    replay,
    profile: folder('profile'),
    syncFresh: async (scope, what) => sync(await copyOf(`connected-${scope}`), what),
    copyProfile: async () => folder(await copyOf('profile')),
    copyConnected: async () => folder(await copyOf('connected-all')),
    syncAgain: () => sync('profile', 'everything'),
  };
}

async function runSync(
  profile: string,
  environment: NodeJS.ProcessEnv,
  replay: ReplayNetwork,
): Promise<MeasuredSync> {
  const { child, ended } = startCommand(['sync', '--profile', profile, '--json'], { environment });
  let reportedAt = 0;
  child.stdout?.on('data', () => (reportedAt = performance.now()));
  const { code, stdout, stderr } = await ended;
  if (code !== 0) throw new Error(`sync failed: ${stdout.slice(0, 4_000)}${stderr}`);
  const { connections } = syncReportSchema.parse(JSON.parse(stdout));
  const failed = connections.filter(({ error }) => error !== undefined);
  if (failed.length > 0) throw new Error(`sync failed: ${JSON.stringify(failed)}`);
  return { milliseconds: reportedAt - replay.firstCallAt(), connections };
}

/** What the measures have in common, made when the first of them needs it. */
export interface Bench {
  readonly large: () => Promise<BenchAgency>;
  readonly small: () => Promise<BenchAgency>;
  readonly say: (words: string) => void;
}
