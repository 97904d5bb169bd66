import { z } from 'zod';
import type { DeskFailure } from '../kernel/result';

/** Version of what `desk-facts` holds; the steps between are those of its database. */
export const factsSchema = 2;

/**
 * Which store the page opens and what it must hold. Main knows it from its own files, before the engine opens anything:
 * an engine that finds its files damaged may start with an empty store and say nothing.
 */
export const storePlanSchema = z.strictObject({
  /** Name of the core's database; a restore makes one with a new name and leaves the old one until that is verified. */
  database: z.string().regex(/^desk-core(-\d{1,6})?$/),
  /** The last journal entry that is known to have been written here; 0 when nothing is known. */
  seq: z.number().int().nonnegative(),
  /** Why the store must not be opened at all; null when it may. */
  refused: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  /** Nothing is opened yet: main does something with the store first, and then says with `store.open` what to open. */
  waits: z.boolean(),
});
export type StorePlan = z.infer<typeof storePlanSchema>;

/** The plan of a page that main told nothing: a new desk. */
export const newStore: StorePlan = {
  database: 'desk-core',
  seq: 0,
  refused: null,
  waits: false,
};

/** How far the copy of the journal on disk has come in each table of the store. */
export const mirrorPlaceSchema = z.strictObject({
  seq: z.number().int().nonnegative(),
  /** Id and stamp of that entry: a burst of typing grows its entry, and another history has another one there. */
  entry: z.string(),
  hlc: z.string(),
  identities: z.number().int().nonnegative(),
  outbox: z.number().int().nonnegative(),
  /** The facts about the store itself, as text. */
  meta: z.string(),
});
export type MirrorPlace = z.infer<typeof mirrorPlaceSchema>;

/** Lines for the copy, each one JSON object without its checksum, and where they lead. */
export interface MirrorLines {
  readonly lines: readonly string[];
  readonly place: MirrorPlace;
  readonly more: boolean;
}

/** The tables of the core in the order in which a snapshot holds them. */
export const storeTables = ['meta', 'records', 'journal', 'outbox', 'identities'] as const;
export type StoreTable = (typeof storeTables)[number];

/** What a store held at one moment; its rows are read after this, piece by piece. */
export interface StoreReading {
  readonly pieces: number;
  readonly schema: number;
  readonly place: MirrorPlace;
  /** Rows of the table `records`, deleted ones too: deleting never makes it fewer. */
  readonly records: number;
  /** Living records by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** ms UTC of the last change; null for a store without any. */
  readonly changedAt: number | null;
  readonly profile: 'real' | 'sample';
}

export const snapshotReasons = [
  'daily',
  'update',
  'migration',
  'import',
  'bulk change',
  'restore',
  'restored',
  'backup',
  'kept',
  'erasure',
] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** One verified snapshot on disk. */
export interface SnapshotInfo {
  /** Its file's name. */
  readonly name: string;
  /** ms UTC. */
  readonly at: number;
  readonly reason: SnapshotReason;
  readonly app: string;
  readonly generation: number;
  readonly seq: number;
  readonly records: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/** A snapshot as it can be put back. */
export interface OfferedSnapshot extends SnapshotInfo {
  /** Changes that come with it: those that its generation of the store was left with, when another one took its place. */
  readonly changesAfter: number;
}

/** How one desk is protected, in figures and words. */
export interface SafetyState {
  readonly mirror: {
    /** The last journal entry that is on disk; null before the first. */
    readonly seq: number | null;
    /** ms UTC of the last line; null before the first. */
    readonly at: number | null;
    /** Why changes can't be copied to disk now, and what to do; null while they can. */
    readonly problem: string | null;
  };
  /** The newest first. */
  readonly snapshots: readonly OfferedSnapshot[];
  readonly snapshotProblem: string | null;
  /** Changes that are on disk beyond the newest snapshot. */
  readonly changesAfter: number;
  /** A folder of the person's choice that gets a copy of every snapshot. */
  readonly secondFolder: string | null;
  readonly secondProblem: string | null;
  readonly lastBackup: { readonly at: number; readonly file: string } | null;
  readonly lastDrill: DrillRecord | null;
}

/** A backup that was opened and compared, without changing anything. */
export interface DrillRecord {
  /** ms UTC. */
  readonly at: number;
  readonly file: string;
  readonly records: number;
  readonly documents: number;
}

/** A backup that was written. */
export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly records: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly documents: number;
}

/** What a backup holds, and what restoring it would replace. */
export interface BackupPreview {
  readonly file: string;
  readonly at: number;
  readonly app: string;
  readonly profile: 'real' | 'sample';
  readonly records: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly documents: number;
  readonly changedAt: number | null;
  /** What the desk holds now; null when its store can't be read. */
  readonly replaces: {
    readonly records: number;
    readonly kinds: Readonly<Record<string, number>>;
    readonly changedAt: number | null;
  } | null;
}

/** The desk after a restore. */
export interface RestoredDesk {
  readonly records: number;
  readonly seq: number;
  /** Changes from the journal's copy that came on top of the snapshot. */
  readonly replayed: number;
  readonly documents: number;
}

/** What a full check of a desk found. */
export interface VerifyReport {
  readonly ok: boolean;
  readonly store: {
    readonly records: number;
    readonly seq: number;
    readonly failure: DeskFailure | null;
  };
  readonly mirror: {
    readonly seq: number;
    readonly segments: number;
    readonly lines: number;
    readonly damaged: number;
  };
  readonly snapshots: readonly {
    readonly name: string;
    readonly records: number;
    readonly problem: string | null;
  }[];
  /** Kept files: exported documents and attachments. */
  readonly documents: {
    readonly files: number;
    readonly damaged: number;
    /** Files that records need and that are not there. */
    readonly missing: number;
    /** Each missing or damaged file with a record that needs it; null for one that no record needs. */
    readonly problems: readonly {
      readonly file: string;
      readonly problem: 'missing' | 'damaged';
      readonly record: string | null;
    }[];
  };
}
