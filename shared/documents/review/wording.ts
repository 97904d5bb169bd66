import type { Metric } from '../../domain/query';
import type { ProgramModel } from '../../domain/vocabulary';
import { calendarDate, parseDay } from '../../kernel/days';
import { minorDigits } from '../../kernel/money';

/** Keeps a figure and its unit on one line. */
const tie = '\u00A0';
export const minus = '−';
export const unknown = '–';

const symbols: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', JPY: '¥' };

/** `1,234.50`: thousands by commas, so many decimals, a real minus sign. The same on every machine. */
export function decimal(value: number, digits: number): string {
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && Number(fixed) !== 0 ? minus : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** `€1,234` or `CHF 1,234`, with so many decimals of the major unit. */
export function money(amountMinor: number, currency: string, digits = minorDigits(currency)): string {
  const major = amountMinor / 10 ** minorDigits(currency);
  const symbol = symbols[currency] ?? currency + tie;
  const words = decimal(Math.abs(major), digits);
  return (major < 0 && Number(words.replaceAll(',', '')) !== 0 ? minus : '') + symbol + words;
}

/** Short for cards and titles: `€1.24 M`, `€124.3 k`, `€9,812`. */
export function shortMoney(amountMinor: number, currency: string): string {
  const scale = 10 ** minorDigits(currency);
  const major = Math.abs(amountMinor) / scale;
  if (major >= 999_950) return `${money((amountMinor / 1e6), currency, 2)}${tie}M`;
  if (major >= 10_000) return `${money(amountMinor / 1e3, currency, 1)}${tie}k`;
  return money(amountMinor, currency, 0);
}

/** An amount in a column whose head names the currency: whole major units. */
export function wholeAmount(amountMinor: number, currency: string): string {
  return decimal(amountMinor / 10 ** minorDigits(currency), 0);
}

/** `12.3 %` of a ratio. */
export function percent(ratio: number, digits = 1): string {
  return `${decimal(ratio * 100, digits)}${tie}%`;
}

/** `22 November 2026`. */
export function longDate(day: string): string {
  const parsed = parseDay(day);
  if (parsed === null) return day;
  const { year, month, dayOfMonth } = calendarDate(parsed);
  return `${String(dayOfMonth)}${tie}${monthNames[month - 1] ?? ''}${tie}${String(year)}`;
}

/** `22 Nov 2026`. */
export function shortDate(day: string): string {
  const parsed = parseDay(day);
  if (parsed === null) return day;
  const { year, month, dayOfMonth } = calendarDate(parsed);
  return `${String(dayOfMonth)}${tie}${(monthNames[month - 1] ?? '').slice(0, 3)}${tie}${String(year)}`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `September` of `2026-09`. */
export function monthName(month: string): string {
  return monthNames[Number(month.slice(5, 7)) - 1] ?? month;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `1 partner`, `2 partners`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${decimal(count, 0)}${tie}${count === 1 ? one : many}`;
}

/** What a conversion is called in a model. */
export function conversions(model: ProgramModel): string {
  return model === 'retail' ? 'orders' : 'payments';
}

export function modelName(model: ProgramModel): string {
  return model === 'retail' ? 'Retail' : 'B2B';
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

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
    definition: () => 'Sale value of all transactions that are pending or approved, as the network reports it.',
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
    definition: () => 'Clicks of the network’s own traffic report, in the program’s own currency column.',
    more: 'good',
  },
  conversionRate: {
    unit: 'ratio',
    label: () => 'Conversion rate',
    definition: (model) => `${capital(conversions(model))} ÷ clicks, over sources whose clicks are known.`,
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
    definition: () => 'Commission of all transactions that are pending or approved, bonuses and rewards included.',
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
    definition: () => 'Tracked revenue ÷ (commission + network fee). Agency fees and placements are not included.',
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
    definition: () =>
      'Declined value ÷ (approved + declined value). Young orders are still undecided, so recent quarters look better than they will end.',
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

const partnerTypeNames: Readonly<Record<string, string>> = {
  content: 'Content',
  creator: 'Creator',
  coupon: 'Coupon',
  cashback: 'Cashback',
  'browser-software': 'Browser software',
  email: 'E-mail',
  search: 'Search',
  display: 'Display',
  'sub-network': 'Sub-network',
  technology: 'Technology',
  'brand-to-brand': 'Brand to brand',
  'b2b-referral': 'B2B referral',
  other: 'Other',
};

/** A partner type in words; null is 'Not classified'. */
export function partnerTypeName(type: string | null): string {
  if (type === null || type === '') return 'Not classified';
  return partnerTypeNames[type] ?? type;
}
