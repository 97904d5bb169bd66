import { Dexie } from 'dexie';
import { z } from 'zod';
import { storeTables, type StoreTable } from '../../../shared/ipc/safety';
import { DeskError } from '../../../shared/kernel/result';
import { coreSchema } from '../../../shared/records/upgrades';
import { CoreDatabase, engineChance, randomDevice } from './database';
import { replayEntry } from './replay';
import { upgradeRecords } from './upgrade-records';
import type { IdentitySheet, OutboxRow, StoredEntry, StoredRecord } from './stored';

/** Stores that are being made, by name; they stay open from the first piece to the last. */
const making = new Map<string, CoreDatabase>();

/**
 * Makes an empty store of this name; what an earlier try left there goes. What is put into it need not survive a power cut
 * until its end is written: before that nobody takes it for a store.
 */
export async function makeStore(name: string): Promise<void> {
  making.get(name)?.close();
  await Dexie.delete(name);
  const database = new CoreDatabase(name, 'relaxed');
  await database.open();
  making.set(name, database);
}

function madeStore(name: string): CoreDatabase {
  const database = making.get(name);
  if (!database)
    throw new DeskError('RESTORE_LOST', 'The restore was interrupted. Start it again.');
  return database;
}

/** Rows of a verified snapshot, a line for each; gives how many were put. */
export async function putRows(name: string, lines: Uint8Array): Promise<number> {
  const database = madeStore(name);
  const rows = new Map<StoreTable, unknown[]>();
  let count = 0;
  for (const line of new TextDecoder().decode(lines).split('\n')) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    const table = tableOf(line.slice(0, tab));
    const list = rows.get(table) ?? [];
    rows.set(table, list);
    list.push(JSON.parse(line.slice(tab + 1)));
    count += 1;
  }
  await database.transaction('rw', [...storeTables], async () => {
    for (const [table, list] of rows) await database.table(table).bulkPut(list);
  });
  return count;
}

function tableOf(word: string): StoreTable {
  const table = storeTables.find((name) => name === word);
  if (table === undefined) {
    throw new DeskError('BACKUP_DAMAGED', 'The copy holds a table that Quarterdeck doesn’t know.');
  }
  return table;
}

/** A line of the journal's copy. What stands in it was checked by its sum and written by this very program. */
const lineSchema = z.union([
  z.object({ entry: z.custom<StoredEntry>(isRow) }),
  z.object({ identities: z.custom<IdentitySheet & { readonly seq: number }>(isRow) }),
  z.object({ outbox: z.custom<OutboxRow & { readonly seq: number }>(isRow) }),
  z.object({ meta: z.array(z.object({ key: z.enum(['person', 'profile']), value: z.string() })) }),
]);

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'seq' in value;
}

/** Puts lines of the journal's copy over the store; gives how many entries were new to it. */
export async function replayLines(name: string, lines: readonly string[]): Promise<number> {
  const database = madeStore(name);
  const { records, journal, outbox, identities, meta } = database;
  let replayed = 0;
  await database.transaction('rw', [records, journal, outbox, identities, meta], async () => {
    for (const text of lines) {
      const line = lineSchema.parse(JSON.parse(text));
      if ('entry' in line) replayed += await replayOne(database, line.entry);
      else if ('identities' in line) await identities.put(line.identities);
      else if ('outbox' in line) await outbox.put(line.outbox);
      else await meta.bulkPut(line.meta);
    }
  });
  return replayed;
}

async function replayOne({ records, journal }: CoreDatabase, entry: StoredEntry): Promise<number> {
  const there = await journal.get(entry.seq);
  if (there && (there.id !== entry.id || there.hlc >= entry.hlc)) return 0;
  const ids = [...new Set(entry.changes.map(({ id }) => id))];
  const stored = new Map<string, StoredRecord>();
  for (const record of await records.bulkGet(ids)) if (record) stored.set(record.id, record);
  await records.bulkPut(replayEntry(entry, (id) => stored.get(id)));
  await journal.put(entry);
  return there ? 0 : 1;
}

/**
 * Ends the making of a store. It writes under a device of its own from now on, because the one it was copied from may
 * still be in use; and what waited to be sent may have been sent since the copy, so a person decides.
 */
export async function finishStore(
  name: string,
): Promise<{ readonly seq: number; readonly records: number }> {
  madeStore(name).close();
  const database = new CoreDatabase(name);
  making.set(name, database);
  await database.open();
  const { records, journal, outbox, meta } = database;
  const end = await database.transaction('rw', [records, journal, outbox, meta], async () => {
    const [clock, last] = await Promise.all([meta.get('clock'), journal.orderBy('seq').last()]);
    const latest = [String(clock?.value ?? ''), last?.hlc ?? ''].sort().at(-1) ?? '';
    if (latest !== '') await meta.put({ key: 'clock', value: latest });
    const device = randomDevice(engineChance);
    await meta.put({ key: 'device', value: device });
    await outbox.where('state').anyOf('waiting', 'sending').modify({ state: 'unknown' });
    // A copy may be of an earlier version, or have been torn while it was brought to this one.
    const person = String((await meta.get('person'))?.value ?? '');
    await upgradeRecords({ database, author: { device, person }, chance: engineChance });
    await meta.put({ key: 'schema', value: coreSchema });
    const end = await journal.orderBy('seq').reverse().limit(1).primaryKeys();
    return { seq: end[0] ?? 0, records: await records.count() };
  });
  database.close();
  making.delete(name);
  return end;
}

/** Deletes a store that another one has taken the place of. */
export async function dropStore(name: string): Promise<void> {
  making.get(name)?.close();
  making.delete(name);
  await Dexie.delete(name);
}
