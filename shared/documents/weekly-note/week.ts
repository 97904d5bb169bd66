import { startOfWeek } from '../../domain/calendar';
import { calendarDate, formatDay, parseDay, type Day } from '../../kernel/days';
import type { ClientCalendar } from '../../records/client';
import type { NoteWeek } from './data';
import { shortDate } from './wording';

/** The same weekdays a year ago are 52 weeks away. */
const daysOfYear = 364;

export interface NoteWeeks {
  readonly week: NoteWeek;
  readonly before: NoteWeek;
  readonly lastYear: NoteWeek;
}

/** The first day of the client's week that ended last before a day. */
export function lastFinishedWeek({ firstWeekday }: ClientCalendar, today: Day): Day {
  return startOfWeek(today, firstWeekday) - 7;
}

/** The client's week that holds a day, the one before it and the same weekdays of the year before. */
export function noteWeeks({ firstWeekday }: ClientCalendar, day: Day): NoteWeeks {
  const first = startOfWeek(day, firstWeekday);
  return {
    week: weekFrom(first),
    before: weekFrom(first - 7),
    lastYear: weekFrom(first - daysOfYear),
  };
}

function weekFrom(first: Day): NoteWeek {
  return { from: formatDay(first), to: formatDay(first + 6) };
}

/** `16–22 Nov 2026`, `30 Nov – 6 Dec 2026`. */
export function weekName({ from, to }: NoteWeek): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  if (first.year !== last.year) return `${shortDate(from)} – ${shortDate(to)}`;
  const start = shortDate(from).split('\u00A0');
  return first.month === last.month
    ? `${String(first.dayOfMonth)}–${shortDate(to)}`
    : `${start[0] ?? ''}\u00A0${start[1] ?? ''} – ${shortDate(to)}`;
}

function partsOf(day: string): ReturnType<typeof calendarDate> {
  return calendarDate(parseDay(day) ?? 0);
}
