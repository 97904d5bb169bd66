import { cp } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  connectAccount,
  makeWorkspace,
  startCommand,
  startSandbox,
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
  /** Rows that the first sync of everything received. */
  readonly received: number;
  /** Syncs a fresh copy of a connected, empty profile; the networks answer only these rows. */
  readonly syncFresh: (scope: 'awin' | 'all', what: Replayed) => Promise<MeasuredSync>;
  /** Syncs the profile in which everything has been synced once more. */
  readonly syncAgain: () => Promise<MeasuredSync>;
  readonly close: () => Promise<void>;
}

/** Starts the sandbox, connects its accounts and syncs everything once, which also fills the replay's memory. */
export async function prepareAgency(size: 'small' | 'large'): Promise<BenchAgency> {
  const workspace = await makeWorkspace();
  const { environment } = workspace;
  const sandbox = await startSandbox(
    ['--size', size, '--seed', '1', '--limit', '100000'],
    environment,
  );
  const replay = await startReplay(new URL(sandbox.truth).origin);
  const folder = (name: string): string => path.join(workspace.folder, name);
  const connect = async (name: string, accounts: readonly SandboxConnection[]): Promise<void> => {
    for (const account of accounts) {
      const { pathname } = new URL(account.address);
      await connectOrFail(
        { ...workspace, profile: folder(name) },
        { ...account, address: replay.origin + pathname },
      );
    }
  };
  const awin = sandbox.connections.filter(({ network }) => network === 'awin');
  const others = sandbox.connections.filter(({ network }) => network !== 'awin');
  await connect('connected-awin', awin);
  await cp(folder('connected-awin'), folder('connected-all'), { recursive: true });
  await connect('connected-all', others);
  await cp(folder('connected-all'), folder('profile'), { recursive: true });

  const sync = async (name: string, what: Replayed): Promise<MeasuredSync> => {
    replay.choose(what);
    return runSync(folder(name), environment, replay);
  };
  const first = await sync('profile', 'everything');
  let copies = 0;
  return {
    environment,
    replay,
    profile: folder('profile'),
    received: first.connections.reduce((sum, { received }) => sum + received, 0),
    syncFresh: async (scope, what) => {
      copies += 1;
      const name = `copy-${copies}`;
      await cp(folder(`connected-${scope}`), folder(name), { recursive: true });
      return sync(name, what);
    },
    syncAgain: () => sync('profile', 'everything'),
    close: async () => {
      await replay.close();
      await sandbox.stop();
      await workspace.remove();
    },
  };
}

async function connectOrFail(workspace: Workspace, account: SandboxConnection): Promise<void> {
  const { code, stdout, stderr } = await connectAccount(workspace, account);
  if (code !== 0) throw new Error(`connect failed: ${stdout}${stderr}`);
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
