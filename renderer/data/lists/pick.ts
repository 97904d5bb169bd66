import type { PartnerFilter } from '../../../shared/domain/partner-list';
import { minorDigits } from '../../../shared/kernel/money';
import { parseDay } from '../../../shared/kernel/days';
import {
  folded,
  isLetter,
  isNumberColumn,
  isWordColumn,
  lettersIn,
  type PartnerTable,
} from './table';

type Passes = (row: number) => boolean;

/** The rows that pass search and filters, in the order of `order`. */
export function pickRows(
  table: PartnerTable,
  order: Uint32Array,
  search: string,
  filters: readonly PartnerFilter[],
): Uint32Array {
  const terms = folded(search).split(/\s+/).filter(Boolean);
  const passes = filters.map((filter) => passesOf(table, filter));
  if (terms.length + passes.length === 0) return order;
  // Whatever lacks a letter of the search lacks the search: most of fifty thousand texts need not be looked into.
  const { letters, searched } = table;
  const wanted = lettersIn(terms.join(''));
  const words = terms.filter((term) => !isLetter(term));
  const found = new Uint32Array(order.length);
  let length = 0;
  for (const row of order) {
    if (((letters[row] ?? 0) & wanted) >>> 0 !== wanted) continue;
    if (words.length > 0 && !holdsAll(searched[row] ?? '', words)) continue;
    if (passes.length > 0 && !passes.every((each) => each(row))) continue;
    found[length] = row;
    length += 1;
  }
  return found.subarray(0, length);
}

function holdsAll(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

/** What a filter asks of a row. A row whose value is unknown passes only when that is what is asked for. */
export function passesOf(table: PartnerTable, filter: PartnerFilter): Passes {
  const { column } = filter;
  switch (filter.op) {
    case 'is':
    case 'is-not': {
      const wanted = new Set(filter.words.map(folded));
      const has = byWords(table, column, (words) => words.some((word) => wanted.has(folded(word))));
      return filter.op === 'is' ? has : (row) => !has(row);
    }
    case 'contains': {
      const wanted = folded(filter.text);
      return byWords(table, column, (words) => words.some((word) => folded(word).includes(wanted)));
    }
    case 'over':
    case 'under': {
      const limit = filter.value * scaleOf(table, column);
      const number = numberReader(table, column);
      // Comparing with NaN, the unknown, is never true.
      return filter.op === 'over' ? (row) => number(row) > limit : (row) => number(row) < limit;
    }
    case 'since':
    case 'not-since': {
      const day = parseDay(filter.day) ?? 0;
      const number = numberReader(table, column);
      // Who never sold has not sold since, either.
      return filter.op === 'since' ? (row) => number(row) >= day : (row) => !(number(row) >= day);
    }
    case 'known':
      return (row) => isKnown(table, column, row);
    case 'unknown':
      return (row) => !isKnown(table, column, row);
  }
}

/** Do rows that say the same in this column share their list of words? */
export function isShared(column: PartnerFilter['column']): boolean {
  return isWordColumn(column) && column !== 'accounts';
}

/** A test of a cell's words. Rows that say the same share their list of words, which is tested once. */
function byWords(
  table: PartnerTable,
  column: PartnerFilter['column'],
  test: (words: readonly string[]) => boolean,
): Passes {
  if (!isShared(column)) return (row) => test(wordsIn(table, column, row));
  const known = new Map<readonly string[], boolean>();
  return (row) => {
    const words = wordsIn(table, column, row);
    let passes = known.get(words);
    if (passes === undefined) {
      passes = test(words);
      known.set(words, passes);
    }
    return passes;
  };
}

function scaleOf({ measure }: PartnerTable, column: PartnerFilter['column']): number {
  const isAmount = column === 'revenue' || column === 'commission';
  if (isAmount) return 10 ** minorDigits(measure?.currency ?? '');
  return column === 'change' ? 0.01 : 1;
}

/** The words of a cell; none where nothing is known. */
export function wordsIn(
  table: PartnerTable,
  column: PartnerFilter['column'],
  row: number,
): readonly string[] {
  if (isWordColumn(column)) return table.words[column][row] ?? [];
  const text = column === 'name' ? table.name[row] : column === 'domain' ? table.domain[row] : null;
  return typeof text === 'string' ? [text] : [];
}

function numberReader(
  table: PartnerTable,
  column: PartnerFilter['column'],
): (row: number) => number {
  const values = isNumberColumn(column) ? table.numbers[column] : null;
  return (row) => values?.[row] ?? NaN;
}

function isKnown(table: PartnerTable, column: PartnerFilter['column'], row: number): boolean {
  return isNumberColumn(column)
    ? !Number.isNaN(table.numbers[column][row] ?? NaN)
    : wordsIn(table, column, row).length > 0;
}
