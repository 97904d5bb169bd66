import { Dexie } from 'dexie';
import { bulkBatch, mostChangesAtOnce } from '../../../shared/ipc/bulk-batch';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import type { Restored, TrashLine, TrashPage, TrashQuestion } from '../../../shared/ipc/trash';
import { uuidv7 } from '../../../shared/kernel/ids';
import { kindOf, kinds } from '../../../shared/records/index';
import { recordName } from '../../../shared/records/record-name';
import { existence } from '../../../shared/records/validation';
import { onCoreChange } from './changes';
import type { Core } from './database';
import { livesIn } from './plan-write';
import { comparableName } from './read';
import { entryOfStamp } from './stamp-entries';
import { timeOf, type StoredRecord } from './stored';
import { writeRecords } from './write';

/** The most sentences about what stays that are worth reading. */
const mostKept = 20;

/** A deleted record with everything inside it that went at the same moment. */
interface Deleted {
  readonly record: StoredRecord;
  readonly name: string;
  readonly stamp: string;
  readonly parts: readonly StoredRecord[];
}

let known: { readonly core: Core; readonly deleted: Promise<readonly Deleted[]> } | null = null;

onCoreChange(() => {
  known = null;
});

/** A window of the deleted records, the last one deleted first, with who deleted them. */
export async function readTrash(
  core: Core,
  { offset, limit, ...question }: DataArguments<'trash.list'>,
): Promise<TrashPage> {
  const all = await deletedRecords(core);
  const matching = all.filter(passes(question));
  const page = matching.slice(offset, offset + limit);
  const deeds = await deedsOf(core, page);
  const counts = new Map<string, number>();
  for (const { record } of all) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  return {
    lines: page.map(({ record, name, stamp, parts }): TrashLine => {
      const deed = deeds.get(stamp);
      return {
        id: record.id,
        kind: record.kind,
        name,
        at: timeOf(stamp),
        by: deed?.by ?? null,
        reason: deed?.reason ?? '',
        parts: parts.length,
      };
    }),
    matched: matching.length,
    kinds: kinds.flatMap(({ kind }) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    }),
  };
}

/** The ids of all that pass, in order. */
export async function readTrashKeys(
  core: Core,
  question: TrashQuestion,
): Promise<readonly string[]> {
  return (await deletedRecords(core)).filter(passes(question)).map(({ record }) => record.id);
}

function passes({ kind, search }: TrashQuestion): (deleted: Deleted) => boolean {
  const words = comparableName(search).split(/\s+/).filter(Boolean);
  return ({ record, name }) => {
    if (kind !== null && record.kind !== kind) return false;
    const text = comparableName(name);
    return words.every((word) => text.includes(word));
  };
}

function deletedRecords(core: Core): Promise<readonly Deleted[]> {
  if (known?.core !== core) {
    known = { core, deleted: readDeleted(core) };
    known.deleted.catch(() => {
      known = null;
    });
  }
  return known.deleted;
}

async function readDeleted({ database }: Core): Promise<readonly Deleted[]> {
  const records = await database.transaction('r', database.records, () =>
    Promise.all(
      kinds
        .filter(({ owner }) => owner === 'person')
        .map(({ kind }) =>
          database.records
            .where('[kind+deleted+updated]')
            .between([kind, 1, Dexie.minKey], [kind, 1, Dexie.maxKey], true, true)
            .toArray(),
        ),
    ),
  );
  const byId = new Map(records.flat().map((record) => [record.id, record]));
  const partsOf = new Map<string, StoredRecord[]>();
  const wholes: StoredRecord[] = [];
  for (const record of byId.values()) {
    const top = topOf(record, byId);
    if (top === record) wholes.push(record);
    else partsOf.set(top.id, [...(partsOf.get(top.id) ?? []), record]);
  }
  return wholes
    .map((record) => ({
      record,
      name: nameOf(record),
      stamp: record.clocks[existence] ?? '',
      parts: partsOf.get(record.id) ?? [],
    }))
    .sort((one, other) => (one.stamp < other.stamp ? 1 : one.stamp > other.stamp ? -1 : 0));
}

/** The outermost record that went at the same moment, inside which this one lived. */
function topOf(record: StoredRecord, byId: ReadonlyMap<string, StoredRecord>): StoredRecord {
  for (const link of record.links) {
    const parent = byId.get(link);
    if (parent === undefined || parent.clocks[existence] !== record.clocks[existence]) continue;
    if (livesIn(record, { id: parent.id, definition: kindOf(parent.kind) })) {
      return topOf(parent, byId);
    }
  }
  return record;
}

