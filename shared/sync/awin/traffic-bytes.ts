import { parseDay, type Day } from '../../kernel/days';
import type { DayWindow } from '../batch';
import type { BytesInput, MappedPage } from '../connector';
import { isDigit, notJson, skipColon, skipSpace, skipString, skipValue } from '../json-bytes';
import { CampaignRows } from './traffic';

/**
 * `mapCampaignReport` of a body that is still bytes; null when the body is for that to judge: it is no report, no JSON,
 * or written in a way that nobody has seen yet.
 *
 * Ninety-five of a hundred bytes of a report are amounts that are counted elsewhere. Building objects of them takes most
 * of the time of a first sync, so a plain row is read where it stands; any other row is parsed by itself.
 */
export function readCampaignBytes(
  bytes: Uint8Array,
  window: DayWindow,
  decode: BytesInput['decode'],
): MappedPage | null {
  const start = skipSpace(bytes, 0);
  const isWrapped = bytes[start] === openObject;
  const list = isWrapped ? wrappedList(bytes, start + 1) : start;
  if (list === notJson || bytes[list] !== openList) return null;
  const rows = new CampaignRows(window);
  let end = readRows(bytes, list + 1, new RowReader(bytes, rows, decode));
  if (end !== notJson && isWrapped) {
    end = skipSpace(bytes, end);
    end = bytes[end] === closeObject ? end + 1 : notJson;
  }
  if (end === notJson || skipSpace(bytes, end) !== bytes.length) return null;
  return rows.hasDates ? rows.page() : null;
}

const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const [quote, backslash, comma, dash, zero] = [0x22, 0x5c, 0x2c, 0x2d, 0x30];

/** Where the list begins in `{"result":[`: a report with anything beside its rows is not a plain one. */
function wrappedList(bytes: Uint8Array, from: number): number {
  const at = skipSpace(bytes, from);
  const end = skipString(bytes, at);
  if (end === notJson || !isWord(bytes, at + 1, end - 1, 'result')) return notJson;
  return skipColon(bytes, end);
}

/** Behind the list's closing bracket. */
function readRows(bytes: Uint8Array, from: number, reader: RowReader): number {
  let at = skipSpace(bytes, from);
  if (bytes[at] === closeList) return at + 1;
  for (;;) {
    at = reader.read(at);
    if (at === notJson) return notJson;
    at = skipSpace(bytes, at);
    if (bytes[at] === closeList) return at + 1;
    if (bytes[at] !== comma) return notJson;
    at = skipSpace(bytes, at + 1);
  }
}

/** What a number may be long, so that it is exact. */
const mostDigits = 15;
const dateLength = 'yyyy-mm-dd'.length;

/** Takes a member whose key and value stand here; behind its value, or `notJson`. */
type TakeMember = (this: RowReader, keyFrom: number, keyTo: number, value: number) => number;

/** Reads one row after the other. */
class RowReader {
  readonly #bytes: Uint8Array;
  readonly #rows: CampaignRows;
  readonly #decode: BytesInput['decode'];
  readonly #days = new Map<number, Day | null>();
  readonly #publishers = new Map<number, string>();
  /** Campaigns met so far by a hash of their bytes, with where they stood first. */
  readonly #campaigns = new Map<number, { from: number; to: number; word: string }>();
  // Of the row that is read; NaN and null are 'not met yet'.
  #day = NaN;
  #publisher = NaN;
  #campaign: string | null = null;
  #clicks = NaN;
  #isPlain = true;

  constructor(bytes: Uint8Array, rows: CampaignRows, decode: BytesInput['decode']) {
    this.#bytes = bytes;
    this.#rows = rows;
    this.#decode = decode;
  }

  /** Takes the row that begins here; behind it, or `notJson`. */
  read(from: number): number {
    this.#forget();
    this.#isPlain = this.#bytes[from] === openObject;
    const end = this.#isPlain ? this.#members(from, this.#member) : skipValue(this.#bytes, from);
    if (end === notJson) return notJson;
    const isWhole = !Number.isNaN(this.#day + this.#publisher + this.#clicks);
    if (this.#isPlain && isWhole && this.#rows.isAsked(this.#day)) {
      const publisher = this.#nameOf(this.#publisher);
      this.#rows.add(this.#day, publisher, this.#campaign ?? '', this.#clicks);
    } else {
      this.#rows.take(JSON.parse(this.#decode(this.#bytes.subarray(from, end))));
    }
    return end;
  }

  #forget(): void {
    this.#day = NaN;
    this.#publisher = NaN;
    this.#campaign = null;
    this.#clicks = NaN;
  }

