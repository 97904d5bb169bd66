import { addMonths, startOfMonth, type Day } from '../kernel/days';
import type { DayWindow, TrafficColumns } from './batch';
import { pickWords } from './words';

/** The traffic of one month of a longer window. */
export interface TrafficMonth {
  readonly window: DayWindow;
  readonly columns: TrafficColumns;
}

/**
 * Splits traffic into the UTC months of its window, newest first, empty months included: each replaces one block.
 * Every row's day must lie in the window.
 */
export function splitByMonth(columns: TrafficColumns, window: DayWindow): TrafficMonth[] {
  const months: DayWindow[] = [];
  for (let from = window.from; from <= window.to; from = nextMonth(from)) {
    months.push({ from, to: Math.min(window.to, nextMonth(from) - 1) });
  }
  const monthOf = new Int32Array(window.to - window.from + 1);
  months.forEach(({ from, to }, index) => {
    monthOf.fill(index, from - window.from, to - window.from + 1);
  });
  const counts = new Uint32Array(months.length);
  for (const day of columns.day) {
    const month = monthOf[day - window.from] ?? 0;
    counts[month] = (counts[month] ?? 0) + 1;
  }
  const rows = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(months.length);
  for (let row = 0; row < columns.length; row += 1) {
    const month = monthOf[(columns.day[row] ?? window.from) - window.from] ?? 0;
    const place = filled[month] ?? 0;
    const target = rows[month];
    if (target) target[place] = row;
    filled[month] = place + 1;
  }
  return months
    .map((month, index) => ({
      window: month,
      columns: pickRows(columns, rows[index] ?? new Uint32Array(0)),
    }))
    .reverse();
}

function nextMonth(day: Day): Day {
  return addMonths(startOfMonth(day), 1);
}

function pickRows(columns: TrafficColumns, rows: Uint32Array): TrafficColumns {
  const numbers = (source: Float64Array | null): Float64Array | null => {
    if (!source) return null;
    const picked = new Float64Array(rows.length);
    for (let index = 0; index < rows.length; index += 1) {
      picked[index] = source[rows[index] ?? 0] ?? NaN;
    }
    return picked;
  };
  const day = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    day[index] = columns.day[rows[index] ?? 0] ?? 0;
  }
  return {
    kind: 'traffic',
    length: rows.length,
    day,
    partnership: pickWords(columns.partnership, rows),
    campaign: pickWords(columns.campaign, rows),
    impressions: numbers(columns.impressions),
    clicks: numbers(columns.clicks),
  };
}
