import { millisecondsPerDay, type Day } from './days';

const hour = 3_600_000;
/** Zone offsets change at quarter hours at the finest, so one look-up per quarter hour is exact. */
const step = hour / 4;

/** Is this an IANA zone that the running engine knows? */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The UTC day on which a day of a zone begins: the same one or, east of Greenwich, the one before. */
export function utcDayOfStart(day: Day, zone: string): Day {
  const midnight = day * millisecondsPerDay;
  return zoneDays(zone)(midnight - 1) < day ? day : day - 1;
}

/** Puts instants (ms, UTC) to days of one zone; offsets are remembered, so a hundred thousand rows are cheap. */
export type ZoneDays = (instant: number) => Day;

/** Makes the instant-to-day function of a zone. Throws a RangeError for an unknown zone. */
export function zoneDays(zone: string): ZoneDays {
  if (zone === 'UTC') return (instant) => Math.floor(instant / millisecondsPerDay);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, number>();
  const offsetAt = (slot: number): number => {
    const known = offsets.get(slot);
    if (known !== undefined) return known;
    const instant = slot * step;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const local = Date.UTC(
      part['year'] ?? 1970,
      (part['month'] ?? 1) - 1,
      part['day'] ?? 1,
      part['hour'] ?? 0,
      part['minute'] ?? 0,
      part['second'] ?? 0,
    );
    const offset = local - instant;
    offsets.set(slot, offset);
    return offset;
  };
  return (instant) =>
    Math.floor((instant + offsetAt(Math.floor(instant / step))) / millisecondsPerDay);
}
