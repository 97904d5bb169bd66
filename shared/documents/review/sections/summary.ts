import type { MetricCard, Piece, Slide } from '../../model';
import { changeOf, comparison, growth, isOver, moved } from '../compare';
import type { Composition } from '../composition';
import type { ReviewData, ReviewSection } from '../data';
import { sentencesOf } from '../sentences';
import { contentSlide, gridRow, networkSource, partName, transactionBasis } from '../slides';
import { figureWords, metricWords, type ReviewMetric } from '../metric-words';
import { capital, shortMoney } from '../wording';

const cardMetrics: readonly ReviewMetric[] = ['revenue', 'orders', 'commission', 'roas'];
const cardMetricsB2b: readonly ReviewMetric[] = ['revenue', 'orders', 'newCustomers', 'commission'];

/** What happened, one slide per section and currency: four figures, and sentences that only state rows. */
export function summary({ data, slot }: Composition): Slide[] {
  return data.sections.flatMap((section) =>
    section.currencies.map((currency) => {
      const metrics = section.model === 'retail' ? cardMetrics : cardMetricsB2b;
      const sentences = slot({
        slot: `summary:${section.model}:${currency}`,
        name: `What happened, ${currency}`,
        drafted: sentencesOf(data, section, currency),
      });
      return contentSlide({
        id: `${section.model}-summary-${currency}`,
        part: partName(data, section),
        title: summaryTitle(data, section, currency),
        rows: [
          gridRow(
            [
              [
                12,
                {
                  kind: 'metrics',
                  cards: metrics.map((metric) => metricCard(data, section, currency, metric)),
                },
              ],
            ],
            'natural',
          ),
          gridRow([
            [
              12,
              {
                kind: 'text',
                style: 'points',
                paragraphs: sentences.length > 0 ? sentences : nothing(data),
              },
            ],
          ]),
        ],
        source: networkSource(data, section),
        basis: transactionBasis(currency),
      });
    }),
  );
}

function nothing(data: ReviewData): Piece[][] {
  return [[{ words: `No transaction is known for ${data.period.name}.` }]];
}

/** The one message: what tracked revenue did, in this currency. */
function summaryTitle(data: ReviewData, section: ReviewSection, currency: string): string {
  const figures = comparison(data, section, currency);
  const revenue = figures.now?.revenue;
  if (revenue === null || revenue === undefined)
    return `No tracked revenue in ${currency} in ${data.period.name}`;
  const amount = shortMoney(revenue, currency);
  if (!isOver(data)) return `Tracked revenue is ${amount} so far; ${data.period.name} is not over`;
  const last = growth(revenue, figures.before?.revenue);
  const year = growth(revenue, figures.lastYear?.revenue);
  if (year !== null)
    return `${capital(`tracked revenue ${moved(year)} on the year`)}, to ${amount}`;
  if (last !== null) return `Tracked revenue ${moved(last)} on ${figures.beforeName}, to ${amount}`;
  return `Tracked revenue was ${amount}`;
}

/** A figure with its change against last and last year, and its six quarters as a small line. */
export function metricCard(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  metric: ReviewMetric,
): MetricCard {
  const figures = comparison(data, section, currency);
  const value = figures.now?.[metric] ?? null;
  const label = metricWords[metric].label(section.model);
  if (value === null) {
    return { label, words: 'n/a', value: null, changes: [], note: unknownReason(section, metric) };
  }
  return {
    label,
    words: figureWords(metric, value, currency),
    value,
    changes: isOver(data)
      ? [
          changeOf(metric, value, figures.before?.[metric], `vs ${figures.beforeName}`),
          changeOf(metric, value, figures.lastYear?.[metric], `vs ${figures.lastYearName}`),
        ]
      : [],
    history: section.quarters.map((quarter) => quarter.figures[currency]?.[metric] ?? null),
  };
}

/** Why a figure is not known, in the words of its coverage. */
export function unknownReason(section: ReviewSection, metric: ReviewMetric): string {
  const lines = section.coverage.filter((line) => line.metric === metric);
  const note = lines.find((line) => line.state !== 'complete' && line.note !== undefined)?.note;
  if (note !== undefined) return note;
  if (lines.some((line) => line.state === 'not-offered')) return 'The network does not offer it';
  if (lines.some((line) => line.state === 'failed')) return 'The network did not answer';
  if (lines.some((line) => line.state === 'partial')) return 'Not all days have been read';
  return 'No data in the period';
}
