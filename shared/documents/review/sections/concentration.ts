import type { MetricCard, Slide } from '../../model';
import { comparison } from '../compare';
import type { Composition } from '../composition';
import type { ReviewSection } from '../data';
import {
  chartSeries,
  contentSlide,
  gridRow,
  networkSource,
  partName,
  transactionBasis,
} from '../slides';
import { partnerLines } from './top-partners';

/** A single partner above this share, and a Herfindahl index above this, are named as a risk. */
export const riskyShare = 0.3;
export const riskyIndex = 0.18;

const shown = 6;

/** How a section's revenue is spread over its partners; ratios of its tracked revenue. */
export interface Spread {
  readonly partners: number;
  readonly largest: number;
  readonly largestName: string;
  readonly topTen: number;
  /** Herfindahl index: the sum of squared shares, from near 0 (many alike) to 1 (a single one). */
  readonly index: number;
  /** Revenue outside the five largest. */
  readonly beyondFive: number;
}

/** The spread of a currency's revenue; null below two selling partners. */
export function spreadOf(
  section: ReviewSection,
  currency: string,
  when: 'now' | 'before',
): Spread | null {
  const sold = section.partners
    .filter((line) => line.currency === currency)
    .map((line) => ({ name: line.name, revenue: line[when]?.revenue ?? 0 }))
    .filter(({ revenue }) => revenue > 0)
    .sort((a, b) => b.revenue - a.revenue);
  const total = sold.reduce((sum, { revenue }) => sum + revenue, 0);
  const [first] = sold;
  if (first === undefined || sold.length < 2) return null;
  const sumOf = (part: typeof sold): number =>
    part.reduce((sum, { revenue }) => sum + revenue, 0) / total;
  return {
    partners: sold.length,
    largest: first.revenue / total,
    largestName: first.name,
    topTen: sumOf(sold.slice(0, 10)),
    index: sold.reduce((sum, { revenue }) => sum + (revenue / total) ** 2, 0),
    beyondFive: sumOf(sold.slice(5)),
  };
}

/** How much hangs on few partners: shares, the Herfindahl index, and the largest ones; a slide per currency. */
export function concentration(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency): Slide[] => {
      const now = spreadOf(section, currency, 'now');
      if (now === null) return [];
      const { nowName } = comparison(review, section, currency);
      const lines = partnerLines(section, currency).filter(({ now }) => (now?.revenue ?? 0) > 0);
      const total = lines.reduce((sum, line) => sum + (line.now?.revenue ?? 0), 0);
      const named = lines.slice(0, lines.length > shown + 1 ? shown : shown + 1);
      const rest = lines.slice(named.length);
      const shares = [
        ...named.map((line) => (line.now?.revenue ?? 0) / total),
        ...(rest.length === 0
          ? []
          : [rest.reduce((sum, line) => sum + (line.now?.revenue ?? 0), 0) / total]),
      ];
      const heading = w.t.concentration.chart(currency, nowName);
      return [
        contentSlide({
          id: `${section.model}-concentration-${currency}`,
          part: partName(review, section),
          title: w.t.concentration.title(
            now.largestName === '' ? w.t.noPartner : now.largestName,
            w.percent(now.largest, 0),
            currency,
            now.largest > riskyShare,
          ),
          rows: [
            gridRow(
              [[12, { kind: 'metrics', cards: cards(review, section, currency) }]],
              'natural',
            ),
            gridRow([
              [
                12,
                {
                  kind: 'chart',
                  heading,
                  chart: {
                    type: 'bars',
                    stacked: false,
                    categories: [
                      ...named.map(({ name }) => (name === '' ? w.t.noPartner : name)),
                      ...(rest.length === 0
                        ? []
                        : [w.counted(rest.length, w.t.nouns.otherPartners)]),
                    ],
                    series: [chartSeries(nowName, 'accent', shares, (share) => w.percent(share))],
                    unfinished: [],
                    description: heading,
                  },
                },
              ],
            ]),
          ],
          source: networkSource(review, section),
          basis: transactionBasis(review, w.t.concentration.basis),
        }),
      ];
    }),
  );
}

function cards(review: Composition, section: ReviewSection, currency: string): MetricCard[] {
  const { w } = review;
  const { before, beforeName } = comparison(review, section, currency);
  const now = spreadOf(section, currency, 'now');
  const earlier = before === undefined ? null : spreadOf(section, currency, 'before');
  const words = w.t.concentration;
  const card = (
    label: string,
    pick: (spread: Spread) => number,
    format: (value: number) => string,
    change: (difference: number) => string,
    note?: string,
  ): MetricCard => {
    const value = now === null ? null : pick(now);
    const difference = now === null || earlier === null ? null : pick(now) - pick(earlier);
    return {
      label,
      words: value === null ? w.t.notAvailable : format(value),
      value,
      changes:
        difference === null
          ? []
          : [{ words: change(difference), against: w.t.versus(beforeName), tone: 'plain' }],
      ...(note === undefined ? {} : { note }),
    };
  };
  const percent = (value: number): string => w.percent(value);
  const decimals = (value: number): string => w.decimal(value, 3);
  const signed = (value: number): string => (value > 0 ? '+' : '') + decimals(value);
  return [
    card(
      words.largest,
      ({ largest }) => largest,
      percent,
      w.signedPoints,
      words.riskAbove(w.percent(riskyShare, 0)),
    ),
    card(words.topTen, ({ topTen }) => topTen, percent, w.signedPoints),
    card(
      words.index,
      ({ index }) => index,
      decimals,
      signed,
      words.riskAbove(w.decimal(riskyIndex, 2)),
    ),
    card(words.beyondFive, ({ beyondFive }) => beyondFive, percent, w.signedPoints),
  ];
}
