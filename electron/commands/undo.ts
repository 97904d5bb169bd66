import { bulkRecords } from '../../shared/ipc/bulk-batch';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Takes back the newest change of the person at this desk, or one by its entry; an import or bulk edit as a whole, after a snapshot. */
export async function runUndo(
  options: CommandOptions<'undo'>,
  { desk }: CommandContext,
): Promise<CommandReport> {
  const { records } = await desk.data.call('history.size', { of: 'records.undo', ...options });
  if (records >= bulkRecords) await desk.safety.snapshotBefore('bulk change');
  const { batch, entry, entries, undone, skipped, kept } = await desk.data.call(
    'records.undo',
    options,
  );
  return { report: { undone: { batch: batch ?? entry, entries, fields: undone, skipped, kept } } };
}
