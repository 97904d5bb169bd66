import type { CustomerType, RowType, Status } from '../domain/vocabulary';
import type { Day } from '../kernel/days';

/**
 * What a connector process sends to the data worker: columns, so that a million rows cross a process boundary and
 * enter a block without ever being a million objects.
 */

/** Words by code: row i reads `words[codes[i]]`. The empty word means 'the source doesn't say'. */
export interface WordColumn {
  readonly words: readonly string[];
  readonly codes: Uint32Array;
}

/** Whole numbers as doubles (exact to 2^53); NaN means unknown. */
export type NumberColumn = Float64Array;

/** The resources that sources offer; each has its own cursor. */
export const resources = [
  'partnerships',
  'traffic',
  'transactions',
  'rewards',
  'customers',
  'leads',
  'deals',
  'actions',
  'groups',
] as const;
export type Resource = (typeof resources)[number];

/** A stretch of days of one resource, both ends inclusive, in UTC (traffic: in the zone the report was asked in). */
export interface DayWindow {
  readonly from: Day;
  readonly to: Day;
}

/** A row that could not be read; kept with its raw text until a later read of the same window is clean. */
export interface QuarantinedRow {
  readonly reason: string;
  /** The network's own text of the row, at most 2,000 characters. */
  readonly raw: string;
  /** The row's network id where it could be read. */
  readonly id?: string;
  /** The row's day where it could be read; tells which month of a long window it keeps open. */
  readonly day?: Day;
}

/**
 * Traffic of whole days: replaces every traffic row of its window. `clicks` or `impressions` null means that the
 * source doesn't count them.
 */
export interface TrafficColumns {
  readonly kind: 'traffic';
  readonly length: number;
  readonly day: Int32Array;
  readonly partnership: WordColumn;
  readonly campaign: WordColumn;
  readonly impressions: NumberColumn | null;
  readonly clicks: NumberColumn | null;
}

/**
 * Transactions, leads, bonuses, payments and rewards: merged by `id`, which is unique within the source (rewards and
 * leads carry a prefix: `reward:…`, `lead:…`). Amounts are minor units.
 */
export interface TransactionColumns {
  readonly kind: 'transactions';
  readonly length: number;
  readonly id: readonly string[];
  /** When it happened, ms UTC. */
  readonly instant: Float64Array;
  readonly type: readonly RowType[];
  /** The network's own words for type and status, kept beside ours. */
  readonly rawType: WordColumn;
  readonly status: readonly Status[];
  readonly rawStatus: WordColumn;
  readonly partnership: WordColumn;
  readonly campaign: WordColumn;
  readonly saleMinor: NumberColumn;
  readonly saleCurrency: WordColumn;
  readonly commissionMinor: NumberColumn;
  readonly commissionCurrency: WordColumn;
  /** 1 where the commission's currency was assumed because the source names none. */
  readonly currencyAssumed: Uint8Array;
  readonly feeMinor: NumberColumn;
  readonly feeCurrency: WordColumn;
  readonly customerType: readonly CustomerType[];
  /** The network's key of the customer (B2B), empty when unknown. */
  readonly customer: readonly string[];
  /** For a reward: the id of the payment it belongs to, empty when it stands alone. */
  readonly belongsTo: readonly string[];
  readonly orderRef: readonly string[];
  readonly voucher: WordColumn;
  readonly declineReason: WordColumn;
  /** ms UTC, NaN when unknown or not yet. */
  readonly clickedAt: Float64Array;
  readonly validatedAt: Float64Array;
  /** 1 paid, 0 not paid, 2 not said. */
  readonly paid: Uint8Array;
}

/** Small network-owned records (partnerships, customers, deals, actions, groups): plain rows, merged or replaced by id. */
export interface RosterRows {
  readonly kind: 'roster';
  readonly rows: readonly RosterRow[];
}

/** One network-owned record; `values` are the fields of its record kind, JSON-safe. */
export interface RosterRow {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a batch says about the window it belongs to. */
export interface WindowNote {
  readonly window: DayWindow;
  /** True on the last batch of the window: everything that the source has for it has now been sent. */
  readonly complete: boolean;
  /**
   * True when absence in a complete window is a deletion (reads by transaction date, whole rosters); false for reads by
   * validation or amendment date, which only merge.
   */
  readonly exhaustive: boolean;
}

/**
 * How the source answered. `refused`: it said no (plan, rights) and will again; `unreadable`: the body made no sense
 * after every retry. Both leave what is stored untouched and mark the window.
 */
export type Answer =
  | { readonly state: 'answered' }
  | {
      readonly state: 'refused' | 'unreadable';
      readonly reason: string;
      readonly notOffered: boolean;
    };

/** Rows from the connector process for the data worker; applied in one transaction with their cursor. */
export interface Batch {
  /** The sync run and connection it belongs to; a batch of an ended run is refused. */
  readonly session: string;
  /** Counts from 1 within the session. */
  readonly sequence: number;
  readonly resource: Resource;
  /** The task of the plan that it serves. */
  readonly task: string;
  readonly note: WindowNote;
  readonly answer: Answer;
  readonly columns: TrafficColumns | TransactionColumns | RosterRows | null;
  /** Rows that the source sent in this batch, readable or not. */
  readonly received: number;
  readonly quarantined: readonly QuarantinedRow[];
}

/** The data worker's answer to a batch, sent after its transaction is complete. */
export interface BatchAck {
  readonly session: string;
  readonly sequence: number;
  readonly changed: number;
  readonly removed: number;
  /** Set when the session must stop: the fail-safe against mass deletion, a closed connection, a full disk. */
  readonly stop?: { readonly code: string; readonly message: string };
}
