import type { Day } from '../kernel/days';

/** A stretch of days; both ends belong to it. */
interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** How much of a period's whole should be there by a day. */
export interface ExpectedShare {
  /** 0 before the period, 1 on its last day and after. */
  readonly share: number;
  /** `last-year`: by last year's daily amounts. `even`: every day counts the same, because last year is not known. */
  readonly basis: 'last-year' | 'even';
}

/** Fifty-two weeks: the same weekday a year before, which is what sales follow. */
const daysBefore = 364;

/**
 * The share of a period's amount that is expected to the end of a day: the sum of last year's daily shares (the same
 * weekdays, 52 weeks before). `lastYear` gives the amount of a day, any unit; null where a day is not known. Without a
 * whole last year, or with nothing sold in it, every day counts the same.
 */
export function expectedShare(
  period: Days,
  through: Day,
  lastYear: (day: Day) => number | null,
): ExpectedShare {
  const days = period.to - period.from + 1;
  const passed = Math.min(days, Math.max(0, through - period.from + 1));
  const even: ExpectedShare = { share: passed / days, basis: 'even' };
  let total = 0;
  let toDate = 0;
  for (let index = 0; index < days; index += 1) {
    const amount = lastYear(period.from + index - daysBefore);
    if (amount === null || amount < 0) return even;
    total += amount;
    if (index < passed) toDate += amount;
  }
  return total > 0 ? { share: toDate / total, basis: 'last-year' } : even;
}

/** A goal against what is there of it. */
export interface Pace {
  /** Actual ÷ (target × expected share): 1 is on pace. */
  readonly ratio: number;
  /** Actual ÷ expected share: what the whole period comes to, if it goes on so. */
  readonly projected: number;
  readonly expected: ExpectedShare;
}

/**
 * The pace of an amount that adds up over the period's days. Null when nothing is expected yet or the target is not above
 * zero. A ratio (such as a share of sales) has no pace: compare it with its target.
 */
export function paceOf(actual: number, target: number, expected: ExpectedShare): Pace | null {
  if (expected.share <= 0 || target <= 0) return null;
  return {
    ratio: actual / (target * expected.share),
    projected: actual / expected.share,
    expected,
  };
}
