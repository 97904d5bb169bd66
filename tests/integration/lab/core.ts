import { recordsAsOf } from '../../../renderer/data/core/as-of';
import { onCoreChange } from '../../../renderer/data/core/changes';
import { setCurrentCore } from '../../../renderer/data/core/current';
import { engineChance, type Core } from '../../../renderer/data/core/database';
import { openCore } from '../../../renderer/data/core/open-core';
import { derivePartners } from '../../../renderer/data/core/derive';
import { saveConnections } from '../../../renderer/data/core/connections';
import { importAgency } from '../../../renderer/data/core/agency';
import { loadIdentities } from '../../../renderer/data/core/identities';
import { exportRecords } from '../../../renderer/data/core/export';
import { markSample } from '../../../renderer/data/core/profile';
import { withReferenceData } from '../../../renderer/data/core/reference-data';
import {
  countRecords,
  findRecord,
  listRecords,
  readJournal,
} from '../../../renderer/data/core/read';
import { readDeskHistory } from '../../../renderer/data/core/desk-history';
import { recordHistory } from '../../../renderer/data/core/history';
import { choosePerson } from '../../../renderer/data/core/person';
import { readTrash, restoreRecords } from '../../../renderer/data/core/trash';
import { redoNewest, sizeOfUndo, undoEntry, undoNewest } from '../../../renderer/data/core/undo';
import { writeRecords } from '../../../renderer/data/core/write';
import { openFacts } from '../../../renderer/data/facts';
import { facts } from '../../../renderer/data/facts/database';
import { KeptRecords } from '../../../renderer/data/kept-records';
import { writeRequestSchema, type SaveConnection } from '../../../shared/ipc/data-contract';
import { toFailure, type Result } from '../../../shared/kernel/result';
import type { PartnershipRow } from '../../../renderer/data/facts';

let opened: Promise<Core> | null = null;

function core(): Promise<Core> {
  opened ??= openCore().then((store) => {
    setCurrentCore(store);
    return store;
  });
  return opened;
}

async function caught<Value>(work: Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}

export async function coreWrite(request: unknown) {
  return caught(writeRecords(await core(), writeRequestSchema.parse(request)));
}

/** Writes as it was done at another time, in ms UTC. */
export async function coreWriteAt(at: number, request: unknown) {
  const store = await core();
  const chance = { ...store.chance, now: () => at };
  return caught(writeRecords({ ...store, chance }, writeRequestSchema.parse(request)));
}

/** The records of a kind as they were at the end of a day, by id. */
export async function coreAsOf(kind: string, day: string) {
  await openFacts();
  return Object.fromEntries(await recordsAsOf(await core(), kind, day));
}

/** Types into one field of a record; `at` is the wall clock of each keystroke in ms. */
export async function coreType(
  id: string,
  strokes: readonly { readonly at: number; readonly field: string; readonly value: string }[],
) {
  const store = await core();
  for (const { at, field, value } of strokes) {
    const chance = { ...store.chance, now: () => at };
    await writeRecords(
      { ...store, chance },
      {
        changes: [{ op: 'set', kind: 'client', id, values: { [field]: value } }],
        origin: 'person',
        reason: 'Typing',
        batch: 'typing',
      },
    );
  }
}

/** Sees to it that the store has the lists that come with the product, as a start does. */
export async function coreBringLists() {
  return caught(withReferenceData({ ...(await core()) }));
}

export async function coreUndo(entry?: string) {
  return caught(undoEntry(await core(), entry));
}

export async function coreSize(of: 'history.undo' | 'history.redo') {
  return caught(sizeOfUndo(await core(), of));
}

export async function coreStep(step: 'undo' | 'redo') {
  return caught(step === 'undo' ? undoNewest(await core()) : redoNewest(await core()));
}

export async function coreSitDown(member: string) {
  return caught(choosePerson(await core(), member));
}

export async function coreHistory(scope: 'mine' | 'people' | 'everything') {
  return readDeskHistory(await core(), { scope, limit: 50 });
}

export async function coreRecordHistory(kind: string, id: string) {
  return recordHistory(await core(), kind, id);
}

export async function coreTrash(kind: string | null = null, search = '') {
  return readTrash(await core(), { kind, search, offset: 0, limit: 100 });
}

export async function coreRestore(ids: readonly string[]) {
  return caught(restoreRecords(await core(), ids));
}

/** Puts something that waits to be sent beside an entry, as a decision for a network does. */
export async function coreOutbox(entry: string, state: 'waiting' | 'sent') {
  const { database } = await core();
  await database.outbox.add({ id: `o-${entry}`, entry, action: 'test', state, content: null });
}

export async function coreOutboxStates() {
  return (await (await core()).database.outbox.toArray()).map(({ state }) => state);
}

export async function coreList(kind: string) {
  return listRecords(await core(), kind);
}

/** Keeps the partners as they are as one text, as a list does some seconds after it was read. */
export async function keepPartners() {
  const kept = new KeptRecords(await core(), 'partner');
  await kept.all();
  await kept.keep();
}

/** Partners by id as a list reads them at a start: from the kept text and what was written since. */
export async function keptPartners() {
  const kept = new KeptRecords(await core(), 'partner');
  return Object.fromEntries(await kept.all());
}

