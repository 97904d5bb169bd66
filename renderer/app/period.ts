import { addQuarters, fiscalQuarterOf, type FiscalQuarter } from '../../shared/domain/calendar';
import {
  addMonths,
  calendarDate,
  formatDay,
  quarterKey,
  startOfMonth,
  type Day,
} from '../../shared/kernel/days';
import type { ClientCalendar } from '../../shared/records/clients/client';
import { monthNames } from '../ui/times';

/** The periods that every scope offers, in the order of the control; the fiscal ones follow a client's own calendar. */
export const standardPeriods = [
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'last-12-months',
] as const;
export type StandardPeriod = (typeof standardPeriods)[number];

/** A standard period, or one fiscal quarter by its label: `FY2026-Q3`. */
export type PeriodChoice = StandardPeriod | `FY${number}-Q${number}`;

/** What a period's figures are held against. */
export const comparisons = ['previous-period', 'previous-year'] as const;
export type Comparison = (typeof comparisons)[number];

export const periodLabels: Readonly<Record<StandardPeriod, string>> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  'last-12-months': 'Last 12 months',
};

export const comparisonLabels: Readonly<Record<Comparison, string>> = {
  'previous-period': 'Previous period',
  'previous-year': 'Same period last year',
};

/** Inclusive days. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

export interface ComparedPeriod {
  /** `Q3 2026`, `November 2026 to date`, `Q3 FY2026`. */
  readonly label: string;
  readonly current: DayRange;
  /** The days of the comparison that was chosen. */
  readonly previous: DayRange;
  /** What the change is against: `Q2 2026`, `the same days of Q4 2025`. */
  readonly previousLabel: string;
  /** Its last day is still to come. */
  readonly unfinished: boolean;
}

/** A whole period with its name. */
interface Span extends DayRange {
  readonly label: string;
}

/**
 * The chosen period with what it is compared to. An unfinished period ends today and is compared with as many days of
 * the other one, so that a change never compares eight weeks with thirteen. A fiscal quarter needs the client's
 * calendar; without one it is the last calendar quarter.
 */
export function comparedPeriod(
  choice: PeriodChoice,
  today: Day,
  comparison: Comparison = 'previous-period',
  calendar: ClientCalendar | null = null,
): ComparedPeriod {
  const [whole, before] = spansOf(choice, today, comparison, calendar);
  const unfinished = today < whole.to;
  if (!unfinished && !choice.startsWith('this-')) {
    return {
      label: whole.label,
      current: { from: whole.from, to: whole.to },
      previous: { from: before.from, to: before.to },
      previousLabel: before.label,
      unfinished,
    };
  }
  return {
    label: `${whole.label} to date`,
    current: { from: whole.from, to: today },
    previous: { from: before.from, to: Math.min(before.from + (today - whole.from), before.to) },
    previousLabel: `the same days of ${before.label}`,
    unfinished,
  };
}

/** The running fiscal quarter and the four before it, newest first. */
export function fiscalChoices(calendar: ClientCalendar, today: Day): readonly FiscalQuarter[] {
  const running = fiscalQuarterOf(calendar, today);
  return [0, -1, -2, -3, -4].map((count) => addQuarters(calendar, running, count));
}

/** What a choice is called in the control. */
export function choiceLabel(choice: PeriodChoice): string {
  return isStandard(choice) ? periodLabels[choice] : fiscalName(choice);
}

/** True where a choice can be read: a fiscal quarter needs the calendar that still offers it. */
export function isOffered(
  choice: PeriodChoice,
  today: Day,
  calendar: ClientCalendar | null,
): boolean {
  if (isStandard(choice)) return true;
  return calendar !== null && fiscalChoices(calendar, today).some(({ label }) => label === choice);
}

/** The range as a question's `from` and `to`. */
export function isoRange({ from, to }: DayRange): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}

function spansOf(
  choice: PeriodChoice,
  today: Day,
  comparison: Comparison,
  calendar: ClientCalendar | null,
): readonly [Span, Span] {
  const isYear = comparison === 'previous-year';
  if (!isStandard(choice)) {
    const quarter =
      calendar && fiscalChoices(calendar, today).find(({ label }) => label === choice);
    if (calendar === null || !quarter) return spansOf('last-quarter', today, comparison, null);
    return [named(quarter), named(addQuarters(calendar, quarter, isYear ? -4 : -1))];
  }
  const { from, months, label } = calendarPeriod(choice, today);
  const before = addMonths(from, isYear ? -12 : -months);
  return [monthsFrom(from, months, label), monthsFrom(before, months, label)];
}

function calendarPeriod(
  choice: StandardPeriod,
  today: Day,
): { readonly from: Day; readonly months: number; readonly label: (from: Day) => string } {
  switch (choice) {
    case 'this-month':
      return { from: startOfMonth(today), months: 1, label: monthLabel };
    case 'last-month':
      return { from: addMonths(startOfMonth(today), -1), months: 1, label: monthLabel };
    case 'this-quarter':
      return { from: startOfQuarter(today), months: 3, label: quarterLabel };
    case 'last-quarter':
      return { from: addMonths(startOfQuarter(today), -3), months: 3, label: quarterLabel };
    case 'last-12-months':
      return {
        from: addMonths(startOfMonth(today), -12),
        months: 12,
        label: (from) => `${monthLabel(from)} – ${monthLabel(addMonths(from, 11))}`,
      };
  }
}

function monthsFrom(from: Day, months: number, label: (from: Day) => string): Span {
  return { label: label(from), from, to: addMonths(from, months) - 1 };
}

function named({ label, from, to }: FiscalQuarter): Span {
  return { label: fiscalName(label), from, to };
}

/** `Q3 FY2026` of `FY2026-Q3`. */
function fiscalName(label: string): string {
  return label.split('-').reverse().join(' ');
}

function isStandard(choice: PeriodChoice): choice is StandardPeriod {
  return standardPeriods.some((standard) => standard === choice);
}

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
