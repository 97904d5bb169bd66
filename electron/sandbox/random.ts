/** A source of numbers in [0, 1). */
export type Random = () => number;

/** Mixes whole numbers into 32 bits. Equal arguments give an equal result on every machine. */
export function hashOf(...parts: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash ^= part | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** 32-bit FNV-1a of a text, to make texts part of `hashOf`. */
export function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** One number in [0, 1) that depends on the arguments alone. */
export function unitOf(...parts: readonly number[]): number {
  return hashOf(...parts) / 0x1_0000_0000;
}

/** A stream of numbers (mulberry32) that depends on the arguments alone. */
export function randomOf(...parts: readonly number[]): Random {
  let state = hashOf(...parts);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Reads a place that must exist; an index out of range is an error of the sandbox itself. */
export function entry<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined)
    throw new RangeError(`no entry ${String(index)} of ${String(list.length)}`);
  return value;
}

/** One of the list, by the next number of the stream. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return entry(list, Math.floor(random() * list.length));
}

/** How many events happen where `mean` are expected (Knuth's Poisson sampling; means up to about 60). */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}

/** A factor around 1 with a long tail to the right, for order values and clicks. */
export function spread(random: Random, sigma: number): number {
  const normal = random() + random() + random() + random() - 2;
  return Math.exp(sigma * normal * 1.732);
}

/** `length` letters and digits that depend on the arguments alone, for keys and tokens. */
export function wordOf(length: number, ...parts: readonly number[]): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  const random = randomOf(...parts);
  let word = '';
  while (word.length < length) word += letters.charAt(Math.floor(random() * letters.length));
  return word;
}
