import type { Status } from '../domain/vocabulary';

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
}
