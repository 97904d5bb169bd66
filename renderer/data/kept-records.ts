import { Dexie } from 'dexie';
import type { FieldValue } from '../../shared/ipc/desk-records';
import { onCoreChange } from './core/changes';
import type { Core } from './core/database';
import { loadIdentities } from './core/identities';
import type { StoredRecord } from './core/stored';
import {
  keepSheet,
  readColumns,
  readSheet,
  type Column,
  type KeptSheet,
  type Values,
} from './kept-sheet';

/** After this many changes what is known is written down anew; reading what changed since takes a moment only. */
const mostSince = 2_000;
/** Whoever asked has the answer first, ms. */
const keepAfter = 3_000;

/** Some fields of every living record of a kind. */
export interface KeptFields {
  readonly has: (id: string) => boolean;
  readonly value: (id: string, field: string) => FieldValue | undefined;
  /** Calls back for every record that has something in this field. */
  readonly each: (field: string, callback: (id: string, value: FieldValue) => void) => void;
}

/**
 * The living records of one kind in memory, brought up to date by reading only what has changed since. Of a kind with
 * thousands of records an earlier run has kept each field as one text: a record's values are put together from them when
 * somebody asks for all of it, and who asks for some fields reads those alone.
 */
export class KeptRecords {
  /** Rises whenever something may have changed. */
  revision = 0;
  /** Every record; null while only some fields are known. */
  private known: Map<string, Values> | null = null;
  private part: Part | null = null;
  private newest: number | null = null;
  private isStale = true;
  /** What is known is being brought up to date: whoever asks meanwhile waits for it. */
  private isReading = false;
  /** One reading after the other. */
  private reading: Promise<unknown> = Promise.resolve();
  private unkept = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly core: Core;
  private readonly kind: string;

  constructor(core: Core, kind: string) {
    this.core = core;
    this.kind = kind;
    onCoreChange(({ kinds }) => {
      if (kinds.includes(kind)) this.isStale = true;
    });
  }

  /** The values of every living record by id. */
  async all(): Promise<ReadonlyMap<string, Values>> {
    if (this.known !== null && !this.isStale && !this.isReading) return this.known;
    return this.afterOthers(async () => {
      await this.begin();
      await this.bringUpToDate();
      return (this.known ??= await this.putTogether());
    });
  }

  /** Some fields of every living record. */
  async fields(names: readonly string[]): Promise<KeptFields> {
    return this.afterOthers(async () => {
      await this.begin();
      await this.bringUpToDate();
      if (this.known === null && !((await this.part?.load(names)) ?? false)) {
        this.known = await this.putTogether();
      }
      return this.known === null ? (this.part ?? fieldsOf(new Map())) : fieldsOf(this.known);
    });
  }

  /** Writes them down for the next start. */
  async keep(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const records = await this.all();
    this.unkept = 0;
    await keepSheet(this.core, this.kind, records, this.newest ?? 0);
  }

  /** The same where so much has changed that a start would have to read it. */
  async keepIfMany(): Promise<void> {
    await this.all();
    if (this.unkept > mostSince) await this.keep();
  }

  private afterOthers<Value>(read: () => Promise<Value>): Promise<Value> {
    const result = this.reading.then(read);
    this.reading = result.catch(() => undefined);
    return result;
  }

  /** What an earlier run kept, or nothing: everything is read then. */
  private async begin(): Promise<void> {
    if (this.known !== null || this.part !== null) return;
    const sheet = await readSheet(this.core, this.kind);
    if (sheet === null) this.known = new Map();
    else {
      this.part = new Part(this.kind, sheet);
      this.newest = sheet.newest;
    }
  }

  private async bringUpToDate(): Promise<void> {
    this.isReading = this.isStale;
    try {
      while (this.isStale) {
        this.isStale = false;
        try {
          await this.readSince(this.newest);
        } catch (thrown) {
          this.isStale = true;
          throw thrown;
        }
        this.revision += 1;
      }
    } finally {
      this.isReading = false;
    }
    if (this.unkept > mostSince) {
      // A disk that is full must not keep a list from being shown.
      this.timer ??= setTimeout(() => void this.keep().catch(() => undefined), keepAfter);
    }
  }

  private async readSince(since: number | null): Promise<void> {
    const { records } = this.core.database;
    // Stamps only rise: what was written since is not older than the newest that is known.
    const changed = (deleted: 0 | 1): Promise<StoredRecord[]> =>
      records
        .where('[kind+deleted+updated]')
        .between(
          [this.kind, deleted, since ?? Dexie.minKey],
          [this.kind, deleted, Dexie.maxKey],
          true,
          true,
        )
        .toArray();
    const gone = since === null ? [] : await changed(1);
    const living = await changed(0);
    for (const { id } of gone) this.put(id, null);
    for (const { id, values } of living) this.put(id, values);
    for (const { updated } of [...gone, ...living]) {
      if (updated !== since) this.unkept += 1;
      this.newest = Math.max(this.newest ?? 0, updated);
    }
  }

  private put(id: string, values: Values | null): void {
    if (this.known === null) this.part?.put(id, values);
    else if (values === null) this.known.delete(id);
    else this.known.set(id, values);
  }

  /** All records from the texts; where one of those is missing, from the store. */
  private async putTogether(): Promise<Map<string, Values>> {
    const records = (await this.part?.records()) ?? null;
    this.part = null;
    if (records !== null) return records;
    this.known = new Map();
    this.newest = null;
    this.isStale = true;
    await this.bringUpToDate();
    return this.known;
  }
}

/** What was kept of a kind, as far as somebody needed it, with what was written since put over it. */
class Part implements KeptFields {
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

function fieldsOf(records: ReadonlyMap<string, Values>): KeptFields {
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

const keptKinds = new Map<string, KeptRecords>();

/** The records of a kind, in memory once for everybody who reads them. */
export function keptRecords(core: Core, kind: string): KeptRecords {
  const known = keptKinds.get(kind);
  if (known !== undefined) return known;
  const made = new KeptRecords(core, kind);
  keptKinds.set(kind, made);
  return made;
}

/** Which partner stands behind every network id, read again when that changes. */
export class KeptIdentities {
  revision = 0;
  private known: Promise<ReadonlyMap<string, string>> | null = null;
  private readonly core: Core;

  constructor(core: Core) {
    this.core = core;
    onCoreChange(({ identities }) => {
      if (!identities) return;
      this.known = null;
      this.revision += 1;
    });
  }

  /** Partner by identity key. */
  all(): Promise<ReadonlyMap<string, string>> {
    return (this.known ??= loadIdentities(this.core.database));
  }
}

let identitiesKept: KeptIdentities | null = null;

/** The identities, in memory once for everybody who reads them. */
export function keptIdentities(core: Core): KeptIdentities {
  return (identitiesKept ??= new KeptIdentities(core));
}

const none: readonly string[] = [];

/** A field as text; null when it has none. */
export function textIn(values: Values | undefined, field: string): string | null {
  const value = values?.[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A set's members. */
export function membersIn(values: Values | undefined, field: string): readonly string[] {
  const value = values?.[field];
  // Of fifty thousand records few have any.
  if (!Array.isArray(value) || value.length === 0) return none;
  return value.every((each) => typeof each === 'string') ? value : none;
}
