const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Offsets change on quarter hours at the finest, so one look-up per quarter hour is enough. */
const STEP_MS = 900_000;

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Whether the machine's time-zone tables know the name. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the zone's clocks show more than UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  const step = Math.floor(instant / STEP_MS);
  let offset = known.get(step);
  if (offset === undefined) {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const part of formatterOf(zone).formatToParts(step * STEP_MS)) {
      parts[part.type] = Number(part.value);
    }
    const shown = Date.UTC(
      parts.year ?? 1970,
      (parts.month ?? 1) - 1,
      parts.day ?? 1,
      parts.hour ?? 0,
      parts.minute ?? 0,
    );
    offset = shown - step * STEP_MS;
    known.set(step, offset);
  }
  return offset;
}

/** `yyyy-MM-ddThh:mm:ss` without offset, as the zone's clocks show it. */
export function naiveLocal(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 19);
}

/**
 * The instant of a naive local time, or undefined when the text has another form or names no date.
 * A time that the clocks show twice is the earlier one; a skipped one is moved by the change.
 */
export function instantOf(naive: string, zone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(naive)) return undefined;
  const shown = Date.parse(`${naive}Z`);
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 19) !== naive) return undefined;
  const before = shown - offsetAt(shown - 86_400_000, zone);
  return before + offsetAt(before, zone) === shown ? before : shown - offsetAt(before, zone);
}
