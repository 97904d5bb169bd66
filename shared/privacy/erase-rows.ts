import type { FieldValue } from '../ipc/desk-records';
import type { KindDefinition } from '../records/definition';
import { kinds } from '../records/index';
import { existence } from '../records/validation';
import { erasedWord, recordKey, withoutMentions, withSigns, type ErasedKeys } from './mentions';

/** Kinds whose records are a finished document: it went to a client as it is, so it is named and never altered. */
export const frozenKinds: readonly string[] = ['review'];

/** What of a record of the store matters here. */
interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Stamps by field, and by `field:member` for every member that a set gained or lost. */
  readonly clocks?: Readonly<Record<string, string>>;
}

interface ChangeRow {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** Hands out every text in a value. */
export function eachText(value: FieldValue | undefined, take: (text: string) => void): void {
  if (typeof value === 'string') take(value);
  else if (Array.isArray(value))
    for (const each of value as readonly FieldValue[]) eachText(each, take);
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) eachText(each, take);
  }
}

/** A value without the mentions, whatever it is made of. */
export function eraseIn(value: FieldValue, keys: ErasedKeys): FieldValue {
  if (typeof value === 'string') return withoutMentions(value, keys);
  if (Array.isArray(value)) return value.map((each: FieldValue) => eraseIn(each, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, eraseIn(each, keys)]),
  );
}

/**
 * A record without a person: what names them is gone from its texts, a field that held nothing else is empty. A record that
 * is the person loses every text of its own. The same object when nothing in it concerns them.
 */
export function eraseRecord<Row extends RecordRow>(row: Row, keys: ErasedKeys): Row {
  if (frozenKinds.includes(row.kind)) return row;
  const definition = definitionOf(row.kind);
  const isPerson = keys.has(recordKey(row.id));
  const values: Record<string, FieldValue> = {};
  let isChanged = isPerson;
  for (const [field, value] of Object.entries(row.values)) {
    const erased = eraseField(definition, field, value, isPerson, keys);
    // A set without members is no value of a record.
    if (erased !== null && !(Array.isArray(erased) && erased.length === 0)) values[field] = erased;
    if (erased !== value) isChanged = true;
  }
  const { clocks } = row;
  const left = clocks === undefined ? undefined : eraseClocks(clocks, isPerson, keys);
  if (!isChanged && left === clocks) return row;
  return { ...row, values, ...(left === undefined ? {} : { clocks: left }) };
}

/** The members of sets have their own stamps, under their own words. */
function eraseClocks(
  clocks: Readonly<Record<string, string>>,
  isPerson: boolean,
  keys: ErasedKeys,
): Readonly<Record<string, string>> {
  const kept = Object.entries(clocks).filter(([name]) => {
    const at = name.indexOf(':');
    if (at === -1) return true;
    const member = name.slice(at + 1);
    return !isPerson && withoutMentions(member, keys) === member;
  });
  return kept.length === Object.keys(clocks).length ? clocks : Object.fromEntries(kept);
}

/** An entry of the journal without a person; the same object when nothing in it concerns them. */
export function eraseEntry<
  Row extends { readonly reason: string; readonly changes: readonly ChangeRow[] },
>(row: Row, keys: ErasedKeys): Row {
  const changes = row.changes.map((change) => {
    const { kind, id, field, from, to } = change;
    if (frozenKinds.includes(kind)) return change;
    const isPerson = keys.has(recordKey(id));
    const definition = definitionOf(kind);
    const before = eraseField(definition, field, from, isPerson, keys);
    const after = eraseField(definition, field, to, isPerson, keys);
    return before === from && after === to ? change : { ...change, from: before, to: after };
  });
  const reason = withoutMentions(row.reason, keys);
  const isSame = reason === row.reason && changes.every((each, at) => each === row.changes[at]);
  return isSame ? row : { ...row, reason, changes };
}

/** Types whose values are words of people; the others hold numbers, days, choices and ids. */
const textTypes: readonly string[] = ['text', 'long-text', 'link', 'set', 'structure'];

function eraseField(
  definition: KindDefinition | undefined,
  field: string,
  value: FieldValue,
  isPerson: boolean,
  keys: ErasedKeys,
): FieldValue {
  if (field === existence) return value;
  const known = definition?.fields[field];
  const isText = known === undefined || (textTypes.includes(known.type) && known.to === undefined);
  if (!isText || value === null) return value;
  const left = known?.required === true ? erasedWord : null;
  // Of a set the journal holds lists: an empty one changes nothing.
  if (Array.isArray(value) && known?.type === 'set') return eraseMembers(value, isPerson, keys);
  if (isPerson) return left;
  // Files of figures know partners by their names.
  if (definition?.kind === 'partner' && field === 'name' && typeof value === 'string') {
    return withSigns(value, keys);
  }
  const erased = eraseIn(value, keys);
  if (erased === erasedWord) return left;
  if (known?.type === 'link' && erased !== value && typeof erased === 'string') return null;
  return sameJson(erased, value) ? value : erased;
}

function eraseMembers(
  members: readonly FieldValue[],
  isPerson: boolean,
  keys: ErasedKeys,
): FieldValue {
  if (isPerson) return members.length === 0 ? members : [];
  const kept = members
    .map((member) => eraseIn(member, keys))
    .filter((member) => member !== erasedWord);
  return sameJson(kept, members) ? members : [...new Set(kept)];
}

function sameJson(one: FieldValue, other: FieldValue): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function definitionOf(kind: string): KindDefinition | undefined {
  return kinds.find((each) => each.kind === kind);
}
