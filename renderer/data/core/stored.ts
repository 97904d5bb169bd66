import type { DeskRecord, FieldValue } from '../../../shared/ipc/desk-records';
import { parseStamp, type Stamp } from '../../../shared/kernel/hlc';

/** A record as `desk-core` keeps it. */
export interface StoredRecord {
  readonly id: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /**
   * The stamp of the last change of every field; `exists` for creation and deletion, and `field:member` for each member
   * that a set gained or lost.
   */
  readonly clocks: Readonly<Record<string, Stamp>>;
  /** Ids of the records that this one refers to. */
  readonly links: readonly string[];
  /** ms UTC of the last change. */
  readonly updated: number;
  /** 1 once deleted: a number because IndexedDB can't index a boolean. */
  readonly deleted: 0 | 1;
}

/**
 * One change of one field. Creation and deletion are changes of `exists`. Of a set field, `from` holds the members that
 * were removed and `to` those that were added, so that changes of two devices can both be kept.
 */
export interface JournalChange {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

export type Origin = 'person' | 'import' | 'derived' | 'undo' | 'merge';

/** What is journaled of one write, all of it or nothing. */
export interface JournalEntry {
  readonly id: string;
  readonly hlc: Stamp;
  readonly device: string;
  readonly actor: string;
  readonly origin: Origin;
  /** Names a burst of typing or an import that spans several entries. */
  readonly batch: string | null;
  readonly reason: string;
  /** For an undo: the id of the entry that it takes back. */
  readonly undoes: string | null;
  readonly changes: readonly JournalChange[];
}

/** A journal entry with its place in this device's journal. */
export interface StoredEntry extends JournalEntry {
  readonly seq: number;
}

/** Something decided here that waits to be sent. */
export interface OutboxRow {
  readonly id: string;
  /** The journal entry that decided it. */
  readonly entry: string;
  readonly action: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'unknown' | 'failed' | 'cancelled';
  readonly content: FieldValue;
}

/** A network's id and the partner behind it; the key is made by `identityKey`. */
export interface Identity {
  readonly key: string;
  readonly partner: string;
}

/** The identities of one write: key and partner. */
export interface IdentitySheet {
  readonly entries: readonly (readonly [string, string])[];
}

/** The record as readers see it. */
export function toDeskRecord(stored: StoredRecord): DeskRecord {
  const { id, kind, values, updated, deleted } = stored;
  return { id, kind, values, updatedAt: updated, deleted: deleted === 1 };
}

/** ms UTC of a stamp. */
export function timeOf(stamp: Stamp): number {
  return parseStamp(stamp).milliseconds;
}

/** Awin knows a publisher by one id everywhere; PartnerStack's keys belong to one account. */
export function identityKey(network: string, account: string, networkId: string): string {
  return `${network}:${network === 'awin' ? 'none' : account}:${networkId}`;
}
