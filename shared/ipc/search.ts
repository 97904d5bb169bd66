import { z } from 'zod';

/** A search over every record. An empty text finds nothing, and makes ready for the first key. */
export const searchSchema = z.strictObject({
  text: z.string().max(200),
  /** How many of each kind. */
  limit: z.number().int().min(1).max(50),
});

/** A record that was found. */
export interface SearchHit {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name: whom it is about, a domain, a day. */
  readonly about: readonly string[];
  readonly client: string | null;
  readonly program: string | null;
  readonly partner: string | null;
  /** Of a saved view: the screen that it is of. */
  readonly screen: string | null;
}

/** What was found of one kind, the best first. */
export interface SearchGroup {
  readonly kind: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

export interface SearchAnswer {
  /** The kind with the best hit first. */
  readonly groups: readonly SearchGroup[];
}
