import { quarterName } from '../../domain/period';
import { calendarDate, parseDay } from '../../kernel/days';
import { minorDigits } from '../../kernel/money';
import type { ReviewPeriod } from './data';
import { words, type Words } from './words';
import { locales, type DocumentLanguage, type Locale } from './words/locales';
import type { Nouns } from './words/nouns';

/** Keeps a figure and its unit on one line. */
export const tie = '\u00A0';
export const minus = '−';
export const unknown = '–';

const symbols: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', JPY: '¥' };

/**
 * How a document says things in its language: numbers, money and dates by the language's own rules, the same on every
 * machine, and the words of its sections.
 */
export interface Wording {
  readonly language: DocumentLanguage;
  readonly t: Words;
  /** `1,234.50`: so many decimals, a real minus sign. */
  readonly decimal: (value: number, digits: number) => string;
  /** `€1,234.50`, `1.234,50 €`, `CHF 1,234.50`. */
  readonly money: (amountMinor: number, currency: string, digits?: number) => string;
  /** Short for cards and titles: `€1.24 M`, `124,3 Tsd. €`. */
  readonly shortMoney: (amountMinor: number, currency: string) => string;
  /** An amount in a column whose head names the currency: whole major units. */
  readonly wholeAmount: (amountMinor: number, currency: string) => string;
  /** `12.3%` of a ratio. */
  readonly percent: (ratio: number, digits?: number) => string;
  /** `+12.3%` or `−4.0%`; `0.0%` has no sign. */
  readonly signedPercent: (ratio: number, digits?: number) => string;
  /** A difference of ratios in percentage points, `+0.4 pp`. */
  readonly signedPoints: (difference: number, digits?: number) => string;
  /** `November 22, 2026`; a text that is no day stays as it is. */
  readonly longDate: (day: string) => string;
  readonly shortDate: (day: string) => string;
  /** `September` of `2026-09`. */
  readonly monthName: (month: string) => string;
  /** `a, b and c`. */
  readonly listed: (items: readonly string[]) => string;
  /** `Q3 2026`, `T3 2026`, or its days. */
  readonly period: (period: Pick<ReviewPeriod, 'label' | 'from' | 'to'>) => string;
  /** `2 partners`, with a real space that does not break. */
  readonly counted: (count: number, nouns: Nouns) => string;
}

/** The wording of a language. */
export function wordingOf(language: DocumentLanguage): Wording {
  return wordings[language];
}

function wordingFrom(language: DocumentLanguage): Wording {
  const locale = locales[language];
  const decimal = (value: number, digits: number): string => decimalIn(locale, value, digits);
  const money: Wording['money'] = (amountMinor, currency, digits = minorDigits(currency)) =>
    amountIn(locale, amountMinor / 10 ** minorDigits(currency), currency, digits, '');
  const percent = (ratio: number, digits = 1): string =>
    decimal(ratio * 100, digits) + locale.percent;
  const date = (day: string, form: Locale['longDate']): string => {
    const parsed = parseDay(day);
    if (parsed === null) return day;
    const { year, month, dayOfMonth } = calendarDate(parsed);
    return form(year, month, dayOfMonth, locale.months[month - 1] ?? '').replaceAll(' ', tie);
  };
  const shortDate = (day: string): string => date(day, locale.shortDate);
  return {
    language,
    t: words[language],
    decimal,
    money,
    shortMoney: (amountMinor, currency) => {
      const major = amountMinor / 10 ** minorDigits(currency);
      const size = Math.abs(major);
      if (size >= 999_950) return amountIn(locale, major / 1e6, currency, 2, locale.million);
      if (size >= 10_000) return amountIn(locale, major / 1e3, currency, 1, locale.thousand);
      return amountIn(locale, major, currency, 0, '');
    },
    wholeAmount: (amountMinor, currency) => decimal(amountMinor / 10 ** minorDigits(currency), 0),
    percent,
    signedPercent: (ratio, digits = 1) =>
      sign(ratio, 10 ** -(digits + 2)) + percent(Math.abs(ratio), digits),
    signedPoints: (difference, digits = 1) =>
      sign(difference, 10 ** -(digits + 2)) +
      decimal(Math.abs(difference) * 100, digits) +
      tie +
      locale.points,
    longDate: (day) => date(day, locale.longDate),
    shortDate,
    monthName: (month) => locale.months[Number(month.slice(5, 7)) - 1] ?? month,
    listed: (items) =>
      items.length < 2
        ? items.join('')
        : `${items.slice(0, -1).join(', ')} ${locale.and} ${items.at(-1) ?? ''}`,
    period: ({ label, from, to }) => {
      const [, fiscal, year, quarter] = /^(FY)?(\d{4})-Q([1-4])$/.exec(label) ?? [];
      if (quarterName(label) !== null && year !== undefined && quarter !== undefined)
        return locale.quarter(quarter, year, fiscal !== undefined);
      return wholeMonths(locale, from, to) ?? `${shortDate(from)} – ${shortDate(to)}`;
    },
    counted: (count, [one, many]) =>
      `${decimal(count, 0)}${tie}${locale.isOne(count) ? one : many}`,
  };
}

/** Days that are one calendar quarter or month have its name; null for others. */
function wholeMonths(locale: Locale, from: string, to: string): string | null {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === null || last === null) return null;
  const [start, end, after] = [first, last, last + 1].map(calendarDate);
  if (start?.dayOfMonth !== 1 || after?.dayOfMonth !== 1 || start.year !== end?.year) return null;
  const year = String(start.year);
  if (start.month === end.month) return `${locale.months[start.month - 1] ?? ''}${tie}${year}`;
  const isQuarter = start.month % 3 === 1 && end.month === start.month + 2;
  return isQuarter ? locale.quarter(String(Math.ceil(end.month / 3)), year, false) : null;
}

function decimalIn(locale: Locale, value: number, digits: number): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale.thousands);
  const before = value < 0 && Number(fixed) !== 0 ? minus : '';
  return before + grouped + (fraction === undefined ? '' : locale.decimalMark + fraction);
}

function amountIn(
  locale: Locale,
  major: number,
  currency: string,
  digits: number,
  scale: string,
): string {
  const number = decimalIn(locale, Math.abs(major), digits);
  const symbol = symbols[currency] ?? currency;
  const before = major < 0 && Number(Math.abs(major).toFixed(digits)) !== 0 ? minus : '';
  return before + locale.amount(number, symbol, scale).replaceAll(' ', tie);
}

function sign(value: number, step: number): string {
  if (Math.abs(value) < step / 2) return '';
  return value > 0 ? '+' : minus;
}

const wordings: Readonly<Record<DocumentLanguage, Wording>> = {
  'en-US': wordingFrom('en-US'),
  'en-GB': wordingFrom('en-GB'),
  de: wordingFrom('de'),
  fr: wordingFrom('fr'),
};

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
