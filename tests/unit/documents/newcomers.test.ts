import { describe, expect, it } from 'vitest';
import type { MetricCard } from '../../../shared/documents/model';
import { buildReview } from '../../../shared/documents/review/build-review';
import type { NewcomerLine } from '../../../shared/documents/review/data';
import { sampleReview } from './support/sample-review';
import { section } from './support/sample-section';

function newcomer(currency: string, revenue: number): NewcomerLine {
  return { name: 'New', type: 'content', firstSale: '2026-08-13', currency, orders: 3, revenue };
}

/** The cards over the tables of those who sold for the first time. */
function cardsOf(newcomers: readonly NewcomerLine[]): readonly MetricCard[] {
  const base = section({
    revenue: { EUR: [1, 1, 1, 1, 1, 400_000], GBP: [1, 1, 1, 1, 1, 0] },
    partners: ['New', 'Old'],
  });
  const data = sampleReview({
    sections: [{ ...base, recruits: { ...base.recruits, newcomers } }],
  });
  return buildReview(data)
    .slides.filter(({ id }) => id.startsWith('retail-newcomers'))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .flatMap(({ block }) => (block.kind === 'metrics' ? block.cards : []));
}

describe('few partners who sold for the first time', () => {
  it('have what they brought and its part of revenue over their table, by currency', () => {
    const cards = cardsOf([newcomer('EUR', 30_000), newcomer('EUR', 10_000), newcomer('GBP', 500)]);
    expect(cards.map(({ words, value }) => [words, value])).toEqual([
      ['€400', 40_000],
      ['10.0%', 0.1],
      ['£5', 500],
      ['n/a', null],
    ]);
    expect(cards[0]?.note).toBe('2\u00A0partners');
  });

  it('many have the whole slide for their table', () => {
    expect(cardsOf(Array.from({ length: 5 }, () => newcomer('EUR', 100)))).toEqual([]);
  });
});
