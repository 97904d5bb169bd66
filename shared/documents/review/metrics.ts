import type { ProgramModel } from '../../domain/vocabulary';
import { minorDigits } from '../../kernel/money';
import type { AgreedMeasure, ReviewMetric } from './data';
import { unknown, type Wording } from './wording';

type Unit = 'money' | 'price' | 'count' | 'ratio' | 'times';

/** What kind of number a figure is, and whether more of it is good for the client. */
interface MetricMeaning {
  readonly unit: Unit;
  readonly more: 'good' | 'bad' | 'neither';
  /** Decimals beyond those that its unit has, where the figure is small by nature. */
  readonly finer?: 1;
}

export type { ReviewMetric } from './data';

export const metricMeaning: Readonly<Record<ReviewMetric, MetricMeaning>> = {
  revenue: { unit: 'money', more: 'good' },
  orders: { unit: 'count', more: 'good' },
  averageOrderValue: { unit: 'price', more: 'good' },
  clicks: { unit: 'count', more: 'good' },
  conversionRate: { unit: 'ratio', more: 'good', finer: 1 },
  epc: { unit: 'price', more: 'neither', finer: 1 },
  commission: { unit: 'money', more: 'neither' },
  bonus: { unit: 'money', more: 'neither' },
  networkFee: { unit: 'money', more: 'neither' },
  effectiveCommissionRate: { unit: 'ratio', more: 'neither' },
  roas: { unit: 'times', more: 'good' },
  newCustomers: { unit: 'count', more: 'good' },
  renewals: { unit: 'count', more: 'good' },
  leads: { unit: 'count', more: 'good' },
  reversalRate: { unit: 'ratio', more: 'bad' },
};

export const reviewMetrics = Object.keys(metricMeaning) as readonly ReviewMetric[];

/** A figure in words for cards, titles and sentences. */
export function figureWords(
  w: Wording,
  metric: ReviewMetric,
  value: number,
  currency: string,
): string {
  const { unit, finer = 0 } = metricMeaning[metric];
  switch (unit) {
    case 'money':
      return w.shortMoney(value, currency);
    case 'price':
      return w.money(value, currency, minorDigits(currency) + finer);
    case 'count':
      return w.decimal(value, 0);
    case 'ratio':
      return w.percent(value, 1 + finer);
    case 'times':
      return `${w.decimal(value, 1)}×`;
  }
}

/** A figure in a table's column, whose head names the currency. */
export function cellWords(
  w: Wording,
  metric: ReviewMetric,
  value: number | null,
  currency: string,
): string {
  if (value === null) return unknown;
  const { unit, finer = 0 } = metricMeaning[metric];
  const digits = minorDigits(currency);
  switch (unit) {
    case 'money':
      return w.wholeAmount(value, currency);
    case 'price':
      return w.decimal(value / 10 ** digits, digits + finer);
    default:
      return figureWords(w, metric, value, currency);
  }
}

/** The value of a goal's or promise's measure; money needs its currency to be worded. */
export function measureWords(
  w: Wording,
  measure: string,
  value: number,
  currency: string | null,
): string {
  if (measure === 'shareOfSales' || measure === 'pendingShare') return w.percent(value);
  const metric = asReviewMetric(measure);
  const isPart = measure === 'newCustomerRevenue' || measure === 'renewalRevenue';
  if (metric === null && !isPart) return w.decimal(value, 0);
  // A part of revenue is worded as revenue is.
  const worded = metric ?? 'revenue';
  const { unit } = metricMeaning[worded];
  if (currency === null && (unit === 'money' || unit === 'price')) return w.decimal(value / 100, 0);
  return figureWords(w, worded, value, currency ?? '');
}

/** What a goal or promise is measured by, in words. */
export function measureName(w: Wording, measure: string, model: ProgramModel): string {
  const metric = asReviewMetric(measure);
  if (metric !== null) return w.t.metrics[metric].label[model];
  return isOtherMeasure(w, measure) ? w.t.measures[measure][model] : measure;
}

/** `Active partners, from 41 to 61`, with what of it was agreed; empty for no measure. */
export function agreedWords(w: Wording, agreed: AgreedMeasure | null): string {
  if (agreed === null) return '';
  const value = (amount: number | null): string | null =>
    amount === null ? null : measureWords(w, agreed.metric, amount, agreed.currency);
  const name = measureName(w, agreed.metric, agreed.model);
  return w.t.commitments.measure(name, value(agreed.baseline), value(agreed.target));
}

function isOtherMeasure(w: Wording, measure: string): measure is keyof Wording['t']['measures'] {
  return Object.hasOwn(w.t.measures, measure);
}

/** A measure as one of the review's figures; null for any other. */
export function asReviewMetric(measure: string): ReviewMetric | null {
  return reviewMetrics.find((metric) => metric === measure) ?? null;
}
