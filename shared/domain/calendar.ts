import { addMonths, calendarDate, dayOf, weekday, type Day } from '../kernel/days';
import type { ClientCalendar } from '../records/clients/client';

/** A stretch of days with its name; both ends belong to it. */
export interface Period {
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

/** A quarter of a client's fiscal year. The year is named by the calendar year in which it nominally ends. */
export interface FiscalQuarter extends Period {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

/** Weeks of a quarter's three months by pattern. */
const monthWeeks = { '4-4-5': [4, 4, 5], '4-5-4': [4, 5, 4], '5-4-4': [5, 4, 4] } as const;
const weeksPerQuarter = 13;
const monthsPerQuarter = 3;

/** First day of a fiscal year. */
function yearStart(calendar: ClientCalendar, year: number): Day {
  const { startMonth } = calendar;
  const first = dayOf(startMonth === 1 ? year : year - 1, startMonth, 1);
  if (calendar.kind === 'months') return first;
  const before = startOfWeek(first, calendar.firstWeekday);
  return calendar.rule === 'nearest' && first - before > 3 ? before + 7 : before;
}

/** The first day of the week that holds a day; weeks start on an ISO weekday (1 Monday … 7 Sunday). */
export function startOfWeek(day: Day, firstWeekday: number): Day {
  return day - ((weekday(day) - firstWeekday + 7) % 7);
}

/** A whole fiscal year, `FY2026`. */
export function fiscalYear(calendar: ClientCalendar, year: number): Period {
  return {
    label: `FY${year}`,
    from: yearStart(calendar, year),
    to: yearStart(calendar, year + 1) - 1,
  };
}

/** One quarter of a fiscal year; in a year of 53 weeks the fourth has fourteen. Throws a RangeError for a quarter outside 1 to 4. */
export function fiscalQuarter(
  calendar: ClientCalendar,
  year: number,
  quarter: number,
): FiscalQuarter {
  if (!Number.isInteger(quarter) || quarter < 1 || quarter > 4) {
    throw new RangeError(`A year has no quarter ${quarter}.`);
  }
  const start = yearStart(calendar, year);
  const end = yearStart(calendar, year + 1) - 1;
  const quarterStart = (index: number): Day =>
    calendar.kind === 'months'
      ? addMonths(start, index * monthsPerQuarter)
      : start + index * weeksPerQuarter * 7;
  return {
    label: `FY${year}-Q${quarter}`,
    year,
    quarter,
    from: quarterStart(quarter - 1),
    to: quarter === 4 ? end : quarterStart(quarter) - 1,
  };
}

/** The fiscal quarter that holds a day. */
export function fiscalQuarterOf(calendar: ClientCalendar, day: Day): FiscalQuarter {
  const { year: calendarYear } = calendarDate(day);
  for (let year = calendarYear - 1; year <= calendarYear + 2; year += 1) {
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      const found = fiscalQuarter(calendar, year, quarter);
      if (day >= found.from && day <= found.to) return found;
    }
  }
  throw new RangeError(`No fiscal quarter holds day ${day}.`);
}

/** The quarter so many quarters later (or earlier, when negative). */
export function addQuarters(
  calendar: ClientCalendar,
  quarter: FiscalQuarter,
  count: number,
): FiscalQuarter {
  const index = quarter.year * 4 + quarter.quarter - 1 + count;
  return fiscalQuarter(calendar, Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
}

/** The three months of a fiscal quarter; a 53rd week lengthens the last month of the year. */
export function fiscalMonths(calendar: ClientCalendar, quarter: FiscalQuarter): Period[] {
  const starts: Day[] = [];
  let next = quarter.from;
  for (let month = 0; month < monthsPerQuarter; month += 1) {
    starts.push(next);
    next =
      calendar.kind === 'months'
        ? addMonths(quarter.from, month + 1)
        : next + (monthWeeks[calendar.pattern][month] ?? 4) * 7;
  }
  return starts.map((from, index) => ({
    label: `FY${quarter.year}-M${String((quarter.quarter - 1) * monthsPerQuarter + index + 1).padStart(2, '0')}`,
    from,
    to: (starts[index + 1] ?? quarter.to + 1) - 1,
  }));
}
