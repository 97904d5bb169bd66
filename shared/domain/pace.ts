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
  const amounts = Array.from({ length: days }, (_, at) => lastYear(period.from + at - daysBefore));
  const share = shareReached(amounts, passed);
  return share === null ? { share: passed / days, basis: 'even' } : { share, basis: 'last-year' };
}

/** What the first `passed` of a stretch's daily amounts are of them all; null without them, or with nothing in them. */
export function shareReached(amounts: readonly (number | null)[], passed: number): number | null {
  let total = 0;
  let toDate = 0;
  for (const [at, amount] of amounts.entries()) {
    if (amount === null || amount < 0) return null;
    total += amount;
    if (at < passed) toDate += amount;
  }
  return total > 0 ? toDate / total : null;
}

/** Between which shares a period's amount to date usually is. */
export interface PaceBand {
  readonly low: number;
  readonly high: number;
}

/**
 * The spread of the shares that past stretches of the same length had reached by the same day, last year's included where
 * the expected share is made of it. Null with fewer than two: one is no spread.
 */
export function paceBand(
  expected: ExpectedShare,
  past: readonly (number | null)[],
): PaceBand | null {
  const known = past.filter((share) => share !== null);
  if (expected.basis === 'last-year') known.push(expected.share);
  return known.length < 2 ? null : { low: Math.min(...known), high: Math.max(...known) };
}

/** How many past stretches a band looks at. */
export const bandStretches = 4;

/**
 * The `back`-th stretch of the same length before a period, moved by whole weeks so that weekdays stand where they stood.
 */
export function pastStretch({ from, to }: Days, back: number): Days {
  const step = Math.ceil((to - from + 1) / 7) * 7;
  return { from: from - back * step, to: to - back * step };
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
