import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { FieldChoice, ImportOutcome, RejectedCell } from '../../../shared/ipc/imports';
import type { Cell } from '../../../shared/imports/cells';
import type { KindDefinition } from '../../../shared/records/definition';
import { asMembers, sameValue } from '../core/record-draft';
import { keysOf } from './keys';
import type { ReadRow, RowReader } from './read-row';
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
  /** Of a new one the id that the file gives it; null where it gives none. */
  readonly id?: string | null;
  /** What will be written. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly differences: readonly Difference[];
  /** Why it is so, in words. */
  readonly reason: string;
  readonly problems: readonly RejectedCell[];
  /** What the row calls its record. */
  readonly name: string | null;
}

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
  /** The first row of the file with each key. */
  private readonly seen = new Map<string, number>();

  constructor(
    definition: KindDefinition,
    reader: RowReader,
    index: RecordIndex,
    /** What a new record begins with where the file says nothing. */
    defaults: Readonly<Record<string, FieldValue>>,
  ) {
    this.definition = definition;
    this.reader = reader;
    this.index = index;
    this.defaults = defaults;
  }

  plan(row: number, cells: readonly Cell[], decisions: Decisions): RowPlan {
    const read = this.reader.read(cells);
    const name = read.values[this.definition.nameField];
    const base = { row, name: typeof name === 'string' ? name : null, values: {}, differences: [] };
    const rejected = (problems: RowPlan['problems']): RowPlan => {
      const reason = problems.map(({ message }) => message).join('; ');
      return { ...base, outcome: 'reject', record: null, reason, problems };
    };
    if (read.problems.length > 0) {
      return rejected(read.problems.map((problem) => ({ row, ...problem })));
    }
    const found = this.find(read);
    if ('problem' in found) return rejected([{ row, ...found.problem }]);
    const twin = this.noteKeys(row, read, found.record);
    if (twin !== null) {
      const reason = `row ${twin} of the file is the same ${this.definition.label.toLowerCase()}`;
      return { ...base, outcome: 'skip', record: found.record, reason, problems: [] };
    }
    if (found.record === null) {
      // A row with an id of its own is a whole record: what it leaves empty is empty.
      const values = read.id === null ? { ...this.defaults, ...read.values } : read.values;
      const lacking = this.lacking(row, values);
      if (lacking.length > 0) return rejected(lacking);
      const { id } = read;
      return { ...base, outcome: 'create', record: null, id, values, reason: 'new', problems: [] };
    }
    return { ...base, ...this.compare(row, read, found.record, found.by, decisions), problems: [] };
  }

  private find(
    read: ReadRow,
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
    const byAccount = read.networkId === null ? null : this.index.withAccount(read.networkId);
    const match = byAccount ?? this.index.match(read.values);
    if (match === null) return { record: null, by: '' };
    if ('record' in match) return match;
    const message = `${match.among} ${plural.toLowerCase()} have this ${match.by}; name one by its id`;
    return { problem: { field: match.by, value: '', message } };
  }

  /** The earlier row that is about the same record; null when this one is the first. */
  private noteKeys(row: number, read: ReadRow, record: KnownRecord | null): number | null {
    const { sure: fields, name } = keysOf(this.definition, read.values);
    const sure = read.networkId === null ? fields : [...fields, `network id:${read.networkId}`];
    // A name alone is no reason to leave a row out that names its own mailbox or domain.
    const named = record?.id ?? read.id;
    const keys =
      named !== null ? [`id:${named}`] : sure.length > 0 || name === null ? sure : [name];
    const twin = keys.map((key) => this.seen.get(key)).find((at) => at !== undefined && at !== row);
    for (const key of keys) if (!this.seen.has(key)) this.seen.set(key, row);
    return twin ?? null;
  }

  private lacking(row: number, values: Readonly<Record<string, FieldValue>>): RejectedCell[] {
    return Object.entries(this.definition.fields)
      .filter(([name, { required }]) => required === true && (values[name] ?? null) === null)
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
