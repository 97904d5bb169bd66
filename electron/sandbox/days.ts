/** Milliseconds of a UTC day. A day is counted as whole days since 1970-01-01 UTC. */
export const DAY_MS = 86_400_000;

/** The data of a sandbox: whole UTC days, both ends included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** The day an instant (epoch milliseconds) falls on, in UTC. */
export function dayOf(instant: number): number {
  return Math.floor(instant / DAY_MS);
}

/** A day from its UTC year, month (1 to 12, may run over) and date. */
export function dayFrom(year: number, month: number, date: number): number {
  return dayOf(Date.UTC(year, month - 1, date));
}

/** Reads `yyyy-MM-dd`; undefined when it is no such calendar date. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const day = dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === text ? day : undefined;
}

const isoDays = new Map<number, string>();

/** A day as `yyyy-MM-dd`. */
export function isoDay(day: number): string {
  let text = isoDays.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    isoDays.set(day, text);
  }
  return text;
}

/** UTC parts of a day: month 1 to 12, weekday 0 (Sunday) to 6. */
export function partsOfDay(day: number): {
  year: number;
  month: number;
  date: number;
  weekday: number;
} {
  const date = new Date(day * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** Calendar quarters since year 0, so that neighbors differ by one. */
export function quarterOf(day: number): number {
  const { year, month } = partsOfDay(day);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** First day of a quarter counted as by `quarterOf`. */
export function firstDayOfQuarter(quarter: number): number {
  return dayFrom(Math.floor(quarter / 4), (quarter % 4) * 3 + 1, 1);
}

/** The 24 calendar months that end with the month of yesterday, up to and including yesterday. */
export function dataRange(today: string): DayRange {
  const now = parseDay(today);
  if (now === undefined) throw new RangeError(`today is no date: ${today}`);
  const last = now - 1;
  const { year, month } = partsOfDay(last);
  return { first: dayFrom(year, month - 23, 1), last };
}
