import type { Metric } from '../../domain/query';
import type { ProgramModel } from '../../domain/vocabulary';
import { minorDigits } from '../../kernel/money';
import {
  capital,
  conversions,
  decimal,
  money,
  percent,
  shortMoney,
  unknown,
  wholeAmount,
} from './wording';

type Unit = 'money' | 'price' | 'count' | 'ratio' | 'times';

interface MetricWords {
  readonly unit: Unit;
  readonly label: (model: ProgramModel) => string;
  readonly definition: (model: ProgramModel) => string;
  /** Is more of it good for the client, bad, or neither? */
  readonly more: 'good' | 'bad' | 'neither';
}

/** How each figure reads in a document, and what it is. */
export const metricWords: Readonly<Record<Exclude<Metric, 'impressions'>, MetricWords>> = {
  revenue: {
    unit: 'money',
    label: () => 'Tracked revenue',
    definition: () =>
      'Sale value of all transactions that are pending or approved, as the network reports it.',
    more: 'good',
  },
  orders: {
    unit: 'count',
    label: (model) => (model === 'retail' ? 'Orders' : 'Payments'),
    definition: (model) =>
      model === 'retail'
        ? 'Transactions of every type but leads and bonuses, pending or approved.'
        : 'Payments of referred customers, first and recurring, pending or approved.',
    more: 'good',
  },
  averageOrderValue: {
    unit: 'price',
    label: (model) => (model === 'retail' ? 'Average order value' : 'Average payment'),
    definition: (model) => `Tracked revenue ÷ ${conversions(model)}.`,
    more: 'good',
  },
  clicks: {
    unit: 'count',
    label: () => 'Clicks',
    definition: () =>
      'Clicks of the network’s own traffic report, in the program’s own currency column.',
    more: 'good',
  },
  conversionRate: {
    unit: 'ratio',
    label: () => 'Conversion rate',
    definition: (model) =>
      `${capital(conversions(model))} ÷ clicks, over sources whose clicks are known.`,
    more: 'good',
  },
  epc: {
    unit: 'price',
    label: () => 'Earnings per click',
    definition: () => 'Commission ÷ clicks (per one click), over sources whose clicks are known.',
    more: 'neither',
  },
  commission: {
    unit: 'money',
    label: () => 'Commission',
    definition: () =>
      'Commission of all transactions that are pending or approved, bonuses and rewards included.',
    more: 'neither',
  },
  bonus: {
    unit: 'money',
    label: () => 'of which bonuses',
    definition: () => 'Commission of bonus transactions.',
    more: 'neither',
  },
  networkFee: {
    unit: 'money',
    label: () => 'Network fee',
    definition: () => 'The network’s own fee where it reports one.',
    more: 'neither',
  },
  effectiveCommissionRate: {
    unit: 'ratio',
    label: () => 'Effective commission rate',
    definition: () => 'Commission ÷ tracked revenue, bonuses included.',
    more: 'neither',
  },
  roas: {
    unit: 'times',
    label: () => 'Return on spend',
    definition: () =>
      'Tracked revenue ÷ (commission + network fee). Agency fees and placements are not included.',
    more: 'good',
  },
  newCustomers: {
    unit: 'count',
    label: () => 'New customers',
    definition: (model) =>
      model === 'retail'
        ? 'Transactions that the network marks as a new customer’s; unknown where it marks none.'
        : 'Customers whose first payment is in the period.',
    more: 'good',
  },
  renewals: {
    unit: 'count',
    label: () => 'Renewal payments',
    definition: () => 'Payments of customers who had paid before.',
    more: 'good',
  },
  leads: {
    unit: 'count',
    label: () => 'Leads',
    definition: () => 'Transactions of the type lead, pending or approved.',
    more: 'good',
  },
  reversalRate: {
    unit: 'ratio',
    label: () => 'Reversal rate',
    definition: (model) =>
      `Declined value ÷ (approved + declined value). Young ${conversions(model)} are still undecided, so recent quarters look better than they will end.`,
    more: 'bad',
  },
};

export type ReviewMetric = keyof typeof metricWords;

/** A figure in words for cards, titles and sentences. */
export function figureWords(metric: ReviewMetric, value: number, currency: string): string {
  switch (metricWords[metric].unit) {
    case 'money':
      return shortMoney(value, currency);
    case 'price':
      return money(value, currency);
    case 'count':
      return decimal(value, 0);
    case 'ratio':
      return percent(value);
    case 'times':
      return `${decimal(value, 1)}×`;
  }
}

/** A figure in a table's column, whose head names the currency. */
export function cellWords(metric: ReviewMetric, value: number | null, currency: string): string {
  if (value === null) return unknown;
  switch (metricWords[metric].unit) {
    case 'money':
      return wholeAmount(value, currency);
    case 'price':
      return decimal(value / 10 ** minorDigits(currency), minorDigits(currency));
    default:
      return figureWords(metric, value, currency);
  }
}

/** The value of a goal's or promise's measure; money needs its currency to be worded. */
export function measureWords(measure: string, value: number, currency: string | null): string {
  if (measure === 'shareOfSales' || measure === 'pendingShare') return percent(value);
  const metric = asReviewMetric(measure);
  if (metric === null) return decimal(value, 0);
  const unit = metricWords[metric].unit;
  if (currency === null && (unit === 'money' || unit === 'price')) return decimal(value / 100, 0);
  return figureWords(metric, value, currency ?? '');
}

/** What a goal or promise is measured by, in words. */
export function measureName(measure: string, model: ProgramModel): string {
  if (measure === 'shareOfSales') return 'share of the client’s sales';
  if (measure === 'activePartners') return 'active partners';
  if (measure === 'pendingShare') return 'share still pending';
  const metric = asReviewMetric(measure);
  return metric === null ? measure : metricWords[metric].label(model).toLowerCase();
}

function asReviewMetric(measure: string): ReviewMetric | null {
  const known = Object.keys(metricWords).find((metric) => metric === measure);
  return known === undefined ? null : (known as ReviewMetric);
}
