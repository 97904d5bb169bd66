import { dayOf, formatDay, parseDay, type Day } from '../kernel/days';

/** A cell as a file gives it: a CSV file knows text only, a workbook numbers and flags, too. Days of a workbook are ISO text. */
export type Cell = string | number | boolean | null;

/** Which sign stands before the decimals. */
export type DecimalSign = 'point' | 'comma';

/** In which order day, month and year stand; the year first needs no saying. */
export type DateOrder = 'dmy' | 'mdy';

/** Currencies by the signs that mean one currency only, and the dollar, which means the American one unless said. */
const currencySigns: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  zł: 'PLN',
};

const signPattern = /(?:US|CA|NZ|A|C)?\$|[€£₹₩₺₪]|zł|\b[A-Z]{3}\b/;

/** The currency that a cell names beside its amount (`€ 12,50`, `12.50 USD`); null when it names none. */
export function currencyIn(text: string): string | null {
  const [sign] = signPattern.exec(text) ?? [];
  if (sign === undefined) return null;
  return currencySigns[sign] ?? (/\d/.test(text) && /^[A-Z]{3}$/.test(sign) ? sign : null);
}

const blanks = /[\s\u00a0\u2007\u2009\u202f'’]/g;

/** Digits, signs and separators of a number in words: no blanks, currency or percent sign; brackets and a minus behind mean less than 0. */
export function bareNumber(text: string): string {
  const bare = text
    .replace(signPattern, '')
    .replace(/%$/, '')
    .replace(blanks, '')
    .replace(/−/g, '-');
  const negative = /^\((.*)\)$/.exec(bare)?.[1] ?? /^([^-].*)-$/.exec(bare)?.[1];
  return negative === undefined ? bare : `-${negative}`;
}

/**
 * Reads a number written with this decimal sign as an exact decimal (`-1234.5`); null when it is none. Thousands have to
 * stand in threes and begin with no 0, so that a number of the other sign isn't taken for a thousandth or a thousand times
 * of itself.
 */
export function readDecimal(text: string, decimal: DecimalSign): string | null {
  const [point, group] = decimal === 'point' ? ['.', ','] : [',', '.'];
  const match = /^([+-]?)([\d.,]*)$/.exec(bareNumber(text));
  if (!match) return null;
  const [, sign = '', digits = ''] = match;
  const [whole = '', fraction, ...more] = digits.split(point);
  if (more.length > 0 || fraction?.includes(group) === true) return null;
  const threes = whole.split(group);
  const grouped =
    threes.length === 1 ||
    threes.every((each, index) => (index === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(each));
  const joined = threes.join('');
  if (!grouped || joined + (fraction ?? '') === '') return null;
  const plain = `${joined === '' ? '0' : joined}${fraction ? `.${fraction}` : ''}`;
  return sign === '-' ? `-${plain}` : plain;
}

/** Could a number be a thousand times another one, in a file that doesn't say its decimal sign? */
export function isUnclearNumber(text: string, decimal: DecimalSign | null): boolean {
  if (decimal !== null) return false;
  const point = readDecimal(text, 'point');
  const comma = readDecimal(text, 'comma');
  return point !== null && comma !== null && point !== comma;
}

/** A number that is clear by itself where the file doesn't say its decimal sign. */
export function readNumber(text: string, decimal: DecimalSign | null): string | null {
  return readDecimal(text, decimal ?? 'point') ?? readDecimal(text, decimal ?? 'comma');
}

/** A whole number; of two that a text could be, the one without decimals. */
export function readWhole(text: string, decimal: DecimalSign | null): string | null {
  if (decimal !== null) return readDecimal(text, decimal);
  const point = readDecimal(text, 'point');
  return point?.includes('.') === false ? point : (readDecimal(text, 'comma') ?? point);
}

/** Why a number can't be read. */
export const unclearNumberWords =
  'nothing says whether the point or the comma stands before decimals';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads a calendar day with the order in which day and month stand; null when it is none. A time behind it is left out. */
export function readDay(text: string, order: DateOrder): Day | null {
  const date = text.trim().replace(/[T ,]+\d{1,2}:\d{2}.*$/, '');
  const yearFirst =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  if (yearFirst) return realDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(date);
  if (numbers) {
    const [, first, second, year] = numbers;
    return order === 'dmy' ? realDay(year, second, first) : realDay(year, first, second);
  }
  const named =
    /^(?<day>\d{1,2})\.?[- ](?<month>[A-Za-z]{3,9})\.?[- ,]+(?<year>\d{4}|\d{2})$/.exec(date) ??
    /^(?<month>[A-Za-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/.exec(date);
  const { day, month = '', year } = named?.groups ?? {};
  const at = months.indexOf(month.slice(0, 3).toLowerCase());
  return at < 0 ? null : realDay(year, String(at + 1), day);
}

function realDay(year = '', month = '', dayOfMonth = ''): Day | null {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const text = `${fullYear}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return parseDay(text) === null
    ? null
    : dayOf(Number(fullYear), Number(month), Number(dayOfMonth));
}

/** Numbers of a date whose order can't be seen from itself: both could be a day or a month. */
export function dateNumbers(text: string): readonly [number, number] | null {
  const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ,]+\d{1,2}:\d{2}.*)?$/.exec(
    text.trim(),
  );
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** Reads a moment in ms UTC. Without a zone of its own a time is taken for UTC, and a day for its beginning. */
export function readInstant(text: string, order: DateOrder): number | null {
  const day = readDay(
    text.replace(/(?:Z|[+-]\d{2}:?\d{2})$/, (zone) => (/\d:\d/.test(text) ? '' : zone)),
    order,
  );
  if (day === null) return null;
  const time =
    /(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text.trim(),
    );
  if (!time) return Date.parse(`${formatDay(day)}T00:00:00Z`);
  const [, hour = '', minute = '', second = '0', fraction = '0', half, zone = 'Z'] = time;
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 59) return null;
  const clock = [hours, Number(minute), Number(second)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const offset = /^Z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const instant = Date.parse(`${formatDay(day)}T${clock}.${fraction.padEnd(3, '0')}${offset}`);
  return Number.isNaN(instant) ? null : instant;
}

const errorWords = /^#(?:N\/A|[A-Z0-9/_]{1,30}[!?])$/;

/** Why a cell with an error of its spreadsheet, such as `#N/A` or `#REF!`, can't be read. */
export const errorCellWords =
  'the spreadsheet has an error here, or a formula whose result was not saved';

/** Does a cell hold an error instead of a value? */
export function isErrorCell(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.startsWith('#') && errorWords.test(cell.trim());
}

/** A cell as text, trimmed; null when there is nothing in it. */
export function textIn(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  const text = String(cell).trim();
  return text === '' ? null : text;
}
