import { isBulkBatch } from '../../../shared/ipc/bulk-batch';
import type { DeskHistory, HistoryLine, HistoryQuestion } from '../../../shared/ipc/history';
import { kindOf } from '../../../shared/records/index';
import { recordName } from '../../../shared/records/record-name';
import type { Core } from './database';
import { timeOf, type StoredEntry, type StoredRecord } from './stored';
import { isUndoable, newestFirst, noteUndo } from './undo-order';

/** The first records of a line that are named. */
const named = 3;
/** An import of a million rows is a thousand entries: no more of them are read for one line of the list. */
const entriesPerLine = 40;

/** A line while entries are added to it. */
interface Gathered {
  readonly newest: StoredEntry;
  readonly ids: Map<string, Set<string>>;
  readonly isTakenBack: boolean;
}

/** The newest changes of the desk, each import and bulk edit as one line, with what was taken back since. */
export async function readDeskHistory(
  core: Core,
  { scope, limit }: HistoryQuestion,
): Promise<DeskHistory> {
  const { database, author } = core;
  const takenBack = new Set<string>();
  const lines: Gathered[] = [];
  const byBatch = new Map<string, Gathered>();
  let read = 0;
  let more = false;
  for await (const entry of newestFirst(database)) {
    if ((read += 1) > limit * entriesPerLine) {
      more = true;
      break;
    }
    noteUndo(takenBack, entry);
    if (scope !== 'everything' && entry.origin === 'derived') continue;
    if (scope === 'mine' && entry.actor !== author.person) continue;
    const batch = isBulkBatch(entry.batch) ? entry.batch : null;
    const line = (batch === null ? undefined : byBatch.get(batch)) ?? {
      newest: entry,
      ids: new Map<string, Set<string>>(),
      isTakenBack: takenBack.has(entry.id),
    };
    if (line.newest === entry) {
      if (lines.length === limit) {
        more = true;
        break;
      }
      lines.push(line);
      if (batch !== null) byBatch.set(batch, line);
    }
    gather(line, entry);
  }
  const records = await recordsOf(core, lines);
  return {
    lines: lines.map((line) => lineOf(line, records, author.person)),
    more,
  };
}

function gather({ ids }: Gathered, { changes }: StoredEntry): void {
  for (const { kind, id } of changes) {
    const known = ids.get(kind);
    if (known) known.add(id);
    else ids.set(kind, new Set([id]));
  }
}

/** The first of its records, those of an import's own bookkeeping last. */
function firstOf({ ids }: Gathered): readonly string[] {
  const kinds = [...ids].sort(
    ([one], [other]) => Number(one === 'import') - Number(other === 'import'),
  );
  return kinds.flatMap(([, each]) => [...each].slice(0, named)).slice(0, named);
}

async function recordsOf(
  { database }: Core,
  lines: readonly Gathered[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const ids = new Set(lines.flatMap((line) => [line.newest.actor, ...firstOf(line)]));
  const found = await database.records.bulkGet([...ids]);
  return new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])));
}

function lineOf(
  line: Gathered,
  records: ReadonlyMap<string, StoredRecord>,
  person: string,
): HistoryLine {
  const { newest, ids, isTakenBack } = line;
  const { id, hlc, batch, actor, origin, reason } = newest;
  const isOwn = actor === person;
  const doer = records.get(actor);
  return {
    entry: id,
    batch,
    at: timeOf(hlc),
    by: doer === undefined ? null : nameOf(doer),
    isOwn,
    origin,
    reason,
    touched: [...ids].map(([kind, each]) => ({ kind, records: each.size })),
    first: firstOf(line).flatMap((each) => {
      const record = records.get(each);
      if (record === undefined) return [];
      return [{ kind: record.kind, id: each, name: nameOf(record), deleted: record.deleted === 1 }];
    }),
    state: isTakenBack ? 'taken back' : 'stands',
    isUndoable: isOwn && !isTakenBack && (origin === 'undo' || isUndoable(newest)),
  };
}

function nameOf({ kind, values }: StoredRecord): string {
  return recordName(kindOf(kind), values);
}
