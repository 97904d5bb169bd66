import type { Day } from '../../../shared/kernel/days';
import {
  compactNumbers,
  numbersOf,
  type Column,
  type DictionaryColumn,
  type Numbers,
  type Table,
} from './columns';

/** The first and the last of some days. */
export function extent(days: ArrayLike<number>): { first: Day; last: Day } {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] ?? NaN;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
}

/**
 * The rows ordered by day, partnership, campaign, with sorted dictionaries: equal content is equal bytes, whatever order
 * the network sent it in. Three counting sorts, least significant first, keep this linear.
 */
export function orderTraffic(table: Table): Table {
  const partnership = sortedDictionary(table, 'partnership');
  const campaign = sortedDictionary(table, 'campaign');
  const days = numbersOf(table, 'day') ?? new Int32Array(0);
  const { first, last } = extent(days);
  const dayCodes = new Int32Array(table.length);
  for (let row = 0; row < dayCodes.length; row += 1) dayCodes[row] = (days[row] ?? 0) - first;
  let order = new Uint32Array(table.length);
  for (let row = 0; row < table.length; row += 1) order[row] = row;
  order = countingSort(order, campaign.codes, campaign.words.length);
  order = countingSort(order, partnership.codes, partnership.words.length);
  order = countingSort(order, dayCodes, table.length === 0 ? 0 : last - first + 1);
  const columns: Record<string, Column> = {
    day: { kind: 'numbers', values: compactNumbers(pick(days, order)) },
    partnership: { ...partnership, codes: compactNumbers(pick(partnership.codes, order)) },
    campaign: { ...campaign, codes: compactNumbers(pick(campaign.codes, order)) },
  };
  for (const name of ['impressions', 'clicks']) {
    const values = numbersOf(table, name);
    if (values) columns[name] = { kind: 'numbers', values: compactNumbers(pick(values, order)) };
  }
  return { length: table.length, columns };
}

/** The values in another order; whole numbers stay known as such, which makes them compact in half the time. */
function pick(values: Numbers, order: Uint32Array): Numbers {
  const picked = emptyLike(values, order.length);
  for (let at = 0; at < order.length; at += 1) picked[at] = values[order[at] ?? 0] ?? NaN;
  return picked;
}

function emptyLike(values: Numbers, length: number): Numbers {
  if (values instanceof Float64Array) return new Float64Array(length);
  return values instanceof Int32Array ? new Int32Array(length) : new Uint32Array(length);
}

function sortedDictionary(table: Table, name: string): DictionaryColumn {
  const column = table.columns[name];
  if (column?.kind !== 'words') {
    return { kind: 'words', words: [''], codes: new Uint8Array(table.length) };
  }
  const words = sortWords(usedWords(column, table.length));
  const rankOf = new Map(words.map((word, rank) => [word, rank]));
  const rank = Uint32Array.from(column.words, (word) => rankOf.get(word) ?? 0);
  const codes = new Uint32Array(table.length);
  for (let row = 0; row < table.length; row += 1) codes[row] = rank[column.codes[row] ?? 0] ?? 0;
  return { kind: 'words', words, codes };
}

function usedWords(column: DictionaryColumn, rows: number): string[] {
  const used = new Uint8Array(column.words.length);
  for (let row = 0; row < rows; row += 1) used[column.codes[row] ?? 0] = 1;
  return column.words.filter((_, code) => used[code] === 1);
}

/** One order for the same words: by value where all are whole numbers (which sorts fastest), else by code units. */
function sortWords(words: string[]): string[] {
  const values = Float64Array.from(words, Number);
  for (let at = 0; at < words.length; at += 1) {
    const value = values[at] ?? NaN;
    if (!Number.isSafeInteger(value) || value < 0 || String(value) !== words[at]) {
      return words.sort();
    }
  }
  return Array.from(values.sort(), String);
}

function countingSort(
  order: Uint32Array<ArrayBuffer>,
  codes: ArrayLike<number>,
  size: number,
): Uint32Array<ArrayBuffer> {
  if (size <= 1) return order;
  const starts = new Uint32Array(size + 1);
  // Counted loops: iterating a typed array takes twice the time, and every row of every sync passes here.
  for (let at = 0; at < order.length; at += 1) {
    const next = (codes[order[at] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let code = 1; code <= size; code += 1) {
    starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
  }
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] ?? 0;
    const code = codes[row] ?? 0;
    const place = starts[code] ?? 0;
    sorted[place] = row;
    starts[code] = place + 1;
  }
  return sorted;
}
