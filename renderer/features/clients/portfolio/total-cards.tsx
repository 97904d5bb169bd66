import { Tooltip } from '@mantine/core';
import { ChangeWords } from '../../../ui/figure';
import { formatCount, formatCounted, formatMoney, formatShortAmount } from '../../../ui/format';
import { Sparkline } from '../../../ui/sparkline';
import { ordersWord } from '../../../ui/words';
import type { PortfolioTotal } from './totals';

export interface TotalWithSeries {
  readonly total: PortfolioTotal;
  /** Tracked revenue of the last twelve whole months, oldest first; empty until known. */
  readonly series: readonly number[];
}

interface TotalCardsProps {
  readonly totals: readonly TotalWithSeries[];
  readonly previousLabel: string;
}

/** One card per currency of one model: amounts that can't be added stay apart. */
export function TotalCards({ totals, previousLabel }: TotalCardsProps) {
  return (
    <ul className="totals" aria-label="Totals per currency">
      {totals.map(({ total, series }) => (
        <TotalCard
          key={total.currency}
          total={total}
          series={series}
          previousLabel={previousLabel}
        />
      ))}
    </ul>
  );
}

function TotalCard({
  total,
  series,
  previousLabel,
}: TotalWithSeries & { readonly previousLabel: string }) {
  const { model, currency, tracked, validated, commission, orders, incomplete } = total;
  const exact = formatMoney(tracked);
  return (
    <li className="total">
      <h3 className="total-label">
        {formatCounted(total.programs, 'program', 'programs')}
        {incomplete === 0 ? null : (
          <span className="caution">{formatCount(incomplete)} incomplete</span>
        )}
      </h3>
      <Tooltip label={`${exact} tracked: pending and approved, by transaction date`}>
        <div
          className="total-figure"
          tabIndex={0}
          role="note"
          aria-label={`${exact} tracked revenue`}
        >
          <small>{currency}</small>
          {formatShortAmount(tracked)}
        </div>
      </Tooltip>
      <div className="total-change">
        <ChangeWords figure={total.change} />
        <span className="quiet" title={`against ${previousLabel}`}>
          vs {previousLabel}
        </span>
      </div>
      <div className="total-spark">
        <Sparkline
          values={series}
          label={`Tracked revenue in ${currency}, last twelve whole months`}
        />
      </div>
      <dl className="total-detail">
        <dt>Validated</dt>
        <dd title={formatMoney(validated)}>{formatShortAmount(validated)}</dd>
        <dt>Commission</dt>
        <dd title={formatMoney(commission)}>{formatShortAmount(commission)}</dd>
        <dt>{ordersWord(model)}</dt>
        <dd>{formatCount(orders)}</dd>
      </dl>
    </li>
  );
}
