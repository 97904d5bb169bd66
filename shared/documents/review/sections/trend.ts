import type { Block, ChartBlock, Slide, TableBlock } from '../../model';
import { figureKey, isOver } from '../compare';
import type { Composition } from '../composition';
import type { Gap, ReviewSection } from '../data';
import { handOverNotes } from '../hand-overs';
import { cellWords, type ReviewMetric } from '../metrics';
import {
  cell,
  chartSeries,
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
  quartersBefore,
  tableRow,
  transactionBasis,
  unknownCell,
} from '../slides';

const rowsOf: Readonly<Record<ReviewSection['model'], readonly ReviewMetric[]>> = {
  retail: ['orders', 'averageOrderValue', 'commission', 'effectiveCommissionRate'],
  b2b: ['orders', 'newCustomers', 'renewals', 'commission'],
};

/** Six quarters of tracked revenue, two currencies at most beside each other, with the figures under them. */
export function trend(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) => {
    const pages = paged(section.currencies, 2);
    const earlier = quartersBefore(section);
    const gaps = gapNotes(review, earlier).map(({ sentence }) => sentence);
    return pages.map((currencies, index) => {
      const isDashed = earlier.some((quarter) =>
        quarter.gaps.some((gap) => currencies.some((currency) => lacksIn(gap, currency))),
      );
      const beside = (block: (currency: string) => Block): [number, Block][] =>
        currencies.map((currency) => [12 / currencies.length, block(currency)]);
      return {
        ...contentSlide({
          id: `${section.model}-trend-${currencies.join('-')}`,
          part: partName(review, section),
          title:
            trendTitle(review, section, currencies[0] ?? '') + pageOf(review, index, pages.length),
          rows: [
            gridRow(beside((currency) => chart(review, section, currency))),
            gridRow(
              beside((currency) => table(review, section, currency)),
              'natural',
            ),
          ],
          source: networkSource(review, section),
          basis: transactionBasis(
            review,
            ...(isDashed ? [w.t.basis.dashed] : []),
            ...gaps,
            ...handOverNotes(
              review,
              section,
              section.quarters.map(({ period }) => period),
            ),
          ),
        }),
        notes: definitionsOf(review, section, ['revenue', ...rowsOf[section.model]]),
      };
    });
  });
}

function trendTitle({ data, w }: Composition, section: ReviewSection, currency: string): string {
  const values = section.quarters.map((quarter) => quarter.figures[currency]?.revenue ?? null);
  const now = values.at(-1) ?? null;
  const known = values.filter((value): value is number => value !== null);
  if (now === null || known.length < 2) return w.t.trend.plain(currency);
  const name = w.period(data.period);
  if (!isOver(data)) return w.t.trend.running(name, currency);
  const higher = known.filter((value) => value > now).length;
  return w.t.trend.rank(name, higher, known.length, currency);
}

/** Can figures in a currency lack what a program lacks? */
function lacksIn({ currencies }: Gap, currency: string): boolean {
  return currencies === undefined || currencies.includes(currency);
}

function chart({ data, w }: Composition, section: ReviewSection, currency: string): ChartBlock {
  const values = section.quarters.map((quarter) => quarter.figures[currency]?.revenue ?? null);
  const label = w.t.metrics.revenue.label[section.model];
  const series = chartSeries(label, 'accent', values, (value) => w.shortMoney(value, currency));
  const categories = section.quarters.map((quarter) => w.period(quarter.period));
  const heading = w.t.trend.plain(currency);
  return {
    kind: 'chart',
    heading,
    chart: {
      type: 'columns',
      stacked: false,
      categories,
      series: [series],
      currency,
      unfinished: section.quarters.flatMap(({ gaps }, index) => {
        const running = index === categories.length - 1 && !isOver(data);
        return running || gaps.some((gap) => lacksIn(gap, currency)) ? [index] : [];
      }),
      description: w.t.labelled(
        heading,
        series.points.map(({ words }, index) => `${categories[index] ?? ''} ${words}`).join(', '),
      ),
    },
  };
}

function table({ w }: Composition, section: ReviewSection, currency: string): TableBlock {
  return {
    kind: 'table',
    density: 'compact',
    columns: [
      labelColumn(currency, 2.2),
      ...section.quarters.map((quarter) => numberColumn(w.period(quarter.period), 1)),
    ],
    rows: rowsOf[section.model].map((metric) =>
      tableRow([
        cell(w.t.metrics[metric].label[section.model]),
        ...section.quarters.map((quarter) => {
          const value = quarter.figures[currency]?.[metric] ?? null;
          if (value === null) return unknownCell();
          const figure = figureKey(metric, section.model, currency, quarter.period.label);
          return { ...cell(cellWords(w, metric, value, currency), value), figure };
        }),
      ]),
    ),
  };
}
