import type { SearchAnswer, SearchGroup, SearchHit } from '../../../shared/ipc/search';
import { plainText } from './plain';

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
  /** Of a saved view: the screen that it is of. */
  readonly screen: string | null;
}

interface Row {
  readonly entry: SearchEntry;
  readonly name: string;
  /** Name and texts. */
  readonly all: string;
}

/** From an equal name, over its beginning, beginnings of words and parts of words, to a match in another field. */
const ranks = 5;

/**
 * Finds records by parts of their words. Fifty thousand short texts are gone through in a few milliseconds, so nothing is
 * kept per word, and a change costs one row.
 */
export class SearchIndex {
  private readonly rows: (Row | null)[] = [];
  private readonly places = new Map<string, number>();
  private readonly kinds: readonly string[];
  /** What the last text found: a text that goes on from it can find nothing else. */
  private last: { readonly asked: string; readonly rows: readonly Row[] } | null = null;

  /** `kinds` in the order in which equally good groups are shown. */
  constructor(kinds: readonly string[]) {
    this.kinds = kinds;
  }

  get size(): number {
    return this.places.size;
  }

  /** Adds a record, or puts its new values in its place. */
  put(entry: SearchEntry): void {
    this.last = null;
    const name = plainText(entry.name);
    const row: Row = { entry, name, all: name + plainText([entry.hint, ...entry.texts].join(' ')) };
    const place = this.places.get(entry.id);
    if (place === undefined) this.places.set(entry.id, this.rows.push(row) - 1);
    else this.rows[place] = row;
  }

  /** Forgets a record; one that isn't there is fine. */
  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.last = null;
    this.rows[place] = null;
    this.places.delete(id);
  }

  /** The best `limit` records of each kind that hold every word of the text. Nothing asked is nothing found. */
  find(text: string, limit: number): SearchAnswer {
    const asked = plainText(text);
    const words = asked.trim().split(' ');
    if (asked === ' ') return { groups: [] };
    const found = new Map<string, { total: number; readonly byRank: Row[][] }>();
    const matching = this.matching(asked.trimEnd(), words);
    for (const row of matching) {
      const rank = rankOf(row, asked, words);
      const group = found.get(row.entry.kind) ?? { total: 0, byRank: emptyRanks() };
      if (group.total === 0) found.set(row.entry.kind, group);
      group.total += 1;
      const equals = group.byRank[rank];
      // Far more than can be shown need not be kept; the shortest names come first among equals.
      if (equals !== undefined && equals.length < limit * 8) equals.push(row);
    }
    return { groups: this.inOrder(found, limit) };
  }

  /** The rows that hold every word. */
  private matching(asked: string, words: readonly string[]): readonly Row[] {
    const known = this.last !== null && asked.startsWith(this.last.asked) ? this.last.rows : null;
    const rows: Row[] = [];
    for (const row of known ?? this.rows) {
      if (row !== null && holdsAll(row.all, words)) rows.push(row);
    }
    this.last = { asked, rows };
    return rows;
  }

  private inOrder(
    found: ReadonlyMap<string, { readonly total: number; readonly byRank: readonly Row[][] }>,
    limit: number,
  ): readonly SearchGroup[] {
    return [...found]
      .map(([kind, { total, byRank }]) => ({
        rank: byRank.findIndex((rows) => rows.length > 0),
        kind,
        total,
        hits: byRank
          .flatMap((rows) => rows.sort(byLength))
          .slice(0, limit)
          .map(({ entry }) => this.hitOf(entry)),
      }))
      .sort(
        (one, other) =>
          one.rank - other.rank || this.kinds.indexOf(one.kind) - this.kinds.indexOf(other.kind),
      )
      .map(({ kind, total, hits }) => ({ kind, total, hits }));
  }

  private hitOf(entry: SearchEntry): SearchHit {
    const { kind, id, name, hint, client, program, partner, screen } = entry;
    const abouts = [partner, program, client].flatMap((about) => {
      const known = about === null ? undefined : this.nameOf(about);
      return known === undefined ? [] : [known];
    });
    const about = [...abouts, hint].filter(Boolean);
    return { kind, id, name, about, client, program, partner, screen };
  }

  private nameOf(id: string): string | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.rows[place]?.entry.name;
  }
}

function emptyRanks(): Row[][] {
  return Array.from({ length: ranks }, () => []);
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

function rankOf({ name }: Row, asked: string, words: readonly string[]): number {
  if (!holdsAll(name, words)) return 4;
  if (name === asked) return 0;
  if (name.startsWith(asked.trimEnd())) return 1;
  if (words.every((word) => name.includes(` ${word}`))) return 2;
  return 3;
}

function byLength(one: Row, other: Row): number {
  return one.name.length - other.name.length || (one.name < other.name ? -1 : 1);
}
