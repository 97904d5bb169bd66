import { describe, expect, it } from 'vitest';
import { changeOf, growth, signedPercent } from '../../../shared/documents/review/compare';
import { measureWords } from '../../../shared/documents/review/metric-words';
import {
  decimal,
  listed,
  money,
  percent,
  shortMoney,
} from '../../../shared/documents/review/wording';

const tie = '\u00A0';

describe('figures in words', () => {
  it.each([
    [1234567.891, 2, '1,234,567.89'],
    [-1234, 0, '−1,234'],
    [-0.001, 1, '0.0'],
    [999, 0, '999'],
  ])('writes %d with %d decimals', (value, digits, words) => {
    expect(decimal(value, digits)).toBe(words);
  });

  it.each([
    [124_003_211, 'EUR', `€1.24${tie}M`],
    [13_940_775, 'GBP', `£139.4${tie}k`],
    [981_234, 'USD', '$9,812'],
    [-665_500, 'GBP', '−£6,655'],
    [5_000_000, 'JPY', `¥5.00${tie}M`],
    [1_234_567, 'CHF', `CHF${tie}12.3${tie}k`],
    [99_999_900, 'EUR', `€1.00${tie}M`],
  ])('shortens %d %s', (amount, currency, words) => {
    expect(shortMoney(amount, currency)).toBe(words);
  });

  it('writes minor units of the currency, also where it has none or three', () => {
    expect(money(12345, 'EUR')).toBe('€123.45');
    expect(money(12345, 'JPY')).toBe('¥12,345');
    expect(money(12345, 'KWD')).toBe(`KWD${tie}12.345`);
  });

  it('says percent, changes and lists in one way', () => {
    expect(percent(0.1234)).toBe(`12.3${tie}%`);
    expect(signedPercent(-0.04)).toBe(`−4.0${tie}%`);
    expect(signedPercent(0)).toBe(`0.0${tie}%`);
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(measureWords('shareOfSales', 0.12, null)).toBe(`12.0${tie}%`);
    expect(measureWords('activePartners', 61, null)).toBe('61');
  });
});

describe('changes', () => {
  it('are unknown from nothing and from the unknown, never infinite', () => {
    expect(growth(5, 0)).toBeNull();
    expect(growth(null, 5)).toBeNull();
    expect(growth(5, undefined)).toBeNull();
    expect(changeOf('revenue', 5, 0, 'vs Q2').words).toBe('n/a');
  });

  it('carry an arrow, a sign and a meaning that depends on the figure', () => {
    expect(changeOf('revenue', 110, 100, 'vs Q2')).toEqual({
      words: `▲ +10.0${tie}%`,
      against: 'vs Q2',
      tone: 'good',
    });
    expect(changeOf('reversalRate', 0.1, 0.08, 'vs Q2')).toEqual({
      words: `▲ +2.0${tie}pp`,
      against: 'vs Q2',
      tone: 'bad',
    });
    expect(changeOf('commission', 90, 100, 'vs Q2').tone).toBe('plain');
  });
});
