import type { Metric } from '../../../shared/domain/query';
import { Sums } from './groups';

/** What is summed for each group; `…Known` counts contributions from which the value can be known at all. */
export const sumNames = [
  'orders',
  'ordersKnown',
  'leads',
  'leadsKnown',
  'revenue',
  'commission',
  'commissionKnown',
  'bonus',
  'fee',
  'feeKnown',
  'newCustomers',
  'renewals',
  'firstRevenue',
  'laterRevenue',
  'flagged',
  'approved',
  'declined',
  'clicks',
  'clicksKnown',
  'impressions',
  'impressionsKnown',
  'clickedOrders',
  'clickedCommission',
] as const;
export type SumName = (typeof sumNames)[number];

/** Columns of sums by slot. */
export type GroupSums = Sums<SumName>;

const sumsOfMetric: Readonly<Record<Metric, readonly SumName[]>> = {
  impressions: ['impressions', 'impressionsKnown'],
  clicks: ['clicks', 'clicksKnown'],
  orders: ['orders', 'ordersKnown'],
  leads: ['leads', 'leadsKnown'],
  revenue: ['revenue', 'ordersKnown'],
  commission: ['commission', 'commissionKnown'],
  bonus: ['bonus', 'commissionKnown'],
  networkFee: ['fee', 'feeKnown'],
  newCustomers: ['newCustomers', 'flagged', 'orders', 'ordersKnown'],
  renewals: ['renewals', 'flagged', 'orders', 'ordersKnown'],
  newCustomerRevenue: ['firstRevenue', 'flagged', 'orders', 'ordersKnown'],
  renewalRevenue: ['laterRevenue', 'flagged', 'orders', 'ordersKnown'],
  averageOrderValue: ['revenue', 'orders'],
  conversionRate: ['clickedOrders', 'clicks', 'clicksKnown', 'ordersKnown'],
  epc: ['clickedCommission', 'clicks', 'clicksKnown', 'commissionKnown'],
  effectiveCommissionRate: ['commission', 'commissionKnown', 'revenue'],
  roas: ['revenue', 'commission', 'commissionKnown', 'fee', 'feeKnown'],
  reversalRate: ['approved', 'declined'],
};

/** Makes the sums of an empty answer to these metrics. */
export function newSums(metrics: readonly Metric[]): GroupSums {
  const read = new Set(metrics.flatMap((metric) => sumsOfMetric[metric]));
  return new Sums(sumNames, (name) => read.has(name));
}

/** Which facts of a line make its group appear in an answer to these metrics. */
export interface Relevance {
  readonly orders: boolean;
  readonly leads: boolean;
  readonly revenue: boolean;
  readonly commission: boolean;
  readonly bonus: boolean;
  readonly fee: boolean;
  readonly reversal: boolean;
  readonly clicks: boolean;
  readonly impressions: boolean;
}

/** What the asked metrics need. */
export function relevanceOf(metrics: readonly Metric[]): Relevance {
  const any = (...names: Metric[]): boolean => names.some((name) => metrics.includes(name));
  return {
    orders: any(
      'orders',
      'averageOrderValue',
      'conversionRate',
      'newCustomers',
      'renewals',
      'newCustomerRevenue',
      'renewalRevenue',
    ),
    leads: any('leads'),
    revenue: any('revenue', 'averageOrderValue', 'effectiveCommissionRate', 'roas'),
    commission: any('commission', 'epc', 'effectiveCommissionRate', 'roas'),
    bonus: any('bonus'),
    fee: any('networkFee', 'roas'),
    reversal: any('reversalRate'),
    clicks: any('clicks', 'conversionRate', 'epc'),
    impressions: any('impressions'),
  };
}

/** Adds to the sum of a group. */
export function bump(values: Float64Array, slot: number, value: number): void {
  values[slot] = (values[slot] ?? 0) + value;
}
