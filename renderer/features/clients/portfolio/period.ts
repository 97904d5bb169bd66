import {
  addMonths,
  calendarDate,
  formatDay,
  quarterKey,
  startOfMonth,
  type Day,
} from '../../../../shared/kernel/days';

/** The periods that the portfolio offers, in the order of the control. */
export const periodChoices = [
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'last-12-months',
] as const;
export type PeriodChoice = (typeof periodChoices)[number];

export const periodLabels: Readonly<Record<PeriodChoice, string>> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  'last-12-months': 'Last 12 months',
};

/** Inclusive days. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

export interface ComparedPeriod {
  /** `Q3 2026`, `November 2026 to date`. */
  readonly label: string;
  readonly current: DayRange;
  readonly previous: DayRange;
  /** What the change is against: `Q2 2026`. */
  readonly previousLabel: string;
  readonly unfinished: boolean;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function monthLabel(day: Day): string {
  const { year, month } = calendarDate(day);
  return `${monthNames[month - 1] ?? ''} ${String(year)}`;
}

function quarterLabel(day: Day): string {
  const [year = '', quarter = ''] = quarterKey(day).split('-');
  return `${quarter} ${year}`;
}

function startOfQuarter(day: Day): Day {
  const first = startOfMonth(day);
  return addMonths(first, -((calendarDate(first).month - 1) % 3));
}

/**
 * The chosen period in calendar months, and the one before it. An unfinished period is compared with as many days of
 * the one before, so that a change never compares eight weeks with thirteen.
 */
export function comparedPeriod(choice: PeriodChoice, today: Day): ComparedPeriod {
  switch (choice) {
    case 'this-month':
      return toDate(startOfMonth(today), 1, today, monthLabel);
    case 'last-month':
      return finished(addMonths(startOfMonth(today), -1), 1, monthLabel);
    case 'this-quarter':
      return toDate(startOfQuarter(today), 3, today, quarterLabel);
    case 'last-quarter':
      return finished(addMonths(startOfQuarter(today), -3), 3, quarterLabel);
    case 'last-12-months': {
      const from = addMonths(startOfMonth(today), -12);
      const span = (first: Day): string =>
        `${monthLabel(first)} – ${monthLabel(addMonths(first, 11))}`;
      return finished(from, 12, span);
    }
  }
}

function finished(from: Day, months: number, label: (day: Day) => string): ComparedPeriod {
  const before = addMonths(from, -months);
  return {
    label: label(from),
    current: { from, to: addMonths(from, months) - 1 },
    previous: { from: before, to: from - 1 },
    previousLabel: label(before),
    unfinished: false,
  };
}

function toDate(
  from: Day,
  months: number,
  today: Day,
  label: (day: Day) => string,
): ComparedPeriod {
  const before = addMonths(from, -months);
  return {
    label: `${label(from)} to date`,
    current: { from, to: today },
    previous: { from: before, to: Math.min(before + (today - from), from - 1) },
    previousLabel: `the same days of ${label(before)}`,
    unfinished: today < addMonths(from, months) - 1,
  };
}

/** The range as a question's `from` and `to`. */
export function isoRange({ from, to }: DayRange): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}
