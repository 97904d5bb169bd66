import type { MetricCard, Slide, TextBlock } from '../../model';
import { changeOf, comparison, figureKey, growth, isOver, moveOf } from '../compare';
import type { Composition } from '../composition';
import { reasonWords, unknownReason } from '../coverage-words';
import type { ReviewSection } from '../data';
import { figureWords, type ReviewMetric } from '../metrics';
import { sentencesOf } from '../sentences';
import {
  contentSlide,
  definitionsOf,
  gridRow,
  networkSource,
  partName,
  transactionBasis,
} from '../slides';
import { capital } from '../wording';
import { weeklyChart } from './weekly-chart';

const cardMetrics: Readonly<Record<ReviewSection['model'], readonly ReviewMetric[]>> = {
  retail: ['revenue', 'orders', 'commission', 'roas'],
  b2b: ['revenue', 'orders', 'newCustomers', 'commission'],
};

/** What happened, one slide per section and currency: four figures, and sentences that only state rows. */
export function summary(review: Composition): Slide[] {
  const { data, w, slot } = review;
  return data.sections.flatMap((section) =>
    section.currencies.map((currency) => {
      const place = `summary:${section.model}:${currency}`;
      const sentences = slot({
        slot: place,
        name: w.t.slots.summary(
          data.sections.length > 1 ? w.t.models[section.model] : '',
          currency,
        ),
        drafted: sentencesOf(review, section, currency),
      });
      const metrics = cardMetrics[section.model];
      const cards = metrics.map((metric) => metricCard(review, section, currency, metric));
      const text: TextBlock = {
        kind: 'text',
        style: 'points',
        slot: place,
        paragraphs:
          sentences.length > 0
            ? sentences
            : [[{ words: w.t.summary.nothing(w.period(data.period)) }]],
      };
      const chart = weeklyChart(review, section, currency);
      return {
        ...contentSlide({
          id: `${section.model}-summary-${currency}`,
          part: partName(review, section),
          title: summaryTitle(review, section, currency),
          rows: [
            gridRow([[12, { kind: 'metrics', cards }]], 'natural'),
            gridRow(
              chart === null
                ? [[12, text]]
                : [
                    [6, text],
                    [6, chart],
                  ],
            ),
          ],
          source: networkSource(review, section),
          basis: transactionBasis(review, currency),
        }),
        notes: definitionsOf(review, section, metrics),
      };
    }),
  );
}

/** The one message: what tracked revenue did, in this currency. */
function summaryTitle(review: Composition, section: ReviewSection, currency: string): string {
  const { data, w } = review;
  const figures = comparison(review, section, currency);
  const revenue = figures.now?.revenue;
  if (revenue === null || revenue === undefined)
    return w.t.summary.noRevenue(currency, figures.nowName);
  const amount = w.shortMoney(revenue, currency);
  if (!isOver(data)) return w.t.summary.soFar(amount, figures.nowName);
  const last = growth(revenue, figures.before?.revenue);
  const year = growth(revenue, figures.lastYear?.revenue);
  if (year !== null) return w.t.summary.onYear(moveOf(w, year), amount);
  if (last !== null) return w.t.summary.onPeriod(moveOf(w, last), figures.beforeName, amount);
  return w.t.summary.plain(amount);
}

/** A figure with its change against last and last year, and its six quarters as a small line. */
function metricCard(
  review: Composition,
  section: ReviewSection,
  currency: string,
  metric: ReviewMetric,
): MetricCard {
  const { data, w } = review;
  const figures = comparison(review, section, currency);
  const value = figures.now?.[metric] ?? null;
  const label = w.t.metrics[metric].label[section.model];
  if (value === null) {
    const note = capital(reasonWords(w, unknownReason(section, metric)));
    return { label, words: w.t.notAvailable, value: null, changes: [], note };
  }
  const change = (earlier: number | null | undefined, name: string): MetricCard['changes'] => [
    changeOf(w, metric, value, earlier, w.t.versus(name)) ?? {
      words: w.t.notAvailable,
      against: w.t.versus(name),
      tone: 'quiet',
    },
  ];
  return {
    label,
    figure: figureKey(metric, section.model, currency, data.period.label),
    words: figureWords(w, metric, value, currency),
    value,
    changes: isOver(data)
      ? [
          ...change(figures.before?.[metric], figures.beforeName),
          ...change(figures.lastYear?.[metric], figures.lastYearName),
        ]
      : [],
    history: section.quarters.map((quarter) => quarter.figures[currency]?.[metric] ?? null),
  };
}
