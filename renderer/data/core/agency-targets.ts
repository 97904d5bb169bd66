import type { FieldValue } from '../../../shared/ipc/desk-records';
import { measureWords } from '../../../shared/records/measures';
import type { Agency } from './agency-shape';

/** What a goal is called: `Revenue EUR, Jul–Sep 2026`. */
export function goalName({ metric, currency, from, to }: Agency['goals'][number]): string {
  const words = measureWords[metric] ?? metric;
  return `${words}${currency === null ? '' : ` ${currency}`}, ${monthsInWords(from, to)}`;
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The months from one day to another: `Jul 2026`, `Jul–Sep 2026`, `Nov 2025–Jan 2026`. */
function monthsInWords(from: string, to: string): string {
  const monthOf = (day: string): string => monthNames[Number(day.slice(5, 7)) - 1] ?? '';
  const [firstYear, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  const last = `${monthOf(to)} ${lastYear}`;
  if (firstYear !== lastYear) return `${monthOf(from)} ${firstYear}–${last}`;
  return monthOf(from) === monthOf(to) ? last : `${monthOf(from)}–${last}`;
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
