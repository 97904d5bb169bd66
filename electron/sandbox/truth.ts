import { BONUS_TYPE, LEAD_TYPE } from './awin-sales';
import type { SandboxData } from './data';
import type { Currency, Program } from './program';
import { naiveLocal } from './zones';

/** What a program sold and paid in a month and currency: pending and approved alone, money in minor units of `currency`. */
export interface TruthRow {
  readonly network: string;
  readonly account: string;
  readonly program: string;
  /** `2026-07`, in the time zone asked for. */
  readonly month: string;
  readonly currency: Currency;
  orders: number;
  revenue: number;
  commission: number;
}

class Totals {
  readonly rows = new Map<string, TruthRow>();

  constructor(private readonly timeZone: string) {}

  /** The row an amount belongs to; it exists from its first amount on. */
  at(program: Program, instant: number, currency: Currency): TruthRow {
    const month = naiveLocal(instant, this.timeZone).slice(0, 7);
    const key = `${String(program.index).padStart(2, '0')} ${month} ${currency}`;
    let row = this.rows.get(key);
    if (row === undefined) {
      const { network, account, name } = program;
      row = {
        network,
        account,
        program: name,
        month,
        currency,
        orders: 0,
        revenue: 0,
        commission: 0,
      };
      this.rows.set(key, row);
    }
    return row;
  }
}

/**
 * Sums the networks' own rows, in their order by program, month and currency.
 * Awin: orders are all types but lead and bonus; revenue and commission are of all types; declined and deleted rows are out.
 * PartnerStack: orders and revenue are payments neither test nor archived; commission is rewards pending or approved, in their own
 * currency or else US dollars, in the month of their payment or else their own; a test or archived payment's rewards are out.
 */
export function truthOf(data: SandboxData, timeZone: string): TruthRow[] {
  const totals = new Totals(timeZone);
  for (const { program, sales } of data.awin.values()) {
    for (const sale of sales) {
      if (sale.status !== 'pending' && sale.status !== 'approved') continue;
      const row = totals.at(program, sale.at, sale.currency);
      if (sale.type !== LEAD_TYPE && sale.type !== BONUS_TYPE) row.orders += 1;
      row.revenue += sale.sale;
      row.commission += sale.commission;
    }
  }
  for (const { program, rows } of data.vendors.values()) {
    for (const payment of rows.payments) {
      if (payment.customer.test || payment.archived) continue;
      const row = totals.at(program, payment.createdAt, payment.currency);
      row.orders += 1;
      row.revenue += payment.amount;
    }
    for (const reward of rows.rewards) {
      if (reward.status === 'declined') continue;
      const { payment } = reward;
      if (payment !== null && (payment.customer.test || payment.archived)) continue;
      const row = totals.at(
        program,
        payment?.createdAt ?? reward.createdAt,
        reward.currency ?? 'USD',
      );
      row.commission += reward.amount;
    }
  }
  return [...totals.rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
