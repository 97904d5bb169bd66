import type { Block, ChartBlock, Slide, TableBlock } from '../../model';
import { isOver } from '../compare';
import type { Composition } from '../composition';
import type { ReviewData, ReviewSection } from '../data';
import {
  cell,
  contentSlide,
  earlierGaps,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
  transactionBasis,
} from '../slides';
import { cellWords, metricWords, type ReviewMetric } from '../metric-words';
import { shortMoney, unknown } from '../wording';

const rowsRetail: readonly ReviewMetric[] = [
  'orders',
  'averageOrderValue',
  'commission',
  'effectiveCommissionRate',
];
const rowsB2b: readonly ReviewMetric[] = ['orders', 'newCustomers', 'renewals', 'commission'];

/** Six quarters of tracked revenue, two currencies at most beside each other, with the figures under them. */
export function trend({ data }: Composition): Slide[] {
  return data.sections.flatMap((section) => {
    const pages = paged(section.currencies, 2);
    return pages.map((currencies, index) =>
      contentSlide({
        id: `${section.model}-trend-${currencies.join('-')}`,
        part: partName(data, section),
        title: trendTitle(data, section, currencies[0] ?? '') + pageOf(index, pages.length),
        rows: [
          gridRow(
            currencies.map(
              (currency) =>
                [12 / currencies.length, chart(data, section, currency)] as [number, Block],
            ),
          ),
          gridRow(
            currencies.map(
              (currency) => [12 / currencies.length, table(section, currency)] as [number, Block],
            ),
            'natural',
          ),
        ],
        source: networkSource(data, section),
        basis: transactionBasis(
          ...(gaps(section).length > 0 ? ['dashed: not complete', ...gaps(section)] : []),
        ),
      }),
    );
  });
}

function gaps(section: ReviewSection): string[] {
  return earlierGaps(section.quarters.slice(0, -1));
}

function trendTitle(data: ReviewData, section: ReviewSection, currency: string): string {
  const values = section.quarters.map((quarter) => quarter.figures[currency]?.revenue ?? null);
  const now = values.at(-1) ?? null;
  const known = values.filter((value): value is number => value !== null);
  if (now === null || known.length < 2) return `Tracked revenue by quarter, ${currency}`;
  const name = data.period.name;
  if (!isOver(data)) return `${name} is not over; the quarters before it in ${currency}`;
  const higher = known.filter((value) => value > now).length;
  const count = known.length === 6 ? 'six' : String(known.length);
  if (higher === 0) return `${name} is the strongest of the last ${count} quarters in ${currency}`;
  if (higher === known.length - 1)
    return `${name} is the weakest of the last ${count} quarters in ${currency}`;
  const ranks = ['', 'second', 'third', 'fourth', 'fifth'];
  return `${name} is the ${ranks[higher] ?? String(higher + 1)} strongest of the last ${count} quarters in ${currency}`;
}

function chart(data: ReviewData, section: ReviewSection, currency: string): ChartBlock {
  const points = section.quarters.map((quarter) => {
    const value = quarter.figures[currency]?.revenue ?? null;
    return { value, words: value === null ? 'n/a' : shortMoney(value, currency) };
  });
  const categories = section.quarters.map((quarter) => quarter.period.name);
  return {
    kind: 'chart',
    heading: `Tracked revenue by quarter, ${currency}`,
    chart: {
      type: 'columns',
      stacked: false,
      categories,
      series: [{ name: 'Tracked revenue', color: 'accent', points }],
      unfinished: section.quarters.flatMap(({ gap }, index) => {
        const running = index === categories.length - 1 && !isOver(data);
        return gap !== '' || running ? [index] : [];
      }),
      description: `Tracked revenue by quarter in ${currency}: ${points.map((point, index) => `${categories[index] ?? ''} ${point.words}`).join(', ')}`,
    },
  };
}

function table(section: ReviewSection, currency: string): TableBlock {
  const metrics = section.model === 'retail' ? rowsRetail : rowsB2b;
  return {
    kind: 'table',
    density: 'compact',
    columns: [
      labelColumn(currency, 2),
      ...section.quarters.map((quarter) => numberColumn(quarter.period.name, 1)),
    ],
    rows: metrics.map((metric) =>
      tableRow([
        cell(metricWords[metric].label(section.model)),
        ...section.quarters.map((quarter) => {
          const value = quarter.figures[currency]?.[metric] ?? null;
          return value === null
            ? cell(unknown, null, 'quiet')
            : cell(cellWords(metric, value, currency), value);
        }),
      ]),
    ),
  };
}
