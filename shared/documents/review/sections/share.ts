import type { Block, Slide } from '../../model';
import { comparison } from '../compare';
import type { Composition } from '../composition';
import type { CustomerLine, ReviewSection } from '../data';
import { shareOfSales } from '../share-of-sales';
import {
  cell,
  chartSeries,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  partName,
  tableRow,
  transactionBasis,
  unknownCell,
} from '../slides';

/** The client's share of sales by quarter, and new against returning customers; a slide per currency. */
export function share(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency): Slide[] => {
      const chart = shareChart(review, section, currency);
      const lines = section.customers.filter((line) => line.currency === currency);
      const flagged = lines.filter(({ customer }) => customer !== '');
      const table = flagged.some(({ now }) => now.orders > 0)
        ? customerTable(review, section, lines, currency)
        : null;
      const blocks = [chart, table].filter((block) => block !== null);
      if (blocks.length === 0) return [];
      return [
        contentSlide({
          id: `${section.model}-share-${currency}`,
          part: partName(review, section),
          title: title(review, section, lines, currency),
          rows: [gridRow(blocks.map((block) => [12 / blocks.length, block]))],
          source: `${networkSource(review, section)}${chart === null ? '' : `; ${w.t.share.source}`}`,
          basis: transactionBasis(review, w.t.share.basis[section.model]),
        }),
      ];
    }),
  );
}

function title(
  { data, w }: Composition,
  section: ReviewSection,
  lines: readonly CustomerLine[],
  currency: string,
): string {
  const revenue = (customer: CustomerLine['customer']): number =>
    lines
      .filter((line) => line.customer === customer)
      .reduce((total, line) => total + line.now.revenue, 0);
  const [fresh, known, unsaid] = [
    revenue('new'),
    revenue('new') + revenue('returning'),
    revenue(''),
  ];
  if (known > 0) {
    const part = fresh / (known + unsaid);
    // Of orders that the network does not mark some may be new customers', too.
    const words =
      unsaid > 0
        ? w.t.share.atLeast(w.percent(Math.floor(Math.round(part * 1000) / 10) / 100, 0))
        : w.percent(part, 0);
    return w.t.share.title[section.model](words, currency);
  }
  const ratio = shareOfSales(data, section, currency).ratio;
  return ratio === null
    ? w.t.share.plain(currency)
    : w.t.scorecard.share(data.allPrograms, w.percent(ratio), currency);
}

function shareChart(review: Composition, section: ReviewSection, currency: string): Block | null {
  const { data, w } = review;
  if (section.model === 'b2b' && data.sections.length > 1) return null;
  const values = section.quarters.map(
    ({ period }) => shareOfSales(data, section, currency, period).ratio,
  );
  if (values.every((value) => value === null)) return null;
  const heading = w.t.share.chart(currency);
  return {
    kind: 'chart',
    heading,
    chart: {
      type: 'columns',
      stacked: false,
      categories: section.quarters.map(({ period }) => w.period(period)),
      series: [chartSeries(heading, 'accent', values, (value) => w.percent(value))],
      unfinished: [],
      description: heading,
    },
  };
}

function customerTable(
  review: Composition,
  section: ReviewSection,
  lines: readonly CustomerLine[],
  currency: string,
): Block {
  const { w } = review;
  const { before, beforeName } = comparison(review, section, currency);
  const total = lines.reduce((sum, { now }) => sum + now.revenue, 0);
  const order = ['new', 'returning', ''] as const;
  const rows = order.flatMap((customer) => lines.filter((line) => line.customer === customer));
  return {
    kind: 'table',
    heading: w.t.share.table,
    density: 'normal',
    columns: [
      labelColumn(w.t.share.customers, 2.2, 2),
      numberColumn(w.t.metrics.orders.label[section.model], 1.2),
      numberColumn(w.t.columns.revenueIn(currency), 1.5),
      numberColumn(w.t.columns.share, 0.9),
      numberColumn(beforeName, 1.2),
    ],
    rows: [
      ...rows.map(({ customer, now, before: earlier }) =>
        tableRow([
          cell(w.t.share.kinds[section.model][customer === '' ? 'unsaid' : customer]),
          cell(w.decimal(now.orders, 0), now.orders),
          cell(w.wholeAmount(now.revenue, currency), now.revenue),
          total > 0 ? cell(w.percent(now.revenue / total), now.revenue / total) : unknownCell(),
          before === undefined || earlier === null
            ? unknownCell()
            : cell(w.wholeAmount(earlier.revenue, currency), earlier.revenue),
        ]),
      ),
    ],
  };
}
