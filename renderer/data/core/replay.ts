import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../shared/records/definition';
import { kinds } from '../../../shared/records/index';
import { isSetField } from '../../../shared/records/upgrades';
import { existence, linksOf } from '../../../shared/records/validation';
import { asMembers, memberClock } from './record-draft';
import { timeOf, type JournalChange, type JournalEntry, type StoredRecord } from './stored';

/** A record while entries are put over it. */
interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly values: Record<string, FieldValue>;
  readonly clocks: Record<string, string>;
  updated: number;
  deleted: 0 | 1;
}

/**
 * The records that an entry leaves behind, from those that it found: the journal says of each field what it became, so
 * nothing is checked and nothing is decided anew.
 */
export function replayEntry(
  entry: Pick<JournalEntry, 'hlc' | 'changes'>,
  stored: (id: string) => StoredRecord | undefined,
): StoredRecord[] {
  const drafts = new Map<string, Draft>();
  for (const change of entry.changes) {
    const draft = drafts.get(change.id) ?? draftOf(change, stored(change.id));
    drafts.set(change.id, draft);
    draft.updated = timeOf(entry.hlc);
    draft.clocks[change.field] = entry.hlc;
    if (change.field === existence) draft.deleted = change.to === true ? 0 : 1;
    else applyChange(draft, change, entry.hlc);
  }
  return [...drafts.values()].map((draft) => ({ ...draft, links: linksFrom(draft) }));
}

function draftOf({ kind, id }: JournalChange, stored: StoredRecord | undefined): Draft {
  return {
    id,
    kind,
    values: { ...stored?.values },
    clocks: { ...stored?.clocks },
    updated: stored?.updated ?? 0,
    deleted: stored?.deleted ?? 1,
  };
}

function applyChange(draft: Draft, { field, from, to }: JournalChange, hlc: string): void {
  const { values, clocks } = draft;
  let value = to;
  if (isSetField(definitionOf(draft.kind), field)) {
    const [removed, added] = [asMembers(from), asMembers(to)];
    for (const member of [...removed, ...added]) clocks[memberClock(field, member)] = hlc;
    const kept = asMembers(values[field]).filter((member) => !removed.includes(member));
    const members = [...new Set([...kept, ...added])].sort();
    value = members.length === 0 ? null : members;
  }
  if (value === null) Reflect.deleteProperty(values, field);
  else values[field] = value;
}

function linksFrom({ kind, values }: Draft): string[] {
  const links = Object.entries(definitionOf(kind)?.fields ?? {}).flatMap(([name, field]) =>
    linksOf(field, values[name]),
  );
  return [...new Set(links)];
}

/** A kind that this version doesn't know keeps its values and waits for a version that does. */
function definitionOf(kind: string): KindDefinition | undefined {
  return kinds.find((definition) => definition.kind === kind);
}
