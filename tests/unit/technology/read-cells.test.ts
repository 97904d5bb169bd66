import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decimalOf,
  integerOf,
  moneyOf,
  monthOf,
} from '../../../renderer/features/technology/sheet/read-cells';

describe('numbers as spreadsheets write them', () => {
  test.each([
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1 234,5', '1234.5'],
    ['1’234.50', '1234.50'],
    ['120,000', '120000'],
    ['120.000', '120000'],
    ['1.234.567', '1234567'],
    ['12,5 %', '12.5'],
    ['−3', '-3'],
    ['0.25', '0.25'],
  ])('%s is %s', (text, value) => {
    expect(decimalOf(text)).toBe(value);
  });

  test.each(['', 'x', '1,23,45', '12,34.5', '1..2', '30 days', '1e5', '=1+1', '1.234.56'])(
    '%s is none',
    (text) => {
      expect(decimalOf(text)).toBeNull();
    },
  );

  test('days may carry their unit', () => {
    expect([integerOf('30 days'), integerOf('30d'), integerOf('1,095'), integerOf('3.5')]).toEqual([
      30,
      30,
      1_095,
      null,
    ]);
  });
});

describe('amounts', () => {
  test.each([
    ['EUR 1,234.50', null, { amountMinor: 123_450, currency: 'EUR' }],
    ['1.234,50 €', null, { amountMinor: 123_450, currency: 'EUR' }],
    ['gbp 12', null, { amountMinor: 1_200, currency: 'GBP' }],
    ['$1,200', 'CAD', { amountMinor: 120_000, currency: 'CAD' }],
    ['¥12,000', null, { amountMinor: 12_000, currency: 'JPY' }],
    ['1200', 'EUR', { amountMinor: 120_000, currency: 'EUR' }],
  ])('%s with %s', (text, currency, money) => {
    expect(moneyOf(text, currency)).toEqual(money);
  });

  test('a currency that nobody named, and decimals that it does not have, are refused', () => {
    expect([moneyOf('$5', null), moneyOf('5', null), moneyOf('1.2345', 'EUR')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(moneyOf('12.50', 'JPY')).toBeNull();
  });

  test('every amount comes back from both ways of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (amountMinor) => {
        const money = { amountMinor, currency: 'EUR' };
        for (const locale of ['en-US', 'de-DE', 'fr-FR', 'de-CH']) {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(
            amountMinor / 100,
          );
          expect(moneyOf(text, 'EUR'), text).toEqual(money);
        }
      }),
    );
  });
});

test.each([
  ['2026-09', '2026-09'],
  ['2026-09-01', '2026-09'],
  ['09/2026', '2026-09'],
  ['9.2026', '2026-09'],
  ['Sep 2026', '2026-09'],
  ['September 2026', '2026-09'],
  ['Sept. 26', '2026-09'],
  ['Dec-25', '2025-12'],
  ['2026-13', null],
  ['Total', null],
  ['2026', null],
])('the month %s is %s', (text, month) => {
  expect(monthOf(text)).toBe(month);
});
