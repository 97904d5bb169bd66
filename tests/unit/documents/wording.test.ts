import { describe, expect, it } from 'vitest';
import { changeOf, growth } from '../../../shared/documents/review/compare';
import { measureName, measureWords } from '../../../shared/documents/review/metrics';
import { wordingOf } from '../../../shared/documents/review/wording';
import { documentLanguages } from '../../../shared/documents/review/words/locales';
import { measures } from '../../../shared/records/measures';

const w = wordingOf('en-US');
const { decimal, listed, money, percent, shortMoney, signedPercent } = w;

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
    expect(percent(0.1234)).toBe(`12.3%`);
    expect(signedPercent(-0.04)).toBe(`−4.0%`);
    expect(signedPercent(0)).toBe(`0.0%`);
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(measureWords(w, 'shareOfSales', 0.12, null)).toBe(`12.0%`);
    expect(measureWords(w, 'activePartners', 61, null)).toBe('61');
  });

  it.each(documentLanguages)('names every measure of goals and promises in %s', (language) => {
    const named = (['retail', 'b2b'] as const).flatMap((model) =>
      measures.map((measure) => [measure, measureName(wordingOf(language), measure, model)]),
    );
    expect(named.filter(([measure, name]) => name === '' || name === measure)).toEqual([]);
  });

  it('words a part of revenue as the amount that it is', () => {
    expect(measureWords(w, 'newCustomerRevenue', 13_940_775, 'GBP')).toBe(`£139.4${tie}k`);
    expect(measureWords(w, 'renewalRevenue', 5_000_000, 'JPY')).toBe(`¥5.00${tie}M`);
    expect(measureWords(w, 'impressions', 1_234_567, null)).toBe('1,234,567');
  });
});

describe('periods', () => {
  it('that are a whole calendar quarter or month have its name, others their days', () => {
    const named = (label: string, from: string, to: string): string =>
      wordingOf('en-US').period({ label, from, to }).replaceAll('\u00A0', ' ');
    expect(named('2026-07-01..2026-09-30', '2026-07-01', '2026-09-30')).toBe('Q3 2026');
    expect(named('FY2027-Q1', '2026-07-01', '2026-09-30')).toBe('Q1 FY2027');
    expect(named('', '2026-02-01', '2026-02-28')).toBe('February 2026');
    expect(named('', '2026-06-01', '2026-08-31')).toBe('Jun 1, 2026 – Aug 31, 2026');
    expect(named('', '2026-07-01', '2026-09-29')).toBe('Jul 1, 2026 – Sep 29, 2026');
  });
});

describe('changes', () => {
  it('are unknown from nothing and from the unknown, never infinite', () => {
    expect(growth(5, 0)).toBeNull();
    expect(growth(null, 5)).toBeNull();
    expect(growth(5, undefined)).toBeNull();
    expect(changeOf(w, 'revenue', 5, 0, 'vs Q2')).toBeNull();
  });

  it('carry an arrow, a sign and a meaning that depends on the figure', () => {
    expect(changeOf(w, 'revenue', 110, 100, 'vs Q2')).toEqual({
      words: `▲ +10.0%`,
      against: 'vs Q2',
      tone: 'good',
    });
    expect(changeOf(w, 'reversalRate', 0.1, 0.08, 'vs Q2')).toEqual({
      words: `▲ +2.0${tie}pp`,
      against: 'vs Q2',
      tone: 'bad',
    });
    expect(changeOf(w, 'commission', 90, 100, 'vs Q2')?.tone).toBe('plain');
  });
});

describe('other languages', () => {
  it.each([
    [
      'de',
      `1,24${tie}Mio.${tie}€`,
      `12,3${tie}%`,
      `1.${tie}Juli${tie}2026`,
      '01.07.2026',
      'Q3 2026',
    ],
    ['fr', `1,24${tie}M€`, `12,3${tie}%`, `1er${tie}juillet${tie}2026`, '01/07/2026', 'T3 2026'],
    ['en-GB', `€1.24${tie}M`, '12.3%', `1${tie}July${tie}2026`, `1${tie}Jul${tie}2026`, 'Q3 2026'],
    [
      'en-US',
      `€1.24${tie}M`,
      '12.3%',
      `July${tie}1,${tie}2026`,
      `Jul${tie}1,${tie}2026`,
      'Q3 2026',
    ],
  ] as const)('%s has its own numbers, money, dates and quarters', (language, ...expected) => {
    const own = wordingOf(language);
    expect([
      own.shortMoney(124_003_211, 'EUR'),
      own.percent(0.1234),
      own.longDate('2026-07-01'),
      own.shortDate('2026-07-01'),
      own.period({ label: '2026-Q3', from: '2026-07-01', to: '2026-09-30' }),
    ]).toEqual(expected);
  });
});
