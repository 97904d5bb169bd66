import { metricDefinitions } from '../domain/metrics';
import { metricSchema } from '../domain/query';

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
