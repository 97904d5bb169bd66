import type { Status } from '../domain/vocabulary';
import type { Money } from '../kernel/money';

/** A value of a record's field, JSON-safe. Sets are arrays of strings; money is an object `{amountMinor, currency}`. */
export type FieldValue =
  string | number | boolean | null | readonly FieldValue[] | { readonly [key: string]: FieldValue };

/** A record as readers see it. */
export interface DeskRecord {
  readonly id: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** ms UTC of the last change. */
  readonly updatedAt: number;
  readonly deleted: boolean;
}

/** One change of a record, as its history tells it. */
export interface HistoryEntry {
  /** Id of the journal entry, which may have changed other records, too. */
  readonly entry: string;
  /** ms UTC. */
  readonly at: number;
  /** Id of who did it, which has no name until they say it; null for what followed by itself. */
  readonly by: string | null;
  readonly origin: 'person' | 'import' | 'derived' | 'undo' | 'merge';
  readonly reason: string;
  /** How many other records the same change touched. */
  readonly others: number;
  /** Of the present person, and not taken back yet. */
  readonly isUndoable: boolean;
  readonly changes: readonly {
    /** `exists` for creation and deletion. Of a set, `from` holds what was removed and `to` what was added. */
    readonly field: string;
    readonly from: FieldValue;
    readonly to: FieldValue;
  }[];
}

/** A record as it was at the end of a day; null when it was not there then. */
export interface PastRecord {
  readonly record: DeskRecord | null;
  /** What the ids in it were called then. */
  readonly names: Readonly<Record<string, string>>;
}

/** What has happened to a record, the newest first, and what the ids in it are called. */
export interface RecordHistory {
  readonly entries: readonly HistoryEntry[];
  readonly names: Readonly<Record<string, string>>;
}

/** One connection as `status` and the sync centre show it. */
export interface ConnectionState {
  readonly id: string;
  readonly network: string;
  readonly account: string;
  readonly program: string;
  readonly programId: string;
  readonly client: string;
  readonly clientId: string;
  readonly model: string;
  readonly address: string | null;
  readonly callsPerMinute: number;
  readonly timeZone: string;
  readonly state: 'never-synced' | 'synced' | 'partial' | 'failed' | 'asking';
  readonly lastSuccessAt: number | null;
  readonly lastError: { readonly code: string; readonly message: string } | null;
  readonly counts: {
    readonly transactions: number;
    readonly traffic: number;
    readonly partnerships: number;
    readonly quarantined: number;
  };
  readonly statusCounts: Readonly<Partial<Record<Status, number>>>;
  /** The program as which its figures count, where another one follows it. */
  readonly countsAs?: string;
  /** `network:account` of those that its program follows. */
  readonly before?: readonly string[];
  /** Syncs of everything leave it out; one by itself can still be asked for. */
  readonly paused?: boolean;
  /** A program without a connection, whose figures come as files; what was synced last is its newest file. */
  readonly fromFiles?: boolean;
  /** Its newest run that ended, however it ended; absent before the first. */
  readonly lastRun?: LastRun | null;
}

/** What one run of a connection took. */
export interface LastRun {
  /** ms UTC of its beginning. */
  readonly at: number;
  readonly seconds: number;
  readonly requests: number;
  /** Rows. */
  readonly received: number;
  readonly changed: number;
  readonly removed: number;
}

/** A row that could not be read, with the network's own text of it. */
export interface QuarantinedLine {
  readonly resource: string;
  /** First and last day of the window that brought it; null for reads of changes. */
  readonly days: readonly [string, string] | null;
  /** ms UTC. */
  readonly at: number;
  readonly reason: string;
  readonly raw: string;
  readonly id: string | null;
}

/** Rows that the network no longer lists, and that stay until a person decides. */
export interface HeldDeletion {
  readonly resource: string;
  readonly days: readonly [string, string];
  readonly count: number;
  /** As many of them as a person reads. */
  readonly rows: readonly {
    readonly id: string;
    /** ms UTC. */
    readonly instant: number;
    readonly status: string;
    readonly sale: Money | null;
  }[];
}

export interface ConnectionDetails {
  readonly quarantined: readonly QuarantinedLine[];
  readonly held: readonly HeldDeletion[];
}

/** Something decided that has to leave the laptop. */
export interface OutboxItem {
  readonly id: string;
  readonly action: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'unknown' | 'failed' | 'cancelled';
  readonly content: FieldValue;
}
