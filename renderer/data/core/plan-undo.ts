import type { Stamp } from '../../../shared/kernel/hlc';
import { kindOf } from '../../../shared/records/index';
import { existence } from '../../../shared/records/validation';
import {
  countReferrers,
  findDangling,
  finishPlan,
  type RecordLookup,
  type WritePlan,
} from './plan-write';
import { asMembers, memberClock, RecordDraft } from './record-draft';
import { standsAsLeft } from './standing';
import type { JournalChange, JournalEntry } from './stored';

/** What an undo will do, and plain sentences for what it leaves as it is. */
export interface UndoPlan {
  readonly plan: WritePlan;
  readonly kept: readonly string[];
}

/**
 * Plans the inverse of one entry: a field goes back only while it stands as that entry left it (`later` are the entries
 * after it that touch the same records, oldest first). What somebody changed later, what others came to depend on, and
 * what would lead nowhere stays as it is and is explained.
 */
export function planUndo(
  entry: JournalEntry,
  later: readonly JournalEntry[],
  lookup: RecordLookup,
  stamp: Stamp,
): UndoPlan {
  const drafts = new Map<string, RecordDraft>();
  const kept: string[] = [];
  const isExistence = (change: JournalChange): boolean => change.field === existence;
  const created = new Set(
    entry.changes.filter((each) => isExistence(each) && each.to === true).map(({ id }) => id),
  );
  // Whether a record is there is settled before its fields.
  const changes = [
    ...entry.changes.filter(isExistence),
    // A record that this entry created goes whole, with its fields as they are.
    ...entry.changes.filter((each) => !isExistence(each) && !created.has(each.id)),
  ];
  for (const change of changes) {
    const stored = lookup.record(change.id);
    const definition = kindOf(change.kind);
    if (!stored) {
      kept.push(`A ${definition.kind} is no longer here, so nothing of it was taken back.`);
      continue;
    }
    const draft = drafts.get(change.id) ?? new RecordDraft(definition, stored.id, stored, stamp);
    drafts.set(change.id, draft);
    const sentence = takeBack(draft, change, entry, later);
    if (sentence !== null) kept.push(sentence);
  }
  // What an entry found may be of an earlier version of its kind.
  for (const draft of drafts.values()) draft.upgrade();
  keepWhatIsNeeded(drafts, lookup, kept);
  return { plan: finishPlan(drafts), kept };
}

/** Puts one field back; returns why not when it can't. */
function takeBack(
  draft: RecordDraft,
  change: JournalChange,
  entry: JournalEntry,
  later: readonly JournalEntry[],
): string | null {
  const { id, field, from } = change;
  const clocks = draft.before?.clocks ?? {};
  const stands = standsAsLeft(entry, later, { id, field }, clocks[field]);
  if (field === existence) {
    if (!stands) return `${what(draft)} stays: it was deleted or brought back later.`;
    const changedLater = Object.entries(clocks).some(
      ([name, clock]) =>
        draft.definition.fields[name] !== undefined &&
        clock > entry.hlc &&
        !standsAsLeft(entry, later, { id, field: name }, clock),
    );
    if (from === false && changedLater) {
      return `${what(draft)} stays: it has been changed since it was created.`;
    }
    draft.setExistence(from === true);
    return null;
  }
  if (!draft.exists) return `${what(draft)} was deleted later and stays as it was.`;
  const label = draft.definition.fields[field]?.label ?? field;
  if (draft.isSet(field)) return takeBackMembers(draft, change, entry, later, label);
  if (!stands) return `'${label}' of ${what(draft)} stays: it was changed later.`;
  draft.setValue(field, from);
  return null;
}

function takeBackMembers(
  draft: RecordDraft,
  { id, field, from, to }: JournalChange,
  entry: JournalEntry,
  later: readonly JournalEntry[],
  label: string,
): string | null {
  const clocks = draft.before?.clocks ?? {};
  const stands = (member: string): boolean =>
    standsAsLeft(entry, later, { id, field, member }, clocks[memberClock(field, member)]);
  const back = asMembers(from).filter(stands);
  const away = new Set(asMembers(to).filter(stands));
  const members = asMembers(draft.values[field]).filter((member) => !away.has(member));
  const kept = [...asMembers(from), ...asMembers(to)].filter((member) => !stands(member));
  draft.setValue(field, [...members, ...back]);
  if (kept.length === 0) return null;
  const words = kept.map((member) => `'${member}'`).join(', ');
  return `${words} in '${label}' of ${what(draft)} stays: it was changed later.`;
}

/** Gives up, one by one, what would leave a reference without its record, until everything fits. */
function keepWhatIsNeeded(
  drafts: ReadonlyMap<string, RecordDraft>,
  lookup: RecordLookup,
  kept: string[],
): void {
  let settled = false;
  while (!settled) {
    settled = true;
    for (const draft of drafts.values()) {
      const sentence = draft.exists
        ? giveUpDangling(draft, drafts, lookup)
        : giveUpDeletion(draft, drafts, lookup);
      if (sentence === null) continue;
      kept.push(sentence);
      settled = false;
    }
  }
}

function giveUpDangling(
  draft: RecordDraft,
  drafts: ReadonlyMap<string, RecordDraft>,
  lookup: RecordLookup,
): string | null {
  const dangling = findDangling(draft, drafts, lookup);
  if (!dangling) return null;
  const revived = draft.changedField(existence);
  draft.restore(revived ? existence : dangling.field);
  const label = draft.definition.fields[dangling.field]?.label ?? dangling.field;
  return revived
    ? `${what(draft)} stays deleted: the ${dangling.to} that it belongs to is no longer here.`
    : `'${label}' of ${what(draft)} stays: the ${dangling.to} that it was is no longer here.`;
}

function giveUpDeletion(
  draft: RecordDraft,
  drafts: ReadonlyMap<string, RecordDraft>,
  lookup: RecordLookup,
): string | null {
  if (!draft.changedField(existence) || countReferrers(draft.id, drafts, lookup) === 0) return null;
  draft.restore(existence);
  return `${what(draft)} stays: other records refer to it.`;
}

function what(draft: RecordDraft): string {
  return `${draft.definition.label} '${draft.name()}'`;
}
