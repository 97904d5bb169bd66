/** The languages that a document can be written in, by BCP 47. */
export const documentLanguages = ['en-US', 'en-GB', 'de', 'fr'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

export function isDocumentLanguage(word: unknown): word is DocumentLanguage {
  return documentLanguages.some((language) => language === word);
}

type DateForm = (year: number, month: number, day: number, monthName: string) => string;

/** How numbers, money and dates are written in a language. Blanks become ones that do not break. */
export interface Locale {
  readonly thousands: string;
  readonly decimalMark: string;
  /** What follows the number. */
  readonly percent: string;
  readonly points: string;
  readonly million: string;
  readonly thousand: string;
  readonly amount: (number: string, symbol: string, scale: string) => string;
  readonly months: readonly string[];
  readonly longDate: DateForm;
  readonly shortDate: DateForm;
  readonly quarter: (quarter: string, year: string, isFiscal: boolean) => string;
  readonly and: string;
  readonly isOne: (count: number) => boolean;
}

const two = (part: number): string => String(part).padStart(2, '0');
const isLetters = (symbol: string): boolean => /^[A-Z]+$/.test(symbol);

const english: Locale = {
  thousands: ',',
  decimalMark: '.',
  percent: '%',
  points: 'pp',
  million: 'M',
  thousand: 'k',
  amount: (number, symbol, scale) =>
    `${symbol}${isLetters(symbol) ? ' ' : ''}${number}${scale === '' ? '' : ` ${scale}`}`,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  longDate: (year, _month, day, name) => `${name} ${String(day)}, ${String(year)}`,
  shortDate: (year, _month, day, name) => `${name.slice(0, 3)} ${String(day)}, ${String(year)}`,
  quarter: (quarter, year, isFiscal) => `Q${quarter} ${isFiscal ? 'FY' : ''}${year}`,
  and: 'and',
  isOne: (count) => count === 1,
};

export const locales: Readonly<Record<DocumentLanguage, Locale>> = {
  'en-US': english,
  'en-GB': {
    ...english,
    longDate: (year, _month, day, name) => `${String(day)} ${name} ${String(year)}`,
    shortDate: (year, _month, day, name) => `${String(day)} ${name.slice(0, 3)} ${String(year)}`,
  },
  de: {
    thousands: '.',
    decimalMark: ',',
    percent: '\u00A0%',
    points: 'PP',
    million: 'Mio.',
    thousand: 'Tsd.',
    amount: (number, symbol, scale) => `${number}${scale === '' ? '' : ` ${scale}`} ${symbol}`,
    months: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    longDate: (year, _month, day, name) => `${String(day)}. ${name} ${String(year)}`,
    shortDate: (year, month, day) => `${two(day)}.${two(month)}.${String(year)}`,
    quarter: (quarter, year, isFiscal) => `Q${quarter} ${isFiscal ? 'GJ ' : ''}${year}`,
    and: 'und',
    isOne: (count) => count === 1,
  },
  fr: {
    thousands: '\u00A0',
    decimalMark: ',',
    percent: '\u00A0%',
    points: 'pt',
    million: 'M',
    thousand: 'k',
    amount: (number, symbol, scale) => `${number} ${scale}${symbol}`,
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    longDate: (year, _month, day, name) =>
      `${day === 1 ? '1er' : String(day)} ${name} ${String(year)}`,
    shortDate: (year, month, day) => `${two(day)}/${two(month)}/${String(year)}`,
    quarter: (quarter, year, isFiscal) => `T${quarter} ${isFiscal ? 'exercice ' : ''}${year}`,
    and: 'et',
    // French counts zero as one.
    isOne: (count) => Math.abs(count) < 2,
  },
};
