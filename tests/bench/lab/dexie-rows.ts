import { Dexie, type Table } from 'dexie';

/** A line of a report as an application with one record per row would keep it. */
export interface PlainRow {
  readonly programId: string;
  readonly day: string;
  readonly partnershipId: string;
  readonly campaign: string;
  readonly clicks: number;
}

const rowsPerPut = 10_000;

/**
 * The yardstick of the store: milliseconds in which Dexie puts plain rows (a JSON list of `PlainRow`) with a compound key
 * and one compound index, in ten thousands, with relaxed durability.
 */
export async function dexieRows(json: string): Promise<number> {
  const rows = JSON.parse(json) as PlainRow[];
  const database = new Dexie(`yardstick-${Date.now()}`, { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores({ rows: '[programId+day+partnershipId], [partnershipId+day]' });
  const table: Table<PlainRow> = database.table('rows');
  await database.open();
  const begun = performance.now();
  for (let at = 0; at < rows.length; at += rowsPerPut) {
    await table.bulkPut(rows.slice(at, at + rowsPerPut));
  }
  const milliseconds = performance.now() - begun;
  if ((await table.count()) !== rows.length) throw new Error('Dexie did not keep every row.');
  await database.delete();
  return milliseconds;
}
