import { kindOf } from '../../../../shared/records/index';
import type { KindDefinition } from '../../../../shared/records/definition';
import { recordsAsOf } from '../../core/as-of';
import type { Core } from '../../core/database';
import { keptRecords } from '../../kept-records';
import type { Values } from '../../kept-sheet';
import { ratioOf, sortKey, wordLabel, wordsOf, type Names, type SortKey } from './column';

/** All living records of a kind with what sorting, searching and filtering of them needs, worked out once. */
export class RecordTable {
  readonly definition: KindDefinition;
  readonly ids: readonly string[];
  readonly values: readonly Values[];
  readonly names: Names;
  /** The order in which the records were read: the one changed longest ago first. */
  private readonly keys = new Map<string, readonly SortKey[]>();
  private texts: readonly string[] | null = null;

  constructor(definition: KindDefinition, records: ReadonlyMap<string, Values>, names: Names) {
    this.definition = definition;
    this.ids = [...records.keys()];
    this.values = [...records.values()];
    this.names = names;
  }

  /** What a column is sorted by, for every record. */
  sortKeys(column: string): readonly SortKey[] {
    const known = this.keys.get(column);
    if (known !== undefined) return known;
    const field = this.definition.fields[column];
    const ratio = this.definition.ratios?.[column];
    const made = this.values.map((values) =>
      field !== undefined
        ? sortKey(field, values[column], this.names)
        : ratio !== undefined
          ? ratioOf(ratio, values)
          : null,
    );
    this.keys.set(column, made);
    return made;
  }

  /** What search looks at, for every record: its searched fields, choices and the names of what it refers to. */
  searchTexts(): readonly string[] {
    return (this.texts ??= this.values.map((values) => this.searchText(values)));
  }

  private searchText(values: Values): string {
    const words: string[] = [];
    for (const [name, field] of Object.entries(this.definition.fields)) {
      const value = values[name];
      if (value === undefined || value === null) continue;
      if (field.type === 'choice' || field.to !== undefined) {
        for (const word of wordsOf(value)) words.push(wordLabel(field, word, this.names));
      } else if (field.searched === true) words.push(...wordsOf(value));
    }
    return words.join('\n').toLowerCase();
  }
}

interface Kept {
  readonly revisions: string;
  readonly table: RecordTable;
}

/** By kind; of days gone by only the one that was looked at last. */
const tables = new Map<string, Kept>();

/**
 * The table of a kind as it stands now, or as it was at the end of a day; it is made anew only after a change of its
 * records or of what they refer to.
 */
export async function recordTable(core: Core, kind: string, asOf?: string): Promise<RecordTable> {
  const definition = kindOf(kind);
  const targets = [...new Set(Object.values(definition.fields).flatMap(({ to }) => to ?? []))];
  const sources = [kind, ...targets].map((each) => keptRecords(core, each));
  const [records = new Map<string, Values>(), ...referred] = await Promise.all(
    asOf === undefined
      ? sources.map((source) => source.all())
      : [kind, ...targets].map((each) => recordsAsOf(core, each, asOf)),
  );
  const place = asOf === undefined ? kind : 'as of a day';
  const revisions = `${kind} ${asOf ?? ''} ${Object.keys(definition.fields).join()} ${sources.map(({ revision }) => revision).join()}`;
  const known = tables.get(place);
  if (known?.revisions === revisions) return known.table;
  const byKind = new Map(targets.map((target, at) => [target, referred[at]]));
  const table = new RecordTable(definition, records, (to, id) =>
    nameIn(to, byKind.get(to)?.get(id)),
  );
  tables.set(place, { revisions, table });
  return table;
}

function nameIn(
  kind: string,
  values: Values | undefined,
): { readonly name: string; readonly order: string } {
  const { nameField, fields } = kindOf(kind);
  const name = values?.[nameField];
  const orderField = Object.keys(fields).find((field) => fields[field]?.type === 'order');
  const order = orderField === undefined ? '' : values?.[orderField];
  return {
    // What was deleted and is still referred to, in an older store, has no name left.
    name: typeof name === 'string' ? name : '–',
    order: typeof order === 'string' ? order : '',
  };
}
