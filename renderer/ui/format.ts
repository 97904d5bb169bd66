import { minorDigits, type Money } from '../../shared/kernel/money';
import { displayLocale } from './locale';

/** Typographic minus (U+2212): as wide as a digit, so that columns stay aligned. */
const minus = '−';

/** What stands where a value is not known. The reason belongs in a tooltip beside it. */
export const unknownMark = '–';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = displayLocale();
  const key = locale + JSON.stringify(options);
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

/** An exact amount with its ISO code: `EUR 1,234.50`; German and French put the code behind: `1.234,50 EUR`. */
export function formatMoney(money: Money): string {
  const amount = formatAmount(money);
  return displayLocale().startsWith('en')
    ? `${money.currency} ${amount}`
    : `${amount}\u00a0${money.currency}`;
}

/**
 * A short amount for cards: `1.24 M`, `83.0 K`, `912`. Show the exact one on hover. Beside an axis round ones need no more
 * than one digit: `2 K`.
 */
export function formatShortAmount({ amountMinor, currency }: Money, leastDigits = 3): string {
  return shortNumber(amountMinor / 10 ** minorDigits(currency), leastDigits);
}

/** A short count in the same way: `1.24 M`, `83.0 K`, `912`; beside an axis `2 K`. */
export function formatShortCount(count: number, leastDigits = 3): string {
  return shortNumber(count, leastDigits);
}

/** A number with a fixed count of decimals: `12.50`. */
export function formatNumber(value: number, digits: number): string {
  const format = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return withTrueMinus(format.format(value));
}

/** Three significant digits with K, M or B in every locale: German has no short word for a thousand. */
function shortNumber(value: number, leastDigits: number): string {
  const rounded = Number(value.toPrecision(3));
  const thousands = Math.min(3, Math.floor(Math.log10(Math.max(Math.abs(rounded), 1)) / 3));
  const number = numberFormat({
    minimumSignificantDigits: thousands === 0 ? 1 : leastDigits,
    maximumSignificantDigits: 3,
  }).format(rounded / 1000 ** thousands);
  const sign = ['', '\u00a0K', '\u00a0M', '\u00a0B'][thousands] ?? '';
  return withTrueMinus(number + sign);
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

const byteUnits = ['KB', 'MB', 'GB', 'TB'] as const;

/** A size in the unit in which people know it: `48 MB`. Units are powers of 1,000. */
export function formatBytes(bytes: number): string {
  let size = bytes / 1_000;
  let unit = 0;
  while (size >= 1_000 && unit < byteUnits.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  // Something is never nothing.
  const shown = bytes > 0 ? Math.max(1, Math.round(size)) : 0;
  return `${formatCount(shown)} ${byteUnits[unit] ?? ''}`;
}
