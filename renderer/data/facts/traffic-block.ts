import { formatDay, monthKey, startOfMonth, type Day } from '../../../shared/kernel/days';
import type { DayWindow, TrafficColumns } from '../../../shared/sync/batch';
import {
  compactNumbers,
  gatherRows,
  numbersOf,
  wordReader,
  type Column,
  type ColumnSpec,
  type Numbers,
  type Table,
} from './columns';
import { extent, orderTraffic } from './traffic-order';

/** Rises when the meaning of a stored column changes. */
export const trafficCodec = 1;

const trafficColumns: readonly ColumnSpec[] = [
  { name: 'day', kind: 'numbers', absent: NaN },
  { name: 'partnership', kind: 'words', absent: 0 },
  { name: 'campaign', kind: 'words', absent: 0 },
  { name: 'impressions', kind: 'numbers', absent: NaN },
  { name: 'clicks', kind: 'numbers', absent: NaN },
];

/** The batch's columns as a table; a metric that the source doesn't count has no column. */
export function trafficTable(batch: TrafficColumns): Table {
  const columns: Record<string, Column> = {
    day: { kind: 'numbers', values: batch.day },
    partnership: { kind: 'words', ...batch.partnership },
    campaign: { kind: 'words', ...batch.campaign },
  };
  if (batch.impressions) columns['impressions'] = { kind: 'numbers', values: batch.impressions };
  if (batch.clicks) columns['clicks'] = { kind: 'numbers', values: batch.clicks };
  return { length: batch.length, columns };
}

/** The rows of a batch by month of their day; null stands for all of them. */
export function trafficByMonth(table: Table): Map<string, readonly number[] | null> {
  const days = numbersOf(table, 'day') ?? new Int32Array(0);
  if (days.length === 0) return new Map();
  const { first, last } = extent(days);
  if (startOfMonth(first) === startOfMonth(last)) return new Map([[monthKey(first), null]]);
  const months = new Map<string, number[]>();
  const rowsOf = new Map<Day, number[]>();
  for (let row = 0; row < table.length; row += 1) {
    const day = days[row] ?? NaN;
    let rows = rowsOf.get(day);
    if (rows === undefined) {
      const key = monthKey(day);
      rows = months.get(key) ?? [];
      months.set(key, rows);
      rowsOf.set(day, rows);
    }
    rows.push(row);
  }
  return months;
}

/** The keys of all months that a window touches, ascending. */
export function monthsOfWindow(window: DayWindow): string[] {
  const keys: string[] = [];
  for (let day = startOfMonth(window.from); day <= window.to; day = startOfMonth(day + 31)) {
    keys.push(formatDay(day).slice(0, 7));
  }
  return keys;
}

export interface TrafficChange {
  /** The block in canonical order; the stored table itself when nothing changed. */
  readonly table: Table;
  readonly changed: number;
  readonly removed: number;
}

/** Replaces the window's days of one month's block by the picked rows of a batch (null: all of them). */
export function replaceTraffic(
  stored: Table,
  incoming: Table,
  picked: readonly number[] | null,
  window: DayWindow,
): TrafficChange {
  const days = numbersOf(stored, 'day');
  const outside: number[] = [];
  const inside: number[] = [];
  for (let row = 0; row < stored.length; row += 1) {
    const day = days?.[row] ?? NaN;
    if (day >= window.from && day <= window.to) inside.push(row);
    else outside.push(row);
  }
  const next = orderTraffic(
    outside.length === 0 && picked === null
      ? incoming
      : gatherRows(columnsIn(stored, incoming), [
          { table: stored, rows: outside },
          { table: incoming, rows: picked ?? everyRow(incoming) },
        ]),
  );
  if (sameTraffic(stored, next)) return { table: stored, changed: 0, removed: 0 };
  if (inside.length === 0) {
    return { table: next, changed: picked?.length ?? incoming.length, removed: 0 };
  }
  const rows = picked ?? everyRow(incoming);
  return { table: next, ...countDifference(stored, inside, incoming, rows) };
}

function everyRow({ length }: Table): number[] {
  return Array.from({ length }, (_, row) => row);
}

/** A metric has a column as long as some row of the block may hold it. */
function columnsIn(stored: Table, incoming: Table): ColumnSpec[] {
  return trafficColumns.filter(
    ({ name }) => name in incoming.columns || (stored.length > 0 && name in stored.columns),
  );
}

