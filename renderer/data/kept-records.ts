import { Dexie } from 'dexie';
import { onCoreChange } from './core/changes';
import type { Core } from './core/database';
import type { StoredRecord } from './core/stored';
import { fieldsOf, KeptPart, type KeptFields } from './kept-fields';
import { keepSheet, readSheet, type Values } from './kept-sheet';

/** After this many changes what is known is written down anew; reading what changed since takes a moment only. */
const mostSince = 2_000;
/** Whoever asked has the answer first, ms. */
const keepAfter = 3_000;

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
  private part: KeptPart | null = null;
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
      this.part = new KeptPart(this.kind, sheet);
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

const keptKinds = new Map<string, KeptRecords>();

/** The records of a kind, in memory once for everybody who reads them. */
export function keptRecords(core: Core, kind: string): KeptRecords {
  const known = keptKinds.get(kind);
  if (known !== undefined) return known;
  const made = new KeptRecords(core, kind);
  keptKinds.set(kind, made);
  return made;
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
