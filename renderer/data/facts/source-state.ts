import { DeskError } from '../../../shared/kernel/result';
import type { Resource } from '../../../shared/sync/batch';
import type { Table } from './columns';
import { newCursor, type CursorRecord } from './cursor';
import {
  facts,
  factsKey,
  type QuarantineRecord,
  type RosterRecord,
  type SourceRecord,
} from './database';

const queues = new Map<string, Promise<unknown>>();

/** Runs the work after everything that was asked of the same source before; sources don't wait for each other. */
export function inSourceOrder<Value>(source: string, work: () => Promise<Value>): Promise<Value> {
  const before = queues.get(source) ?? Promise.resolve();
  const result = before.then(work, work);
  queues.set(
    source,
    result.catch(() => undefined),
  );
  return result;
}

/**
 * The stored state of one source as a running sync sees it. Reads go through it once; `commit` writes what changed, all in
 * one transaction, and forgets everything when that fails, so that memory never runs ahead of the disk.
 */
export class SourceState {
  readonly source: string;
  cursors: Map<Resource, CursorRecord>;
  record: SourceRecord;
  private readonly tables = new Map<string, Table>();
  private readonly rollups = new Map<string, Table>();
  private readonly rosters = new Map<Resource, RosterRecord[]>();
  /** Windows of the stored rows that were put aside, by key; read when a window first ends. */
  private quarantine: Map<string, Pick<QuarantineRecord, 'resource' | 'window'>> | null = null;
  /** Month of each transaction's block by id, per resource; made when a resource is first merged. */
  private readonly months = new Map<Resource, Map<string, string>>();

  private constructor(cursors: CursorRecord[], record: SourceRecord) {
    this.source = record.source;
    this.cursors = new Map(cursors.map((cursor) => [cursor.resource, cursor]));
    this.record = record;
  }

  /** Throws NOT_FOUND for a source that has never been planned. */
  static async load(source: string): Promise<SourceState> {
    const cursors = await facts.cursors.where('key').startsWith(`${source}|`).toArray();
    const record = await facts.sources.get(source);
    if (record === undefined) {
      throw new DeskError('NOT_FOUND', 'This connection has never been synced.');
    }
    return new SourceState(cursors, record);
  }

  /** Reads cursors and the source's record again and drops every cached block. */
  async reload(): Promise<void> {
    const fresh = await SourceState.load(this.source);
    this.cursors = fresh.cursors;
    this.record = fresh.record;
    this.tables.clear();
    this.rollups.clear();
    this.rosters.clear();
    this.months.clear();
    this.quarantine = null;
  }

  cursor(resource: Resource): CursorRecord {
    return (
      this.cursors.get(resource) ??
      newCursor(factsKey(this.source, resource), this.source, resource)
    );
  }

  /** Names (`resource|month`) of the blocks that hold rows. */
  blockNames(resource?: Resource): string[] {
    const names = Object.keys(this.record.blocks);
    return resource === undefined ? names : names.filter((name) => name.startsWith(`${resource}|`));
  }

  /** One block's rows; null where none is stored. */
  async block(name: string): Promise<Table | null> {
    const known = this.tables.get(name);
    if (known !== undefined) return known;
    if (!(name in this.record.blocks)) return null;
    const stored = await facts.blocks.get(factsKey(this.source, name));
    if (stored === undefined) return null;
    const table: Table = { length: stored.length, columns: stored.columns };
    this.tables.set(name, table);
    return table;
  }

  /** One stored rollup, or null; `name` is `orders|2026-07` or `traffic|2026-07`. */
  async rollup(name: string): Promise<Table | null> {
    const known = this.rollups.get(name);
    if (known !== undefined) return known;
    const stored = await facts.rollups.get(factsKey(this.source, name));
    if (stored === undefined) return null;
    const table: Table = { length: stored.length, columns: stored.columns };
    this.rollups.set(name, table);
    return table;
  }

  async roster(resource: Resource): Promise<RosterRecord[]> {
    const known = this.rosters.get(resource);
    if (known !== undefined) return known;
    const prefix = factsKey(this.source, resource, '');
    const chunks = await facts.rosters.where('key').startsWith(prefix).sortBy('key');
    this.rosters.set(resource, chunks);
    return chunks;
  }

  /** What is put aside of this source, by key and without its rows. */
  async quarantined(): Promise<ReadonlyMap<string, Pick<QuarantineRecord, 'resource' | 'window'>>> {
    if (this.quarantine === null) {
      const stored = await facts.quarantine
        .where('key')
        .startsWith(factsKey(this.source, ''))
        .toArray();
      this.quarantine = new Map(
        stored.map(({ key, resource, window }) => [key, { resource, window }]),
      );
    }
    return this.quarantine;
  }

  /** Month by id of every stored transaction of a resource. */
  async monthOfId(resource: Resource): Promise<Map<string, string>> {
    const known = this.months.get(resource);
    if (known !== undefined) return known;
    const months = new Map<string, string>();
    for (const name of this.blockNames(resource)) {
      const ids = (await this.block(name))?.columns['id'];
      if (ids?.kind !== 'texts') continue;
      const month = name.slice(resource.length + 1);
      for (const id of ids.values) months.set(id, month);
    }
    this.months.set(resource, months);
    return months;
  }

  /** Takes over what a committed transaction wrote. */
  adopt(written: WrittenChanges): void {
    if (written.record !== null) this.record = written.record;
    for (const [resource, cursor] of written.cursors) this.cursors.set(resource, cursor);
    for (const [name, table] of written.blocks) remember(this.tables, name, table);
    for (const [name, table] of written.rollups) remember(this.rollups, name, table);
    for (const [resource, { chunks }] of written.rosters) this.rosters.set(resource, chunks);
    for (const key of written.quarantineDelete) this.quarantine?.delete(key);
    for (const [key, { resource, window }] of written.quarantinePut) {
      this.quarantine?.set(key, { resource, window });
    }
  }
}

/** The parts of a `ChangeSet` that a running state takes over. */
interface WrittenChanges {
  readonly blocks: ReadonlyMap<string, Table | null>;
  readonly rollups: ReadonlyMap<string, Table | null>;
  readonly rosters: ReadonlyMap<Resource, { readonly chunks: RosterRecord[] }>;
  readonly cursors: ReadonlyMap<Resource, CursorRecord>;
  readonly quarantinePut: ReadonlyMap<string, QuarantineRecord>;
  readonly quarantineDelete: ReadonlySet<string>;
  readonly record: SourceRecord | null;
}

function remember(cache: Map<string, Table>, name: string, table: Table | null): void {
  // Traffic is replaced whole and never merged, so keeping it would only cost memory.
  if (table === null || name.startsWith('traffic|')) cache.delete(name);
  else cache.set(name, table);
}
