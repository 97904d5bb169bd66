import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { nextStamp, type Stamp } from '../../../shared/kernel/hlc';
import { uuidv7 } from '../../../shared/kernel/ids';
import { kindOf } from '../../../shared/records/index';
import { linksOf } from '../../../shared/records/validation';
import type { Core, CoreDatabase } from './database';
import {
  alreadyThere,
  planWrite,
  type PlannedChange,
  type RecordLookup,
  type WritePlan,
} from './plan-write';
import { tellCoreChange } from './custom-fields';
import { addIdentities } from './identities';
import { readRecords, RowRefused, storeRows } from './many-rows';
import {
  timeOf,
  toDeskRecord,
  type Identity,
  type JournalEntry,
  type Origin,
  type OutboxRow,
  type StoredEntry,
  type StoredRecord,
} from './stored';

/** One write, as everything in the data worker asks for it. */
export interface Write {
  readonly changes: readonly RecordChange[];
  readonly origin: Exclude<Origin, 'undo' | 'merge'>;
  readonly reason: string;
  readonly batch?: string | undefined;
  /** Identities that belong to the partners of this write. */
  readonly identities?: readonly Identity[];
  /** What has to leave the laptop because of it. */
  readonly outbox?: readonly Omit<OutboxRow, 'entry'>[];
}

export interface Written {
  /** Id of the journal entry; empty when everything already was as asked. */
  readonly entry: string;
  readonly records: readonly DeskRecord[];
}

/** Keystrokes in one field that follow each other within this time are one entry. */
const burstMilliseconds = 1_000;

/**
 * The one way to write: checks the changes, then commits the records, one journal entry, the identities and the outbox
 * rows in one transaction. Everything or nothing; throws a `DeskError` that names what can't be.
 */
export async function writeRecords(core: Core, write: Write): Promise<Written> {
  const { database, author, chance } = core;
  const { identities = [], outbox = [] } = write;
  const changes: PlannedChange[] = write.changes.map((change) =>
    change.op === 'create' ? { ...change, id: change.id ?? uuidv7(chance) } : change,
  );
  const written = await database.transaction(
    'rw',
    [database.records, database.journal, database.outbox, database.identities, database.meta],
    async () => {
      const lookup = await lookUp(core, changes);
      const stamp = await takeStamp(core);
      const plan = planWrite(changes, lookup, stamp);
      const entry: JournalEntry = {
        id: uuidv7(chance),
        hlc: stamp,
        device: author.device,
        actor: author.person,
        origin: write.origin,
        batch: write.batch ?? null,
        reason: write.reason,
        undoes: null,
        changes: plan.changes,
      };
      await putRecords(core, plan);
      const id = await addToJournal(core, entry);
      await addIdentities(database, identities);
      if (outbox.length > 0)
        await database.outbox.bulkAdd(outbox.map((row) => ({ ...row, entry: id })));
      const fresh = new Map(
        [...plan.created, ...plan.changed].map((record) => [record.id, record]),
      );
      return {
        entry: id,
        kinds: kindsOf(plan),
        records: plan.touched.flatMap(
          (touched) => fresh.get(touched) ?? lookup.record(touched) ?? [],
        ),
      };
    },
  );
  await tellCoreChange(core, { kinds: written.kinds, identities: identities.length > 0 });
  return { entry: written.entry, records: written.records.map(toDeskRecord) };
}

/** The kinds that a plan changes. */
export function kindsOf(plan: WritePlan): readonly string[] {
  return [...new Set(plan.changes.map((change) => change.kind))];
}

/** Stores what was planned. Inside the caller's transaction. */
export async function putRecords({ database }: Core, plan: WritePlan): Promise<void> {
  await storeRows(database.records, plan.changed, 'put');
  // A record that comes back under its own id is stored already; only ids that were never seen can be added.
  try {
    await storeRows(database.records, plan.created, 'add');
  } catch (thrown) {
    if (!(thrown instanceof RowRefused) || !isTaken(thrown.cause)) throw thrown;
    const twice = plan.created[thrown.at];
    throw alreadyThere(twice?.kind ?? 'record', twice?.id ?? '');
  }
}

function isTaken(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'ConstraintError';
}

/** The stamp of the next change, remembered as the latest. Inside the caller's transaction. */
export async function takeStamp({ database, author, chance }: Core): Promise<Stamp> {
  const clock = await database.meta.get('clock');
  const last = typeof clock?.value === 'string' ? clock.value : null;
  const stamp = nextStamp(last, chance.now(), author.device);
  await database.meta.put({ key: 'clock', value: stamp });
  return stamp;
}