  /** Hands every member of the object that begins here to `take`, which gives the place behind its value. */
  #members(from: number, take: TakeMember): number {
    const bytes = this.#bytes;
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === closeObject) return at + 1;
    for (;;) {
      const key = at + 1;
      at = skipString(bytes, at);
      if (at === notJson) return notJson;
      const keyEnd = at - 1;
      at = skipColon(bytes, at);
      if (at === notJson) return notJson;
      at = take.call(this, key, keyEnd, at);
      if (at === notJson) return notJson;
      at = skipSpace(bytes, at);
      if (bytes[at] === closeObject) return at + 1;
      if (bytes[at] !== comma) return notJson;
      at = skipSpace(bytes, at + 1);
    }
  }

  #member(from: number, to: number, value: number): number {
    if (isWord(this.#bytes, from, to, 'date')) return this.#date(value);
    if (isWord(this.#bytes, from, to, 'publisherId')) return this.#publisherId(value);
    if (isWord(this.#bytes, from, to, 'campaign')) return this.#campaignName(value);
    if (isWord(this.#bytes, from, to, 'totals')) return this.#inside(value, this.#total);
    return this.#other(from, to, value);
  }

  #total(from: number, to: number, value: number): number {
    if (isWord(this.#bytes, from, to, 'quantity')) return this.#inside(value, this.#quantity);
    return this.#other(from, to, value);
  }

  #quantity(from: number, to: number, value: number): number {
    if (isWord(this.#bytes, from, to, 'click')) return this.#click(value);
    return this.#other(from, to, value);
  }

  /** An object whose members matter; anything else in its place is for the row's own parser. */
  #inside(value: number, take: TakeMember): number {
    if (this.#bytes[value] === openObject) return this.#members(value, take);
    this.#isPlain = false;
    return skipValue(this.#bytes, value);
  }

  /** A member that doesn't matter, unless its key is one that does, spelled with escapes. */
  #other(from: number, to: number, value: number): number {
    for (let at = from; at < to; at += 1) if (this.#bytes[at] === backslash) this.#isPlain = false;
    return skipValue(this.#bytes, value);
  }

  #date(from: number): number {
    const to = from + 1 + dateLength;
    const isShort = this.#bytes[from] === quote && this.#bytes[to] === quote;
    const day = isShort && Number.isNaN(this.#day) ? this.#dayAt(from + 1) : null;
    if (day === null) this.#isPlain = false;
    else this.#day = day;
    return skipValue(this.#bytes, from);
  }

  /** The day of `yyyy-mm-dd`, null for anything else. A report repeats each thousands of times. */
  #dayAt(from: number): Day | null {
    let digits = 0;
    for (let index = 0; index < dateLength; index += 1) {
      const code = this.#bytes[from + index] ?? 0;
      if (index === 4 || index === 7) {
        if (code !== dash) return null;
      } else if (isDigit(code)) digits = digits * 10 + code - zero;
      else return null;
    }
    const known = this.#days.get(digits);
    if (known !== undefined) return known;
    const day = parseDay(this.#decode(this.#bytes.subarray(from, from + dateLength)));
    this.#days.set(digits, day);
    return day;
  }

  #publisherId(from: number): number {
    const id = this.#wholeNumber(from);
    // A zero in front belongs to the id, and zero is none.
    const first = this.#bytes[from] === quote ? this.#bytes[from + 1] : this.#bytes[from];
    if (!Number.isNaN(this.#publisher) || first === zero) this.#isPlain = false;
    this.#publisher = id;
    return skipValue(this.#bytes, from);
  }

  #click(from: number): number {
    if (!Number.isNaN(this.#clicks)) this.#isPlain = false;
    this.#clicks = this.#wholeNumber(from);
    return skipValue(this.#bytes, from);
  }

  /** Digits alone, with or without quotes; NaN (and a row that isn't plain) for anything else. */
  #wholeNumber(from: number): number {
    const bytes = this.#bytes;
    const isText = bytes[from] === quote;
    const first = isText ? from + 1 : from;
    let at = first;
    let number = 0;
    while (isDigit(bytes[at])) {
      number = number * 10 + (bytes[at] ?? zero) - zero;
      at += 1;
    }
    const ends = isText ? bytes[at] === quote : isEndOfNumber(bytes[at]);
    const isExact = at > first && at - first <= mostDigits;
    if (ends && isExact) return number;
    this.#isPlain = false;
    return NaN;
  }

  #campaignName(from: number): number {
    const end = skipValue(this.#bytes, from);
    if (end === notJson) return notJson;
    const isText = this.#bytes[from] === quote;
    const word = isText && this.#campaign === null ? this.#wordAt(from + 1, end - 1) : null;
    if (word === null) this.#isPlain = false;
    else this.#campaign = word;
    return end;
  }

  /** The text of a string's inside, or null when it holds an escape. */
  #wordAt(from: number, to: number): string | null {
    const bytes = this.#bytes;
    let hash = 0x811c_9dc5;
    for (let at = from; at < to; at += 1) {
      const code = bytes[at] ?? 0;
      if (code === backslash) return null;
      hash = Math.imul(hash ^ code, 0x0100_0193);
    }
    const known = this.#campaigns.get(hash);
    if (known !== undefined && isSame(bytes, known.from, known.to, from, to)) return known.word;
    const word = this.#decode(bytes.subarray(from, to));
    if (known === undefined) this.#campaigns.set(hash, { from, to, word });
    return word;
  }

  #nameOf(publisher: number): string {
    const known = this.#publishers.get(publisher);
    if (known !== undefined) return known;
    const name = String(publisher);
    this.#publishers.set(publisher, name);
    return name;
  }
}

function isWord(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[from + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}

function isSame(
  bytes: Uint8Array,
  firstFrom: number,
  firstTo: number,
  from: number,
  to: number,
): boolean {
  if (firstTo - firstFrom !== to - from) return false;
  for (let index = 0; index < to - from; index += 1) {
    if (bytes[firstFrom + index] !== bytes[from + index]) return false;
  }
  return true;
}

/** A fraction or an exponent may follow digits; then they were not the whole number. */
function isEndOfNumber(code: number | undefined): boolean {
  return code !== 0x2e && code !== 0x65 && code !== 0x45;
}
