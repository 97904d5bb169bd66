import { foldWords } from './fold';
import { Finds } from './finds';
import type { Asked, Found, SearchEntry } from './found';
import { holdsPhrase, rankOf, unfit } from './rank';
import { WordRows } from './word-rows';
import { fit, gap, WordTable, type Fits } from './word-table';

export type { Asked, FoundRecord, SearchEntry } from './found';

/** With fewer hits than these, words that are similar to those typed are looked for, too. */
const few = 8;

/** Finds records by parts of their words. A record is the numbers of its words, so a change costs one row. */
export class SearchIndex {
  private readonly entries: (SearchEntry | null)[] = [];
  private readonly rows = new WordRows();
  private readonly ids = new Map<string, number>();
  private readonly byKind = new Map<string, { readonly ids: Set<string>; changes: number }>();
  private readonly table = new WordTable();
  private readonly kinds: readonly string[];

  /** `kinds` in the order in which equally good groups are shown. */
  constructor(kinds: readonly string[]) {
    this.kinds = kinds;
  }

  get size(): number {
    return this.ids.size;
  }

  /** How many places there are; some may be empty. */
  get places(): number {
    return this.entries.length;
  }

  /** Adds a record, or puts its new values in its place. */
  put(entry: SearchEntry): void {
    const words = [...this.table.numbersOf(entry.name)];
    const nameWords = words.length;
    for (const text of [entry.hint, ...entry.texts]) {
      if (text !== '') words.push(gap, ...this.table.numbersOf(text));
    }
    const place = this.ids.get(entry.id) ?? this.entries.length;
    this.ids.set(entry.id, place);
    // Long texts are words from now on.
    this.entries[place] = { ...entry, texts: [] };
    this.rows.put(place, words, nameWords);
    let ofKind = this.byKind.get(entry.kind);
    if (ofKind === undefined) {
      ofKind = { ids: new Set(), changes: 0 };
      this.byKind.set(entry.kind, ofKind);
    }
    ofKind.ids.add(entry.id);
    ofKind.changes += 1;
  }

  /** Forgets a record; one that isn't there is fine. */
  remove(id: string): void {
    const place = this.ids.get(id);
    if (place === undefined) return;
    const ofKind = this.byKind.get(this.entries[place]?.kind ?? '');
    if (ofKind !== undefined) {
      ofKind.ids.delete(id);
      ofKind.changes += 1;
    }
    this.entries[place] = null;
    this.rows.clear(place);
    this.ids.delete(id);
  }

  /** One record. */
  entryOf(id: string): SearchEntry | null {
    const place = this.ids.get(id);
    return place === undefined ? null : (this.entries[place] ?? null);
  }

  /** Where a record stands among all. */
  placeOf(id: string): number | null {
    return this.ids.get(id) ?? null;
  }

  /** Every record of a kind. */
  entriesOf(kind: string): readonly SearchEntry[] {
    return [...(this.byKind.get(kind)?.ids ?? [])].flatMap((id) => this.entryOf(id) ?? []);
  }

  /** Goes up with every record of a kind that is put or removed. */
  changesOf(kind: string): number {
    return this.byKind.get(kind)?.changes ?? 0;
  }

  /** The best `limit` records of each kind. Nothing asked is nothing found. */
  find(asked: Asked, limit: number): Found {
    const { phrases, without, passes } = asked;
    const exact = plainWords(phrases).map((word) => this.table.fits(word));
    const words = plainWords(asked.words);
    const left = this.phrasesOf(without);
    if (words.length + exact.length + left.length === 0 && passes === null) {
      return { groups: [], total: 0 };
    }
    const needed = this.phrasesOf(phrases);
    const fitting = words.map((word) => this.table.fits(word));
    const finds = new Finds(limit);
    const take = (fits: readonly Fits[], isFound: (place: number) => boolean): void => {
      for (const place of this.rows.rowsWith(fits)) {
        const rank = rankOf(this.rows, place, fits);
        const entry = this.entries[place];
        if (rank === unfit || !entry || isFound(place)) continue;
        if (passes?.(entry, place) === false) continue;
        if (left.some((phrase) => holdsPhrase(this.rows, place, phrase, fit.begins))) continue;
        if (!needed.every((phrase) => holdsPhrase(this.rows, place, phrase, fit.equal))) continue;
        finds.add(entry, rank);
      }
    };
    take([...fitting, ...exact], () => false);
    if (finds.total < few && words.length > 0) {
      // A phrase is meant to the letter.
      const similar = words.map((word) => this.table.fitsWithTypos(word));
      const isFound = (place: number): boolean =>
        rankOf(this.rows, place, [...fitting, ...exact]) !== unfit;
      take([...similar, ...exact], isFound);
    }
    return { groups: finds.groups(this.kinds), total: finds.total };
  }

  private phrasesOf(texts: readonly string[]): readonly (readonly Fits[])[] {
    return texts
      .map((text) => plainWords([text]).map((word) => this.table.fits(word)))
      .filter((phrase) => phrase.length > 0);
  }
}

function plainWords(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => foldWords(text).map(({ plain }) => plain));
}
