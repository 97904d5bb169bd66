import type { FieldValue } from '../../shared/ipc/desk-records';
import { readColumns, type Column, type KeptSheet, type Values } from './kept-sheet';

/** Some fields of every living record of a kind. */
export interface KeptFields {
  readonly has: (id: string) => boolean;
  readonly value: (id: string, field: string) => FieldValue | undefined;
  /** Calls back for every record that has something in this field. */
  readonly each: (field: string, callback: (id: string, value: FieldValue) => void) => void;
}

/** What was kept of a kind, as far as somebody needed it, with what was written since put over it. */
export class KeptPart implements KeptFields {
  private readonly kind: string;
  private readonly sheet: KeptSheet;
  private readonly columns = new Map<string, Column>();
  private readonly places = new Map<string, number>();
  /** Null was deleted. */
  private readonly changed = new Map<string, Values | null>();

  constructor(kind: string, sheet: KeptSheet) {
    this.kind = kind;
    this.sheet = sheet;
    for (const id of sheet.ids) this.places.set(id, this.places.size);
  }

  /** Reads the texts of some fields; false when they are not there. */
  async load(names: readonly string[]): Promise<boolean> {
    const lacking = this.sheet.fields.filter(
      (name) => names.includes(name) && !this.columns.has(name),
    );
    if (lacking.length === 0) return true;
    const read = await readColumns(this.kind, this.sheet, lacking);
    for (const [name, column] of read ?? []) this.columns.set(name, column);
    return read !== null;
  }

  put(id: string, values: Values | null): void {
    this.changed.set(id, values);
  }

  readonly has = (id: string): boolean => {
    const changed = this.changed.get(id);
    return changed === undefined ? this.places.has(id) : changed !== null;
  };

  readonly value = (id: string, field: string): FieldValue | undefined => {
    const changed = this.changed.get(id);
    if (changed !== undefined) return changed?.[field];
    return this.columns.get(field)?.[this.places.get(id) ?? -1];
  };

  readonly each = (field: string, callback: (id: string, value: FieldValue) => void): void => {
    const column = this.columns.get(field);
    if (column !== undefined) {
      for (const [at, id] of this.sheet.ids.entries()) {
        const value = column[at] ?? null;
        if (value !== null && !this.changed.has(id)) callback(id, value);
      }
    }
    for (const [id, values] of this.changed) {
      const value = values?.[field] ?? null;
      if (value !== null) callback(id, value);
    }
  };

  /** Every record; null when a text is missing. */
  async records(): Promise<Map<string, Values> | null> {
    if (!(await this.load(this.sheet.fields))) return null;
    const lists = [...this.columns];
    const records = new Map<string, Values>();
    for (const [at, id] of this.sheet.ids.entries()) {
      if (this.changed.has(id)) continue;
      const values: Record<string, FieldValue> = {};
      for (const [field, list] of lists) {
        const value = list[at] ?? null;
        if (value !== null) values[field] = value;
      }
      records.set(id, values);
    }
    // What was changed last stands last, as it does when everything is read.
    for (const [id, values] of this.changed) if (values !== null) records.set(id, values);
    return records;
  }
}

/** All fields of records that are known whole. */
export function fieldsOf(records: ReadonlyMap<string, Values>): KeptFields {
  return {
    has: (id) => records.has(id),
    value: (id, field) => records.get(id)?.[field],
    each: (field, callback) => {
      for (const [id, values] of records) {
        const value = values[field] ?? null;
        if (value !== null) callback(id, value);
      }
    },
  };
}
