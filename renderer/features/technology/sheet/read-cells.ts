import {
  isCurrency,
  minorDigits,
  minorFromMajor,
  type Money,
} from '../../../../shared/kernel/money';

/**
 * A number as people and spreadsheets write it: `1,234.50`, `1.234,50`, `1 234,50`, `12 %`. A single comma or point with
 * exactly three digits behind it parts thousands. Null when it is none.
 */
export function decimalOf(text: string): string | null {
  const bare = text
    .trim()
    .replace(/[\s\u00A0\u202F'’]/g, '')
    .replace(/^\u2212/, '-')
    .replace(/%$/, '');
  if (!/^-?[\d.,]*\d$/.test(bare)) return null;
  const sign = bare.startsWith('-') ? '-' : '';
  const digits = bare.replace(/^-/, '');
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  const mark = Math.max(comma, point);
  if (mark < 0) return sign + digits;
  const character = digits[mark] ?? '';
  const isAlone = digits.split(character).length === 2;
  const otherMark = character === ',' ? point : comma;
  const behind = digits.slice(mark + 1);
  const partsThousands = otherMark < 0 && (!isAlone || behind.length === 3);
  const whole = partsThousands ? digits : digits.slice(0, mark);
  const groups = whole.split(/[.,]/);
  // Thousands stand in threes; anything else is a typing error, not a number.
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3)) return null;
  if (!partsThousands && !isAlone) return null;
  return `${sign}${groups.join('')}${partsThousands ? '' : `.${behind}`}`;
}

/** A whole number, also with its unit behind it (`30 days`, `30d`). Null when it is none. */
export function integerOf(text: string): number | null {
  const decimal = decimalOf(text.trim().replace(/\s*(days?|d)$/i, ''));
  return decimal !== null && /^-?\d+(\.0+)?$/.test(decimal) ? Number(decimal) : null;
}

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY' };

/**
 * An amount with its currency before or behind it, or in the currency given: `EUR 1,234.50`, `1.234,50 €`, `1200`. The
 * dollar sign alone names no currency. Null when it is none, or when it has more decimals than its currency.
 */
export function moneyOf(text: string, currency: string | null): Money | null {
  const match =
    /^([A-Za-z]{3}|[€£¥$])?\s*([-\u2212]?[\d.,\s\u00A0\u202F'’]*\d)\s*([A-Za-z]{3}|[€£¥$])?$/.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, before, amount = '', behind] = match;
  const word = before ?? behind;
  const named = word === undefined || word === '$' ? currency : (signs[word] ?? word.toUpperCase());
  const decimal = decimalOf(amount);
  if (named === null || !isCurrency(named) || decimal === null) return null;
  const [, fraction = ''] = decimal.split('.');
  if (fraction.replace(/0+$/, '').length > minorDigits(named)) return null;
  const amountMinor = minorFromMajor(decimal, named);
  return amountMinor === null ? null : { amountMinor, currency: named };
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A month of a heading: `2026-09`, `09/2026`, `9.2026`, `Sep 2026`, `September 26`, `2026-09-01`. Null when it is none. */
export function monthOf(text: string): string | null {
  const bare = text.trim().toLowerCase();
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})(?:[-/.]01)?$/.exec(bare) ?? [];
  if (year !== undefined && month !== undefined) return monthKeyOf(Number(year), Number(month));
  const [, first, second] = /^(\d{1,2})[-/.](\d{4})$/.exec(bare) ?? [];
  if (first !== undefined && second !== undefined) return monthKeyOf(Number(second), Number(first));
  const [, name = '', late = ''] = /^([a-zä]+)\.?[\s\-'’]+(\d{2}|\d{4})$/.exec(bare) ?? [];
  const index = monthNames.indexOf(name.slice(0, 3));
  if (index < 0 || late === '') return null;
  return monthKeyOf(late.length === 2 ? 2_000 + Number(late) : Number(late), index + 1);
}

function monthKeyOf(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}
