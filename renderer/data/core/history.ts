import type { HistoryEntry } from '../../../shared/ipc/desk-records';
import { existence } from '../../../shared/records/validation';
import type { Core } from './database';
import { timeOf, type StoredEntry } from './stored';

/** As much as a person reads of one record. */
const mostEntries = 500;

/**
 * What the journal says of one record, the newest first, back to its creation. The journal is read from its end: what was
 * changed lately is found at once.
 */
export async function recordHistory(
  { database, author }: Core,
  kind: string,
  id: string,
): Promise<HistoryEntry[]> {
  const takenBack = new Set<string>();
  const found: HistoryEntry[] = [];
  let isWhole = false;
  await database.journal
    .orderBy('seq')
    .reverse()
    .until(() => isWhole)
    .each((entry: StoredEntry) => {
      if (entry.undoes !== null && !takenBack.has(entry.id)) takenBack.add(entry.undoes);
      const changes = entry.changes.filter((change) => change.id === id && change.kind === kind);
      if (changes.length === 0) return;
      const isOwn = entry.actor === author.person;
      found.push({
        entry: entry.id,
        at: timeOf(entry.hlc),
        by: entry.origin === 'person' || entry.origin === 'undo' ? entry.actor : null,
        origin: entry.origin,
        reason: entry.reason,
        isUndoable:
          isOwn &&
          (entry.origin === 'person' || entry.origin === 'undo') &&
          !takenBack.has(entry.id),
        changes: changes.map(({ field, from, to }) => ({ field, from, to })),
      });
      const isBeginning = changes.some(
        ({ field, from, to }) => field === existence && from === false && to === true,
      );
      // A record can be brought back later: only the first time it came to be is its beginning.
      isWhole = (isBeginning && entry.origin !== 'undo') || found.length >= mostEntries;
    });
  return found;
}
