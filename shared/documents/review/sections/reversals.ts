import type { ChartBlock, Slide, TableBlock, TableRow } from '../../model';
import type { Composition } from '../composition';
import type { ReviewSection } from '../data';
import {
  cell,
  chartSeries,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  partName,
  tableRow,
} from '../slides';

const mostReasons = 9;

/** Declined orders of one reason, or of all that are not among the largest. */
interface Reason {
  readonly label: string;
  readonly orders: number;
  readonly revenue: number;
}

interface Declined {
  readonly currency: string;
  /** The largest reason that the network gives. */
  readonly first: string;
  readonly firstRevenue: number;
  readonly total: number;
  readonly reasons: readonly Reason[];
}

/**
 * Declined value by the network's own reason; only where it gives reasons. One currency has a chart beside its table, two
 * stand side by side.
 */
export function reversals(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) => {
    const declined = section.currencies.flatMap(
      (currency) => declinedIn(review, section, currency) ?? [],
    );
    return paged(declined, 2).map((page): Slide => {
      const [main] = page;
      const alone = page.length === 1;
      const tables = page.map((one) => reasonTable(review, section, one, !alone));
      return contentSlide({
        id: `${section.model}-reversals-${page.map(({ currency }) => currency).join('-')}`,
        part: partName(review, section),
        title:
          main === undefined
            ? w.t.reversals.reason
            : w.t.reversals.title(
                main.first,
                w.percent(main.firstRevenue / main.total, 0),
                main.currency,
              ),
        rows: [
          gridRow(
            alone && main !== undefined
              ? [
                  [5, reasonChart(review, main)],
                  ...tables.map((table): [number, TableBlock] => [7, table]),
                ]
              : tables.map((table) => [6, table]),
          ),
        ],
        source: networkSource(review, section),
        basis: w.t.reversals.basis,
      });
    });
  });
}

function declinedIn({ w }: Composition, section: ReviewSection, currency: string): Declined | null {
  const lines = section.reasons
    .filter((line) => line.currency === currency)
    .sort((a, b) => b.revenue - a.revenue || (a.reason < b.reason ? -1 : 1));
  const [first] = lines.filter(({ reason }) => reason !== '');
  const total = lines.reduce((sum, line) => sum + line.revenue, 0);
  if (first === undefined || total <= 0) return null;
  const shown = lines.slice(0, lines.length > mostReasons ? mostReasons - 1 : mostReasons);
  const rest = lines.slice(shown.length);
  const sum = (field: 'orders' | 'revenue'): number =>
    rest.reduce((all, line) => all + line[field], 0);
  return {
    currency,
    first: first.reason,
    firstRevenue: first.revenue,
    total,
    reasons: [
      ...shown.map(({ reason, orders, revenue }) => ({
        label: reason === '' ? w.t.reversals.none : reason,
        orders,
        revenue,
      })),
      ...(rest.length === 0
        ? []
        : [{ label: w.t.allOthers, orders: sum('orders'), revenue: sum('revenue') }]),
    ],
  };
}

function reasonChart({ w }: Composition, { currency, reasons, total }: Declined): ChartBlock {
  const heading = w.t.reversals.chart(currency);
  const series = chartSeries(
    heading,
    'accent',
    reasons.map(({ revenue }) => revenue),
    (revenue) => w.percent(revenue / total),
  );
  return {
    kind: 'chart',
    heading,
    chart: {
      type: 'bars',
      stacked: false,
      categories: reasons.map(({ label }) => label),
      series: [series],
      currency,
      unfinished: [],
      description: w.t.labelled(
        heading,
        reasons.map(({ label }, at) => `${label} ${series.points[at]?.words ?? ''}`).join(', '),
      ),
    },
  };
}

function reasonTable(
  { w }: Composition,
  section: ReviewSection,
  { currency, reasons, total }: Declined,
  headed: boolean,
): TableBlock {
  const row = ({ label, orders, revenue }: Reason, role: TableRow['role']): TableRow =>
    tableRow(
      [
        cell(label),
        cell(w.decimal(orders, 0), orders),
        cell(w.wholeAmount(revenue, currency), revenue),
        cell(w.percent(revenue / total), revenue / total),
      ],
      role,
    );
  const orders = reasons.reduce((sum, line) => sum + line.orders, 0);
  return {
    kind: 'table',
    ...(headed ? { heading: w.t.reversals.chart(currency) } : {}),
    density: 'normal',
    columns: [
      labelColumn(w.t.reversals.reason, 5, 2),
      numberColumn(w.t.metrics.orders.label[section.model], 1.2),
      numberColumn(w.t.columns.revenueIn(currency), 1.6),
      numberColumn(w.t.columns.share, 1),
    ],
    rows: [
      ...reasons.map((line) => row(line, 'plain')),
      row({ label: w.t.reversals.all, orders, revenue: total }, 'total'),
    ],
  };
}
