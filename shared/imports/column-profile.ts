import {
  currencyIn,
  dateNumbers,
  readDay,
  readDecimal,
  textIn,
  type Cell,
  type DateOrder,
  type DecimalSign,
} from './cells';

/** What the values of a column look like, all rows considered. */
export interface ColumnProfile {
  readonly header: string;
  /** The first few different values. */
  readonly samples: readonly string[];
  /** Rows in which it holds something. */
  readonly filled: number;
  readonly looks: 'empty' | 'text' | 'number' | 'day';
  /** `unclear`: every date could be read either way. Null where there is no such date. */
  readonly dates: DateOrder | 'unclear' | null;
  /** `unclear`: every number could be read either way. Null where there is no such number. */
  readonly decimal: DecimalSign | 'unclear' | null;
  /** The one currency that its values or its header name. */
  readonly currency: string | null;
}

const samplesKept = 5;
const sampleLength = 120;
/** Texts of a column that are remembered while its rows pass. */
const mostLooked = 20_000;

/** Looks at one column, cell by cell. */
export class ColumnLook {
  private readonly header: string;
  private readonly samples = new Set<string>();
  private readonly currencies = new Set<string>();
  private readonly looked = new Map<string, 'number' | 'day' | 'text'>();
  private filled = 0;
  private numbers = 0;
  private days = 0;
  private dayFirst = false;
  private monthFirst = false;
  private datesUnclear = false;
  private point = false;
  private comma = false;
  private readonly beforeThree = new Set<'.' | ','>();

  constructor(header: string) {
    this.header = header;
    const named = /[([]\s*([A-Z]{3}|[€£$])\s*[)\]]/.exec(header)?.[1];
    const currency = named === undefined ? null : currencyIn(`1 ${named}`);
    if (currency !== null) this.currencies.add(currency);
  }

  add(cell: Cell | undefined): void {
    const text = textIn(cell);
    if (text === null) return;
    this.filled += 1;
    if (this.samples.size < samplesKept) this.samples.add(text.slice(0, sampleLength));
    if (typeof cell === 'number') this.numbers += 1;
    else if (/\d/.test(text) && text.length <= 40) this.lookOnce(text);
  }

  /** The currency that a cell's format shows, which is no part of its text. */
  noteCurrency(currency: string): void {
    this.currencies.add(currency);
  }

  /** A text that comes again says what it said the first time. */
  private lookOnce(text: string): void {
    const known = this.looked.get(text);
    if (known === 'number') this.numbers += 1;
    else if (known === 'day') this.days += 1;
    if (known !== undefined) return;
    const { numbers, days } = this;
    this.look(text);
    if (this.looked.size >= mostLooked) return;
    this.looked.set(text, this.numbers > numbers ? 'number' : this.days > days ? 'day' : 'text');
  }

  private look(text: string): void {
    const numbers = dateNumbers(text);
    if (numbers) {
      const [first, second] = numbers;
      this.days += 1;
      if (first > 12) this.dayFirst = true;
      else if (second > 12) this.monthFirst = true;
      else if (first !== second) this.datesUnclear = true;
      return;
    }
    if (readDay(text, 'dmy') !== null && !/^\d{8}$/.test(text)) {
      this.days += 1;
      return;
    }
    const asPoint = readDecimal(text, 'point');
    const asComma = readDecimal(text, 'comma');
    if (asPoint === null && asComma === null) return;
    this.numbers += 1;
    const currency = currencyIn(text);
    if (currency !== null) this.currencies.add(currency);
    if (asPoint === asComma) return;
    if (asComma === null) this.point = true;
    else if (asPoint === null) this.comma = true;
    else this.beforeThree.add(text.includes('.') ? '.' : ',');
  }

  /** The signs before exactly three digits, which may be thousands or decimals. */
  get unclearSigns(): ReadonlySet<'.' | ','> {
    return this.beforeThree;
  }

  finish(): ColumnProfile {
    const { filled } = this;
    const [currency, ...others] = this.currencies;
    return {
      header: this.header,
      samples: [...this.samples],
      filled,
      looks:
        filled === 0
          ? 'empty'
          : this.numbers >= filled * 0.9
            ? 'number'
            : this.days >= filled * 0.9
              ? 'day'
              : 'text',
      dates: decide(this.dayFirst, this.monthFirst, this.datesUnclear, 'dmy', 'mdy'),
      decimal: decide(this.point, this.comma, this.beforeThree.size > 0, 'point', 'comma'),
      currency: others.length === 0 ? (currency ?? null) : null,
    };
  }
}

/** Values that contradict each other leave it as unclear as values that say nothing. */
function decide<Word>(
  one: boolean,
  other: boolean,
  unclear: boolean,
  ifOne: Word,
  ifOther: Word,
): Word | 'unclear' | null {
  if (one && other) return 'unclear';
  if (one) return ifOne;
  if (other) return ifOther;
  return unclear ? 'unclear' : null;
}

/** What the columns of a file agree on; null where none says it, `unclear` where one has values that could be either. */
export function agreed<Word extends string>(
  said: readonly (Word | 'unclear' | null)[],
): Word | 'unclear' | null {
  const words = new Set(said.filter((word): word is Word => word !== null && word !== 'unclear'));
  if (words.size === 1) return [...words][0] ?? null;
  return words.size > 1 || said.includes('unclear') ? 'unclear' : null;
}
