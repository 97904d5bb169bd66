/*
 * One edit of very many records is several entries of the journal, because an entry holds at most so many changes. They
 * share a batch of this form, and are taken back together.
 */

/** How many changes one entry of the journal may hold. */
export const mostChangesAtOnce = 5_000;

/** A change of as many records is a bulk change: the desk is kept as a snapshot before it, and before it is taken back. */
export const bulkRecords = 1_000;

const prefix = 'bulk ';

/** The batch of one such edit, by an id of its own. */
export function bulkBatch(id: string): string {
  return `${prefix}${id}`;
}

/** Is this an entry's batch that is taken back as a whole? A burst of typing and an import have batches, too. */
export function isBulkBatch(batch: string | null): batch is string {
  return batch?.startsWith(prefix) === true;
}

/** What the data worker says it does while it takes such an edit back. */
export const takingBack = 'Taking back';
