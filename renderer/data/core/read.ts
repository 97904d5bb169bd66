import { Dexie } from 'dexie';
import type { DeskRecord, OutboxItem } from '../../../shared/ipc/desk-records';
import { DeskError } from '../../../shared/kernel/result';
import { kinds, personKindOf } from '../../../shared/records/index';
import type { Core } from './database';
import { timeOf, toDeskRecord, type StoredEntry, type StoredRecord } from './stored';

const burstMilliseconds = 1_000;

/** Every record of a kind, the one changed longest ago first; deleted ones only when asked for. */
export async function listStored(
  { database }: Core,
  kind: string,
  withDeleted = false,
): Promise<StoredRecord[]> {
  personKindOf(kind);
  return database.records
    .where('[kind+deleted+updated]')
    .between([kind, Dexie.minKey], [kind, withDeleted ? Dexie.maxKey : 0, Dexie.maxKey], true, true)
    .toArray();
}

/** `listStored` as readers see records. */
export async function listRecords(
  core: Core,
  kind: string,
  withDeleted = false,
): Promise<DeskRecord[]> {
  return (await listStored(core, kind, withDeleted)).map(toDeskRecord);
}

/** One record by id, deleted or not; null when there is none of that kind. */
export async function getRecord(core: Core, kind: string, id: string): Promise<DeskRecord | null> {
  personKindOf(kind);
  const stored = await core.database.records.get(id);
  return stored?.kind === kind ? toDeskRecord(stored) : null;
}

/** The living records of some ids, in the order of the ids. */
export async function namedRecords(
  { database }: Core,
  ids: readonly string[],
): Promise<DeskRecord[]> {
  const found = await database.records.bulkGet([...ids]);
  return found.flatMap((record) => (record?.deleted === 0 ? [toDeskRecord(record)] : []));
}

/** The name that a person knows a record by, ready to be compared. */
export function comparableName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** Living records of a kind whose name is this one, ignoring case. */
export async function findByName(core: Core, kind: string, name: string): Promise<StoredRecord[]> {
  const { nameField } = personKindOf(kind);
  const wanted = comparableName(name);
  const all = await listStored(core, kind);
  return all.filter(({ values }) => {
    const value = values[nameField];
    return typeof value === 'string' && comparableName(value) === wanted;
  });
}

/**
 * The one living record that a person means by an id or by a name, ignoring case. Throws `NOT_FOUND`, and `AMBIGUOUS`
 * with the ids to choose from.
 */
export async function findRecord(core: Core, kind: string, name: string): Promise<DeskRecord> {
  const { label, plural } = personKindOf(kind);
  const byId = await core.database.records.get(name);
  if (byId?.kind === kind && byId.deleted === 0) return toDeskRecord(byId);
  const [found, ...more] = await findByName(core, kind, name);
  if (!found) {
    throw new DeskError('NOT_FOUND', `There is no ${label.toLowerCase()} '${name}'.`);
  }
  if (more.length > 0) {
    const ids = [found, ...more].map((record) => record.id).join(', ');
    throw new DeskError(
      'AMBIGUOUS',
      `There are ${1 + more.length} ${plural.toLowerCase()} called '${name}'. Use an id instead: ${ids}.`,
    );
  }
  return toDeskRecord(found);
}

/** What was decided and has to leave the laptop, in the order of the decisions. */
export async function listOutbox({ database }: Core): Promise<OutboxItem[]> {
  const rows = await database.outbox.orderBy('seq').toArray();
  return rows.map(({ id, action, state, content }) => ({ id, action, state, content }));
}

/** Living records of every kind that people write. */
export async function countRecords({ database }: Core): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind, owner } of kinds) {
    if (owner !== 'person') continue;
    counts[kind] = await database.records
      .where('[kind+deleted+updated]')
      .between([kind, 0, Dexie.minKey], [kind, 0, Dexie.maxKey], true, true)
      .count();
  }
  return counts;
}

/** Journal entries after a place in it, oldest first. A burst of typing that may still grow is not read yet. */
export async function readJournal(
  { database, chance }: Core,
  after: number,
  limit: number,
): Promise<StoredEntry[]> {
  const entries = await database.journal.where('seq').above(after).limit(limit).toArray();
  const newest = entries.at(-1);
  const open =
    newest !== undefined &&
    newest.batch !== null &&
    chance.now() - timeOf(newest.hlc) <= burstMilliseconds;
  return open ? entries.slice(0, -1) : entries;
}
