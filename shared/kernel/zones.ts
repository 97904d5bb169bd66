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
  const offsetAt = zoneOffsets(zone);
  return (instant) => Math.floor((instant + offsetAt(instant)) / millisecondsPerDay);
}

/** Makes the function that gives the instant at which the clocks of a zone show a time (ms as if it were UTC). */
export function zoneInstants(zone: string): (wall: number) => number {
  const offsetAt = zoneOffsets(zone);
  // The offset may be another one by the time that the first guess gives.
  return (wall) => wall - offsetAt(wall - offsetAt(wall));
}

/** How far the clocks of a zone are ahead of UTC at an instant, in ms. */
function zoneOffsets(zone: string): (instant: number) => number {
  if (zone === 'UTC') return () => 0;
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
  return (at) => {
    const slot = Math.floor(at / step);
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
}
