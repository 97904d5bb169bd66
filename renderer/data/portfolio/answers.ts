import type { Metric, QueryAnswer, QueryRow } from '../../../shared/domain/query';

/** Has every day been read of which this metric was asked? What a source never offers is not whole. */
export function isWholeFor({ coverage }: QueryAnswer, metric: Metric): boolean {
  const lines = coverage.filter((line) => line.metric === metric);
  return (
    lines.length > 0 && lines.every(({ state }) => state === 'complete' || state === 'assumed')
  );
}

/** The sum of a metric over rows: amounts of one currency, or counts. Null when no row has one. */
export function valueIn(
  rows: readonly QueryRow[],
  metric: Metric,
  currency: string | null,
): number | null {
  let sum: number | null = null;
  for (const row of rows) {
    const value = row[metric];
    const amount =
      typeof value === 'number'
        ? value
        : typeof value === 'object' && value !== null && value.currency === currency
          ? value.amountMinor
          : null;
    if (amount !== null) sum = (sum ?? 0) + amount;
  }
  return sum;
}
