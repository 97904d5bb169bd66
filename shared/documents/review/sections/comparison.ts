import type { Slide, TableCell, TableRow } from '../../model';
import { changeOf, comparison, figureKey, growth, isOver, moveOf } from '../compare';
import type { Composition } from '../composition';
import type { ReviewPeriod, ReviewSection } from '../data';
import { handOverNotes } from '../hand-overs';
import { cellWords, type ReviewMetric } from '../metrics';
import {
  cell,
  comparedPeriods,
  contentSlide,
  definitionsOf,
  gapNotes,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
  transactionBasis,
  unknownCell,
} from '../slides';

const metricsOf: Readonly<Record<ReviewSection['model'], readonly ReviewMetric[]>> = {
  retail: [
    'revenue',
    'orders',
    'averageOrderValue',
    'clicks',
    'conversionRate',
    'commission',
    'effectiveCommissionRate',
    'epc',
    'roas',
    'newCustomers',
  ],
  b2b: [
    'revenue',
    'orders',
    'averageOrderValue',
    'newCustomers',
    'renewals',
    'leads',
    'commission',
    'effectiveCommissionRate',
    'roas',
  ],
};

/** This quarter against the last and the same of last year; currencies stand in separate columns. */
export function quarterComparison(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) => {
    const pages = paged(section.currencies, 2);
    const metrics = metricsOf[section.model];
    return pages.map((currencies, index) => ({
      ...contentSlide({
        id: `${section.model}-comparison-${currencies.join('-')}`,
        part: partName(review, section),
        title:
          comparisonTitle(review, section, currencies[0] ?? '') +
          pageOf(review, index, pages.length),
        rows: [
          gridRow([
            [
              12,
              {
                kind: 'table',
                density: 'normal',
                columns: [
                  labelColumn(w.t.comparison.measure, 2.2),
                  ...currencies.flatMap((currency) =>
                    columns(review, section, currency, currencies.length === 1),
                  ),
                ],
                rows: metrics.map((metric) => row(review, section, currencies, metric)),
              },
            ],
          ]),
        ],
        source: networkSource(review, section),
        basis: transactionBasis(
          review,
          isOver(data) ? w.t.basis.unknown : w.t.basis.notCompared,
          ...gapNotes(review, comparedPeriods(section)).map(({ sentence }) => sentence),
          ...handOverNotes(review, section, [
            data.period,
            ...comparedPeriods(section).map(({ period }) => period),
          ]),
        ),
      }),
      notes: definitionsOf(review, section, metrics),
    }));
  });
}

function columns(
  review: Composition,
  section: ReviewSection,
  currency: string,
  alone: boolean,
): ReturnType<typeof numberColumn>[] {
  const { w } = review;
  const { nowName, beforeName, lastYearName } = comparison(review, section, currency);
  if (alone) {
    const change = w.t.comparison.change;
    return [nowName, beforeName, change, lastYearName, change].map((label) =>
      numberColumn(label, 1.3, currency),
    );
  }
  return [nowName, w.t.versus(beforeName), w.t.versus(lastYearName)].map((label) =>
    numberColumn(label, 1.1, currency),
  );
}

function comparisonTitle(review: Composition, section: ReviewSection, currency: string): string {
  const { w } = review;
  const figures = comparison(review, section, currency);
  const orders = growth(figures.now?.orders, figures.before?.orders);
  const commission = growth(figures.now?.commission, figures.before?.commission);
  if (orders === null || commission === null) return w.t.comparison.plain(figures.nowName);
  return w.t.comparison.title[section.model](
    moveOf(w, orders),
    moveOf(w, commission),
    figures.beforeName,
    orders > 0 === commission > 0,
  );
}

function row(
  review: Composition,
  section: ReviewSection,
  currencies: readonly string[],
  metric: ReviewMetric,
): TableRow {
  const { w } = review;
  return tableRow([
    cell(w.t.metrics[metric].label[section.model]),
    ...currencies.flatMap((currency) => {
      const figures = comparison(review, section, currency);
      const value = (amount: number | null | undefined, period?: ReviewPeriod): TableCell =>
        amount === null || amount === undefined || period === undefined
          ? unknownCell()
          : {
              ...cell(cellWords(w, metric, amount, currency), amount),
              figure: figureKey(metric, section.model, currency, period.label),
            };
      const change = (before: number | null | undefined): TableCell => {
        const moved = changeOf(w, metric, figures.now?.[metric], before, '');
        return moved === null ? unknownCell() : cell(moved.words, undefined, moved.tone);
      };
      const [before, year] = [figures.before?.[metric], figures.lastYear?.[metric]];
      return currencies.length === 1
        ? [
            value(figures.now?.[metric], review.data.period),
            value(before, section.quarters.at(-2)?.period),
            change(before),
            value(year, section.lastYear.period),
            change(year),
          ]
        : [value(figures.now?.[metric], review.data.period), change(before), change(year)];
    }),
  ]);
}
