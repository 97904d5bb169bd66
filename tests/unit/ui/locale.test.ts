import { afterEach, describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatCount,
  formatMoney,
  formatShortAmount,
} from '../../../renderer/ui/format';
import { setDisplayLocale, type DisplayLocale } from '../../../renderer/ui/locale';
import { nameInWords, timeInShort } from '../../../renderer/ui/metric-words';
import { formatDayInWords, formatDayRange, formatIfDay } from '../../../renderer/ui/times';
import { dayOf } from '../../../shared/kernel/days';

const amount = { amountMinor: -123_456_789, currency: 'EUR' };
const day = dayOf(2026, 11, 2);

/** French parts thousands by a narrow space; what is compared is what one reads. */
function written(locale: DisplayLocale): string[] {
  setDisplayLocale(locale);
  return [
    formatMoney(amount),
    formatShortAmount(amount),
    formatChange(-0.1234),
    formatDayInWords(day),
    formatDayRange(dayOf(2026, 7, 1), dayOf(2026, 9, 30)),
  ].map((text) => text.replace(/[\u00a0\u202f]/g, ' '));
}

describe('the way figures are written', () => {
  afterEach(() => setDisplayLocale('en-GB'));

  it.each([
    ['en-GB', ['EUR −1,234,567.89', '−1.23 M', '↓ −12.3 %', '2 Nov 2026', '1 Jul – 30 Sep 2026']],
    ['en-US', ['EUR −1,234,567.89', '−1.23 M', '↓ −12.3 %', 'Nov 2, 2026', 'Jul 1 – Sep 30, 2026']],
    ['de', ['−1.234.567,89 EUR', '−1,23 M', '↓ −12,3 %', '02.11.2026', '01.07. – 30.09.2026']],
    ['fr', ['−1 234 567,89 EUR', '−1,23 M', '↓ −12,3 %', '02/11/2026', '01/07 – 30/09/2026']],
  ] as const)('follows the locale: %s', (locale, expected) => {
    expect(written(locale)).toEqual(expected);
  });

  it.each([
    ['en-GB', 'Jul 2026', '1 Jul', '2 Nov 2026'],
    ['en-US', 'Jul 2026', 'Jul 1', 'Nov 2, 2026'],
    ['de', 'Jul 2026', '01.07.', '02.11.2026'],
    ['fr', 'Jul 2026', '01/07', '02/11/2026'],
  ] as const)('says months and days of an axis in every locale: %s', (locale, month, day, due) => {
    setDisplayLocale(locale);
    expect(nameInWords('month', '2026-07')).toBe(month);
    expect(timeInShort('day', '2026-07-01')).toBe(day);
    expect(['2026-11-02', 'finance@desk.example'].map(formatIfDay)).toEqual([
      due,
      'finance@desk.example',
    ]);
  });

  it('keeps short amounts at three digits on both sides of a step', () => {
    const short = (major: number): string =>
      formatShortAmount({ amountMinor: major * 100, currency: 'EUR' }).replace(/\u00a0/g, ' ');
    expect([999, 1_000, 87_216, 999_940, 999_960, 2_000_000_000].map(short)).toEqual([
      '999',
      '1.00 K',
      '87.2 K',
      '1.00 M',
      '1.00 M',
      '2.00 B',
    ]);
    setDisplayLocale('de');
    expect(short(87_216)).toBe('87,2 K');
    expect(formatCount(87_216)).toBe('87.216');
  });

  it('gives sizes in the unit that people know', () => {
    expect([0, 48_123_456, 74_000_000_000].map(formatBytes)).toEqual(['0 KB', '48 MB', '74 GB']);
  });
});
