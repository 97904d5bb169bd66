import type { B2bDriver, RetailDriver } from '../../../../shared/domain/drivers';
import type { ProgramChurn, ProgramPage } from '../../../../shared/domain/program-page';
import { formatAmount, formatCount, formatCounted, formatMoney } from '../../../ui/format';
import { countsInstead } from './succession';

const words: Readonly<
  Record<RetailDriver | B2bDriver, { readonly label: string; readonly what: string }>
> = {
  traffic: { label: 'Traffic', what: 'more or fewer clicks' },
  conversion: { label: 'Conversion', what: 'orders per click' },
  orderValue: { label: 'Order value', what: 'revenue per order' },
  mix: { label: 'Mix', what: 'where clicks come from' },
  newCustomers: { label: 'New customers', what: 'first payments' },
  firstPayment: { label: 'First payment', what: 'its average amount' },
  renewals: { label: 'Renewals', what: 'who stayed' },
  churn: { label: 'Churn', what: 'who stopped' },
  renewalsLessChurn: { label: 'Renewals less churn', what: 'later payments' },
  unassigned: { label: 'Not assigned', what: 'amounts that name no customer' },
};

interface DriversProps {
  readonly page: ProgramPage;
  readonly against: string;
}

/** What moved revenue: parts that add up to the change. */
export function Drivers({ page, against }: DriversProps) {
  const { drivers, currency, churn } = page;
  if (drivers === null || currency === null) {
    const instead = countsInstead(page);
    return (
      <section className="panel" aria-label="Drivers">
        <h2>What moved revenue can’t be said</h2>
        <p className="quiet">
          {instead === null
            ? 'One of the two periods has not been read completely.'
            : `${instead} follows it and counts in these days.`}
        </p>
      </section>
    );
  }
  const change = drivers.reduce((sum, { amount }) => sum + amount, 0);
  const largest = Math.max(1, ...drivers.map(({ amount }) => Math.abs(amount)));
  const signed = (amountMinor: number): string =>
    `${amountMinor > 0 ? '+' : ''}${formatAmount({ amountMinor, currency })}`;
  return (
    <section className="panel" aria-label="Drivers">
      <h2>{titleOf(drivers, change, against)}</h2>
      <p className="quiet">The parts add up to the change exactly, {currency}</p>
      <table className="grid flat drivers">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Driver</th>
            <th scope="col">Share</th>
            <th scope="col">Part of the change</th>
          </tr>
        </thead>
        <tbody>
          {drivers.map(({ driver, amount }) => (
            <tr key={driver}>
              <th scope="row">
                {words[driver].label}
                <span className="sub">{words[driver].what}</span>
              </th>
              <td className="driver-bar" aria-hidden="true">
                <span
                  className={amount < 0 ? 'falls' : 'rises'}
                  style={{ width: `${String((Math.abs(amount) / largest) * 50)}%` }}
                />
              </td>
              <td className="number">{signed(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Change of revenue
            </th>
            <td className="number" title={formatMoney({ amountMinor: change, currency })}>
              {signed(change)}
            </td>
          </tr>
        </tfoot>
      </table>
      {churn === null ? null : <p className="quiet">{churnWords(churn, against)}</p>}
    </section>
  );
}

/** How many stopped paying, or why that can't be said. */
function churnWords(churn: ProgramChurn, against: string): string {
  if (!churn.isKnown) {
    switch (churn.why) {
      case 'short-days':
        return 'Churn is told from 28 days on: who pays by the month is not due in fewer.';
      case 'two-programs':
        return 'Churn can’t be told: two programs share these days, and each names its customers in its own way.';
      default:
        return 'Churn can’t be told: one of the two periods has not been read completely.';
    }
  }
  const { paidBefore, lapsed, unnamed } = churn;
  const who = `${formatCount(lapsed)} of ${formatCounted(paidBefore, 'customer', 'customers')} who paid in ${against} paid nothing in these days`;
  return unnamed === 0
    ? `${who}.`
    : `${who}, as far as payments name them: ${formatCounted(unnamed, 'payment does', 'payments do')} not.`;
}

function titleOf(
  drivers: NonNullable<ProgramPage['drivers']>,
  change: number,
  against: string,
): string {
  if (change === 0) return `Revenue did not change against ${against}`;
  const sameWay = drivers.filter(({ amount }) => Math.sign(amount) === Math.sign(change));
  const first = [...sameWay].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))[0];
  if (first === undefined) return 'What moved revenue';
  return `${words[first.driver].label} ${change > 0 ? 'lifted revenue' : 'pulled revenue down'} most`;
}
