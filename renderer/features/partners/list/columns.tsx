import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import {
  partnerColumns,
  type Measure,
  type PartnerColumn,
  type PartnerRow,
} from '../../../../shared/domain/partner-list';
import { formatAmount, formatChange, formatCount, unknownMark } from '../../../ui/format';
import { formatDayInWords } from '../../../ui/times';
import { ordersWord } from '../../../ui/words';
import { wordIn } from './filter-words';

/** A line of the list with its place; its row is undefined while it is on its way. */
export interface ListLine {
  readonly at: number;
  readonly row: PartnerRow | undefined;
}

export const listFeatures = tableFeatures({});
const helper = createColumnHelper<typeof listFeatures, ListLine>();

/** Widths in px; the name takes what is left. */
const widths: Readonly<Record<PartnerColumn, number>> = {
  name: 160,
  type: 104,
  company: 140,
  domain: 160,
  country: 76,
  owner: 116,
  tier: 92,
  tags: 140,
  networks: 112,
  accounts: 120,
  programs: 84,
  status: 88,
  revenue: 112,
  change: 104,
  orders: 80,
  commission: 112,
  clicks: 84,
  lastSale: 104,
  joined: 104,
};

/** The CSS grid of head and rows, and the least width at which every column fits. */
export function gridOf(columns: readonly PartnerColumn[]): {
  readonly template: string;
  readonly width: number;
} {
  const rest = columns.map((column) => `${widths[column]}px`).join(' ');
  const width = columns.reduce((sum, column) => sum + widths[column], 36 + widths.name);
  return { template: `36px minmax(${widths.name}px, 1fr) ${rest}`, width };
}

/** Is this a column of numbers, which stand to the right? */
export function isRight(column: PartnerColumn): boolean {
  const { kind } = partnerColumns[column];
  return kind === 'count' || kind === 'amount' || kind === 'ratio';
}

/** What stands over a column: B2B programs have payments where retail has orders. */
export function headingOf(column: PartnerColumn, measure: Measure | null): string {
  if (column === 'orders') return ordersWord(measure?.model ?? 'retail');
  return partnerColumns[column].label;
}

/** The columns as the table library takes them, the name first. */
export function tableColumns(columns: readonly PartnerColumn[], measure: Measure | null) {
  return helper.columns(
    (['name', ...columns] as const).map((column) =>
      helper.display({
        id: column,
        header: headingOf(column, measure),
        cell: ({ row }) => <Cell column={column} row={row.original.row} measure={measure} />,
      }),
    ),
  );
}

interface CellProps {
  readonly column: PartnerColumn;
  readonly row: PartnerRow | undefined;
  readonly measure: Measure | null;
}

function Cell({ column, row, measure }: CellProps): ReactNode {
  if (row === undefined) return column === 'name' ? <span className="list-waiting" /> : null;
  switch (column) {
    case 'name':
      return <span title={row.name}>{row.name}</span>;
    case 'change':
      return row.change === null ? (
        <Lacking words="n/a" reason="The comparison is not known, or had no revenue." />
      ) : (
        <span className={toneOf(row.change)}>{formatChange(row.change)}</span>
      );
    case 'revenue':
    case 'commission':
    case 'orders':
    case 'clicks':
    case 'programs':
    case 'lastSale':
    case 'joined':
    case 'domain':
      return (
        textOf(column, row, measure) ?? <Lacking words={unknownMark} reason={reasonFor(column)} />
      );
    case 'status':
      return (
        <span
          className={row.status === 'joined' ? undefined : 'quiet'}
          title={wordIn('status', row.status)}
        >
          {row.status === 'left-early' ? 'Left early' : wordIn('status', row.status)}
        </span>
      );
    default: {
      const text = textOf(column, row, measure);
      return text === null ? (
        <span className="quiet">{unknownMark}</span>
      ) : (
        <span title={text}>{text}</span>
      );
    }
  }
}

function Lacking({ words, reason }: { readonly words: string; readonly reason: string }) {
  return (
    <span className="quiet" title={reason}>
      {words}
    </span>
  );
}

function reasonFor(column: PartnerColumn): string {
  if (column === 'lastSale') return 'No sale is known.';
  if (column === 'joined') return 'The network doesn’t say when it joined.';
  if (column === 'clicks') return 'The network doesn’t report clicks, or not for these days.';
  return 'It is in no program of this model that sells in this currency, or the days have not been read.';
}

function toneOf(change: number): 'good' | 'bad' | 'quiet' {
  const rounded = Math.round(change * 1000);
  return rounded > 0 ? 'good' : rounded < 0 ? 'bad' : 'quiet';
}

/** A cell as plain text; null is unknown. */
export function textOf(
  column: PartnerColumn,
  row: PartnerRow,
  measure: Measure | null,
): string | null {
  switch (column) {
    case 'revenue':
    case 'commission': {
      const amountMinor = row[column];
      if (amountMinor === null || measure === null) return null;
      return formatAmount({ amountMinor, currency: measure.currency });
    }
    case 'orders':
    case 'clicks':
    case 'programs': {
      const count = row[column];
      return count === null ? null : formatCount(count);
    }
    case 'change':
      return row.change === null ? null : formatChange(row.change);
    case 'lastSale':
    case 'joined': {
      const day = row[column];
      return day === null ? null : formatDayInWords(day);
    }
    case 'name':
    case 'domain':
      return row[column];
    case 'status':
      return wordIn('status', row.status);
    default:
      return row[column].length === 0
        ? null
        : row[column].map((word) => wordIn(column, word)).join(', ');
  }
}
