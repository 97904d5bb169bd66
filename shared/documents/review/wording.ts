import type { ProgramModel } from '../../domain/vocabulary';
import { calendarDate, parseDay } from '../../kernel/days';
import { minorDigits } from '../../kernel/money';

/** Keeps a figure and its unit on one line. */
const tie = '\u00A0';
export const minus = '−';
export const unknown = '–';

const symbols: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', JPY: '¥' };

/** `1,234.50`: thousands by commas, so many decimals, a real minus sign. The same on every machine. */
export function decimal(value: number, digits: number): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(fixed) !== 0 ? minus : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** `€1,234` or `CHF 1,234`, with so many decimals of the major unit. */
export function money(
  amountMinor: number,
  currency: string,
  digits = minorDigits(currency),
): string {
  const major = amountMinor / 10 ** minorDigits(currency);
  const symbol = symbols[currency] ?? currency + tie;
  const words = decimal(Math.abs(major), digits);
  return (major < 0 && Number(words.replaceAll(',', '')) !== 0 ? minus : '') + symbol + words;
}

/** Short for cards and titles: `€1.24 M`, `€124.3 k`, `€9,812`. */
export function shortMoney(amountMinor: number, currency: string): string {
  const scale = 10 ** minorDigits(currency);
  const major = Math.abs(amountMinor) / scale;
  if (major >= 999_950) return `${money(amountMinor / 1e6, currency, 2)}${tie}M`;
  if (major >= 10_000) return `${money(amountMinor / 1e3, currency, 1)}${tie}k`;
  return money(amountMinor, currency, 0);
}

/** An amount in a column whose head names the currency: whole major units. */
export function wholeAmount(amountMinor: number, currency: string): string {
  return decimal(amountMinor / 10 ** minorDigits(currency), 0);
}

/** `12.3 %` of a ratio. */
export function percent(ratio: number, digits = 1): string {
  return `${decimal(ratio * 100, digits)}${tie}%`;
}

/** `22 November 2026`. */
export function longDate(day: string): string {
  const parsed = parseDay(day);
  if (parsed === null) return day;
  const { year, month, dayOfMonth } = calendarDate(parsed);
  return `${String(dayOfMonth)}${tie}${monthNames[month - 1] ?? ''}${tie}${String(year)}`;
}

/** `22 Nov 2026`. */
export function shortDate(day: string): string {
  const parsed = parseDay(day);
  if (parsed === null) return day;
  const { year, month, dayOfMonth } = calendarDate(parsed);
  return `${String(dayOfMonth)}${tie}${(monthNames[month - 1] ?? '').slice(0, 3)}${tie}${String(year)}`;
}

const monthNames = [
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
];

/** `September` of `2026-09`. */
export function monthName(month: string): string {
  return monthNames[Number(month.slice(5, 7)) - 1] ?? month;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `1 partner`, `2 partners`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${decimal(count, 0)}${tie}${count === 1 ? one : many}`;
}

/** What a conversion is called in a model. */
export function conversions(model: ProgramModel): string {
  return model === 'retail' ? 'orders' : 'payments';
}

export function modelName(model: ProgramModel): string {
  return model === 'retail' ? 'Retail' : 'B2B';
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const partnerTypeNames: Readonly<Record<string, string>> = {
  content: 'Content',
  creator: 'Creator',
  coupon: 'Coupon',
  cashback: 'Cashback',
  'browser-software': 'Browser software',
  email: 'E-mail',
  search: 'Search',
  display: 'Display',
  'sub-network': 'Sub-network',
  technology: 'Technology',
  'brand-to-brand': 'Brand to brand',
  'b2b-referral': 'B2B referral',
  other: 'Other',
};

/** A partner type in words; null is 'Not classified'. */
export function partnerTypeName(type: string | null): string {
  if (type === null || type === '') return 'Not classified';
  return partnerTypeNames[type] ?? type;
}
