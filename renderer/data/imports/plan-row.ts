import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { FieldChoice, ImportOutcome, RejectedCell } from '../../../shared/ipc/imports';
import type { Cell } from '../../../shared/imports/cells';
import type { KindDefinition } from '../../../shared/records/definition';
import { linksOf, referenceFieldsOf, requiredFieldsOf } from '../../../shared/records/validation';
import { asMembers, sameValue } from '../core/record-draft';
import { keysOf, type RecordKeys } from './keys';
import type { ReadRow, RowLead, RowReader } from './read-row';
import type { KnownRecord, RecordIndex } from './record-index';

/** A field in which the desk and the file say different things of one record. */
export interface Difference {
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
  /** What a person decided; null until then. */
  readonly choice: FieldChoice | null;
}

/** What an import will do with one row. */
export interface RowPlan {
  readonly row: number;
  readonly outcome: ImportOutcome;
  /** The record that the row is about; null for a new one. */
  readonly record: KnownRecord | null;
  /** Of a new one the id that it will have; else null. */
  readonly id: string | null;
  /** What will be written. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly differences: readonly Difference[];
  /** Why it is so, in words. */
  readonly reason: string;
  readonly problems: readonly RejectedCell[];
  /** What the row calls its record. */
  readonly name: string | null;
  /** Everything that the row says, as far as it can be read. */
  readonly said: ReadRow['values'];
  /** The references of it that lead to records which other rows bring. */
  readonly leads: readonly RowLead[];
  /** The earlier row that is about the same record; null for the first. */
  readonly twin: number | null;
}

/** Of a row with which nothing is done. */
export const noPlan = {
  record: null,
  id: null,
  values: {},
  differences: [],
  problems: [],
  name: null,
  said: {},
  leads: [],
  twin: null,
};

/** What people decided about rows that contradict the desk. */
export interface Decisions {
  /** For every field of every row that isn't decided by itself. */
  readonly forAll: FieldChoice | null;
  /** By row and field. */
  readonly single: ReadonlyMap<string, FieldChoice>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The key of one decision. */
export function decisionKey(row: number, field: string): string {
  return `${row} ${field}`;
}

/** Plans the rows of one file one after the other, in their order: a later row may speak of what an earlier one brings. */
export class RowPlanner {
  private readonly definition: KindDefinition;
  private readonly reader: RowReader;
  private readonly index: RecordIndex;
  private readonly defaults: Readonly<Record<string, FieldValue>>;
  private readonly idOfRow: (row: number) => string;
  /** The first row of the file with each key. */
  private readonly seen = new Map<string, number>();

  constructor(
    definition: KindDefinition,
    reader: RowReader,
    index: RecordIndex,
    /** What a new record begins with where the file says nothing. */
    defaults: Readonly<Record<string, FieldValue>>,
    /** The id of the record that a row brings, the same each time. */
    idOfRow: (row: number) => string,
  ) {
    this.idOfRow = idOfRow;
    this.definition = definition;
    this.reader = reader;
    this.index = index;
    this.defaults = defaults;
  }

  plan(row: number, cells: readonly Cell[], decisions: Decisions): RowPlan {
    const read = this.reader.read(cells);
    const { values: said, leads } = read;
    const name = said[this.definition.nameField];
    const called = typeof name === 'string' ? name : null;
    const base = { ...noPlan, row, name: called, said, leads };
    const rejected = (problems: RowPlan['problems']): RowPlan => {
      const reason = problems.map(({ message }) => message).join('; ');
      return { ...base, outcome: 'reject', reason, problems };
    };
    if (read.problems.length > 0) {
      return rejected(
        read.problems.map(({ field, value, message, lostRow }) => ({
          row,
          field,
          value,
          message: lostRow === row ? this.itselfWords() : message,
        })),
      );
    }
    const keys = keysOf(this.definition, said);
    const found = this.find(row, read, keys);
    if ('problem' in found) return rejected([{ row, ...found.problem }]);
    const { record } = found;
    const twin = this.noteKeys(row, read, keys, record);
    if (twin !== null) {
      const reason = `row ${twin} of the file is the same ${this.definition.label.toLowerCase()}`;
      return { ...base, outcome: 'skip', record, twin, reason };
    }
    const id = record === null ? this.newId(row, read) : null;
    const itself = this.leadsToItself(row, cells, read, record?.id ?? id ?? '');
    if (itself.length > 0) return rejected(itself);
    if (record !== null) {
      const compared = this.compare(row, read, record, found.by, decisions);
      const reason = compared.reason + this.wordsOfLeads(leads);
      return { ...base, ...compared, reason };
    }
    // A row with an id of its own is a whole record: what it leaves empty is empty.
    const values = read.id === null ? { ...this.defaults, ...said } : said;
    const lacking = this.lacking(row, values);
    if (lacking.length > 0) return rejected(lacking);
    const reason = `new${this.wordsOfLeads(leads)}`;
    return { ...base, outcome: 'create', id, values, reason };
  }

  private newId(row: number, { id, values }: ReadRow): string {
    const { keyedBy } = this.definition;
    const keyed = keyedBy === undefined ? undefined : values[keyedBy];
    return typeof keyed === 'string' ? keyed : (id ?? this.idOfRow(row));
  }

  /** Where the record will lead to one that another row brings. */
  private wordsOfLeads(leads: readonly RowLead[]): string {
    return leads
      .map(({ field, row }) => {
        const label = this.definition.fields[field]?.label ?? field;
        return `; ‘${label}’ is what row ${row} brings`;
      })
      .join('');
  }