function nameOf({ kind, values }: StoredRecord): string {
  return recordName(kindOf(kind), values);
}

/** Who did what, by the stamp that it left. */
async function deedsOf(
  { database }: Core,
  page: readonly Deleted[],
): Promise<ReadonlyMap<string, { readonly by: string | null; readonly reason: string }>> {
  const entries = new Map<string, { readonly actor: string; readonly reason: string }>();
  for (const stamp of new Set(page.map((each) => each.stamp))) {
    const entry = await entryOfStamp(database, stamp);
    if (entry !== null) entries.set(stamp, entry);
  }
  const actors = [...new Set([...entries.values()].map(({ actor }) => actor))];
  const people = await database.records.bulkGet(actors);
  const names = new Map(people.flatMap((each) => (each ? [[each.id, nameOf(each)] as const] : [])));
  return new Map(
    [...entries].map(([stamp, { actor, reason }]) => [
      stamp,
      { by: names.get(actor) ?? null, reason },
    ]),
  );
}

/**
 * Brings deleted records back with what went with them, as one change that can be taken back. What refers to something
 * that stays deleted stays, too, and is named.
 */
export async function restoreRecords(core: Core, ids: readonly string[]): Promise<Restored> {
  const byId = new Map((await deletedRecords(core)).map((each) => [each.record.id, each]));
  const wanted = new Map<string, StoredRecord>();
  for (const id of ids) {
    const found = byId.get(id);
    if (found === undefined) continue;
    for (const record of [found.record, ...found.parts]) wanted.set(record.id, record);
  }
  const kept = await leaveDangling(core, wanted);
  const all = inOrder(wanted);
  const [only] = all;
  const whole =
    all.length === 1 && only
      ? `${kindOf(only.kind).label} ‘${nameOf(only)}’`
      : `${all.length} records`;
  const batch = all.length > mostChangesAtOnce ? bulkBatch(uuidv7(core.chance)) : undefined;
  let last = '';
  for (let from = 0; from < all.length; from += mostChangesAtOnce) {
    const changes = all
      .slice(from, from + mostChangesAtOnce)
      .map(({ id, kind }) => ({ op: 'restore' as const, kind, id }));
    const { entry } = await writeRecords(core, {
      changes,
      origin: 'person',
      reason: `Restored ${whole}`.slice(0, 500),
      batch,
    });
    if (entry !== '') last = entry;
  }
  return { entry: last, restored: all.length, kept: kept.slice(0, mostKept) };
}

/** Takes out, until everything fits, what refers to a record that is not here and does not come back. */
async function leaveDangling(
  { database }: Core,
  wanted: Map<string, StoredRecord>,
): Promise<string[]> {
  const targets = new Set([...wanted.values()].flatMap(({ links }) => links));
  const found = await database.records.bulkGet([...targets]);
  const stored = new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])));
  const kept: string[] = [];
  for (let settled = false; !settled;) {
    settled = true;
    for (const record of wanted.values()) {
      const lacking = record.links.find((id) => !wanted.has(id) && stored.get(id)?.deleted !== 0);
      if (lacking === undefined) continue;
      wanted.delete(record.id);
      kept.push(stays(record, stored.get(lacking)));
      settled = false;
    }
  }
  return kept;
}

function stays(record: StoredRecord, target: StoredRecord | undefined): string {
  const what = `${kindOf(record.kind).label} ‘${nameOf(record)}’`;
  if (target === undefined) return `${what} stays deleted: what it refers to is no longer known.`;
  const other = kindOf(target.kind).label.toLowerCase();
  return `${what} stays deleted: it refers to the ${other} ‘${nameOf(target)}’, which is deleted. Restore both together.`;
}

/** What others refer to comes first, so that every step of a long restore fits. */
function inOrder(wanted: ReadonlyMap<string, StoredRecord>): StoredRecord[] {
  const ordered = new Set<StoredRecord>();
  const visiting = new Set<string>();
  const visit = (record: StoredRecord): void => {
    if (ordered.has(record) || visiting.has(record.id)) return;
    visiting.add(record.id);
    for (const link of record.links) {
      const target = wanted.get(link);
      if (target !== undefined) visit(target);
    }
    ordered.add(record);
  };
  for (const record of wanted.values()) visit(record);
  return [...ordered];
}
