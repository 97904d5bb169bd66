import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { RejectedCell } from '../../../shared/ipc/imports';
import { textIn, type Cell } from '../../../shared/imports/cells';
import { hasAccounts } from '../../../shared/imports/field-words';
import type { ColumnMapping } from '../../../shared/imports/mapping';
import { readValue, type ValueSettings } from '../../../shared/imports/values';
import type { FieldDefinition, KindDefinition } from '../../../shared/records/definition';
import { fieldIn } from '../../../shared/records/measures';
import { asMembers } from '../core/record-draft';
import type { ReferenceWords } from './reference-words';

/** A cell that can't be read; `lostRow` is the row of the file that it names and that can't be taken. */
export type ReadProblem = Omit<RejectedCell, 'row'> & { readonly lostRow?: number | null };

/** What a row says, and every cell of it that can't be read. */
export interface ReadRow {
  /** The id that it names; null for none. */
  readonly id: string | null;
  /** The account on a network that it names; null for none. */
  readonly networkId: string | null;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly problems: readonly ReadProblem[];
  /** The references that lead to records which other rows of the file bring. */
  readonly leads: readonly RowLead[];
}

/** A reference to a record that another row of the file brings. */
export interface RowLead {
  readonly field: string;
  readonly row: number;
  /** The record's id once it is there, and what the cell calls it. */
  readonly id: string;
  readonly word: string;
}

type Settled =
  { readonly value: FieldValue } | { readonly problem: string; readonly lostRow?: number | null };

/** Reads rows of one file into the fields of a kind. */
export class RowReader {
  private readonly definition: KindDefinition;
  private readonly settings: ValueSettings;
  private readonly references: ReferenceWords;
  private readonly columns = new Map<string, number>();
  private readonly width: number;

  constructor(
    definition: KindDefinition,
    mapping: ColumnMapping,
    settings: ValueSettings,
    references: ReferenceWords,
  ) {
    this.definition = definition;
    this.settings = settings;
    this.references = references;
    this.width = mapping.length;
    mapping.forEach((key, column) => {
      if (key !== null) this.columns.set(key, column);
    });
  }

  read(cells: readonly Cell[]): ReadRow {
    const values: Record<string, FieldValue> = {};
    const problems: ReadProblem[] = [];
    const leads: RowLead[] = [];
    for (const [name, column] of this.columns) {
      const field = this.definition.fields[name];
      if (field === undefined) continue;
      const currency = this.columns.get(`${name}Currency`);
      const beside = currency === undefined ? undefined : cells[currency];
      const read = readValue(field, cells[column], this.settings, beside);
      if (read === undefined) continue;
      const settled: Settled =
        'problem' in read ? read : this.settle(name, field, read.value, leads);
      if ('problem' in settled) {
        const { problem: message, lostRow = null } = settled;
        problems.push({ field: name, value: textIn(cells[column]) ?? '', message, lostRow });
      } else values[name] = settled.value;
    }
    for (const name of this.sharesAbove1(values)) {
      const message = 'a share is written with its sign, such as 12 %, or as a part of one';
      problems.push({ field: name, value: this.textOf(cells, name), message });
      Reflect.deleteProperty(values, name);
    }
    const extra = cells.slice(this.width).find((cell) => textIn(cell) !== null);
    if (extra !== undefined) {
      const message = 'the row has more cells than there are headers';
      problems.push({ field: '', value: textIn(extra) ?? '', message });
    }
    const id = this.columns.get('id');
    const account = hasAccounts(this.definition) ? this.columns.get('networkId') : undefined;
    return {
      id: id === undefined ? null : textIn(cells[id]),
      networkId: account === undefined ? null : textIn(cells[account]),
      values,
      problems,
      leads,
    };
  }

  /** What a row has in the column of a field. */
  textOf(cells: readonly Cell[], field: string): string {
    return textIn(cells[this.columns.get(field) ?? -1]) ?? '';
  }

  /** Numbers that the row itself says to be shares, and that would be more than all. */
  private sharesAbove1(values: Readonly<Record<string, FieldValue>>): readonly string[] {
    const { fields } = this.definition;
    return Object.keys(values).filter((name) => {
      const value = values[name];
      if (typeof value !== 'number' || value <= 1) return false;
      return fieldIn(fields, name, (other) => values[other])?.isShare === true;
    });
  }

  /** References are looked up; sets and structures are checked once they are whole. */
  private settle(
    name: string,
    field: FieldDefinition,
    read: FieldValue,
    leads: RowLead[],
  ):
    | { readonly value: FieldValue }
    | { readonly problem: string; readonly lostRow?: number | null } {
    // What is neither was checked when it was read.
    if (field.to === undefined && typeof read !== 'object') return { value: read };
    let value = read;
    if (field.to !== undefined) {
      const words = typeof read === 'string' ? [read] : asMembers(read);
      const ids: string[] = [];
      for (const word of words) {
        const found = this.references.find(field.to, word);
        if ('problem' in found) return found;
        ids.push(found.id);
        if (found.row !== null) leads.push({ field: name, row: found.row, id: found.id, word });
      }
      value = typeof read === 'string' ? (ids[0] ?? null) : ids;
    }
    if (Array.isArray(value) && value.length === 0) return { value: null };
    const parsed = field.schema.safeParse(value);
    return parsed.success ? { value: parsed.data } : { problem: `it must be ${field.expects}` };
  }
}
