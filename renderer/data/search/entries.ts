import type { FieldValue } from '../../../shared/ipc/desk-records';
import { kinds, kindOf } from '../../../shared/records/index';
import type { KindDefinition } from '../../../shared/records/definition';
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

/** A record as search knows it: its definition says which fields are searched. */
export function searchEntry(
  record: Pick<StoredRecord, 'kind' | 'id' | 'values'>,
  more: readonly string[] = [],
): SearchEntry {
  const { kind, id, values } = record;
  const { fields, nameField } = kindOf(kind);
  const texts = Object.entries(fields)
    .filter(([field, { searched }]) => searched === true && field !== nameField)
    .flatMap(([field]) => textsOf(values[field]));
  const own = (field: string): string | null => textsOf(values[field])[0] ?? null;
  return {
    kind,
    id,
    name: shortened(own(nameField) ?? texts[0] ?? ''),
    hint: hintFields.flatMap((field) => (fields[field] ? (own(field) ?? []) : []))[0] ?? '',
    texts: [...texts, ...more],
    client: own('client'),
    program: own('program'),
    partner: own('partner'),
    screen: own('screen'),
  };
}

function textsOf(value: FieldValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A note without a title goes by its first line. */
function shortened(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length > nameLength ? `${line.slice(0, nameLength)}…` : line;
}
