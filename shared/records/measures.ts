import { metricSchema } from '../domain/query';

/** Parts of revenue, of which documents don't speak by themselves. */
const parts: readonly string[] = ['newCustomerRevenue', 'renewalRevenue'];

/** What goals and promises are measured by: every metric of which documents speak, and shares worked out from several. */
export const measures: readonly string[] = [
  ...metricSchema.options.filter((metric) => !parts.includes(metric)),
  'shareOfSales',
  'activePartners',
  'pendingShare',
];
