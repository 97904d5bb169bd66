import { Dexie } from 'dexie';
import { onCoreChange } from './core/changes';
import type { Core } from './core/database';
import { loadIdentities } from './core/identities';
import { keepSheet, readSheet, type Values } from './kept-sheet';

/** Kinds of which there are so many that reading each record takes seconds: they are kept as one text as well. */
const manyKinds = ['partner'];
/** After this many changes the text is written anew; reading what changed since takes a moment only. */
const mostSince = 2_000;
/** Whoever asked has the answer first, ms. */
const keepAfter = 3_000;

/** The living records of one kind in memory, brought up to date by reading only what has changed since. */
export class KeptRecords {
  /** Rises whenever something may have changed. */
  revision = 0;
  private known = new Map<string, Values>();
  private newest: number | null = null;
  private isStale = true;
  private reading: Promise<void> | null = null;
  private unkept = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly core: Core;
  private readonly kind: string;

  constructor(core: Core, kind: string) {
    this.core = core;
    this.kind = kind;
    onCoreChange(({ kinds }) => {
      if (!kinds.includes(kind)) return;
      this.isStale = true;
    });
  }

  /** The values of every living record by id. */
  async all(): Promise<ReadonlyMap<string, Values>> {
    while (this.isStale || this.reading !== null) {
      this.reading ??= this.read();
      await this.reading;
    }
    return this.known;
  }

  /** Writes them down for the next start. */
  async keep(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.unkept = 0;
    await keepSheet(this.core, this.kind, { records: this.known, newest: this.newest ?? 0 });
  }

  private async read(): Promise<void> {
    this.isStale = false;
    const isMany = manyKinds.includes(this.kind);
    try {
      const { records } = this.core.database;
      const sheet = isMany && this.newest === null ? await readSheet(this.core, this.kind) : null;
      if (sheet !== null) [this.known, this.newest] = [sheet.records, sheet.newest];
      const index = '[kind+deleted+updated]';
      // Stamps only rise: what was written since is not older than the newest that is known.
      const since = this.newest ?? Dexie.minKey;
      const span = (deleted: 0 | 1): [unknown[], unknown[], boolean, boolean] => [
        [this.kind, deleted, since],
        [this.kind, deleted, Dexie.maxKey],
        true,
        true,
      ];
      const gone =
        this.newest === null
          ? []
          : await records
              .where(index)
              .between(...span(1))
              .toArray();
      for (const { id, updated } of gone) {
        this.known.delete(id);
        this.newest = Math.max(this.newest ?? 0, updated);
      }
      for (const { id, values, updated } of await records
        .where(index)
        .between(...span(0))
        .toArray()) {
        this.known.set(id, values);
        this.newest = Math.max(this.newest ?? 0, updated);
        if (updated !== since) this.unkept += 1;
      }
      this.revision += 1;
      if (isMany && this.unkept > mostSince) this.keepSoon();
    } catch (thrown) {
      this.isStale = true;
      throw thrown;
    } finally {
      this.reading = null;
    }
  }

  private keepSoon(): void {
    // A disk that is full must not keep a list from being shown.
    this.timer ??= setTimeout(() => void this.keep().catch(() => undefined), keepAfter);
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
