import { formatDay, monthKey, parseDay, startOfMonth, addMonths } from '../../kernel/days';
import { isOver } from './compare';
import type { ReviewData, ReviewPeriod, ReviewSection, UnknownReason } from './data';

/** The affiliate share of the client's own sales, or the reason why nobody can say it. Never an estimate. */
export type ShareOfSales =
  | {
      readonly ratio: number;
      readonly total: number;
      /** Of a sales total; null where it is mixed or not said. */
      readonly basis: 'net' | 'gross' | null;
    }
  | { readonly ratio: null; readonly reason: UnknownReason };

/**
 * Sales of the section's programs ÷ the client's own total, same days, same currency. It is only said when the period
 * is made of whole calendar months, is over, and every one of its months has a total.
 */
export function shareOfSales(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  period: ReviewPeriod = data.period,
): ShareOfSales {
  const { months, reason } = monthsOver(data, period);
  if (months === null) return { ratio: null, reason };
  const totals = months.map((month) =>
    data.clientTotals.find((line) => line.month === month && line.currency === currency),
  );
  const missing = months.filter((_, index) => totals[index] === undefined);
  if (missing.length > 0) {
    const named = section.currencies.length > 1 ? currency : '';
    return { ratio: null, reason: { code: 'total-missing', months: missing, currency: named } };
  }
  const total = totals.reduce((sum, line) => sum + (line?.amountMinor ?? 0), 0);
  const revenue = section.quarters.find((quarter) => quarter.period.from === period.from)?.figures[
    currency
  ]?.revenue;
  if (revenue === null || revenue === undefined) {
    return { ratio: null, reason: { code: 'no-revenue', currency } };
  }
  if (total <= 0) return { ratio: null, reason: { code: 'total-zero' } };
  const bases = new Set(totals.map((line) => line?.basis ?? null));
  const [only] = bases;
  return {
    ratio: revenue / total,
    total,
    basis: bases.size === 1 && only ? only : null,
  };
}

/** New customers of a B2B section ÷ all new customers of the client, same months; n/a where a month's count is missing. */
export function shareOfNewCustomers(
  data: ReviewData,
  section: ReviewSection,
  period: ReviewPeriod = data.period,
): ShareOfSales {
  const { months, reason } = monthsOver(data, period);
  if (months === null) return { ratio: null, reason };
  const counts = months.map((month) => {
    const lines = data.clientTotals.filter(
      (line) => line.month === month && line.newCustomers !== null,
    );
    return lines.length === 1 ? (lines[0]?.newCustomers ?? null) : null;
  });
  const missing = months.filter((_, index) => counts[index] === null);
  if (missing.length > 0) {
    return { ratio: null, reason: { code: 'customers-missing', months: missing } };
  }
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const figures =
    section.quarters.find((quarter) => quarter.period.from === period.from)?.figures ?? {};
  const known = Object.values(figures).map((one) => one.newCustomers);
  if (known.length === 0 || known.includes(null)) {
    return { ratio: null, reason: { code: 'customers-not-said' } };
  }
  if (total <= 0) return { ratio: null, reason: { code: 'no-new-customers' } };
  const ours = known.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return { ratio: ours / total, total, basis: null };
}

type Months =
  | { readonly months: readonly string[]; readonly reason: null }
  | { readonly months: null; readonly reason: UnknownReason };

/** The whole months of a period that is over. */
function monthsOver(data: ReviewData, period: ReviewPeriod): Months {
  if (period.to >= data.period.to && !isOver(data)) {
    return { months: null, reason: { code: 'period-running', period } };
  }
  const months = wholeMonths(period);
  return months === null
    ? { months, reason: { code: 'not-whole-months' } }
    : { months, reason: null };
}

function wholeMonths(period: ReviewPeriod): string[] | null {
  const from = parseDay(period.from);
  const to = parseDay(period.to);
  if (from === null || to === null) return null;
  if (startOfMonth(from) !== from || formatDay(to + 1).slice(8) !== '01') return null;
  const months: string[] = [];
  for (let day = from; day <= to; day = addMonths(day, 1)) months.push(monthKey(day));
  return months;
}