  private leadsToItself(
    row: number,
    cells: readonly Cell[],
    { values }: ReadRow,
    id: string,
  ): RejectedCell[] {
    const { kind } = this.definition;
    return referenceFieldsOf(this.definition).flatMap(([name, field]) => {
      if (field.to !== kind || !linksOf(field, values[name]).includes(id)) return [];
      const value = this.reader.textOf(cells, name);
      return [{ row, field: name, value, message: this.itselfWords() }];
    });
  }

  private itselfWords(): string {
    return `a ${this.definition.label.toLowerCase()} can’t be this of itself`;
  }

  private find(
    row: number,
    read: ReadRow,
    keys: RecordKeys,
  ):
    | { readonly record: KnownRecord | null; readonly by: string }
    | { readonly problem: Omit<RejectedCell, 'row'> } {
    const { label, plural, keyedBy } = this.definition;
    const keyed = keyedBy === undefined ? undefined : read.values[keyedBy];
    if (typeof keyed === 'string') return { record: this.index.record(keyed) ?? null, by: 'id' };
    if (read.id !== null) {
      const record = this.index.record(read.id);
      if (record) return { record, by: 'id' };
      // What was exported from another desk, or from this one before it was emptied, keeps its ids.
      if (uuid.test(read.id) && !this.index.isTaken(read.id)) return { record: null, by: '' };
      const message = `there is no ${label.toLowerCase()} with that id`;
      return { problem: { field: 'id', value: read.id, message } };
    }
    // An import that is finished later knows again what it has brought before.
    const brought = this.index.record(this.idOfRow(row));
    if (brought) return { record: brought, by: 'id' };
    const byAccount = read.networkId === null ? null : this.index.withAccount(read.networkId);
    const match = byAccount ?? this.index.match(keys);
    if (match === null) return { record: null, by: '' };
    if ('record' in match) return match;
    const message = `${match.among} ${plural.toLowerCase()} have this ${match.by}; name one by its id`;
    return { problem: { field: match.by, value: '', message } };
  }

  /** The earlier row that is about the same record; null when this one is the first. */
  private noteKeys(
    row: number,
    read: ReadRow,
    { sure: fields, name, apart }: RecordKeys,
    record: KnownRecord | null,
  ): number | null {
    const sure = read.networkId === null ? fields : [...fields, `network id:${read.networkId}`];
    // A name alone is no reason to leave a row out that names its own mailbox or domain.
    const named = record?.id ?? read.id;
    const keys =
      named !== null
        ? [`id:${named}`]
        : sure.length > 0 || name === null
          ? sure
          : [`${name} ${apart ?? ''}`];
    const twin = keys.map((key) => this.seen.get(key)).find((at) => at !== undefined && at !== row);
    for (const key of keys) if (!this.seen.has(key)) this.seen.set(key, row);
    return twin ?? null;
  }

  private lacking(row: number, values: Readonly<Record<string, FieldValue>>): RejectedCell[] {
    return requiredFieldsOf(this.definition)
      .filter(([name]) => (values[name] ?? null) === null)
      .map(([name, { label }]) => ({
        row,
        field: name,
        value: '',
        message: `'${label}' is required`,
      }));
  }

  private compare(
    row: number,
    { values: theirs }: ReadRow,
    record: KnownRecord,
    by: string,
    decisions: Decisions,
  ): Pick<RowPlan, 'outcome' | 'record' | 'values' | 'differences' | 'reason'> {
    const values: Record<string, FieldValue> = {};
    const differences: Difference[] = [];
    for (const [field, value] of Object.entries(theirs)) {
      const mine = record.values[field] ?? null;
      const isSet = this.definition.fields[field]?.type === 'set';
      if (field === this.definition.keyedBy || sameFieldValue(isSet, mine, value)) continue;
      if (isSet) {
        const members = [...new Set([...asMembers(mine), ...asMembers(value)])].sort();
        // Whoever names a record by its id says what it is from now on; a duplicate only adds.
        const after = by === 'id' ? value : members;
        if (!sameFieldValue(isSet, mine, after)) values[field] = after;
      } else if (mine === null || by === 'id') values[field] = value;
      else {
        const single = decisions.single.get(decisionKey(row, field));
        const choice = single ?? decisions.forAll;
        differences.push({ field, mine, theirs: value, choice });
        if (choice === 'theirs') values[field] = value;
      }
    }
    const known = by === 'id' ? 'known by its id' : `known by its ${by}`;
    const open = differences.filter(({ choice }) => choice === null).length;
    if (open > 0) {
      const fields = differences.map(({ field }) => this.definition.fields[field]?.label ?? field);
      const reason = `${known}; says something else in ${fields.join(', ')}`;
      return { outcome: 'conflict', record, values, differences, reason };
    }
    const changed = Object.keys(values).length > 0;
    return {
      outcome: changed ? 'update' : 'skip',
      record,
      values,
      differences,
      reason: changed ? known : `${known}; nothing new`,
    };
  }
}

function sameFieldValue(isSet: boolean, mine: FieldValue, theirs: FieldValue): boolean {
  // A set has no order of its own; of structures the order counts.
  return isSet
    ? sameValue([...asMembers(mine)].sort(), [...asMembers(theirs)].sort())
    : sameValue(mine, theirs);
}
