import { fit, gap, type Fits } from './word-table';
import type { WordRows } from './word-rows';

/**
 * The order of what is found: the name itself, its beginning, beginnings of its words, parts of its words, another field; then
 * the same with words that are only similar, by how similar they are.
 */
export const ranks = {
  name: 0,
  nameBegins: 1,
  nameWords: 2,
  nameParts: 3,
  elsewhere: 4,
  similar: 5,
  count: 5 + 2 * (fit.slipsInBeginning - fit.holds),
} as const;

/** Is no rank: the record lacks a word. */
export const unfit = -1;

/** How well a record fits the typed words, or `unfit`. Without words everything fits alike. */
export function rankOf(rows: WordRows, row: number, typed: readonly Fits[]): number {
  const { words } = rows;
  const [start, nameEnd, end] = [rows.startOf(row), rows.nameEndOf(row), rows.endOf(row)];
  let worst: number = fit.none;
  let isInName = true;
  for (const fits of typed) {
    let best = bestOf(words, start, nameEnd, fits);
    if (best === fit.none) {
      best = bestOf(words, nameEnd, end, fits);
      if (best === fit.none) return unfit;
      isInName = false;
    }
    if (best > worst) worst = best;
  }
  if (worst > fit.holds) return ranks.similar + 2 * (worst - fit.slip) + (isInName ? 0 : 1);
  if (!isInName) return ranks.elsewhere;
  if (worst === fit.holds) return ranks.nameParts;
  if (!startsWith(words, start, typed)) return ranks.nameWords;
  const isAll = typed.length === nameEnd - start;
  return worst <= fit.equal && isAll ? ranks.name : ranks.nameBegins;
}

function bestOf(words: Uint32Array, from: number, to: number, fits: Fits): number {
  let best: number = fit.none;
  for (let at = from; at < to; at += 1) {
    const how = fits[words[at] ?? gap] ?? fit.none;
    if (how === fit.none) continue;
    if (how === fit.equal) return how;
    if (best === fit.none || how < best) best = how;
  }
  return best;
}

/** Are these the first words, the last of them perhaps begun only? */
function startsWith(words: Uint32Array, start: number, typed: readonly Fits[]): boolean {
  return typed.every((fits, at) => {
    const how = fits[words[start + at] ?? gap] ?? fit.none;
    return how === fit.equal || (how === fit.begins && at === typed.length - 1);
  });
}

/** Do a record's words hold these, one after the other? The last of them may fit less well. */
export function holdsPhrase(
  rows: WordRows,
  row: number,
  phrase: readonly Fits[],
  lastFit: number,
): boolean {
  const { words } = rows;
  const last = phrase.length - 1;
  for (let start = rows.startOf(row); start + last < rows.endOf(row); start += 1) {
    const isThere = phrase.every((fits, step) => {
      const how = fits[words[start + step] ?? gap] ?? fit.none;
      return how !== fit.none && how <= (step === last ? lastFit : fit.equal);
    });
    if (isThere) return true;
  }
  return false;
}
