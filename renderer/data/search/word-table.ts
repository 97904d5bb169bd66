import { foldWords, notWrittenOut } from './fold';
import { allowedSlips, bitCount, letterMask, SlipCounter } from './typos';

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

/** The same with slips: where the spellings are whose beginning is near what was typed. A letter more brings no other one near. */
interface KeptTypos {
  readonly fits: Fits;
  readonly slips: number;
  readonly near: readonly number[];
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
  private readonly initials: number[] = [];
  private readonly writtenOut = new Set<string>();
  private kept = new Map<string, Kept>();
  private keptTypos = new Map<string, KeptTypos>();

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
    if (known !== undefined) return known.fits;
    const shorter = this.keptTypos.get(typed.slice(0, -1));
    const candidates = shorter?.slips === slips ? shorter.near : null;
    const fits = this.fits(typed).slice();
    const near: number[] = [];
    const counter = new SlipCounter(typed, slips);
    const mask = letterMask(typed);
    const { spellings, owners, masks } = this;
    const count = candidates?.length ?? spellings.length;
    for (let place = 0; place < count; place += 1) {
      const at = candidates === null ? place : (candidates[place] ?? 0);
      if (bitCount(mask & ~(masks[at] ?? 0)) > slips) continue;
      counter.count(spellings[at] ?? '');
      if (counter.beginning > slips) continue;
      near.push(at);
      const how = typoFit(counter, slips);
      const owner = owners[at] ?? gap;
      const before = fits[owner] ?? fit.none;
      if (before === fit.none || how < before) fits[owner] = how;
    }
    keep(this.keptTypos, typed, { fits, slips, near });
    return fits;
  }

  private keptFits(typed: string): Kept {
    const known = this.kept.get(typed);
    if (known !== undefined) return known;
    const isPart = typed.length >= leastPart;
    const shorter = typed.length > leastPart ? this.kept.get(typed.slice(0, -1)) : undefined;
    const [mask, initial] = [letterMask(typed), typed.charCodeAt(0)];
    const fits = new Uint8Array(this.numbers.size + 1);
    const holding: number[] = [];
    const count = shorter?.holding.length ?? this.spellings.length;
    for (let place = 0; place < count; place += 1) {
      const at = shorter === undefined ? place : (shorter.holding[place] ?? 0);
      if (isPart ? (mask & ~(this.masks[at] ?? 0)) !== 0 : this.initials[at] !== initial) continue;
      const spelling = this.spellings[at] ?? '';
      const from = isPart ? spelling.indexOf(typed) : 0;
      if (from === -1) continue;
      holding.push(at);
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
    this.initials.push(spelling.charCodeAt(0));
    if (this.kept.size > 0) this.kept = new Map();
    if (this.keptTypos.size > 0) this.keptTypos = new Map();
  }
}

function typoFit({ whole, beginning }: SlipCounter, most: number): number {
  if (whole <= 1) return fit.slip;
  if (beginning <= 1) return fit.slipInBeginning;
  if (whole <= most) return fit.slips;
  return fit.slipsInBeginning;
}

function keep<Value>(kept: Map<string, Value>, typed: string, value: Value): void {
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(typed, value);
}
