import type { RecordHistory, HistoryEntry } from '../../../shared/ipc/desk-records';
import { kindOf } from '../../../shared/records/index';
import { recordName } from '../../../shared/records/record-name';
import { existence, linksOf } from '../../../shared/records/validation';
import type { Core } from './database';
import { timeOf, type StoredEntry } from './stored';
import { isUndoable, noteUndo } from './undo-order';

/** As much as a person reads of one record. */
const mostEntries = 500;

/**
 * What the journal says of one record, the newest first, back to its creation. The journal is read from its end: what was
 * changed lately is found at once.
 */
export async function recordHistory(core: Core, kind: string, id: string): Promise<RecordHistory> {
  const { database, author } = core;
  const isBorrowed = kindOf(kind).keyedBy !== undefined;
  const takenBack = new Set<string>();
  const entries: HistoryEntry[] = [];
  let isWhole = false;
  await database.journal
    .orderBy('seq')
    .reverse()
    .until(() => isWhole)
    .each((entry: StoredEntry) => {
      noteUndo(takenBack, entry);
      const changes = entry.changes.filter((change) => change.id === id && change.kind === kind);
      if (changes.length === 0) return;
      const { origin } = entry;
      const isOwn = entry.actor === author.person;
      entries.push({
        entry: entry.id,
        at: timeOf(entry.hlc),
        by: origin === 'derived' ? null : entry.actor,
        origin,
        reason: entry.reason,
        others: new Set(entry.changes.map((change) => change.id)).size - 1,
        isUndoable:
          isOwn &&
          (origin === 'undo' || (origin === 'person' && isUndoable(entry))) &&
          !takenBack.has(entry.id),
        changes: changes.map(({ field, from, to }) => ({ field, from, to })),
      });
      const isMade = changes.some(({ field, to }) => field === existence && to === true);
      // What is brought back comes without its fields; only what was made has some, and under a borrowed id more than once.
      const isBeginning = isMade && changes.length > 1 && origin !== 'undo' && !isBorrowed;
      isWhole = isBeginning || entries.length >= mostEntries;
    });
  return { entries, names: await namesIn(core, kind, entries) };
}

/** What the people and records in a history are called; one that was deleted since says so. */
async function namesIn(
  { database }: Core,
  kind: string,
  entries: readonly HistoryEntry[],
): Promise<Record<string, string>> {
  const { fields } = kindOf(kind);
  const ids = new Set<string>();
  for (const { by, changes } of entries) {
    if (by !== null) ids.add(by);
    for (const { field, from, to } of changes) {
      const known = fields[field];
      if (known === undefined) continue;
      for (const each of [...linksOf(known, from), ...linksOf(known, to)]) ids.add(each);
    }
  }
  const names: Record<string, string> = {};
  for (const record of await database.records.bulkGet([...ids])) {
    if (record === undefined) continue;
    const words = recordName(kindOf(record.kind), record.values);
    names[record.id] = record.deleted === 1 ? `${words} (deleted)` : words;
  }
  return names;
}
