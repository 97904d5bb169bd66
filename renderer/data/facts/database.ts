import { Dexie, type EntityTable, type Table } from 'dexie';
import { DeskError } from '../../../shared/kernel/result';
import type { Day } from '../../../shared/kernel/days';
import type { LastRun } from '../../../shared/ipc/desk-records';
import { factsSchema } from '../../../shared/ipc/safety';
import type { DayWindow, QuarantinedRow, Resource, RosterRow } from '../../../shared/sync/batch';
import type { Status } from '../../../shared/domain/vocabulary';
import type { Table as Columns } from './columns';
import type { CursorRecord } from './cursor';

/** One month of one resource of one source, or its rollup; words of a program's traffic or transactions. */
export interface BlockRecord extends Columns {
  /** `source|resource|2026-07`. */
  readonly key: string;
  readonly codec: number;
}

/** One network-owned record with when it was first seen and when it was missed (ms UTC). */
export interface RosterEntry extends RosterRow {
  readonly seenAt: number;
  readonly leftAt: number | null;
}

/** A chunk of one roster of one source; a row stays in its chunk. */
export interface RosterRecord {
  /** `source|resource|0007`. */
  readonly key: string;
  readonly rows: readonly RosterEntry[];
}

/** The rows of one read that made no sense; replaced when the same days are read again. */
export interface QuarantineRecord {
  /** `source|resource|task` (reads by another date) or `source|resource|from` (windows). */
  readonly key: string;
  readonly resource: Resource;
  /** Null for reads by another date. */
  readonly window: DayWindow | null;
  readonly at: number;
  readonly rows: readonly QuarantinedRow[];
}

/** What one block holds, so that counting doesn't open it. */
export interface BlockSummary {
  readonly rows: number;
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  /**
   * Of a block with rewards: the first and last day of the payments that they belong to, in the program's zone; rewards
   * count there, whenever they came. Absent while nobody has derived it.
   */
  readonly paidOn?: readonly [Day, Day];
}

/** Deletions that the fail-safe holds back until a person decides. */
export interface HeldDeletions {
  readonly resource: Resource;
  readonly window: DayWindow;
  readonly ids: readonly string[];
}

/** What is remembered of a source as a whole. */
export interface SourceRecord {
  readonly source: string;
  /** The zone and first day with which its rollups were derived. */
  readonly timeZone: string;
  readonly since: Day;
  readonly rollupCodec: number;
  /** Its rollups are derived over all blocks at once, because it has payments or rewards. */
  readonly wholeSource: boolean;
  readonly lastSuccessAt: number | null;
  readonly lastError: { readonly code: string; readonly message: string } | null;
  readonly held: readonly HeldDeletions[];
  /** Ids by resource that a person decided to keep although the network no longer gives them. */
  readonly kept: Readonly<Partial<Record<Resource, readonly string[]>>>;
  /** Absent in records of before this was kept. */
  readonly lastRun?: LastRun | null;
  /** By `resource|month`. */
  readonly blocks: Readonly<Record<string, BlockSummary>>;
  /** Rows in rosters by resource, those that left not counted. */
  readonly rosters: Readonly<Partial<Record<Resource, number>>>;
}

/** A source's rollups of all months: its order lines and its traffic. */
export interface MergedRollups {
  readonly orders: BlockRecord;
  readonly traffic: BlockRecord;
  /** What reading every line of them tells. */
  readonly mainCurrency: string | null;
  readonly hasFees: boolean;
}

/** What stands for itself: the schema's number, and what was derived and can be derived again. */
interface MetaRecord {
  readonly key: string;
  readonly value: number | string | MergedRollups;
}

/** What stands in one kept file. */
export interface FileTextRecord {
  readonly seq: number;
  readonly sha256: string;
  /** Empty when nothing could be read. */
  readonly text: string;
  /** Why nothing could be read; null when it could. */
  readonly problem: 'unreadable' | 'too-slow' | 'too-large' | null;
}

/** The store of facts: everything in it can be had from the networks, or from kept files, again. */
export class FactsDatabase extends Dexie {
  readonly blocks!: EntityTable<BlockRecord, 'key'>;
  readonly rollups!: EntityTable<BlockRecord, 'key'>;
  readonly rosters!: EntityTable<RosterRecord, 'key'>;
  readonly cursors!: EntityTable<CursorRecord, 'key'>;
  readonly quarantine!: EntityTable<QuarantineRecord, 'key'>;
  readonly sources!: EntityTable<SourceRecord, 'source'>;
  readonly meta!: EntityTable<MetaRecord, 'key'>;
  readonly fileTexts!: Table<FileTextRecord, number, Omit<FileTextRecord, 'seq'>>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({
      blocks: 'key',
      rollups: 'key',
      rosters: 'key',
      cursors: 'key',
      quarantine: 'key',
      sources: 'source',
      meta: 'key',
    });
    // What stands in attached files can be found.
    this.version(2).stores({ fileTexts: '++seq, sha256' });
  }
}

/** The one database of this worker. */
export const facts = new FactsDatabase('desk-facts');

const newerStore = new DeskError(
  'NEWER_STORE',
  'This profile was written by a newer Quarterdeck. Nothing was changed; please update this application.',
);

/**
 * Opens the store. Throws `NEWER_STORE` when a later build has written it, and changes nothing then; `STORE_UNREADABLE`
 * when the engine can't open it.
 */
export async function openFacts(store: FactsDatabase = facts): Promise<void> {
  try {
    await store.open();
  } catch (thrown) {
    if (thrown instanceof Dexie.VersionError) throw newerStore;
    throw new DeskError(
      'STORE_UNREADABLE',
      'What was read from the networks can’t be opened. Nothing was changed. Restart Quarterdeck; if it stays so, ' +
        'open another desk and connect there: the networks give everything again.',
      { detail: thrown instanceof Error ? thrown.message : String(thrown) },
    );
  }
  const stored = await store.meta.get('schema');
  if (stored !== undefined && Number(stored.value) > factsSchema) {
    store.close();
    throw newerStore;
  }
  if (stored?.value !== factsSchema) {
    await store.meta.put({ key: 'schema', value: factsSchema });
  }
}

/** Joins the parts of a plain record key; ids and months hold no bar. */
export function factsKey(...parts: readonly string[]): string {
  return parts.join('|');
}

/** What is known of a source, or its empty beginning. */
export function newSource(source: string, timeZone: string, since: Day): SourceRecord {
  return {
    source,
    timeZone,
    since,
    rollupCodec: 0,
    wholeSource: false,
    lastSuccessAt: null,
    lastError: null,
    held: [],
    kept: {},
    blocks: {},
    rosters: {},
  };
}
