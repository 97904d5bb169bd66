import type { ChartBlock, Slide, TableBlock, TableRow } from '../../model';
import type { Composition } from '../composition';
import type { ReviewSection, StatusLine } from '../data';
import { knowsDeclined } from '../sentences';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
  unknownCell,
} from '../slides';

const allStatuses = ['approved', 'pending', 'declined'] as const;

/** The statuses that the network of these programs knows. */
function statusesOf(section: ReviewSection): readonly StatusLine['status'][] {
  return knowsDeclined(section) ? allStatuses : ['approved', 'pending'];
}

/** How much of what was tracked is validated, still pending or declined, and how reversals moved over six quarters. */
export function validation(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) => {
    if (section.statuses.length === 0) return [];
    const pages = paged(section.currencies, 2);
    return pages.map((currencies, index) =>
      contentSlide({
        id: `${section.model}-validation-${currencies.join('-')}`,
        part: partName(review, section),
        title:
          validationTitle(review, section, currencies[0] ?? '') +
          pageOf(review, index, pages.length),
        rows: [
          gridRow([
            [4, statusChart(review, section, currencies)],
            [8, statusTable(review, section, currencies)],
          ]),
          ...(knowsDeclined(section)
            ? [gridRow([[12, reversalTable(review, section, currencies)]], 'natural')]
            : []),
        ],
        source: networkSource(review, section),
        basis: knowsDeclined(section)
          ? w.t.validation.basis[section.model]
          : w.t.validation.basisWithoutDeclined,
      }),
    );
  });
}

function amountOf(
  section: ReviewSection,
  currency: string,
  status: StatusLine['status'],
): StatusLine | undefined {
  return section.statuses.find((line) => line.currency === currency && line.status === status);
}

function validationTitle({ w }: Composition, section: ReviewSection, currency: string): string {
  const value = (status: StatusLine['status']): number =>
    amountOf(section, currency, status)?.revenue ?? 0;
  const [approved, pending, declined] = [value('approved'), value('pending'), value('declined')];
  const tracked = approved + pending;
  if (tracked <= 0) return w.t.validation.nothing(currency);
  const reversed =
    approved + declined > 0 && knowsDeclined(section)
      ? w.percent(declined / (approved + declined))
      : null;
  return w.t.validation.title(w.percent(approved / tracked, 0), currency, reversed);
}

function statusChart(
  { w }: Composition,
  section: ReviewSection,
  currencies: readonly string[],
): ChartBlock {
  const colors = { approved: 'accent', pending: 'quiet', declined: 4 } as const;
  const statuses = statusesOf(section);
  return {
    kind: 'chart',
    heading: w.t.validation.chart,
    chart: {
      type: 'columns',
      stacked: true,
      categories: [...currencies],
      series: statuses.map((status) => ({
        name: w.t.statuses[status],
        color: colors[status],
        points: currencies.map((currency) => {
          const sum = statuses.reduce(
            (total, one) => total + (amountOf(section, currency, one)?.revenue ?? 0),
            0,
          );
          const share = sum > 0 ? (amountOf(section, currency, status)?.revenue ?? 0) / sum : null;
          return { value: share, words: share === null ? '–' : w.percent(share, 0) };
        }),
      })),
      unfinished: [],
      description: w.t.validation.chart,
    },
  };
}

function statusTable(
  { w }: Composition,
  section: ReviewSection,
  currencies: readonly string[],
): TableBlock {
  const { columns, metrics } = w.t;
  const line = (
    label: string,
    role: TableRow['role'],
    statuses: readonly StatusLine['status'][],
  ): TableRow =>
    tableRow(
      [
        cell(label),
        ...currencies.flatMap((currency) => {
          const sum = (field: 'orders' | 'revenue' | 'commission'): number =>
            statuses.reduce(
              (total, status) => total + (amountOf(section, currency, status)?.[field] ?? 0),
              0,
            );
          return [
            cell(w.decimal(sum('orders'), 0), sum('orders')),
            cell(w.wholeAmount(sum('revenue'), currency), sum('revenue')),
            cell(w.wholeAmount(sum('commission'), currency), sum('commission')),
          ];
        }),
      ],
      role,
    );
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(columns.status, 1.9),
      ...currencies.flatMap((currency) => [
        numberColumn(metrics.orders.label[section.model], 1.05, currency),
        numberColumn(columns.revenue, 1.15, currency),
        numberColumn(metrics.commission.label[section.model], 1.15, currency),
      ]),
    ],
    rows: [
      line(w.t.validation.approved, 'plain', ['approved']),
      line(w.t.statuses.pending, 'plain', ['pending']),
      line(w.t.validation.tracked, 'total', ['approved', 'pending']),
      ...(knowsDeclined(section) ? [line(w.t.statuses.declined, 'plain', ['declined'])] : []),
    ],
  };
}

function reversalTable(
  { w }: Composition,
  section: ReviewSection,
  currencies: readonly string[],
): TableBlock {
  return {
    kind: 'table',
    heading: w.t.validation.reversals,
    density: 'compact',
    columns: [
      labelColumn('', 2),
      ...section.quarters.map((quarter) => numberColumn(w.period(quarter.period), 1)),
    ],
    rows: currencies.map((currency) =>
      tableRow([
        cell(currency),
        ...section.quarters.map((quarter) => {
          const value = quarter.figures[currency]?.reversalRate ?? null;
          return value === null ? unknownCell() : cell(w.percent(value), value);
        }),
      ]),
    ),
  };
}
