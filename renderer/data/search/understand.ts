import { choiceLabel } from '../../../shared/domain/record-list';
import {
  daysMeant,
  searchOperators,
  type SearchOperator,
  type SearchPart,
} from '../../../shared/domain/search-text';
import { formatDay, type Day } from '../../../shared/kernel/days';
import { kindOf } from '../../../shared/records/index';
import { searchedKinds } from './entries';
import { foldWords, plainText } from './fold';
import type { PartnerPrograms } from './partner-programs';
import type { Asked, SearchEntry, SearchIndex } from './search-index';

/** What operators are resolved with. */
export interface SearchContext {
  readonly index: SearchIndex;
  readonly today: Day;
  /** The team member at this desk; null while nobody has said who that is. */
  readonly me: string | null;
  /** The programs that partners are in, by the networks' lists; null where no operator asks for them. */
  readonly partnerPrograms: PartnerPrograms | null;
}

export interface Understood {
  readonly asked: Asked;
  /** Sentences about what can't be understood. */
  readonly problems: readonly string[];
}

type Test = NonNullable<Asked['passes']>;

/** Turns what was typed into what is looked for. Two values of one operator mean either, two operators mean both. */
export function understand(parts: readonly SearchPart[], context: SearchContext): Understood {
  const problems: string[] = [];
  const either = new Map<SearchOperator, Test[]>();
  const all: Test[] = [];
  for (const part of parts) {
    const { operator, value, isNot } = part;
    if (operator === null) continue;
    const test = typeof operator === 'string' ? testOf(operator, value, context) : noSuch(operator);
    if (typeof test === 'string') problems.push(test);
    else if (isNot) all.push((entry, place) => !test(entry, place));
    else if (isOfDays(operator)) all.push(test);
    else if (typeof operator === 'string') {
      either.set(operator, [...(either.get(operator) ?? []), test]);
    }
  }
  for (const tests of either.values())
    all.push((entry, place) => tests.some((test) => test(entry, place)));
  const plain = parts.filter(({ operator }) => operator === null);
  const values = (wanted: (part: SearchPart) => boolean): string[] =>
    plain.filter(wanted).map(({ value }) => value);
  return {
    asked: {
      words: values(({ isNot, isQuoted }) => !isNot && !isQuoted),
      phrases: values(({ isNot, isQuoted }) => !isNot && isQuoted),
      without: values(({ isNot }) => isNot),
      passes: all.length === 0 ? null : (entry, place) => all.every((test) => test(entry, place)),
    },
    problems,
  };
}

function isOfDays(operator: SearchPart['operator']): boolean {
  return operator === 'before' || operator === 'after' || operator === 'on';
}

function noSuch({ unknown }: { readonly unknown: string }): string {
  const known = searchOperators.map((operator) => `${operator}:`).join(', ');
  return `There is no “${unknown}:”. A search is narrowed by ${known}. In quotes the words themselves are looked for.`;
}

/** What a record must be, or why the value means nothing. */
function testOf(operator: SearchOperator, value: string, context: SearchContext): Test | string {
  if (value === '') return `${operator}: waits for ${waitsFor[operator]}.`;
  switch (operator) {
    case 'client': {
      const ids = named(context.index, 'client', value);
      if (ids.size === 0) return `No client is called “${value}”.`;
      return clientTest(ids, context);
    }
    case 'program': {
      const ids = named(context.index, 'program', value);
      if (ids.size === 0) return `No program is called “${value}”.`;
      return orPartnerIn(
        ids,
        (entry) => programsOf(entry, context).some((id) => ids.has(id)),
        context,
      );
    }
    case 'kind': {
      const kinds = kindsNamed(value);
      if (kinds.size === 0) return `No kind of record is called “${value}”.`;
      return ({ kind }) => kinds.has(kind);
    }
    case 'state':
      return stateTest(value, context.index);
    case 'owner':
      return ownerTest(value, context);
    default:
      return dayTest(operator, value, context.today);
  }
}

const waitsFor: Readonly<Record<SearchOperator, string>> = {
  client: 'the name of a client',
  program: 'the name of a program',
  kind: 'a kind of record, such as task or note',
  state: 'a state, such as open or closed',
  owner: 'a name of the team, me or nobody',
  before: 'a day, such as 2026-03-31 or this week',
  after: 'a day, such as 2026-03-31 or last month',
  on: 'a day, such as 2026-03-31 or today',
};

/** A record belongs to its own client, or to that of its program or of the record that it lives in. */
function clientTest(ids: ReadonlySet<string>, context: SearchContext): Test {
  const programs = new Set(
    context.index
      .entriesOf('program')
      .filter(({ client }) => client !== null && ids.has(client))
      .map(({ id }) => id),
  );
  const belongs = (entry: SearchEntry): boolean => {
    if (entry.kind === 'client') return ids.has(entry.id);
    if (entry.client !== null) return ids.has(entry.client);
    const own = programsOf(entry, context);
    if (own.length > 0) return own.some((id) => programs.has(id));
    const parent = parentOf(entry, context);
    return parent !== null && belongs(parent);
  };
  return orPartnerIn(programs, belongs, context);
}

