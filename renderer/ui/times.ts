import { calendarDate, millisecondsPerDay, type Day } from '../../shared/kernel/days';
import { formatCounted } from './format';

const minute = 60_000;
const hour = 60 * minute;

const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

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

/** `22 Nov 2026`. */
export function formatDayInWords(day: Day): string {
  const { year, month, dayOfMonth } = calendarDate(day);
  return `${String(dayOfMonth)} ${months[month - 1] ?? ''} ${String(year)}`;
}

/** `1 Jul – 30 Sep 2026`; the first year is written only when it differs. */
export function formatDayRange(from: Day, to: Day): string {
  const start = calendarDate(from);
  const sameYear = start.year === calendarDate(to).year;
  const first = sameYear
    ? `${String(start.dayOfMonth)} ${months[start.month - 1] ?? ''}`
    : formatDayInWords(from);
  return `${first} – ${formatDayInWords(to)}`;
}

/** An instant (ms UTC) in the person's own zone: `22 Nov 2026, 14:05`. */
export function formatInstant(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
}
