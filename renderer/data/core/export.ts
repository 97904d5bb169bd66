import { Dexie } from 'dexie';
import type { ExportCell, ExportPage } from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { DeskError } from '../../../shared/kernel/result';
import { minorDigits } from '../../../shared/kernel/money';
import {
  anyKind,
  type FieldDefinition,
  type KindDefinition,
} from '../../../shared/records/definition';
import { kindOf, personKindOf } from '../../../shared/records/index';
import { linksOf } from '../../../shared/records/validation';
import { keptRecords } from '../kept-records';
import type { Values } from '../kept-sheet';
import { recordsAsOf } from './as-of';
import type { Core } from './database';
import { comparableName } from './read';

const recordsPerPage = 5_000;

/** As much of a record as an export writes. */
interface ExportedRecord {
  readonly id: string;
  readonly values: Values;
}

/**
 * A page of a kind's living records in the order of their ids, every field as a cell: references by name where that means one
 * record, else by id; sets joined by `; `, money as a decimal number of major units beside its currency, structures as
 * they are. Read back, it gives the same records. `asOf`: those of the end of a day.
 */
export async function exportRecords(
  core: Core,
  kind: string,
  after: string | null,
  asOf?: string,
): Promise<ExportPage> {
  const definition = personKindOf(kind);
  const then = asOf === undefined ? null : await recordsAsOf(core, kind, asOf);
  const all = then === null ? await livingIds(core, kind) : [...then.keys()].sort();
  const ids = all.filter((id) => after === null || id > after);
  const first = ids.slice(0, recordsPerPage);
  const page: ExportedRecord[] =
    then === null
      ? (await core.database.records.bulkGet(first)).filter((record) => record !== undefined)
      : first.map((id) => ({ id, values: then.get(id) ?? {} }));
  const names =
    asOf === undefined
      ? await namesOf(core, definition, page)
      : await namesAsOf(core, definition, asOf);
  const fields = [...new Set([...definition.columns, ...Object.keys(definition.fields)])].map(
    (name) => columnOf(definition, name),
  );
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

/** What the records of a page refer to, by id; without names that two bear or that would fall apart in a list. */
async function namesOf(
  core: Core,
  { fields }: KindDefinition,
  page: readonly ExportedRecord[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  for (const [name, field] of Object.entries(fields)) {
    for (const { values } of page) for (const id of linksOf(field, values[name])) ids.add(id);
  }
  const targets = (await core.database.records.bulkGet([...ids])).filter(
    (record) => record !== undefined,
  );
  const shared = new Map<string, ReadonlySet<string>>();
  for (const kind of new Set(targets.map((target) => target.kind))) {
    shared.set(kind, await sharedNames(core, kind));
  }
  const names = new Map<string, string>();
  for (const { id, kind, values } of targets) {
    const name = values[personKindOf(kind).nameField];
    if (typeof name !== 'string' || /[;,]/.test(name) || name !== name.trim()) continue;
    if (shared.get(kind)?.has(comparableName(name)) === false) names.set(id, name);
  }
  return names;
}

/** What everything that a kind can refer to was called at the end of a day. */
async function namesAsOf(
  core: Core,
  { fields }: KindDefinition,
  asOf: string,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const kind of new Set(Object.values(fields).flatMap(({ to }) => to ?? []))) {
    // What may belong to a record of any kind keeps its id.
    if (kind === anyKind || kindOf(kind).owner === 'network') continue;
    for (const [id, values] of await recordsAsOf(core, kind, asOf))
      putName(names, kind, id, values);
  }
  return names;
}

function putName(names: Map<string, string>, kind: string, id: string, values: Values): void {
  const name = values[personKindOf(kind).nameField];
  if (typeof name === 'string') names.set(id, name);
}

/** Names of a kind that more than one living record bears. */
async function sharedNames(core: Core, kind: string): Promise<ReadonlySet<string>> {
  const { nameField } = personKindOf(kind);
  const met = new Set<string>();
  const shared = new Set<string>();
  for (const values of (await keptRecords(core, kind).all()).values()) {
    const name = values[nameField];
    if (typeof name !== 'string') continue;
    const comparable = comparableName(name);
    if (met.has(comparable)) shared.add(comparable);
    met.add(comparable);
  }
  return shared;
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
