import { CLIENTS } from './agency-people';
import type { SandboxData } from './data';
import { isoDay, partsOfDay } from './days';
import { PROGRAMS } from './programs';
import { unitOf } from './random';
import type { TruthRow } from './truth';

/** One month of a client's own sales in one currency, in minor units. */
export interface ClientTotal {
  readonly client: string;
  readonly month: string;
  readonly currency: string;
  readonly revenue: number;
  readonly orders: number;
  /** B2B: customers the client won by any way; null for retail. */
  readonly newCustomers: number | null;
}

/** The client that has not yet sent its total of the last whole month. */
const LATE_WITH_TOTALS = 'Casa Lumbre';

/**
 * A client's sales by month and currency, so that its programs have about their usual share of them. Whole months only. Where a program pays
 * rewards in a currency it does not sell in, there is no total.
 */
export function clientTotals(data: SandboxData, truth: readonly TruthRow[]): ClientTotal[] {
  const lastDay = partsOfDay(data.range.last + 1);
  const runningMonth = isoDay(data.range.last + 1).slice(0, 7);
  const lastMonth = isoDay(data.range.last + 1 - lastDay.date).slice(0, 7);
  const sums = new Map<
    string,
    {
      client: string;
      month: string;
      currency: string;
      revenue: number;
      orders: number;
      b2b: boolean;
    }
  >();
  for (const row of truth) {
    const program = PROGRAMS.find(
      ({ account, network }) => account === row.account && network === row.network,
    );
    if (program === undefined || row.revenue === 0 || row.month >= runningMonth) continue;
    if (program.client === LATE_WITH_TOTALS && row.month === lastMonth) continue;
    const key = `${program.client} ${row.month} ${row.currency}`;
    const sum = sums.get(key) ?? {
      client: program.client,
      month: row.month,
      currency: row.currency,
      revenue: 0,
      orders: 0,
      b2b: false,
    };
    sum.revenue += row.revenue;
    sum.orders += row.orders;
    sum.b2b ||= program.model === 'b2b';
    sums.set(key, sum);
  }
  return [...sums.values()].map(({ client, month, currency, revenue, orders, b2b }) => {
    const place = CLIENTS.findIndex(({ name }) => name === client);
    const usual = CLIENTS[place]?.affiliateShare ?? 0.1;
    const share =
      usual * (0.85 + 0.3 * unitOf(data.seed, 1101, place, Number(month.replace('-', ''))));
    const all = Math.round(orders / share);
    return {
      client,
      month,
      currency,
      revenue: Math.round(revenue / share),
      orders: all,
      newCustomers: b2b ? Math.round(all * 0.08) : null,
    };
  });
}
