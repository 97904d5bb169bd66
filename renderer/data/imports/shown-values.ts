import type { FieldValue } from '../../../shared/ipc/desk-records';
import { minorDigits } from '../../../shared/kernel/money';
import type { FieldDefinition } from '../../../shared/records/definition';
import { kindOf } from '../../../shared/records/index';
import { linksOf } from '../../../shared/records/validation';
import type { Core } from '../core/database';

type Fields = Readonly<Record<string, FieldDefinition>>;

/** The names of everything that these values refer to, by id. */
export async function nameRecords(
  { database }: Core,
  fields: Fields,
  values: readonly {
    readonly field: string;
    readonly mine: FieldValue;
    readonly theirs: FieldValue;
  }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  for (const { field, mine, theirs } of values) {
    const definition = fields[field];
    if (!definition) continue;
    for (const id of [...linksOf(definition, mine), ...linksOf(definition, theirs)]) ids.add(id);
  }
  const names = new Map<string, string>();
  for (const record of await database.records.bulkGet([...ids])) {
    const name = record?.values[kindOf(record.kind).nameField];
    if (record && typeof name === 'string') names.set(record.id, name);
  }
  return names;
}

/** A value as a person compares it with another. */
export function shownValue(
  field: FieldDefinition | undefined,
  value: FieldValue,
  names: ReadonlyMap<string, string>,
): string {
  if (value === null) return '–';
  if (field?.to !== undefined)
    return linksOf(field, value)
      .map((id) => names.get(id) ?? id)
      .join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field?.type === 'instant' && typeof value === 'number') return new Date(value).toISOString();
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value !== 'object') return field?.words?.[String(value)] ?? String(value);
  const { amountMinor, currency } = Object.fromEntries(Object.entries(value));
  if (typeof amountMinor === 'number' && typeof currency === 'string') {
    const digits = minorDigits(currency);
    return `${(amountMinor / 10 ** digits).toFixed(digits)} ${currency}`;
  }
  return JSON.stringify(value);
}
