import { Dexie, type Table } from 'dexie';

interface Row {
  readonly programId: string;
  readonly day: string;
  readonly partnershipId: string;
  readonly clicks: number;
  readonly impressions: number;
}

const rowsPerPut = 10_000;

/**
 * The yardstick of the store: milliseconds in which Dexie puts so many plain rows with a compound key and one compound
 * index, in ten thousands, with relaxed durability.
 */
export async function dexieRows(count: number): Promise<number> {
  const database = new Dexie(`yardstick-${Date.now()}`, { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores({ rows: '[programId+day+partnershipId], [partnershipId+day]' });
  const table: Table<Row> = database.table('rows');
  await database.open();
  const rows = Array.from({ length: count }, (_, index) => rowAt(index));
  const begun = performance.now();
  for (let at = 0; at < count; at += rowsPerPut)
    await table.bulkPut(rows.slice(at, at + rowsPerPut));
  const milliseconds = performance.now() - begun;
  if ((await table.count()) !== count) throw new Error('Dexie did not keep every row.');
  await database.delete();
  return milliseconds;
}

/** Rows as a network reports them: program after program, day after day, partner after partner. */
function rowAt(index: number): Row {
  const partner = index % 100;
  const day = Math.floor(index / 100) % 250;
  const program = Math.floor(index / 25_000);
  return {
    programId: `program-${program}`,
    day: new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
    partnershipId: `partnership-${program}-${partner}`,
    clicks: (index * 7919) % 400,
    impressions: (index * 104_729) % 9_000,
  };
}
