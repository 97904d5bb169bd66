import type { FieldValue } from '../../../shared/ipc/desk-records';
import { DeskError } from '../../../shared/kernel/result';
import type { FieldDefinition, KindDefinition } from '../../../shared/records/definition';
import { personKindOf } from '../../../shared/records/index';
import { isShipped } from '../../../shared/records/reference-data';
import type { Agency } from './agency-shape';
import type { Core } from './database';
import { comparableName, listStored } from './read';
import type { Upserts, Wanted } from './upsert';

type BookRow = Agency['records'][number];

/**
 * Takes in rows of any kind as their definitions say. A row is the same record as a stored one of its name that is
 * about the same. Throws `INVALID_AGENCY` for a reference that leads nowhere.
 */
export async function importBookRows(
  core: Core,
  rows: readonly BookRow[],
  upserts: Upserts,
): Promise<void> {
  const references = new References(core);
  for (const group of groupsOf(rows)) {
    const definition = personKindOf(group.kind);
    const wanted: Wanted[] = [];
    for (const { values } of group.rows) wanted.push(await references.resolve(definition, values));
    const identifying = Object.keys(definition.fields).filter(
      (name) => name === definition.nameField || identifies(definition.fields[name]),
    );
    const ids = await upserts.bring(
      group.kind,
      (values) => identifying.map((name) => values[name]),
      wanted,
    );
    references.forget(group.kind);
    group.rows.forEach(({ key }, at) => {
      if (key !== undefined) references.remember(key, ids[at] ?? '');
    });
  }
}

/** What a record is about, and the day on which it has to have been; who does it may change. */
function identifies(field: FieldDefinition | undefined): boolean {
  if (field?.type === 'day') return field.required === true;
  return field?.type === 'reference' && field.to !== 'team-member' && !isShipped(field.to ?? '');
}

/** Rows of one kind that need nothing of each other, all of a kind together where nothing between refers to them. */
function groupsOf(
  rows: readonly BookRow[],
): readonly { readonly kind: string; readonly rows: readonly BookRow[] }[] {
  const groups: { kind: string; rows: BookRow[] }[] = [];
  const groupOfKey = new Map<string, number>();
  for (const row of rows) {
    const needed = Object.values(row.values)
      .flat()
      .flatMap((value) => (typeof value === 'string' ? (groupOfKey.get(value) ?? []) : []));
    const earliest = Math.max(-1, ...needed) + 1;
    let at = groups.findIndex(({ kind }, index) => index >= earliest && kind === row.kind);
    if (at === -1) at = groups.push({ kind: row.kind, rows: [] }) - 1;
    groups[at]?.rows.push(row);
    if (row.key !== undefined) groupOfKey.set(`#${row.key}`, at);
  }
  return groups;
}

function wordsOf(list: readonly unknown[]): readonly string[] {
  return list.filter((each) => typeof each === 'string');
}

/** Finds the ids behind what the books call records. */
class References {
  private readonly core: Core;
  private readonly keys = new Map<string, string>();
  private readonly names = new Map<string, ReadonlyMap<string, string>>();

  constructor(core: Core) {
    this.core = core;
  }

  remember(key: string, id: string): void {
    this.keys.set(`#${key}`, id);
  }

  /** Records of this kind were written: their names are read again when somebody asks for one. */
  forget(kind: string): void {
    this.names.delete(kind);
  }

  async resolve({ fields }: KindDefinition, values: BookRow['values']): Promise<Wanted> {
    const resolved: Record<string, FieldValue> = {};
    for (const [name, value] of Object.entries(values)) {
      const to = fields[name]?.to;
      if (to === undefined) resolved[name] = value;
      else if (typeof value === 'string') resolved[name] = await this.idOf(to, value);
      else if (Array.isArray(value)) {
        resolved[name] = await Promise.all(wordsOf(value).map((each) => this.idOf(to, each)));
      }
    }
    return resolved;
  }

  private async idOf(kind: string, words: string): Promise<string> {
    if (words.startsWith(`${kind}:`) && isShipped(kind)) return words;
    const id = this.keys.get(words) ?? (await this.namesOf(kind)).get(comparableName(words));
    if (id === undefined) {
      throw new DeskError(
        'INVALID_AGENCY',
        `The agency's records name a ${kind} '${words}' that they don't list.`,
      );
    }
    return id;
  }

  private async namesOf(kind: string): Promise<ReadonlyMap<string, string>> {
    const known = this.names.get(kind);
    if (known !== undefined) return known;
    const { nameField } = personKindOf(kind);
    const names = new Map<string, string>();
    for (const { id, values } of await listStored(this.core, kind)) {
      const name = values[nameField];
      if (typeof name === 'string') names.set(comparableName(name), id);
    }
    this.names.set(kind, names);
    return names;
  }
}
