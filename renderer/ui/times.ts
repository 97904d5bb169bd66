import {
  calendarDate,
  dayOf,
  millisecondsPerDay,
  parseDay,
  type Day,
} from '../../shared/kernel/days';
import { formatCounted } from './format';
import { displayLocale } from './locale';

const minute = 60_000;
const hour = 60 * minute;

/** The months, January first. */
export const monthNames = [
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

const months = monthNames.map((name) => name.slice(0, 3));

/** How long ago an instant was, in words: `just now`, `12 minutes ago`, `3 days ago`. Both in ms UTC. */
export function agoInWords(instant: number, now: number): string {
  const passed = Math.max(0, now - instant);
  if (passed < minute) return 'just now';
  if (passed < hour)
    return `${formatCounted(Math.floor(passed / minute), 'minute', 'minutes')} ago`;
  if (passed < millisecondsPerDay) {
    return `${formatCounted(Math.floor(passed / hour), 'hour', 'hours')} ago`;
  }
  return `${formatCounted(Math.floor(passed / millisecondsPerDay), 'day', 'days')} ago`;
}

/** The same for a narrow column: `just now`, `12 min ago`, `3 h ago`, `5 d ago`. */
export function agoInShort(instant: number, now: number): string {
  const passed = Math.max(0, now - instant);
  if (passed < minute) return 'just now';
  if (passed < hour) return `${Math.floor(passed / minute)} min ago`;
  if (passed < millisecondsPerDay) return `${Math.floor(passed / hour)} h ago`;
  return `${Math.floor(passed / millisecondsPerDay)} d ago`;
}

/** `22 Nov 2026`, `Nov 22, 2026`, `22.11.2026` or `22/11/2026`, as the person reads dates. */
export function formatDayInWords(day: Day): string {
  const { year } = calendarDate(day);
  switch (displayLocale()) {
    case 'en-GB':
      return `${formatDayOfYear(day)} ${String(year)}`;
    case 'en-US':
      return `${formatDayOfYear(day)}, ${String(year)}`;
    case 'de':
      return `${formatDayOfYear(day)}${String(year)}`;
    case 'fr':
      return `${formatDayOfYear(day)}/${String(year)}`;
  }
}

/** `Nov 2026` of `2026-11`; any other text as it is. */
export function formatMonth(text: string): string {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? text : `${name} ${year}`;
}

/** A day in words where a text is one, written `2026-11-22`; any other text as it is. */
export function formatIfDay(text: string): string {
  const day = parseDay(text);
  return day === null ? text : formatDayInWords(day);
}

/** `1 Jul – 30 Sep 2026`; the first year is written only when it differs, and one day only once. */
export function formatDayRange(from: Day, to: Day): string {
  if (from === to) return formatDayInWords(to);
  const sameYear = calendarDate(from).year === calendarDate(to).year;
  return `${sameYear ? formatDayOfYear(from) : formatDayInWords(from)} – ${formatDayInWords(to)}`;
}

/** A day without its year: `22 Nov`, `Nov 22`, `22.11.`, `22/11`. */
export function formatDayOfYear(day: Day): string {
  const { month, dayOfMonth } = calendarDate(day);
  const name = months[month - 1] ?? '';
  const digits = [dayOfMonth, month].map((part) => String(part).padStart(2, '0'));
  switch (displayLocale()) {
    case 'en-GB':
      return `${String(dayOfMonth)} ${name}`;
    case 'en-US':
      return `${name} ${String(dayOfMonth)}`;
    case 'de':
      return `${digits.join('.')}.`;
    case 'fr':
      return digits.join('/');
  }
}

/** An instant (ms UTC) in the person's own zone: `22 Nov 2026, 14:05`, `Nov 22, 2026, 2:05 PM`. */
export function formatInstant(instant: number): string {
  return `${formatDayInWords(localDay(instant))}, ${formatTime(instant)}`;
}

/** The time of day of an instant (ms UTC) in the person's own zone: `14:05`, `2:05 PM`. */
export function formatTime(instant: number): string {
  const isAmerican = displayLocale() === 'en-US';
  return new Intl.DateTimeFormat(displayLocale(), {
    hour: isAmerican ? 'numeric' : '2-digit',
    minute: '2-digit',
  }).format(instant);
}

/** The day of an instant (ms UTC) in the person's own zone. */
function localDay(instant: number): Day {
  const local = new Date(instant);
  return dayOf(local.getFullYear(), local.getMonth() + 1, local.getDate());
}
