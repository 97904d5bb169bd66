import { z } from 'zod';
import type { HistoryEntry } from './desk-records';

/** What was taken back, or done again. */
export interface Undone {
  /** Id of the entry that was taken back. */
  readonly entry: string;
  /** The batch of which it was; null when it stood alone. */
  readonly batch: string | null;
  /** What the change was, in words. */
  readonly words: string;
  /** True when an undo was taken back: the change stands again. */
  readonly isRedo: boolean;
  /** How many entries were taken back. */
  readonly entries: number;
  /** How many fields went back. */
  readonly undone: number;
  /** How many things stay as they are. */
  readonly skipped: number;
  /** Plain sentences for the first of them, and why. */
  readonly kept: readonly string[];
}

/** Whose changes: those of the person at the desk, of everybody, or also what followed from network data. */
export const historyScopes = ['mine', 'people', 'everything'] as const;

/** The newest changes of the desk; a longer list is asked for with a higher limit, so that what was undone is always known. */
export const historyQuestionSchema = z.strictObject({
  scope: z.enum(historyScopes),
  limit: z.number().int().min(1).max(2_000),
});
export type HistoryQuestion = z.infer<typeof historyQuestionSchema>;

/** One change of the desk as its history tells it: an entry of the journal, or all entries of an import or a bulk edit. */
export interface HistoryLine {
  /** Id of its newest entry, by which it is undone. */
  readonly entry: string;
  readonly batch: string | null;
  /** ms UTC of its newest entry. */
  readonly at: number;
  /** Name of who did it; null for who has not said their name. */
  readonly by: string | null;
  readonly isOwn: boolean;
  readonly origin: HistoryEntry['origin'];
  readonly reason: string;
  /** How many records of each kind it touched. */
  readonly touched: readonly { readonly kind: string; readonly records: number }[];
  /** The first records that it touched, as far as they have a page. */
  readonly first: readonly {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly deleted: boolean;
  }[];
  readonly state: 'stands' | 'taken back';
  readonly isUndoable: boolean;
}

export interface DeskHistory {
  readonly lines: readonly HistoryLine[];
  /** Are there older ones? */
  readonly more: boolean;
}
