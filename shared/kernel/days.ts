/**
 * Days are integers: whole days since 1970-01-01, without a zone. Everything that counts by day (rollups, coverage,
 * periods) uses them; instants are milliseconds since the epoch in UTC.
 */
export type Day = number;

export const millisecondsPerDay = 86_400_000;

const isoDayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of a calendar date; month counts from 1 and may overflow (13 is January of the next year). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / millisecondsPerDay;
}

/** Reads `2026-11-22`; null when it is not a real calendar date. */
export function parseDay(text: string): Day | null {
  const match = isoDayPattern.exec(text);
  if (!match) return null;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Date.UTC takes the years before 100 for those of the twentieth century.
  const isReal =
    year >= 100 &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= lengthOf(year, month);
  return isReal ? dayOf(year, month, dayOfMonth) : null;
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Writes a day as `2026-11-22`. */
export function formatDay(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Year, month (1 to 12) and day of the month. */
export function calendarDate(day: Day): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * millisecondsPerDay);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
  };
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `2026-07`. */
export function monthKey(day: Day): string {
  return formatDay(day).slice(0, 7);
}

/** Calendar quarter, `2026-Q3`. */
export function quarterKey(day: Day): string {
  const { year, month } = calendarDate(day);
  return `${String(year)}-Q${String(Math.ceil(month / 3))}`;
}

/** ISO 8601 week with its week-numbering year, `2026-W27`. */
export function weekKey(day: Day): string {
  const thursday = day - weekday(day) + 4;
  const year = calendarDate(thursday).year;
  const week = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

/** First day of the month that holds this day. */
export function startOfMonth(day: Day): Day {
  const { year, month } = calendarDate(day);
  return dayOf(year, month, 1);
}

/** The same day of the month so many months later, clamped to that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = calendarDate(day);
  const first = dayOf(year, month + months, 1);
  const last = dayOf(year, month + months + 1, 1) - 1;
  return Math.min(first + dayOfMonth - 1, last);
}

/** The UTC day of an instant in milliseconds. */
export function utcDay(instant: number): Day {
  return Math.floor(instant / millisecondsPerDay);
}
