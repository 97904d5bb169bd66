import { calendarDate, millisecondsPerDay, parseDay, type Day } from '../kernel/days';
import type { QuarantinedRow } from './batch';

/** Readers of what networks send: they never throw, and say null for what isn't there or makes no sense. */

export type RawRow = Readonly<Record<string, unknown>>;

export function isRawRow(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A nested object; an empty one when there is none, so that its fields read as absent. */
export function objectAt(row: RawRow, key: string): RawRow {
  const value = row[key];
  return isRawRow(value) ? value : {};
}

/** An identifier that may be typed as text or number; null when empty or zero, which no network gives out. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value > 0 ? `${value}` : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text === '0' ? null : text;
}

/** A text, or empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? `${value}` : '';
}

/** A text, or null when it is empty. */
export function textOrNull(value: unknown): string | null {
  const text = textOf(value).trim();
  return text === '' ? null : text;
}

/** A whole number that may be typed as text; null otherwise. */
export function integerOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

const naivePattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?Z?$/;

/** The instant (ms) of a local time without offset that was asked for in UTC; null when it is no such time. */
export function utcInstantOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const match = naivePattern.exec(value);
  if (!match) return null;
  const day = parseDay(match[1] ?? '');
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  return day * millisecondsPerDay + ((hour * 60 + minute) * 60 + second) * 1000;
}

const firstYear = 1990;
const lastYear = 2200;

/** An instant in milliseconds since the epoch; null for what can't be one (seconds, text, the far future). */
export function epochOf(value: unknown): number | null {
  const number = integerOf(value);
  if (number === null) return null;
  if (Math.abs(number) > 8.64e15) return null;
  const { year } = calendarDate(Math.floor(number / millisecondsPerDay));
  return year >= firstYear && year <= lastYear ? number : null;
}

const longestRaw = 2_000;

/** Puts a row aside with a plain reason. */
export function quarantine(
  reason: string,
  row: unknown,
  id: string | null,
  day: Day | null,
): QuarantinedRow {
  const raw = jsonOf(row);
  return {
    reason,
    raw: raw.slice(0, longestRaw),
    ...(id === null ? {} : { id }),
    ...(day === null ? {} : { day }),
  };
}

/** How a value is shown in a reason: its JSON, cut short. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = jsonOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What came out of JSON always goes back into it; anything else is named by its type. */
function jsonOf(value: unknown): string {
  const text: unknown = JSON.stringify(value);
  return typeof text === 'string' ? text : typeof value;
}
