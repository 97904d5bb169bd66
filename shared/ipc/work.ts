import type { DeskFailure } from '../kernel/result';

export interface SyncState {
  readonly running: boolean;
  /** ms UTC of the next scheduled sync; null when none is planned. */
  readonly nextRunAt: number | null;
}

/** A network that is asked while somebody waits: where, and which try it is. */
export interface AskedNetwork {
  readonly address: string;
  readonly tries: number;
  readonly mostTries: number;
}

/** How far a sync is; one event for each step of each connection. */
export interface SyncProgress {
  readonly connection: string;
  readonly program: string;
  /** Tasks done and known for this connection. */
  readonly done: number;
  readonly total: number;
  readonly rows: number;
  /** What is being done, for a person. */
  readonly words: string;
}

/** How far other long work is; `total` is null while it is not known. */
export interface WorkProgress {
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
  /** What is counted, where that differs from step to step. */
  readonly unit?: 'bytes' | 'files' | 'rows';
  /** How far all of the work is, from 0 to 1, where `done` and `total` are of the present step alone. */
  readonly share?: number;
}

/** What takes long enough to be shown while it goes on; a sync and a sample share the networks. */
export type WorkKind = 'sync' | 'sample' | 'review' | 'notes' | 'import' | 'export' | 'backup';

/** Work that goes on in main, whatever page is open. */
export interface RunningWork {
  readonly kind: WorkKind;
  /** The newest step of the whole; null where none is known, and for a sync. */
  readonly step: WorkProgress | null;
  /** The newest step of each connection of a sync. */
  readonly connections: readonly SyncProgress[];
  readonly cancelling: boolean;
}

export interface WorkState {
  readonly running: readonly RunningWork[];
  /** Why the last work of a kind failed, until the next one of that kind begins. */
  readonly failures: readonly { readonly kind: WorkKind; readonly failure: DeskFailure }[];
}
