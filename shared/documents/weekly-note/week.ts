import { startOfWeek } from '../../domain/calendar';
import { calendarDate, formatDay, parseDay, type Day } from '../../kernel/days';
import type { ClientCalendar } from '../../records/clients/client';
import type { NoteWeek } from './data';
import { tie, type Wording } from '../review/wording';

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

/** `Nov 16–22, 2026`, `16–22 Nov 2026`, `16.–22. November 2026`, `30 novembre – 6 décembre 2026`. */
export function weekName(w: Wording, { from, to }: NoteWeek): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  const isEnglish = w.language.startsWith('en');
  const date = isEnglish ? w.shortDate : w.longDate;
  if (first.year !== last.year) return `${date(from)} – ${date(to)}`;
  const month = (day: string): string => {
    const name = w.monthName(day);
    return isEnglish ? name.slice(0, 3) : name;
  };
  const dayOf = ({ dayOfMonth }: typeof first): string => {
    if (w.language === 'fr' && dayOfMonth === 1) return '1er';
    return `${String(dayOfMonth)}${w.language === 'de' ? '.' : ''}`;
  };
  const [start, end, year] = [dayOf(first), dayOf(last), String(last.year)];
  const isOneMonth = first.month === last.month;
  const name =
    w.language === 'en-US'
      ? isOneMonth
        ? `${month(to)} ${start}–${end}, ${year}`
        : `${month(from)} ${start} – ${month(to)} ${end}, ${year}`
      : isOneMonth
        ? `${start}–${end} ${month(to)} ${year}`
        : `${start} ${month(from)} – ${end} ${month(to)} ${year}`;
  return name.replaceAll(/ (?!–)/g, tie);
}

function partsOf(day: string): ReturnType<typeof calendarDate> {
  return calendarDate(parseDay(day) ?? 0);
}
