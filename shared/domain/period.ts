import { addMonths, formatDay, parseDay, startOfMonth, type Day } from '../kernel/days';
import { DeskError } from '../kernel/result';
import { defaultCalendar, type ClientCalendar } from '../records/clients/client';
import {
  addQuarters,
  fiscalQuarter,
  fiscalQuarterOf,
  type FiscalQuarter,
  type Period,
} from './calendar';

/** A period that a review is about, and how its neighbors are found. */
export interface ReviewPeriod extends Period {
  /** `calendar-quarter`: of the common year. `fiscal-quarter`: of the client's. `range`: any days. */
  readonly kind: 'calendar-quarter' | 'fiscal-quarter' | 'range';
}

/**
 * Reads `2026-Q3` (a quarter of the calendar year), `FY2026-Q3` (of the client's fiscal year) or `DATE..DATE` (both days
 * inclusive). Throws BAD_PERIOD with what is expected.
 */
export function parsePeriod(text: string, calendar: ClientCalendar): ReviewPeriod {
  const quarter = /^(FY)?(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const isFiscal = quarter[1] !== undefined;
    const found = fiscalQuarter(
      isFiscal ? calendar : defaultCalendar,
      Number(quarter[2]),
      Number(quarter[3]),
    );
    return periodOf(found, isFiscal);
  }
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  const from = range ? parseDay(range[1] ?? '') : null;
  const to = range ? parseDay(range[2] ?? '') : null;
  if (from === null || to === null || from > to) {
    throw new DeskError(
      'BAD_PERIOD',
      `'${text}' is not a period. Expected 2026-Q3, FY2026-Q3 or 2026-07-01..2026-09-30.`,
    );
  }
  return rangeOf(from, to);
}

/**
 * The name of a period for people, from its label: `Q3 FY2026` of `FY2026-Q3`, `Q3 2026` of `2026-Q3`. Null for a range of
 * days, which its days name best, and for every other text.
 */
export function quarterName(label: string): string | null {
  const [, year, quarter] = /^((?:FY)?\d{4})-(Q[1-4])$/.exec(label) ?? [];
  return year === undefined || quarter === undefined ? null : `${quarter} ${year}`;
}

/** The client's fiscal quarter that ended last before a day: what a review is usually about. */
export function lastFinishedQuarter(calendar: ClientCalendar, today: Day): ReviewPeriod {
  return periodOf(addQuarters(calendar, fiscalQuarterOf(calendar, today), -1), true);
}

/** The period before this one: the quarter before, or as many days (whole months: as many months) before a range. */
export function previousPeriod(period: ReviewPeriod, calendar: ClientCalendar): ReviewPeriod {
  if (period.kind !== 'range') return shifted(period, calendar, -1);
  const months = wholeMonths(period);
  if (months !== null) return rangeOf(addMonths(period.from, -months), period.from - 1);
  return rangeOf(period.from - (period.to - period.from + 1), period.from - 1);
}

/** The period after this one: the quarter after, or as many days (whole months: as many months) after a range. */
export function nextPeriod(period: ReviewPeriod, calendar: ClientCalendar): ReviewPeriod {
  if (period.kind !== 'range') return shifted(period, calendar, 1);
  const months = wholeMonths(period);
  if (months !== null) return rangeOf(period.to + 1, addMonths(period.to + 1, months) - 1);
  return rangeOf(period.to + 1, period.to + 1 + (period.to - period.from));
}

/** The same period one year earlier: the same fiscal quarter, or the same dates. */
export function samePeriodLastYear(period: ReviewPeriod, calendar: ClientCalendar): ReviewPeriod {
  if (period.kind !== 'range') return shifted(period, calendar, -4);
  const months = wholeMonths(period);
  const to = months === null ? addMonths(period.to, -12) : addMonths(period.to + 1, -12) - 1;
  return rangeOf(addMonths(period.from, -12), to);
}

/** So many periods that end with this one, oldest first. */
export function trendPeriods(
  period: ReviewPeriod,
  calendar: ClientCalendar,
  count = 6,
): ReviewPeriod[] {
  const periods = [period];
  while (periods.length < count) {
    periods.unshift(previousPeriod(periods[0] ?? period, calendar));
  }
  return periods;
}

function periodOf({ label, from, to }: FiscalQuarter, isFiscal: boolean): ReviewPeriod {
  return isFiscal
    ? { label, from, to, kind: 'fiscal-quarter' }
    : { label: label.slice('FY'.length), from, to, kind: 'calendar-quarter' };
}

function rangeOf(from: Day, to: Day): ReviewPeriod {
  return { label: `${formatDay(from)}..${formatDay(to)}`, from, to, kind: 'range' };
}

function shifted(period: ReviewPeriod, calendar: ClientCalendar, quarters: number): ReviewPeriod {
  const isFiscal = period.kind === 'fiscal-quarter';
  const years = isFiscal ? calendar : defaultCalendar;
  return periodOf(addQuarters(years, fiscalQuarterOf(years, period.from), quarters), isFiscal);
}

/** How many whole calendar months a range is; null when it is not made of whole months. */
function wholeMonths({ from, to }: Period): number | null {
  if (startOfMonth(from) !== from || startOfMonth(to + 1) !== to + 1) return null;
  let months = 1;
  while (addMonths(from, months) <= to) months += 1;
  return months;
}
