import { metricDefinitions } from '../domain/metrics';
import { metricSchema } from '../domain/query';
import type { FieldValue } from '../ipc/desk-records';
import type { FieldDefinition } from './definition';

/** Shares and counts that are worked out from several metrics. */
const composedWords: Readonly<Record<string, string>> = {
  shareOfSales: 'Affiliate share of sales',
  activePartners: 'Active partners',
  pendingShare: 'Pending share',
};

/** What goals and promises are measured by: every metric, and what is composed of several. */
export const measures: readonly string[] = [...metricSchema.options, ...Object.keys(composedWords)];

/** What measures are called. */
export const measureWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    metricSchema.options.map((metric) => [metric, metricDefinitions[metric].label]),
  ),
  ...composedWords,
};

/** Measures that are parts of one, which people write in percent. */
const shares: ReadonlySet<unknown> = new Set([
  'conversionRate',
  'effectiveCommissionRate',
  'reversalRate',
  'shareOfSales',
  'pendingShare',
]);

/** A field as it stands in one record: a number of which another field says that it measures a share is one. */
export function fieldIn(
  fields: Readonly<Record<string, FieldDefinition>>,
  name: string,
  valueOf: (field: string) => FieldValue | undefined,
): FieldDefinition | undefined {
  const field = fields[name];
  if (field?.measuredBy === undefined || !shares.has(valueOf(field.measuredBy))) return field;
  return { ...field, unit: '%', isShare: true, expects: 'a share in percent, such as 12' };
}

/** 0.07 is 7 percent, not the 7.000000000000001 that comes of it in binary. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}

/** 7 percent are 0.07. */
export function shareOf(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}
