/** How many slips a typed word may hold: none in short words and numbers, one from four letters on, two from eight. */
export function allowedSlips(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\d/.test(word)) return 0;
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

/** The least number of slips that lead from what was typed to a word and to its beginning. */
export interface Slips {
  readonly whole: number;
  readonly beginning: number;
}

/**
 * Counts slips: a letter too many, too few, another one, or two neighbors swapped (the distance of optimal string alignment).
 * More than `most` is any number above it.
 */
export function slipsBetween(typed: string, word: string, most: number): Slips {
  // What goes on after the beginning costs nothing but for the whole word.
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let at = 1; at <= width; at += 1) {
      const isSame = typed.charCodeAt(row - 1) === word.charCodeAt(at - 1);
      let cost = Math.min(
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
      );
      if (
        row > 1 &&
        at > 1 &&
        typed.charCodeAt(row - 1) === word.charCodeAt(at - 2) &&
        typed.charCodeAt(row - 2) === word.charCodeAt(at - 1)
      ) {
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      }
      current.push(cost);
      if (cost < least) least = cost;
    }
    // Swapped neighbors lead back to the row before, so that one counts too.
    if (least > most && Math.min(...last) > most) return { whole: least, beginning: least };
    before = last;
    last = current;
  }
  const isWhole = width === word.length;
  return {
    whole: isWhole ? (last[width] ?? most + 1) : most + 1,
    beginning: Math.min(...last),
  };
}
