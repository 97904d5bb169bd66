import { minorDigits, type Money } from '../../shared/kernel/money';

/** The locale of every number, until a setting changes it. */
const locale = 'en-US';

/** Typographic minus (U+2212): as wide as a digit, so that columns stay aligned. */
const minus = '−';

/** What stands where a value is not known. The reason belongs in a tooltip beside it. */
export const unknownMark = '–';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

function withTrueMinus(text: string): string {
  return text.replace(/-/g, minus);
}

/** A count with thousands separators: `12,345`. */
export function formatCount(count: number): string {
  return withTrueMinus(numberFormat({ maximumFractionDigits: 0 }).format(count));
}

/** A count with its noun: `1 payment`, `1,204 payments`. */
export function formatCounted(count: number, singular: string, plural: string): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** An amount in major units with the currency's own decimals and no currency: `1,234.50`; for columns with the code beside. */
export function formatAmount({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const format = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return withTrueMinus(format.format(amountMinor / 10 ** digits));
}

/** An exact amount with its ISO code: `EUR 1,234.50`. */
export function formatMoney(money: Money): string {
  return `${money.currency} ${formatAmount(money)}`;
}

/** A short amount for cards: `1.24 M`, `83.1 K`, `912`. Show the exact one on hover. */
export function formatShortAmount({ amountMinor, currency }: Money): string {
  return shortNumber(amountMinor / 10 ** minorDigits(currency));
}

/** A short count for cards and axes: `1.24 M`, `83.1 K`, `912`. Show the exact one on hover. */
export function formatShortCount(count: number): string {
  return shortNumber(count);
}

/** A number with a fixed count of decimals: `12.50`. */
export function formatNumber(value: number, digits: number): string {
  const format = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return withTrueMinus(format.format(value));
}

function shortNumber(value: number): string {
  const parts = numberFormat({ notation: 'compact', maximumSignificantDigits: 3 }).formatToParts(
    value,
  );
  const text = parts
    .map(({ type, value: part }) => (type === 'compact' ? `\u00a0${part}` : part))
    .join('');
  return withTrueMinus(text);
}

/** A ratio as a percentage: 0.0734 is `7.3 %`. */
export function formatPercent(ratio: number, digits = 1): string {
  const format = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${withTrueMinus(format.format(ratio * 100))}\u00a0%`;
}

/** A change with sign and arrow: `↑ +12.4 %`, `↓ −3.0 %`, `→ 0.0 %`. */
export function formatChange(ratio: number): string {
  const rounded = Math.round(ratio * 1000) / 1000;
  if (rounded === 0) return `→ ${formatPercent(0)}`;
  return rounded > 0 ? `↑ +${formatPercent(rounded)}` : `↓ ${formatPercent(rounded)}`;
}
