import type { CommandReport } from '../app/output';
import type { CommandOptions } from '../app/command-specs';
import type { CommandContext } from './context';

/** What is stored: counts by kind, the state of each connection, schema versions, real or sample. */
export async function runStatus(
  _options: CommandOptions<'status'>,
  { desk }: CommandContext,
): Promise<CommandReport> {
  const status = await desk.data.call('status', {});
  await desk.safety.flush();
  const { mirror, snapshots, snapshotProblem, changesAfter, lastBackup, lastDrill } =
    desk.safety.state();
  const safety = {
    /** Entries of the journal that are copied to disk. */
    journal: mirror.seq,
    problem: mirror.problem ?? snapshotProblem,
    snapshots: snapshots.length,
    lastSnapshotAt: snapshots[0]?.at ?? null,
    changesAfter,
    lastBackupAt: lastBackup?.at ?? null,
    lastDrillAt: lastDrill?.at ?? null,
  };
  return { report: { ...status, safety } };
}
