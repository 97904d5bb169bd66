import { Dexie } from 'dexie';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { BeginImport } from '../../../shared/ipc/imports';
import { hasAccounts } from '../../../shared/imports/field-words';
import { formatDay, utcDay } from '../../../shared/kernel/days';
import type { KindDefinition } from '../../../shared/records/definition';
import type { Core } from '../core/database';
import { loadIdentities } from '../core/identities';
import { memberAtDesk } from '../core/person';
import { listStored } from '../core/read';
import { RowPlanner } from './plan-row';
import { RowReader } from './read-row';
import { RecordIndex } from './record-index';
import { References, type ReferenceWords } from './reference-words';

/** What the rows of one file are held against, read from the desk once. */
export interface RowPlanners {
  readonly references: References;
  /** A planner that looks at the rows from the first on. */
  readonly create: (references: ReferenceWords) => RowPlanner;
}

/** Reads what the desk has of a kind, and of everything that the columns of a file name. */
export async function loadPlanners(
  core: Core,
  definition: KindDefinition,
  { id, into, mapping, file }: BeginImport,
): Promise<RowPlanners> {
  const { fields } = definition;
  const pointed = mapping.flatMap((key) => (key === null ? [] : (fields[key]?.to ?? [])));
  const references = await References.load(core, new Set(pointed));
  const accounts = hasAccounts(definition) ? await accountsOf(core) : undefined;
  const taken = mapping.includes('id') ? await takenIds(core, into) : undefined;
  const index = new RecordIndex(definition, await listStored(core, into), accounts, taken);
  const defaults = await defaultsOf(core, definition);
  return {
    references,
    create: (words) => {
      const reader = new RowReader(definition, mapping, file.settings, words);
      return new RowPlanner(definition, reader, index, defaults, (row) => recordId(id, row));
    },
  };
}

/** The id of the record that a row of an import becomes, the same each time: an import that is finished later makes no second one. */
function recordId(importId: string, row: number): string {
  return `${importId.slice(0, 28)}${row.toString(16).padStart(8, '0')}`;
}

/** What a new record begins with where the file says nothing. */
async function defaultsOf(
  core: Core,
  { fields }: KindDefinition,
): Promise<Record<string, FieldValue>> {
  const member = await memberAtDesk(core);
  const now = core.chance.now();
  const today = formatDay(utcDay(now - new Date(now).getTimezoneOffset() * 60_000));
  const values: Record<string, FieldValue> = {};
  for (const [name, { initial }] of Object.entries(fields)) {
    if (initial === undefined) continue;
    const value = initial === 'today' ? today : initial === 'person' ? member : initial.value;
    if (value !== null) values[name] = value;
  }
  return values;
}

/** Partners by the ids that networks know them by, whichever network it is. */
async function accountsOf({ database }: Core): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const [key, partner] of await loadIdentities(database)) {
    const networkId = key.split(':').slice(2).join(':');
    const known = found.get(networkId) ?? [];
    if (partner !== '' && !known.includes(partner)) found.set(networkId, [...known, partner]);
  }
  return found;
}

/** The ids that no new record of a kind can have: those of deleted records and of other kinds. */
async function takenIds({ database }: Core, kind: string): Promise<ReadonlySet<string>> {
  const [all, living] = await Promise.all([
    database.records.toCollection().primaryKeys(),
    database.records
      .where('[kind+deleted+updated]')
      .between([kind, 0, Dexie.minKey], [kind, 0, Dexie.maxKey], true, true)
      .primaryKeys(),
  ]);
  const own = new Set(living);
  return new Set(all.filter((id) => !own.has(id)));
}
