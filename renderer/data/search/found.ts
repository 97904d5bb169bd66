/** One record as it can be found. */
export interface SearchEntry {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** Tells it from others of its name: a domain, a role, a day. */
  readonly hint: string;
  /** Its other searched fields. */
  readonly texts: readonly string[];
  /** The client, program and partner that it is about. */
  readonly client: string | null;
  readonly program: string | null;
  readonly partner: string | null;
  /** The record that it lives inside of. */
  readonly parent: { readonly kind: string; readonly id: string } | null;
  /** Of a saved view: the screen that it is of. */
  readonly screen: string | null;
  /** Whose it is; undefined for a kind that is nobody's. */
  readonly owner: string | null | undefined;
  /** The stored word of where it stands. */
  readonly state: string | null;
  /** Has it come to an end? */
  readonly isClosed: boolean;
  /** The day that it turns around: due, held, written. */
  readonly day: string | null;
}

/** What is looked for. */
export interface Asked {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  /** What else a record must be; null for any. `place` is where it stands in the index. */
  readonly passes: ((entry: SearchEntry, place: number) => boolean) | null;
}

/** A record that was found, before anybody reads what it says. */
export interface FoundRecord {
  readonly entry: SearchEntry;
  /** Its name alone holds what was typed. */
  readonly isInName: boolean;
  readonly isSimilar: boolean;
}

export interface FoundGroup {
  readonly kind: string;
  readonly total: number;
  readonly records: readonly FoundRecord[];
}

export interface Found {
  readonly groups: readonly FoundGroup[];
  readonly total: number;
}
