import { bulkBatch } from '../../../shared/ipc/bulk-batch';
import type { Comparison, FieldChoice, Grouping } from '../../../shared/domain/matches';
import type { Undone } from '../../../shared/ipc/history';
import { DeskError } from '../../../shared/kernel/result';
import { uuidv7 } from '../../../shared/kernel/ids';
import { kindOf } from '../../../shared/records/index';
import { recordName } from '../../../shared/records/record-name';
import { matchId } from '../../../shared/records/partners/match';
import { existence, linksOf } from '../../../shared/records/validation';
import type { Core } from '../core/database';
import type { StoredEntry, StoredRecord } from '../core/stored';
import { takeBackEntry } from '../core/undo';
import { writeRecords } from '../core/write';
import { loadPartnerBase } from '../lists/base';
import { accountsOf, listMatches } from './find';
import { differencesOf, joinField, planGrouping, relationsOf } from './plan-grouping';

/** Two records side by side: where they differ, and what goes with the one that becomes part of the other. */
export async function compareRecords(core: Core, asked: Grouping): Promise<Comparison> {
  const [{ keep, part, referrers }, base] = await Promise.all([
    readBoth(core, asked),
    loadPartnerBase(),
  ]);
  const definition = kindOf(asked.kind);
  const fields = differencesOf(definition, keep.values, part.values);
  const ids = fields.flatMap(({ field, one, other }) => {
    const said = definition.fields[field];
    return said === undefined ? [] : [...linksOf(said, one), ...linksOf(said, other)];
  });
  const named = await core.database.records.bulkGet([...new Set(ids)]);
  const accounts = (id: string): number => (asked.kind === 'partner' ? accountsOf(base, id) : 0);
  return {
    ...asked,
    keepName: nameOf(keep),
    partName: nameOf(part),
    fields,
    relations: relationsOf(referrers, asked.kind, asked.part),
    accounts: { keep: accounts(asked.keep), part: accounts(asked.part) },
    names: Object.fromEntries(
      named.flatMap((record) => (record ? [[record.id, nameOf(record)]] : [])),
    ),
  };
}

/**
 * Makes one record part of another as one change: the values that were chosen, every reference to it, and that it is part of
 * the other. Throws `ALREADY_GROUPED` for two that are one already, `NOT_FOUND` for a record that is gone.
 */
export async function groupRecords(
  core: Core,
  asked: Grouping,
  choices: Readonly<Record<string, FieldChoice>> = {},
  batch?: string,
): Promise<{ readonly entry: string; readonly moved: number }> {
  const { keep, part, referrers } = await readBoth(core, asked);
  const decided = await core.database.records.get(matchId(asked.keep, asked.part));
  const changes = planGrouping({
    ...asked,
    keepValues: keep.values,
    partValues: part.values,
    referrers,
    choices,
    isDecided: decided?.deleted === 0,
  });
  const { entry } = await writeRecords(core, {
    changes,
    origin: 'person',
    reason: `${nameOf(part)} is the same ${asked.kind} as ${nameOf(keep)}`,
    batch,
  });
  const moved = relationsOf(referrers, asked.kind, asked.part);
  return { entry, moved: moved.reduce((sum, { count }) => sum + count, 0) };
}

/** Groups all suggestions of a kind of which nobody has to be asked, as changes that are taken back together. */
export async function groupCertain(
  core: Core,
  kind: Grouping['kind'],
  onStep: (done: number, total: number) => void,
): Promise<{ readonly entry: string; readonly grouped: number }> {
  const { matches } = await listMatches(kind, Infinity);
  const certain = matches.filter(({ isCertain }) => isCertain);
  const batch = bulkBatch(uuidv7(core.chance));
  // One that becomes part of another one here is that other one in the pairs that follow.
  const standsFor = new Map<string, string>();
  const nowOf = (id: string): string => {
    let at = id;
    for (let next = standsFor.get(at); next !== undefined; next = standsFor.get(at)) at = next;
    return at;
  };
  let [entry, grouped] = ['', 0];
  for (const [done, { one, other }] of certain.entries()) {
    onStep(done, certain.length);
    const [keep, part] = [nowOf(one.id), nowOf(other.id)];
    if (keep === part) continue;
    ({ entry } = await groupRecords(core, { kind, keep, part }, {}, batch));
    standsFor.set(part, keep);
    grouped += 1;
  }
  return { entry, grouped };
}

/**
 * Takes a grouping back exactly, whoever made it and however long ago: the change that made the two one is undone, as far as
 * nobody changed since what it had changed. Throws `NOT_FOUND` for a record that is part of nothing.
 */
export async function ungroup(core: Core, kind: Grouping['kind'], part: string): Promise<Undone> {
  const isJoining = ({ changes }: StoredEntry): boolean => {
    const has = (field: string, value: (to: unknown) => boolean): boolean =>
      changes.some((change) => change.id === part && change.field === field && value(change.to));
    if (kind === 'partner') return has(joinField, (to) => to !== null);
    // A company that was simply deleted is part of nothing.
    return has(existence, (to) => to === false) && changes.some((each) => each.kind === 'match');
  };
  const record = await core.database.records.get(part);
  const isPart =
    kind === 'partner' ? typeof record?.values[joinField] === 'string' : record?.deleted === 1;
  const entry = isPart
    ? await core.database.journal.orderBy('seq').reverse().filter(isJoining).first()
    : undefined;
  if (entry === undefined) {
    throw new DeskError(
      'NOT_FOUND',
      `This ${kind} is not part of another one. Nothing was changed.`,
    );
  }
  return takeBackEntry(core, entry);
}

interface Both {
  readonly keep: StoredRecord;
  readonly part: StoredRecord;
  /** Living records that refer to the part. */
  readonly referrers: readonly StoredRecord[];
}

async function readBoth(core: Core, { kind, keep, part }: Grouping): Promise<Both> {
  const { records } = core.database;
  const [one, other] = await records.bulkGet([keep, part]);
  if (one?.kind !== kind || other?.kind !== kind || one.deleted + other.deleted > 0) {
    throw new DeskError('NOT_FOUND', `One of the two is no longer here. Nothing was changed.`);
  }
  if (keep === part || [one, other].some(({ values }) => typeof values[joinField] === 'string')) {
    throw new DeskError(
      'ALREADY_GROUPED',
      'One of the two is part of another one already. Nothing was changed.',
    );
  }
  const referrers = await records
    .where('links')
    .equals(part)
    .filter(({ deleted }) => deleted === 0)
    .toArray();
  return { keep: one, part: other, referrers };
}

function nameOf({ kind, values }: StoredRecord): string {
  return recordName(kindOf(kind), values);
}