/** A partner's name for somebody who asks while another one's reading of the change is still going on. */
export async function keptNameForTheSecond(id: string, name: string) {
  const kept = new KeptRecords(await core(), 'partner');
  await kept.all();
  await coreWrite({
    changes: [{ op: 'set', kind: 'partner', id, values: { name } }],
    origin: 'person',
    reason: 'Test',
  });
  const first = kept.all();
  // The first has begun to read; the store answers no sooner than all of these are over.
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  const second = (await kept.all()).get(id)?.['name'];
  await first;
  return second;
}

/** Some fields of one partner as a question reads them at a start. */
export async function keptPartnerFields(id: string, fields: readonly string[]) {
  const kept = await new KeptRecords(await core(), 'partner').fields(fields);
  return { has: kept.has(id), values: fields.map((field) => kept.value(id, field) ?? null) };
}

/** Changes words in the kept texts, which only a reader of those can see. */
export async function renameInKeptPartners(from: string, to: string) {
  await openFacts();
  const texts = facts.meta.where('key').startsWith('derived records of partner/');
  for (const { key, value } of await texts.toArray()) {
    await facts.meta.put({
      key,
      value: typeof value === 'string' ? value.replace(from, to) : value,
    });
  }
}

/** Loses the text of one field, as a disk may. */
export async function loseKeptField(field: string) {
  await openFacts();
  await facts.meta.delete(`derived records of partner/${field}`);
}

export async function coreFind(kind: string, name: string) {
  return caught(findRecord(await core(), kind, name));
}

export async function coreJournal(after = 0) {
  return readJournal(await core(), after, 5_000);
}

export async function coreCounts() {
  return countRecords(await core());
}

export async function coreExport(kind: string, after: string | null) {
  return exportRecords(await core(), kind, after);
}

export async function coreMarkSample() {
  return caught(markSample(await core()));
}

export async function coreSaveConnection(asked: SaveConnection) {
  const saved = await caught(saveConnections(await core(), [asked]));
  return saved.ok ? { ok: saved.ok, value: saved.value[0]! } : saved;
}

export async function coreSaveConnections(asked: readonly SaveConnection[]) {
  return caught(saveConnections(await core(), asked));
}

export async function coreImportAgency(agency: unknown) {
  return caught(importAgency(await core(), agency, () => undefined));
}

/** What a store that was never closed properly holds, counted by plain requests. */
export async function coreStored() {
  const { database } = await core();
  return {
    records: await database.records.count(),
    journal: await database.journal.count(),
    identities: [...(await loadIdentities(database))].map(([key, partner]) => ({ key, partner })),
    outbox: await database.outbox.count(),
  };
}

/** Sets the stored schema, as a newer version would have. */
export async function corePretendNewer() {
  const { database } = await core();
  await database.meta.put({ key: 'schema', value: 99 });
  database.close();
  opened = null;
  return caught(core().then(() => null));
}

/** Stored partner and journal entry that are written outside of the page's own write path would be a bug: raw read. */
export async function coreRawRecord(id: string) {
  const { database } = await core();
  return database.records.get(id);
}

/** Rows of a roster such as a sync leaves: partners with sites of their own, from `first` on. */
function rosterRows(source: string, first: number, count: number): PartnershipRow[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return {
      source,
      networkId: String(number),
      name: `Partner ${number}`,
      primaryType: null,
      email: null,
      domain: `https://www.partner-${number}.example`,
      leftAt: null,
    };
  });
}

/** Derives partners from made-up rows; resolves with the result and the time it took in ms. */
export async function coreDerive(source: string, count: number) {
  const store = await core();
  const rows = rosterRows(source, 1, count);
  const start = performance.now();
  const result = await derivePartners(store, () => undefined, rowsOf(rows));
  return { ...result, milliseconds: performance.now() - start };
}

/** Starts to derive and resolves as soon as some transactions have been committed, while the rest still runs. */
export async function coreDeriveUntil(source: string, count: number, commits: number) {
  const store = await core();
  let seen = 0;
  return new Promise<number>((resolve) => {
    onCoreChange(({ identities }) => {
      seen += identities ? 1 : 0;
      if (seen === commits) resolve(seen);
    });
    void derivePartners(store, () => undefined, rowsOf(rosterRows(source, 1, count)));
  });
}

export async function coreDeriveRows(rows: PartnershipRow[]) {
  return derivePartners(await core(), () => undefined, rowsOf(rows));
}

function rowsOf(rows: readonly PartnershipRow[]) {
  return (callback: (row: PartnershipRow) => void): Promise<void> => {
    rows.forEach(callback);
    return Promise.resolve();
  };
}

/** Loads the directory of the current store and times it. */
export async function coreDirectory(source: string, networkId: string) {
  await core();
  const { loadDirectory } = await import('../../../renderer/data/directory');
  const start = performance.now();
  const directory = await loadDirectory();
  const partner = directory.partnerOf(source, networkId);
  return { programs: directory.programs, partner, milliseconds: performance.now() - start };
}

/** The time of the engine, for tests that look at stamps. */
export function coreNow(): number {
  return engineChance.now();
}
