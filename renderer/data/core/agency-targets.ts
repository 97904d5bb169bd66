import type { FieldValue } from '../../../shared/ipc/desk-records';
import { monthsInWords } from '../../../shared/kernel/month-words';
import { measureWords } from '../../../shared/records/measures';
import type { Agency } from './agency-shape';

/** What a goal is called: `Revenue EUR, Jul–Sep 2026`. */
export function goalName({
  metric,
  currency,
  from,
  to,
}: Pick<Agency['goals'][number], 'metric' | 'currency' | 'from' | 'to'>): string {
  const words = measureWords[metric] ?? metric;
  return `${words}${currency === null ? '' : ` ${currency}`}, ${monthsInWords(from, to)}`;
}

/** The target of a goal as the record keeps it: a share, a count or an amount. */
export function targetOf({
  unit,
  target,
  currency,
}: Agency['goals'][number]): Record<string, FieldValue | undefined> {
  if (unit === 'percent') return { target: target / 100 };
  if (unit === 'count' || currency === null) return { target };
  return { targetMoney: { amountMinor: Math.round(target), currency } };
}

const moneyMeasures: readonly string[] = ['revenue', 'commission', 'bonus', 'networkFee'];

/** What a promise starts from; nothing where it is no figure, or an amount of which the currency isn't known. */
export function baselineOf(
  { metric, baseline }: Agency['commitments'][number],
  currency: string | undefined,
): Record<string, FieldValue | undefined> {
  if (baseline === null || metric === null) return {};
  if (!moneyMeasures.includes(metric)) return { baseline };
  return currency === undefined ? {} : { baselineMoney: { amountMinor: baseline, currency } };
}