/** A partner is asked for its programs, everything else as it is. */
function orPartnerIn(
  programs: ReadonlySet<string>,
  test: (entry: SearchEntry) => boolean,
  { partnerPrograms }: SearchContext,
): Test {
  if (partnerPrograms === null) return test;
  const { lists, listAt } = partnerPrograms;
  const isIn = lists.map((list) => list.some((id) => programs.has(id)));
  return (entry, place) => {
    const list = listAt[place] ?? 0;
    return list === 0 ? test(entry) : isIn[list] === true;
  };
}

/** The record that one lives in or is attached to; a partner's programs are not those of everything about it. */
function parentOf({ parent }: SearchEntry, { index }: SearchContext): SearchEntry | null {
  const found = parent === null ? null : index.entryOf(parent.id);
  return found === null || found.kind === 'partner' || found.parent?.id === found.id ? null : found;
}

function programsOf(entry: SearchEntry, context: SearchContext): readonly string[] {
  if (entry.kind === 'program') return [entry.id];
  if (entry.program !== null) return [entry.program];
  const parent = parentOf(entry, context);
  return parent === null ? [] : programsOf(parent, context);
}

/** The records of a kind that have this name; where none has, those of which every typed word begins a word. */
function named(index: SearchIndex, kind: string, value: string): ReadonlySet<string> {
  const entries = [...index.entriesOf(kind)];
  return new Set(fitting(entries, ({ name }) => [name], value).map(({ id }) => id));
}

/** Those that are called so to the letter, or else those of whose names every typed word begins a word. */
export function fitting<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
  value: string,
): readonly Item[] {
  const wanted = plainText(value);
  const equal = items.filter((item) => namesOf(item).some((name) => plainText(name) === wanted));
  return equal.length > 0 ? equal : beginning(items, namesOf, value);
}

/** Those of whose names every typed word begins a word. */
export function beginning<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
  value: string,
): readonly Item[] {
  const typed = foldWords(value).map(({ plain }) => plain);
  return items.filter((item) =>
    namesOf(item).some((name) => {
      const words = foldWords(name).flatMap(({ plain, writtenOut }) => [
        plain,
        writtenOut ?? plain,
      ]);
      return typed.every((begun) => words.some((word) => word.startsWith(begun)));
    }),
  );
}

function kindsNamed(value: string): ReadonlySet<string> {
  const found = fitting(searchedKinds, ({ kind, label, plural }) => [kind, label, plural], value);
  return new Set(found.map(({ kind }) => kind));
}

/** A state of a kind with what it is called. */
export interface NamedState {
  readonly kind: string;
  readonly word: string;
  readonly label: string;
}

/** Every state that records can stand in. */
export function namedStates(index: SearchIndex): readonly NamedState[] {
  return searchedKinds.flatMap(({ kind }): readonly NamedState[] => {
    const { state, fields } = kindOf(kind);
    const field = state === undefined ? undefined : fields[state.field];
    if (field === undefined) return [];
    if (field.to !== undefined) {
      const entries = [...index.entriesOf(field.to)];
      return entries.map(({ id, name }) => ({ kind, word: id, label: name }));
    }
    return (field.choices ?? []).map((word) => ({ kind, word, label: choiceLabel(field, word) }));
  });
}

/** `open` is whatever has not come to an end, whatever its kind calls that. */
function stateTest(value: string, index: SearchIndex): Test | string {
  const wanted = plainText(value);
  if (wanted === 'open') return ({ state, isClosed }) => state !== null && !isClosed;
  if (wanted === 'closed') return ({ isClosed }) => isClosed;
  const states = fitting(namedStates(index), ({ word, label }) => [label, word], value);
  if (states.length === 0) return `No kind of record has a state called “${value}”.`;
  const known = new Set(states.map(({ kind, word }) => `${kind} ${word}`));
  return ({ kind, state }) => state !== null && known.has(`${kind} ${state}`);
}

function ownerTest(value: string, { index, me }: SearchContext): Test | string {
  const wanted = plainText(value);
  if (wanted === 'nobody') return ({ owner }) => owner === null;
  if (wanted === 'me') {
    if (me === null)
      return 'Settings don’t say yet who sits at this desk, so “owner:me” is nobody.';
    return ({ owner }) => owner === me;
  }
  const ids = named(index, 'team-member', value);
  if (ids.size === 0) return `Nobody on the team is called “${value}”.`;
  return ({ owner }) => typeof owner === 'string' && ids.has(owner);
}

/** A record without a day is neither before nor after any. */
function dayTest(operator: 'before' | 'after' | 'on', value: string, today: Day): Test | string {
  const days = daysMeant(value, today);
  if (days === null) {
    return `“${value}” is no day. Days are written 2026-03-31, 2026-03 or 2026, or in words: today, yesterday, tomorrow; this, last or next week, month, quarter or year.`;
  }
  const [from, to] = [formatDay(days.from), formatDay(days.to)];
  return ({ day }) =>
    day !== null &&
    (operator === 'before'
      ? day < from
      : operator === 'after'
        ? day > to
        : day >= from && day <= to);
}
