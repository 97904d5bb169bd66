import { partnerTypeName } from '../../shared/domain/partner-type-names';
import { metricDefinitions } from '../../shared/domain/metrics';
import type { CoverageLine, Dimension, Metric } from '../../shared/domain/query';
import type { ExploreGroup } from '../../shared/domain/explore';
import type { Status } from '../../shared/domain/vocabulary';
import { parseDay } from '../../shared/kernel/days';
import { minorDigits } from '../../shared/kernel/money';
import {
  formatAmount,
  formatCount,
  formatNumber,
  formatPercent,
  formatShortAmount,
  formatShortCount,
} from './format';
import { formatDayInWords, formatDayOfYear, formatDayRange, formatMonth } from './times';
import { modelName, networkName } from './words';

/** What each dimension is called. */
export const dimensionLabels: Readonly<Record<Dimension, string>> = {
  client: 'Client',
  program: 'Program',
  account: 'Account',
  network: 'Network',
  partner: 'Partner',
  partnerType: 'Partner type',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
};

export const statusLabels: Readonly<Record<Status, string>> = {
  pending: 'Pending',
  approved: 'Approved',
  declined: 'Declined',
  deleted: 'Deleted',
  unknown: 'Unknown',
};

/** A name in a table: `Jul 2026` of a month, `Coupon` of a type; what has no name is said. */
export function nameInWords(dimension: Dimension, name: string | null): string {
  if (name === null) return dimension === 'partner' ? 'No partner named' : 'Not known';
  switch (dimension) {
    case 'day': {
      const day = parseDay(name);
      return day === null ? name : formatDayInWords(day);
    }
    case 'month':
      return formatMonth(name);
    case 'quarter':
      return name.split('-').reverse().join(' ');
    case 'week':
      return name.replace('-W', ', week ');
    case 'partnerType':
      return partnerTypeName(name);
    case 'network':
      return networkName(name);
    default:
      return name;
  }
}

/** A stretch of time for an axis, as short as can be. */
export function timeInShort(dimension: Dimension, name: string): string {
  if (dimension === 'day') {
    const day = parseDay(name);
    return day === null ? name : formatDayOfYear(day);
  }
  return dimension === 'week' ? name.replace(/^\d{4}-/, '') : nameInWords(dimension, name);
}

/**
 * The words of a metric over figures of a model, or of several: payments, not orders, in B2B, and `Orders / payments` of both.
 * Without any model it may be of both.
 */
export function metricLabel(metric: Metric, model: string | readonly string[]): string {
  const { label, labelB2b, labelMixed } = metricDefinitions[metric];
  if (labelB2b === undefined) return label;
  const models = typeof model === 'string' ? [model] : model;
  const isB2b = models.includes('b2b');
  if (isB2b !== models.some((each) => each !== 'b2b')) return isB2b ? labelB2b : label;
  return labelMixed ?? `${label} / ${labelB2b.charAt(0).toLowerCase()}${labelB2b.slice(1)}`;
}

/** Writes values of a metric; amounts are in minor units of the currency, and the code stands elsewhere. */
export function valueWords(metric: Metric, currency: string | null): (value: number) => string {
  const { unit } = metricDefinitions[metric];
  if (metric === 'roas') return (value) => `${formatNumber(value, 2)}\u00a0×`;
  if (unit === 'ratio') return (value) => formatPercent(value, 2);
  if (unit === 'count') return formatCount;
  // A click earns cents: two decimals would hide most of it.
  if (metric === 'epc')
    return (value) => formatNumber(value / 10 ** minorDigits(currency ?? 'USD'), 3);
  return (value) => formatAmount({ amountMinor: value, currency: currency ?? 'USD' });
}

/** The same, short for an axis or a card. */
export function shortWords(
  metric: Metric,
  currency: string | null,
  leastDigits = 3,
): (value: number) => string {
  const { unit } = metricDefinitions[metric];
  if (unit === 'count') return (value) => formatShortCount(value, leastDigits);
  if (unit === 'money') {
    const isSmall = metric === 'epc' || metric === 'averageOrderValue';
    if (isSmall) return valueWords(metric, currency);
    return (value) =>
      formatShortAmount({ amountMinor: value, currency: currency ?? 'USD' }, leastDigits);
  }
  if (metric === 'roas') return (value) => `${formatNumber(value, 1)}\u00a0×`;
  return (value) => formatPercent(value, metric === 'conversionRate' ? 2 : 1);
}

/** `EUR, retail`, as words beside a figure. */
export function groupWords({ model, currency }: ExploreGroup): string {
  return currency === null ? modelName(model) : `${currency} · ${modelName(model)}`;
}

/** An amount in major units as exact decimal text for a file. */
export function plainAmount(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(Number.isInteger(amountMinor) ? digits : digits + 4);
}

const quotients: readonly Metric[] = [
  'averageOrderValue',
  'conversionRate',
  'epc',
  'effectiveCommissionRate',
  'roas',
  'reversalRate',
];

/** Why a value is missing: the words for its place and the reason. */
export function missing(
  metric: Metric,
  coverage: readonly CoverageLine[],
): { readonly words: string; readonly reason: string } {
  const lines = coverage.filter((line) => line.metric === metric);
  const gap =
    lines.find(({ state }) => state === 'failed') ??
    lines.find(({ state }) => state === 'partial') ??
    lines.find(({ state }) => state === 'not-offered');
  if (quotients.includes(metric) && gap === undefined) {
    return { words: 'n/a', reason: 'There is nothing to divide by.' };
  }
  if (gap === undefined) return { words: '–', reason: 'The network gives no such figure.' };
  const note = gap.note === undefined ? '' : `: ${gap.note}`;
  if (gap.state === 'not-offered') {
    return { words: '–', reason: `The network does not report this${note}.` };
  }
  const did = gap.state === 'failed' ? 'could not be read' : 'has not been read completely';
  return { words: '–', reason: `${gap.program} ${did}${note}.` };
}

/** Which days a table is about, such as `1 Jul – 30 Sep 2026`. */
export function daysInWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [parseDay(from), parseDay(to)];
  return first === null || last === null ? '' : formatDayRange(first, last);
}
