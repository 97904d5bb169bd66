import { z } from 'zod';
import { mentionsIn, mostWords, type ErasedKeys } from './mentions';

/*
 * Who was erased is remembered without their data: as hashes with a key that this desk made. A short hint beside each
 * tells nearly everything else apart at once, so that only a handful of texts is ever hashed.
 */

const entrySchema = z.object({
  /** HMAC-SHA-256, in hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Sixteen bits of another, weaker hash. */
  hint: z.number().int().min(0).max(0xffff),
  /** ms UTC. */
  at: z.number(),
});
const erasureListSchema = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.array(entrySchema).max(100_000),
});
export type ErasureList = z.infer<typeof erasureListSchema>;

/** A desk that took over another one's backup has that one's list beside its own. */
export const erasureListsSchema = z.array(erasureListSchema).max(100);
export type ErasureLists = readonly ErasureList[];

/** Gives, for a list's key, the HMAC-SHA-256 of a text in hexadecimal digits; each engine has its own. */
export type Hashing = (key: string) => Promise<(text: string) => Promise<string>>;

/** The list with more people in it; their keys are as `keyOf` and `recordKey` make them. */
export async function withErased(
  list: ErasureList,
  keys: readonly string[],
  at: number,
  hashing: Hashing,
): Promise<ErasureList> {
  const hmac = await hashing(list.key);
  const known = new Set(list.entries.map(({ hash }) => hash));
  const added = await Promise.all(
    [...new Set(keys)].map(async (key) => ({ hash: await hmac(key), hint: hintOf(list, key), at })),
  );
  return { ...list, entries: [...list.entries, ...added.filter(({ hash }) => !known.has(hash))] };
}

/** Everybody on either side, each list once. */
export function mergedLists(one: ErasureLists, other: ErasureLists): ErasureList[] {
  const byKey = new Map<string, ErasureList>();
  for (const list of [...one, ...other]) {
    const known = byKey.get(list.key);
    const hashes = new Set(known?.entries.map(({ hash }) => hash));
    const added = list.entries.filter(({ hash }) => !hashes.has(hash));
    byKey.set(list.key, known ? { ...known, entries: [...known.entries, ...added] } : list);
  }
  return [...byKey.values()];
}

/** Shorter texts tell nobody, as `keyOf` has it; a number does from so many characters on. */
const leastCharacters = 3;
const leastNumber = 7;
const longestRemembered = 80;
const mostRemembered = 200_000;
const plainNumber = /^[\d\s.,:()+/-]*$/;

/** Finds in many texts the keys of people who were erased. */
export class ErasedFinder {
  /** Texts that were looked at: in tables most come again and again. */
  private readonly seen = new Set<string>();
  private readonly lists: readonly {
    readonly list: ErasureList;
    readonly hints: ReadonlySet<number>;
    readonly candidates: Set<string>;
  }[];

  constructor(lists: ErasureLists) {
    this.lists = lists.map((list) => ({
      list,
      hints: new Set(list.entries.map(({ hint }) => hint)),
      candidates: new Set(),
    }));
  }

  /** Looks at a text; what could be somebody is remembered until `found`. */
  look(text: string): void {
    if (this.lists.length === 0 || text.length < leastCharacters) return;
    // Most cells of a table are short numbers, which nobody is known by.
    if (text.length < leastNumber && plainNumber.test(text)) return;
    if (text.length <= longestRemembered) {
      if (this.seen.has(text)) return;
      if (this.seen.size < mostRemembered) this.seen.add(text);
    }
    for (const { key } of mentionsIn(text, mostWords)) this.lookKey(key);
  }

  /** Looks at a key, such as a record's. */
  lookKey(key: string): void {
    for (const { list, hints, candidates } of this.lists) {
      if (hints.has(hintOf(list, key))) candidates.add(key);
    }
  }

  /** The keys of what was looked at that are on a list; one that is on several has the sign of its first erasure. */
  async found(hashing: Hashing): Promise<ErasedKeys> {
    const keys = new Map<string, { readonly sign: string; readonly at: number }>();
    for (const { list, candidates } of this.lists) {
      if (candidates.size === 0) continue;
      const entries = new Map(list.entries.map((entry) => [entry.hash, entry]));
      const hmac = await hashing(list.key);
      for (const key of candidates) {
        const entry = entries.get(await hmac(key));
        if (entry === undefined || (keys.get(key)?.at ?? Infinity) <= entry.at) continue;
        keys.set(key, { sign: signOf(entry.hash), at: entry.at });
      }
    }
    return new Map(Array.from(keys, ([key, { sign }]) => [key, sign]));
  }
}

const signLength = 8;
const firstLetter = 'a'.charCodeAt(0);

/** The beginning of a hash in letters: digits could be taken for somebody's telephone number. */
function signOf(hash: string): string {
  return hash
    .slice(0, signLength)
    .replace(/./g, (digit) => String.fromCharCode(firstLetter + Number.parseInt(digit, 16)));
}

/** FNV-1a of the list's key and the text, folded to sixteen bits. */
function hintOf({ key }: ErasureList, text: string): number {
  let hash = seedOf(key);
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 16) ^ hash) & 0xffff;
}

const seeds = new Map<string, number>();

function seedOf(key: string): number {
  const known = seeds.get(key);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  seeds.set(key, hash);
  return hash;
}
