import { Dexie } from 'dexie';
import type { ExportCell, ExportPage } from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { DeskError } from '../../../shared/kernel/result';
import { minorDigits } from '../../../shared/kernel/money';
import type { FieldDefinition, KindDefinition } from '../../../shared/records/definition';
import { personKindOf } from '../../../shared/records/index';
import { linksOf } from '../../../shared/records/validation';
import type { Core } from './database';
import type { StoredRecord } from './stored';

const recordsPerPage = 5_000;

/**
 * A page of a kind's living records in the order of their ids, as cells: references by name, sets joined by `; `, money as
 * a decimal number of major units beside its currency, structures as they are.
 */
export async function exportRecords(
  core: Core,
  kind: string,
  after: string | null,
): Promise<ExportPage> {
  const definition = personKindOf(kind);
  const ids = (await livingIds(core, kind)).filter((id) => after === null || id > after);
  const page = (await core.database.records.bulkGet(ids.slice(0, recordsPerPage))).filter(
    (record) => record !== undefined,
  );
  const names = await namesOf(core, page);
  const fields = definition.columns.map((name) => columnOf(definition, name));
  return {
    columns: ['id', ...fields.flatMap(({ name, field }) => headings(name, field))],
    rows: page.map(({ id, values }) => [
      id,
      ...fields.flatMap(({ name, field }) => cells(field, values[name] ?? null, names)),
    ]),
    next: ids.length > recordsPerPage ? (ids[recordsPerPage - 1] ?? null) : null,
  };
}

/** In the order of ids, which no change of a record moves: every record is on exactly one page. */
async function livingIds({ database }: Core, kind: string): Promise<string[]> {
  const ids = await database.records
    .where('[kind+deleted+updated]')
    .between([kind, 0, Dexie.minKey], [kind, 0, Dexie.maxKey], true, true)
    .primaryKeys();
  return ids.sort();
}

function columnOf(
  definition: KindDefinition,
  name: string,
): { readonly name: string; readonly field: FieldDefinition } {
  const field = definition.fields[name];
  if (!field) throw new DeskError('UNKNOWN_FIELD', `${definition.kind} has no column '${name}'.`);
  return { name, field };
}

/** What the records of a page refer to, by id. */
async function namesOf(
  { database }: Core,
  page: readonly StoredRecord[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(page.flatMap((record) => record.links));
  const names = new Map<string, string>();
  for (const target of await database.records.bulkGet([...ids])) {
    const name = target?.values[personKindOf(target.kind).nameField];
    if (target && typeof name === 'string') names.set(target.id, name);
  }
  return names;
}

function headings(name: string, field: FieldDefinition): readonly string[] {
  return field.type === 'money' ? [name, `${name}Currency`] : [name];
}

function cells(
  field: FieldDefinition,
  value: FieldValue,
  names: ReadonlyMap<string, string>,
): readonly ExportCell[] {
  if (field.type === 'money') return moneyCells(value);
  if (value === null) return [null];
  if (field.to !== undefined) {
    return [
      linksOf(field, value)
        .map((id) => names.get(id) ?? id)
        .join('; '),
    ];
  }
  if (field.type === 'set' && Array.isArray(value)) return [value.join('; ')];
  if (field.type === 'instant' && typeof value === 'number') return [new Date(value).toISOString()];
  return [value];
}

function moneyCells(value: FieldValue): readonly ExportCell[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [null, null];
  const { amountMinor, currency } = Object.fromEntries(Object.entries(value));
  if (typeof amountMinor !== 'number' || typeof currency !== 'string') return [null, null];
  return [amountMinor / 10 ** minorDigits(currency), currency];
}
