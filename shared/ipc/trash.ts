import { z } from 'zod';
import { recordKindSchema } from './record-writes';

/** Which deleted records: of one kind or all, whose name holds a text. */
export const trashQuestionSchema = z.strictObject({
  kind: recordKindSchema.nullable(),
  search: z.string().max(300),
});
export type TrashQuestion = z.infer<typeof trashQuestionSchema>;

export const trashPageSchema = trashQuestionSchema.extend({
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
});

export const restoreSchema = z.strictObject({ ids: z.array(z.string()).min(1).max(100_000) });

/** A deleted record. What lived inside it and went with it has no line of its own. */
export interface TrashLine {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** ms UTC. */
  readonly at: number;
  /** Name of who deleted it; null for who has not said their name, and where the journal doesn't know. */
  readonly by: string | null;
  /** What was done, such as 'Client deleted' or 'Undo: New client'. */
  readonly reason: string;
  /** How many records inside it went with it. */
  readonly parts: number;
}

export interface TrashPage {
  readonly lines: readonly TrashLine[];
  /** How many pass kind and search. */
  readonly matched: number;
  /** All that can be restored, by kind. */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}

export interface Restored {
  /** An entry by which all of it can be taken back; empty when nothing came back. */
  readonly entry: string;
  readonly restored: number;
  /** Plain sentences for the first of those that stay, and why. */
  readonly kept: readonly string[];
}
