import type { Metric } from './query';

/** What kind of number a metric is; money has one value per currency. */
export type MetricUnit = 'count' | 'money' | 'ratio';

/** What a metric is counted from. */
export type MetricBasis = 'transactions' | 'traffic' | 'both';

export interface MetricDefinition {
  readonly metric: Metric;
  readonly label: string;
  /** The word for the same thing in a B2B program, where it differs. */
  readonly labelB2b?: string;
  /** The words for both at once, where `label / labelB2b` would be too long. */
  readonly labelMixed?: string;
  readonly unit: MetricUnit;
  readonly basis: MetricBasis;
  /** One sentence for a reader of a report. */
  readonly definition: string;
  /** True where the value is an amount, or a quotient of two amounts of one currency. */
  readonly perCurrency: boolean;
}

const tracked = 'pending and approved unless other statuses are asked for';

/** The data dictionary of everything that can be asked of the facts. */
export const metricDefinitions: Readonly<Record<Metric, MetricDefinition>> = {
  impressions: {
    metric: 'impressions',
    label: 'Impressions',
    unit: 'count',
    basis: 'traffic',
    definition: 'Views of ads as the network reports them by day.',
    perCurrency: false,
  },
  clicks: {
    metric: 'clicks',
    label: 'Clicks',
    unit: 'count',
    basis: 'traffic',
    definition: 'Clicks as the network reports them by day.',
    perCurrency: false,
  },
  orders: {
    metric: 'orders',
    label: 'Orders',
    labelB2b: 'Payments',
    unit: 'count',
    basis: 'transactions',
    definition: `Sales and customer payments by transaction date, ${tracked}; leads and bonuses are not orders.`,
    perCurrency: false,
  },
  leads: {
    metric: 'leads',
    label: 'Leads',
    unit: 'count',
    basis: 'transactions',
    definition: `Leads by transaction date, ${tracked}.`,
    perCurrency: false,
  },
  revenue: {
    metric: 'revenue',
    label: 'Revenue',
    unit: 'money',
    basis: 'transactions',
    definition: `Sale amounts of all transactions by transaction date, ${tracked}.`,
    perCurrency: true,
  },
  commission: {
    metric: 'commission',
    label: 'Commission',
    labelB2b: 'Rewards',
    unit: 'money',
    basis: 'transactions',
    definition: `What partners earn, bonuses included, by transaction date, ${tracked}.`,
    perCurrency: true,
  },
  bonus: {
    metric: 'bonus',
    label: 'Bonuses',
    unit: 'money',
    basis: 'transactions',
    definition: `The part of the commission that was paid as bonus, ${tracked}.`,
    perCurrency: true,
  },
  networkFee: {
    metric: 'networkFee',
    label: 'Network fee',
    unit: 'money',
    basis: 'transactions',
    definition: `What the network charges on top of the commission, ${tracked}.`,
    perCurrency: true,
  },
  newCustomers: {
    metric: 'newCustomers',
    label: 'New customers',
    unit: 'count',
    basis: 'transactions',
    definition:
      'Retail: orders that the network flags as a new customer. B2B: payments that are a customer’s first.',
    perCurrency: false,
  },
  renewals: {
    metric: 'renewals',
    label: 'Renewals',
    unit: 'count',
    basis: 'transactions',
    definition: 'B2B: payments after a customer’s first.',
    perCurrency: false,
  },
  newCustomerRevenue: {
    metric: 'newCustomerRevenue',
    label: 'New-customer revenue',
    labelB2b: 'First-payment revenue',
    unit: 'money',
    basis: 'transactions',
    definition:
      'Retail: revenue of orders that the network flags as a new customer. B2B: revenue of payments that are a customer’s first.',
    perCurrency: true,
  },
  renewalRevenue: {
    metric: 'renewalRevenue',
    label: 'Renewal revenue',
    unit: 'money',
    basis: 'transactions',
    definition: 'B2B: revenue of payments after a customer’s first.',
    perCurrency: true,
  },
  averageOrderValue: {
    metric: 'averageOrderValue',
    label: 'Average order value',
    labelB2b: 'Average payment',
    labelMixed: 'Average order / payment',
    unit: 'money',
    basis: 'transactions',
    definition: 'Revenue ÷ orders.',
    perCurrency: true,
  },
  conversionRate: {
    metric: 'conversionRate',
    label: 'Conversion rate',
    unit: 'ratio',
    basis: 'both',
    definition: 'Orders ÷ clicks, over the sources whose clicks are known.',
    perCurrency: false,
  },
  epc: {
    metric: 'epc',
    label: 'Earnings per click',
    unit: 'money',
    basis: 'both',
    definition: 'Commission ÷ clicks (one click), over the sources whose clicks are known.',
    perCurrency: true,
  },
  effectiveCommissionRate: {
    metric: 'effectiveCommissionRate',
    label: 'Effective commission rate',
    unit: 'ratio',
    basis: 'transactions',
    definition: 'Commission ÷ revenue.',
    perCurrency: true,
  },
  roas: {
    metric: 'roas',
    label: 'Return on ad spend',
    unit: 'ratio',
    basis: 'transactions',
    definition: 'Revenue ÷ (commission + network fee).',
    perCurrency: true,
  },
  reversalRate: {
    metric: 'reversalRate',
    label: 'Reversal rate',
    unit: 'ratio',
    basis: 'transactions',
    definition: 'Revenue declined ÷ revenue approved or declined.',
    perCurrency: true,
  },
};
