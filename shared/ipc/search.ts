import { z } from 'zod';

/** As many of each kind as a page of results shows at most. */
export const mostSearchHits = 500;

/**
 * A search over every record: words, phrases in quotes, what to leave out after a minus, and operators
 * (`shared/domain/search-text.ts`). An empty text finds nothing, and makes ready for the first key.
 */
export const searchSchema = z.strictObject({
  text: z.string().max(300),
  /** How many of each kind. */
  limit: z.number().int().min(1).max(mostSearchHits),
  /** The present day of the desk, from which words such as `last week` are counted. */
  today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
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
  /** The record on whose page it is shown, for what lives inside another. */
  readonly parent: { readonly kind: string; readonly id: string } | null;
  /** Of a saved view: the screen that it is of. */
  readonly screen: string | null;
  /** What is said of where it stands, and the day that it turns around, `2026-11-22`. */
  readonly state: string | null;
  readonly day: string | null;
  /** What it says around the words that were found, where its name doesn't hold them. */
  readonly excerpt: string | null;
  /** Its words are only similar to those that were typed. */
  readonly isSimilar: boolean;
}

/** What was found of one kind, the best first. */
export interface SearchGroup {
  readonly kind: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

/** A way to finish what is being typed. */
export interface SearchSuggestion {
  /** The whole text with it. */
  readonly text: string;
  readonly words: string;
  /** What it narrows to. */
  readonly aside: string;
}

export interface SearchAnswer {
  /** The kind with the best hit first. */
  readonly groups: readonly SearchGroup[];
  readonly total: number;
  /** What can't be understood, in plain sentences; nothing is found then. */
  readonly problems: readonly string[];
  readonly suggestions: readonly SearchSuggestion[];
}
