import { createStore } from 'zustand/vanilla';
import { bulkBatch, mostChangesAtOnce } from '../../../shared/ipc/bulk-batch';
import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { Desk } from '../desk';
import { notifyUndo } from '../undo';
import { formatCount, formatCounted } from '../../ui/format';
import { showFailure } from '../../ui/notify';

/** What the records are called, one and many: `partner`, `partners`. */
export type Noun = readonly [singular: string, plural: string];

/** An edit of more records than one entry of the journal holds, while it is written. */
export interface BulkWork {
  readonly noun: Noun;
  readonly words: string;
  readonly done: number;
  readonly total: number;
  readonly cancelling: boolean;
}

/** Goes on while one looks at something else. */
export const bulkWork = createStore<{ readonly work: BulkWork | null }>(() => ({ work: null }));

/** So many are written in one step of a long edit: often enough for a bar that moves. */
const stepSize = 2_500;

/** Asks a long edit to end after the step that is being written. */
export function cancelBulkWork(): void {
  bulkWork.setState(({ work }) => ({ work: work && { ...work, cancelling: true } }));
}

/**
 * Writes one change for each of many records and offers to take them all back at once. Few are one entry of the journal;
 * many are several that share a batch. What has been written when it fails or is stopped stays, and says how much it is.
 */
export async function writeForAll(
  data: Desk['data'],
  noun: Noun,
  words: string,
  changes: readonly RecordChange[],
): Promise<void> {
  const total = changes.length;
  if (total === 0 || bulkWork.getState().work !== null) return;
  const isLong = total > mostChangesAtOnce;
  const size = isLong ? stepSize : total;
  const reason = `${words} (${formatCounted(total, ...noun)})`;
  const batch = isLong ? { batch: bulkBatch(crypto.randomUUID()) } : {};
  let done = 0;
  let last = '';
  try {
    while (done < total && bulkWork.getState().work?.cancelling !== true) {
      if (isLong) bulkWork.setState({ work: { noun, words, done, total, cancelling: false } });
      const part = changes.slice(done, done + size);
      const { entry } = await data.call('records.write', {
        changes: part,
        origin: 'person',
        reason,
        ...batch,
      });
      if (entry !== '') last = entry;
      done += part.length;
    }
  } catch (thrown) {
    showFailure(thrown);
  } finally {
    bulkWork.setState({ work: null });
  }
  const whole = formatCounted(total, ...noun);
  notifyUndo(
    done === total ? `${words} for ${whole}.` : `${words} for ${formatCount(done)} of ${whole}.`,
    last,
  );
}