function sameTraffic(left: Table, right: Table): boolean {
  if (left.length !== right.length) return false;
  for (const { name, kind } of trafficColumns) {
    const a = left.columns[name];
    const b = right.columns[name];
    if (a === undefined || b === undefined) {
      if (a !== b) return false;
    } else if (kind === 'numbers' && a.kind === 'numbers' && b.kind === 'numbers') {
      if (!sameNumbers(a.values, b.values)) return false;
    } else if (a.kind === 'words' && b.kind === 'words') {
      if (a.words.length !== b.words.length || !sameNumbers(a.codes, b.codes)) return false;
      for (let code = 0; code < a.words.length; code += 1) {
        if (a.words[code] !== b.words[code]) return false;
      }
    } else {
      return false;
    }
  }
  return true;
}

function sameNumbers(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) {
    const a = left[at] ?? NaN;
    const b = right[at] ?? NaN;
    if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return false;
  }
  return true;
}

/** How many rows of the window are new or different, and how many keys are gone. */
function countDifference(
  stored: Table,
  inside: readonly number[],
  incoming: Table,
  rows: readonly number[],
): { changed: number; removed: number } {
  const before = contentByKey(stored, inside);
  const after = contentByKey(incoming, rows);
  let changed = 0;
  let removed = 0;
  for (const [key, content] of after) {
    const old = before.get(key);
    if (old?.values !== content.values) changed += content.rows;
  }
  for (const [key, content] of before) if (!after.has(key)) removed += content.rows;
  return { changed, removed };
}

function contentByKey(
  table: Table,
  rows: readonly number[],
): Map<string, { values: string; rows: number }> {
  const days = numbersOf(table, 'day');
  const clicks = numbersOf(table, 'clicks');
  const impressions = numbersOf(table, 'impressions');
  const partnership = wordReader(table, 'partnership');
  const campaign = wordReader(table, 'campaign');
  const content = new Map<string, { values: string; rows: number }>();
  for (const row of rows) {
    const key = `${days?.[row] ?? NaN}\u0000${partnership(row)}\u0000${campaign(row)}`;
    const values = `${clicks?.[row] ?? NaN}/${impressions?.[row] ?? NaN}`;
    const known = content.get(key);
    if (known === undefined) content.set(key, { values, rows: 1 });
    else content.set(key, { values: `${known.values} ${values}`, rows: known.rows + 1 });
  }
  return content;
}

/** A block without rows. */
export const emptyTraffic: Table = { length: 0, columns: {} };

/**
 * The traffic rollup of one month's block: day × partnership, campaigns summed, ordered by day and partnership. The
 * block is in canonical order, so equal keys are neighbors.
 */
export function rollUpTraffic(block: Table): Table {
  const days = numbersOf(block, 'day') ?? new Int32Array(0);
  const partnership = block.columns['partnership'];
  if (partnership?.kind !== 'words') return emptyTraffic;
  const day = new Int32Array(block.length);
  const code = new Uint32Array(block.length);
  const placeOf = new Uint32Array(block.length);
  let at = -1;
  for (let row = 0; row < block.length; row += 1) {
    const rowDay = days[row] ?? NaN;
    const rowCode = partnership.codes[row] ?? 0;
    if (at < 0 || day[at] !== rowDay || code[at] !== rowCode) {
      at += 1;
      day[at] = rowDay;
      code[at] = rowCode;
    }
    placeOf[row] = at;
  }
  const length = at + 1;
  const columns: Record<string, Column> = {
    day: { kind: 'numbers', values: compactNumbers(day.subarray(0, length)) },
    partnership: {
      kind: 'words',
      words: partnership.words,
      codes: compactNumbers(code.subarray(0, length)),
    },
  };
  for (const name of ['impressions', 'clicks']) {
    const values = numbersOf(block, name);
    if (values === null) continue;
    const sums = sumsByPlace(values, placeOf, length);
    columns[name] = { kind: 'numbers', values: compactNumbers(sums) };
  }
  return { length, columns };
}

/** Sums of values that share a place; what is unknown adds nothing. */
function sumsByPlace(values: Numbers, placeOf: Uint32Array, places: number): Float64Array {
  const sums = new Float64Array(places);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? NaN;
    const place = placeOf[row] ?? 0;
    if (!Number.isNaN(value)) sums[place] = (sums[place] ?? 0) + value;
  }
  return sums;
}
