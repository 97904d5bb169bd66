import { metricSchema } from '../domain/query';

/** What goals and promises are measured by: every metric, and shares worked out from several. */
export const measures: readonly string[] = [
  ...metricSchema.options,
  'shareOfSales',
  'activePartners',
  'pendingShare',
];
