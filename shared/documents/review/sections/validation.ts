import type { ChartBlock, Slide, TableBlock, TableRow } from '../../model';
import type { Composition } from '../composition';
import type { ReviewSection, StatusLine } from '../data';
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
} from '../slides';
import { conversions, decimal, percent, unknown, wholeAmount } from '../wording';

const statusWords = {
  approved: 'Approved (validated)',
  pending: 'Pending',
  declined: 'Declined',
} as const;
const statusOrder = ['approved', 'pending', 'declined'] as const;

/** How much of what was tracked is validated, still pending or declined, and how reversals moved over six quarters. */
export function validation({ data }: Composition): Slide[] {
  return data.sections.flatMap((section) => {
    const pages = paged(section.currencies, 2);
    return pages.map((currencies, index) =>
      contentSlide({
        id: `${section.model}-validation-${currencies.join('-')}`,
        part: partName(data, section),
        title: validationTitle(section, currencies[0] ?? '') + pageOf(index, pages.length),
        rows: [
          gridRow([
            [4, statusChart(section, currencies)],
            [8, statusTable(section, currencies)],
          ]),
          gridRow([[12, reversalTable(section, currencies)]], 'natural'),
        ],
        source: networkSource(data, section),
        basis: `By transaction date · validated = approved · reversal rate = declined ÷ (approved + declined) value; young ${conversions(section.model)} are still undecided`,
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

function validationTitle(section: ReviewSection, currency: string): string {
  const value = (status: StatusLine['status']): number =>
    amountOf(section, currency, status)?.revenue ?? 0;
  const [approved, pending, declined] = statusOrder.map(value) as [number, number, number];
  const tracked = approved + pending;
  if (tracked <= 0) return `Nothing was tracked in ${currency}`;
  const start = `${percent(approved / tracked, 0)} of tracked ${currency} revenue is validated`;
  return approved + declined > 0
    ? `${start}, ${percent(declined / (approved + declined))} of decided value reversed`
    : start;
}

function statusChart(section: ReviewSection, currencies: readonly string[]): ChartBlock {
  const colors = { approved: 'accent', pending: 'quiet', declined: 4 } as const;
  const names = { approved: 'Approved', pending: 'Pending', declined: 'Declined' };
  return {
    kind: 'chart',
    heading: 'Share of value by status',
    chart: {
      type: 'columns',
      stacked: true,
      categories: [...currencies],
      series: statusOrder.map((status) => ({
        name: names[status],
        color: colors[status],
        points: currencies.map((currency) => {
          const sum = statusOrder.reduce(
            (total, one) => total + (amountOf(section, currency, one)?.revenue ?? 0),
            0,
          );
          const share = sum > 0 ? (amountOf(section, currency, status)?.revenue ?? 0) / sum : null;
          return { value: share, words: share === null ? unknown : percent(share, 0) };
        }),
      })),
      unfinished: [],
      description: 'Share of transaction value that is approved, pending and declined, by currency',
    },
  };
}

function statusTable(section: ReviewSection, currencies: readonly string[]): TableBlock {
  const count = section.model === 'retail' ? 'Orders' : 'Payments';
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
            cell(decimal(sum('orders'), 0), sum('orders')),
            cell(wholeAmount(sum('revenue'), currency), sum('revenue')),
            cell(wholeAmount(sum('commission'), currency), sum('commission')),
          ];
        }),
      ],
      role,
    );
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn('Status', 1.9),
      ...currencies.flatMap((currency) => [
        numberColumn(count, 0.95, currency),
        numberColumn('Revenue', 1.15, currency),
        numberColumn('Commission', 1.15, currency),
      ]),
    ],
    rows: [
      line(statusWords.approved, 'plain', ['approved']),
      line(statusWords.pending, 'plain', ['pending']),
      line('Tracked', 'total', ['approved', 'pending']),
      line(statusWords.declined, 'plain', ['declined']),
    ],
  };
}

function reversalTable(section: ReviewSection, currencies: readonly string[]): TableBlock {
  return {
    kind: 'table',
    heading: 'Reversal rate by quarter',
    density: 'compact',
    columns: [
      labelColumn('', 2),
      ...section.quarters.map((quarter) => numberColumn(quarter.period.name, 1)),
    ],
    rows: currencies.map((currency) =>
      tableRow([
        cell(currency),
        ...section.quarters.map((quarter) => {
          const value = quarter.figures[currency]?.reversalRate ?? null;
          return value === null ? cell(unknown, null, 'quiet') : cell(percent(value), value);
        }),
      ]),
    ),
  };
}
