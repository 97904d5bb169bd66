import { Dexie, type Table } from 'dexie';
import type { CoreDatabase } from './database';
import type { StoredRecord } from './stored';

/*
 * Many rows at once, by the engine's own requests, inside the caller's transaction. For every single row Dexie makes a
 * promise and notes what changed for watchers, of which the data worker has none: of an import that is a third of the time.
 */

/** A row that could not be stored, by its place. */
export class RowRefused extends Error {
  readonly at: number;

  constructor(at: number, cause: unknown) {
    super('A row could not be stored.', { cause });
    this.at = at;
  }
}

/** Adds rows, or puts them in the place of those that are there. Rejects with `RowRefused`. */
export function storeRows<Row>(
  table: Pick<Table<Row>, 'name'>,
  rows: readonly Row[],
  how: 'add' | 'put',
): PromiseLike<void> {
  const store = Dexie.currentTransaction.idbtrans.objectStore(table.name);
  return new Dexie.Promise<void>((resolve, reject) => {
    if (rows.length === 0) resolve();
    rows.forEach((row, at) => {
      const request = store[how](row);
      request.onerror = (event) => {
        // Whoever asked hears of it, and the transaction ends with that.
        event.preventDefault();
        event.stopPropagation();
        reject(new RowRefused(at, request.error));
      };
      if (at === rows.length - 1) request.onsuccess = () => resolve();
    });
  });
}

/** From so many rows on that were brought in together it is quicker to read all of them at once. */
const fewTogether = 20;
/** Ids of the rows of one import have this much in common. */
const sharedLength = 28;

/** The records of some ids, deleted or not, as far as there are any. */
export async function readRecords(
  { records }: CoreDatabase,
  ids: Iterable<string>,
): Promise<StoredRecord[]> {
  const together = new Map<string, string[]>();
  for (const id of ids) {
    const start = id.slice(0, sharedLength);
    const known = together.get(start);
    if (known) known.push(id);
    else together.set(start, [id]);
  }
  const single: string[] = [];
  const found: StoredRecord[] = [];
  for (const group of together.values()) {
    if (group.length <= fewTogether) single.push(...group);
    else found.push(...(await readNeighbors(records, group)));
  }
  return single.length === 0 ? found : [...found, ...(await readSingly(records, single))];
}

/** The rows of an import follow each other, so as many as are asked for, from the first on, are mostly those. */
async function readNeighbors(
  records: CoreDatabase['records'],
  ids: readonly string[],
): Promise<StoredRecord[]> {
  const lacking = new Set(ids);
  const sorted = [...lacking].sort();
  const rows = await records
    .where(':id')
    .between(sorted[0], sorted.at(-1), true, true)
    .limit(sorted.length)
    .toArray();
  const found = rows.filter(({ id }) => lacking.delete(id));
  return rows.length < sorted.length
    ? found
    : [...found, ...(await readSingly(records, [...lacking]))];
}

async function readSingly(
  records: CoreDatabase['records'],
  ids: string[],
): Promise<StoredRecord[]> {
  return (await records.bulkGet(ids)).filter((record) => record !== undefined);
}
