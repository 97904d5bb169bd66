import { foldWords, notWrittenOut } from './fold';
import { allowedSlips, bitCount, letterMask, slipsBetween } from './typos';

/** How well a word fits what was typed, the best first; 0 is not at all. */
export const fit = {
  none: 0,
  equal: 1,
  begins: 2,
  holds: 3,
  /** From here on with slips: one or two in the whole word, or in its beginning. */
  slip: 4,
  slipInBeginning: 5,
  slips: 6,
  slipsInBeginning: 7,
} as const;

/** Stands between two fields of a record: no phrase goes over it. */
export const gap = 0;

/** The fit of every word by its number. */
export type Fits = Uint8Array;

/** How words fit, and where the spellings that hold what was typed are: what goes on from it is among them. */
interface Kept {
  readonly fits: Fits;
  readonly holding: readonly number[];
}

const mostKept = 24;
/** A single letter is looked for where words begin. */
const leastPart = 2;

/**
 * Every word that any record holds, once. A hundred thousand of them are compared with what is typed in about a millisecond; a
 * record is then found by the numbers of its words alone.
 */
export class WordTable {
  private readonly numbers = new Map<string, number>();
  /** Every way of writing a word, and the number of the word. */
  private readonly spellings: string[] = [];
  private readonly owners: number[] = [];
  private readonly masks: number[] = [];
  private readonly writtenOut = new Set<string>();
  private kept = new Map<string, Kept>();
  private keptTypos = new Map<string, Fits>();

  /** The numbers of a text's words, in their order. */
  numbersOf(text: string): readonly number[] {
    return foldWords(text).map(({ plain, writtenOut }) => {
      const number = this.numberOf(plain);
      if (writtenOut !== null && !this.writtenOut.has(writtenOut)) {
        this.writtenOut.add(writtenOut);
        this.spell(writtenOut, number);
      }
      return number;
    });
  }

  /** How every word fits one that was typed to the letter. */
  fits(typed: string): Fits {
    return this.keptFits(typed).fits;
  }

  /** The same, and how those fit that were perhaps meant. */
  fitsWithTypos(typed: string): Fits {
    const slips = allowedSlips(typed);
    if (slips === 0) return this.fits(typed);
    const known = this.keptTypos.get(typed);
    if (known !== undefined) return known;
    const found = this.fits(typed).slice();
    const mask = letterMask(typed);
    const { spellings, owners, masks } = this;
    for (let at = 0; at < spellings.length; at += 1) {
      const word = spellings[at] ?? '';
      if (word.length < typed.length - slips) continue;
      if (bitCount(mask & ~(masks[at] ?? 0)) > slips) continue;
      const owner = owners[at] ?? gap;
      const before = found[owner] ?? fit.none;
      if (before !== fit.none && before <= fit.slip) continue;
      const how = typoFit(slipsBetween(typed, word, slips), slips);
      if (how !== fit.none && (before === fit.none || how < before)) found[owner] = how;
    }
    keep(this.keptTypos, typed, found);
    return found;
  }

  private keptFits(typed: string): Kept {
    const known = this.kept.get(typed);
    if (known !== undefined) return known;
    const shorter = this.kept.get(typed.slice(0, -1));
    const fits = new Uint8Array(this.numbers.size + 1);
    const holding: number[] = [];
    const count = shorter?.holding.length ?? this.spellings.length;
    for (let place = 0; place < count; place += 1) {
      const at = shorter === undefined ? place : (shorter.holding[place] ?? 0);
      const spelling = this.spellings[at] ?? '';
      const from = spelling.indexOf(typed);
      if (from === -1) continue;
      holding.push(at);
      if (from > 0 && typed.length < leastPart) continue;
      const how = from > 0 ? fit.holds : spelling.length === typed.length ? fit.equal : fit.begins;
      const owner = this.owners[at] ?? gap;
      const before = fits[owner] ?? fit.none;
      if (before === fit.none || how < before) fits[owner] = how;
    }
    const made = { fits, holding };
    keep(this.kept, typed, made);
    return made;
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const made = this.numbers.size + 1;
    this.numbers.set(word, made);
    this.spell(word, made);
    // Whoever types Muller means Mueller, too.
    const short = notWrittenOut(word);
    if (short !== word) this.spell(short, made);
    return made;
  }

  private spell(spelling: string, owner: number): void {
    this.spellings.push(spelling);
    this.owners.push(owner);
    this.masks.push(letterMask(spelling));
    if (this.kept.size > 0) this.kept = new Map();
    if (this.keptTypos.size > 0) this.keptTypos = new Map();
  }
}

function typoFit({ whole, beginning }: ReturnType<typeof slipsBetween>, most: number): number {
  if (whole <= 1) return fit.slip;
  if (beginning <= 1) return fit.slipInBeginning;
  if (whole <= most) return fit.slips;
  return beginning <= most ? fit.slipsInBeginning : fit.none;
}

function keep<Value>(kept: Map<string, Value>, typed: string, value: Value): void {
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(typed, value);
}