/** Loads what a write has to look at. Inside the caller's transaction. */
async function lookUp(core: Core, changes: readonly PlannedChange[]): Promise<RecordLookup> {
  const ids = new Set<string>();
  const deleted = new Set<string>();
  const returning = changes.flatMap(({ op, id }) => (op === 'restore' ? [id] : []));
  for (const { links } of await readRecords(core.database, returning)) {
    for (const link of links) ids.add(link);
  }
  for (const change of changes) {
    const { fields, keyedBy } = kindOf(change.kind);
    // The id of a new record is looked at by the store itself, when it is added.
    if (change.op !== 'create' || keyedBy !== undefined) ids.add(change.id);
    if (change.op === 'delete') deleted.add(change.id);
    const values =
      change.op === 'create' || change.op === 'set'
        ? Object.entries(change.values)
        : change.op === 'add'
          ? ([[change.field, change.members]] as const)
          : [];
    for (const [name, value] of values) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field) for (const id of linksOf(field, value)) ids.add(id);
    }
  }
  return loadLookup(core, ids, deleted);
}

/**
 * Loads the records of some ids, and the records that refer to others; of what lives inside those, too, because it goes
 * with them. Inside the caller's transaction.
 */
export async function loadLookup(
  { database }: Core,
  ids: Iterable<string>,
  referred: Iterable<string>,
): Promise<RecordLookup> {
  const records = new Map<string, StoredRecord>();
  for (const record of await readRecords(database, ids)) records.set(record.id, record);
  const referrers = new Map<string, StoredRecord[]>();
  let asked = [...new Set(referred)];
  while (asked.length > 0) {
    const round = new Map(asked.map((id): [string, StoredRecord[]] => [id, []]));
    const found = await recordsReferringTo(database, asked);
    for (const record of found) {
      for (const link of record.links) round.get(link)?.push(record);
    }
    for (const [id, those] of round) referrers.set(id, those);
    asked = found
      .filter(({ id, kind }) => typeof kindOf(kind).home !== 'string' && !referrers.has(id))
      .map(({ id }) => id);
  }
  return { record: (id) => records.get(id), referrers: (id) => referrers.get(id) ?? [] };
}

/** Up to so many it is quicker to ask for each by itself. */
const fewReferred = 20;

/**
 * The records that refer to any of these. Of very many it is looked first whether anything refers to an id between the
 * first and the last: the rows of one import have neighboring ids, and mostly nobody refers to any.
 */
async function recordsReferringTo(
  { records }: CoreDatabase,
  asked: readonly string[],
): Promise<StoredRecord[]> {
  if (asked.length === 0) return [];
  if (asked.length > fewReferred) {
    const sorted = [...asked].sort();
    const between = records.where('links').between(sorted[0], sorted.at(-1), true, true);
    if ((await between.count()) === 0) return [];
  }
  return records
    .where('links')
    .anyOf([...asked])
    .distinct()
    .toArray();
}

/** Adds an entry, or lets it grow the one before when both are of one burst of typing. Returns the entry's id. */
async function addToJournal({ database }: Core, entry: JournalEntry): Promise<string> {
  if (entry.changes.length === 0) return '';
  // The entry before may be one of thousands of changes, which nobody reads in vain.
  const mayGrow = entry.batch !== null && entry.origin === 'person' && entry.changes.length === 1;
  const last = mayGrow ? await database.journal.orderBy('seq').last() : undefined;
  const grown = last && growBurst(last, entry);
  if (grown) await database.journal.put(grown);
  else await database.journal.add(entry);
  return grown ? grown.id : entry.id;
}

function growBurst(last: StoredEntry, entry: JournalEntry): StoredEntry | null {
  const [before, after] = [last.changes[0], entry.changes[0]];
  const burst =
    entry.batch !== null &&
    last.batch === entry.batch &&
    last.origin === 'person' &&
    entry.origin === 'person' &&
    last.changes.length === 1 &&
    entry.changes.length === 1 &&
    before?.id === after?.id &&
    before?.field === after?.field &&
    timeOf(entry.hlc) - timeOf(last.hlc) <= burstMilliseconds;
  if (!burst || !before || !after || Array.isArray(before.from)) return null;
  return { ...last, hlc: entry.hlc, changes: [{ ...after, from: before.from }] };
}
