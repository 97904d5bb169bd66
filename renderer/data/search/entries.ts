import type { FieldValue } from '../../../shared/ipc/desk-records';
import { formatDay, utcDay } from '../../../shared/kernel/days';
import { kinds, kindOf } from '../../../shared/records/index';
import type { KindDefinition } from '../../../shared/records/definition';
import { recordName } from '../../../shared/records/record-name';
import type { StoredRecord } from '../core/stored';
import type { SearchEntry } from './search-index';

/** Kinds of records that people search, in the order in which equally good finds are shown. */
export const searchedKinds: readonly KindDefinition[] = kinds.filter(
  ({ owner, fields }) =>
    owner === 'person' && Object.values(fields).some(({ searched }) => searched === true),
);

/** Fields that tell records of one name apart, the first that has a value. */
const hintFields = [
  'domain',
  'role',
  'periodLabel',
  'dueOn',
  'writtenOn',
  'account',
  'vertical',
  'screen',
];
const nameLength = 120;
/** A document says no more than this in words that somebody wrote. */
const mostWords = 100_000;

/** What search knows of a record beside its own fields. */
export interface EntryContext {
  /** Other words by which it is found, such as ids on networks. */
  readonly more?: readonly string[] | undefined;
  /** Whom a file about a partnership is about. */
  readonly partner?: string | null;
  readonly program?: string | null;
  /** The record that a file is attached to. */
  readonly parent?: SearchEntry['parent'];
}

/** A record as search knows it: its definition says which fields are searched. */
export function searchEntry(
  record: Pick<StoredRecord, 'kind' | 'id' | 'values'>,
  { more = [], partner = null, program = null, parent = null }: EntryContext = {},
): SearchEntry {
  const { kind, id, values } = record;
  const definition = kindOf(kind);
  const { fields, state, responsible, home } = definition;
  const texts = searchedTexts(kind, values);
  const own = (field: string): string | null => textsOf(values[field])[0] ?? null;
  const stands = state === undefined ? null : own(state.field);
  const inside = typeof home === 'string' ? null : own(home.by);
  return {
    kind,
    id,
    name: shortened(recordName(definition, values)),
    hint: hintFields.flatMap((field) => (fields[field] ? (own(field) ?? []) : []))[0] ?? '',
    texts: [...texts, ...more],
    client: own('client'),
    program: own('program') ?? program,
    partner: own('partner') ?? partner,
    parent:
      inside === null || typeof home === 'string' ? parent : { kind: home.inside, id: inside },
    screen: own('screen'),
    owner: responsible === undefined ? undefined : own(responsible),
    state: stands,
    isClosed: stands !== null && state?.closed.includes(stands) === true,
    day: dayOf(values[dayFieldOf(definition) ?? '']),
  };
}

/** What a record says in its searched fields beside its name. */
export function searchedTexts(kind: string, values: StoredRecord['values']): readonly string[] {
  const { fields, nameField } = kindOf(kind);
  return Object.entries(fields)
    .filter(([field, { searched }]) => searched === true && field !== nameField)
    .flatMap(([field]) => textsOf(values[field]));
}

const dayFields = new Map<string, string | null>();

/** The day that records of a kind turn around: due, or else the one that they are sorted by, or the first there is. */
function dayFieldOf({ kind, due, sort, columns, fields }: KindDefinition): string | null {
  const known = dayFields.get(kind);
  if (known !== undefined) return known;
  const isDay = (field: string): boolean =>
    fields[field]?.type === 'day' || fields[field]?.type === 'instant';
  const found = due ?? [sort.field, ...columns, ...Object.keys(fields)].find(isDay) ?? null;
  dayFields.set(kind, found);
  return found;
}

function dayOf(value: FieldValue | undefined): string | null {
  if (typeof value === 'number') return formatDay(utcDay(value));
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The words of a field; of a document those that stand on its pages. */
function textsOf(value: FieldValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string');
  if (typeof value !== 'object' || value === null) return [];
  const words: string[] = [];
  collectWords(value, words);
  return [words.join('\n').slice(0, mostWords)];
}

/** Parts of documents that are read; the others are keys, styles and raw values. */
const wordKeys = new Set(['words', 'title', 'heading', 'label', 'note', 'text']);

function collectWords(value: FieldValue, words: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isList(value)) {
    for (const part of value) collectWords(part, words);
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'string') collectWords(part, words);
    else if (wordKeys.has(key)) words.push(part);
  }
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

function shortened(name: string): string {
  return name.length > nameLength ? `${name.slice(0, nameLength)}…` : name;
}
