/** Longer words than this are taken to the letter: a word's letters are the bits of one number. */
const longest = 31;

/** How many slips a typed word may hold: none in short or very long words and numbers, one from four letters on, two from eight. */
export function allowedSlips(word: string): 0 | 1 | 2 {
  if (word.length < 4 || word.length > longest || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** The letters of a word as bits: most words that are no typo of another are told apart by these alone. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) % 31);
  return mask;
}

export function bitCount(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

/**
 * Counts the slips between a typed word of at most 31 letters and others: a letter too many, too few, another one, or two
 * neighbors swapped (the distance of optimal string alignment, a column of its table at once: H. Hyyrö, A bit-vector
 * algorithm for computing Levenshtein and Damerau edit distances, 2003).
 */
export class SlipCounter {
  /** Of the word counted last: the least number of slips to the whole of it, and to a beginning of it. More than `most` is any number above it. */
  whole = 0;
  beginning = 0;
  private readonly length: number;
  private readonly most: number;
  /** Where each letter stands in the typed word, as bits. */
  private readonly places = new Map<number, number>();
  private readonly asciiPlaces = new Int32Array(128);

  constructor(typed: string, most: number) {
    this.length = typed.length;
    this.most = most;
    for (let at = 0; at < typed.length; at += 1) {
      const letter = typed.charCodeAt(at);
      this.places.set(letter, (this.places.get(letter) ?? 0) | (1 << at));
    }
    for (const [letter, bits] of this.places) {
      if (letter < this.asciiPlaces.length) this.asciiPlaces[letter] = bits;
    }
  }

  count(word: string): void {
    const { length, most, asciiPlaces } = this;
    // What goes on after the beginning costs nothing but for the whole word.
    const width = Math.min(word.length, length + most);
    const last = 1 << (length - 1);
    // Where the column goes up by one from a row to the next, and where down; then which diagonals cost nothing.
    let up = -1;
    let down = 0;
    let free = 0;
    let before = 0;
    let slips = length;
    let beginning = slips;
    for (let at = 0; at < width; at += 1) {
      const letter = word.charCodeAt(at);
      const same = letter < 128 ? (asciiPlaces[letter] ?? 0) : (this.places.get(letter) ?? 0);
      const swapped = ((~free & same) << 1) & before;
      free = (((same & up) + up) ^ up) | same | down | swapped;
      const right = down | ~(free | up);
      const left = free & up;
      if ((right & last) !== 0) slips += 1;
      else if ((left & last) !== 0) slips -= 1;
      if (slips < beginning) beginning = slips;
      const shifted = (right << 1) | 1;
      up = (left << 1) | ~(free | shifted);
      down = shifted & free;
      before = same;
    }
    this.beginning = beginning;
    this.whole = width === word.length ? slips : most + 1;
  }
}
