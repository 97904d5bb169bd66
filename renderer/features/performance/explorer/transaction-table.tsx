import { Select } from '@mantine/core';
import { useRef, useState } from 'react';
import type { TransactionLine, TransactionQuestion } from '../../../../shared/domain/explore';
import type { Status } from '../../../../shared/domain/vocabulary';
import type { Money } from '../../../../shared/kernel/money';
import { useDeskQuery } from '../../../app/desk';
import { Sign } from '../../../ui/figure';
import {
  formatAmount,
  formatCount,
  formatCounted,
  formatMoney,
  unknownMark,
} from '../../../ui/format';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';
import { useRowWindow } from '../../../ui/use-row-window';
import { modelName } from '../../../ui/words';
import { statusLabels } from '../../../ui/metric-words';
import { numeric, TableHead } from '../../../ui/table-head';

const windowSize = 200;

const orders = [
  { value: 'time descending', label: 'Newest first' },
  { value: 'time ascending', label: 'Oldest first' },
  { value: 'sale descending', label: 'Largest sale first' },
  { value: 'commission descending', label: 'Largest commission first' },
] as const;

const sorts: Readonly<Record<(typeof orders)[number]['value'], TransactionQuestion['sort']>> = {
  'time descending': { by: 'time', direction: 'descending' },
  'time ascending': { by: 'time', direction: 'ascending' },
  'sale descending': { by: 'sale', direction: 'descending' },
  'commission descending': { by: 'commission', direction: 'descending' },
};

interface TransactionTableProps {
  readonly question: Omit<TransactionQuestion, 'offset' | 'limit' | 'sort'>;
}

/** The single transactions behind figures, with what they come to. */
export function TransactionTable({ question }: TransactionTableProps) {
  const [order, setOrder] = useState<keyof typeof sorts>('time descending');
  const asked = { ...question, sort: sorts[order] };
  const head = useDeskQuery('transactions.list', { ...asked, offset: 0, limit: windowSize });
  if (head.failure) {
    return (
      <FailureState
        title="The transactions could not be read"
        failure={head.failure}
        onRetry={head.retry}
      />
    );
  }
  if (head.value === undefined) return <TableSkeleton rows={12} />;
  if (head.value.count === 0) {
    return (
      <EmptyState title="No transactions">
        Nothing of these days, partners and statuses has been read. Remove a filter above, or choose
        another period.
      </EmptyState>
    );
  }
  return (
    <section aria-label="Transactions" className="transactions">
      <div className="transactions-head">
        <p>
          <strong>{formatCounted(head.value.count, 'transaction', 'transactions')}</strong>
          {head.value.sums.map(({ model, currency, orders: count, revenue, commission }) => (
            <span key={`${model} ${currency}`} className="quiet">
              {modelName(model)}: {formatCount(count)} {model === 'b2b' ? 'payments' : 'orders'},{' '}
              {formatMoney({ amountMinor: revenue, currency })} revenue,{' '}
              {formatMoney({ amountMinor: commission, currency })} commission
            </span>
          ))}
        </p>
        <Select
          size="xs"
          aria-label="Order of the transactions"
          allowDeselect={false}
          data={orders}
          value={order}
          onChange={(value) => {
            const chosen = orders.find((one) => one.value === value);
            if (chosen) setOrder(chosen.value);
          }}
        />
      </div>
      <Rows asked={asked} first={head.value.rows} count={head.value.count} />
    </section>
  );
}

interface RowsProps {
  readonly asked: Omit<TransactionQuestion, 'offset' | 'limit'>;
  readonly first: readonly TransactionLine[];
  readonly count: number;
}

function Rows({ asked, first, count }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const { rows: places, before, after } = useRowWindow(count, box);
  const [from, to] = [
    Math.floor((places[0] ?? 0) / windowSize),
    Math.floor((places.at(-1) ?? 0) / windowSize),
  ];
  const part = (at: number) =>
    at === 0 ? null : { ...asked, offset: at * windowSize, limit: windowSize };
  const upper = useDeskQuery('transactions.list', part(from));
  const lower = useDeskQuery('transactions.list', to === from ? null : part(to));
  const lineAt = (index: number): TransactionLine | undefined => {
    const place = Math.floor(index / windowSize);
    const rows = place === 0 ? first : place === from ? upper.value?.rows : lower.value?.rows;
    return rows?.[index - place * windowSize];
  };
  return (
    <div
      className="grid-scroll explore-scroll"
      ref={box}
      tabIndex={0}
      role="group"
      aria-label="Rows"
    >
      <table className="grid flat explore" aria-rowcount={count}>
        <TableHead
          columns={[
            'Time',
            'Program',
            'Partner',
            'Type',
            'Status',
            'Network’s word',
            'Customer',
            numeric('Sale'),
            numeric('Commission'),
            'Clicked',
            'Validated',
            'Reference',
          ]}
        />
        <tbody>
          {before > 0 ? <Space height={before} /> : null}
          {places.map((index) => {
            const line = lineAt(index);
            return line === undefined ? (
              <tr key={index}>
                <td colSpan={12} className="quiet">
                  …
                </td>
              </tr>
            ) : (
              <Line key={index} line={line} index={index} />
            );
          })}
          {after > 0 ? <Space height={after} /> : null}
        </tbody>
      </table>
    </div>
  );
}

function Space({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={12} style={{ height }} />
    </tr>
  );
}

const tones: Readonly<Record<Status, 'good' | 'caution' | 'bad' | 'neutral'>> = {
  approved: 'good',
  pending: 'caution',
  declined: 'bad',
  deleted: 'neutral',
  unknown: 'neutral',
};

function Line({ line, index }: { readonly line: TransactionLine; readonly index: number }) {
  const reason = line.declineReason === '' ? '' : `: ${line.declineReason}`;
  return (
    <tr aria-rowindex={index + 1}>
      <td className="no-wrap">{formatInstant(line.instant)}</td>
      <td className="name" title={line.program}>
        {line.program}
      </td>
      <td className="name" title={line.partner ?? ''}>
        {line.partner ?? unknownMark}
      </td>
      <td>{line.type}</td>
      <td className="no-wrap">
        <Sign tone={tones[line.status]} words={statusLabels[line.status]} />
      </td>
      <td className="name quiet" title={`${line.rawStatus}${reason}`}>
        {line.rawStatus === '' ? unknownMark : `${line.rawStatus}${reason}`}
      </td>
      <td>{line.customerType === '' ? unknownMark : line.customerType}</td>
      <td className="number strong">{amountWords(line.sale)}</td>
      <td className="number">{amountWords(line.commission)}</td>
      <td className="no-wrap quiet">{timeWords(line.clickedAt)}</td>
      <td className="no-wrap quiet">{timeWords(line.validatedAt)}</td>
      <td className="name mono" title={line.orderRef}>
        {line.orderRef === '' ? line.id : line.orderRef}
      </td>
    </tr>
  );
}

function amountWords(money: Money | null): string {
  return money === null ? unknownMark : `${money.currency} ${formatAmount(money)}`;
}

function timeWords(instant: number | null): string {
  return instant === null ? unknownMark : formatInstant(instant);
}
