import type { PartnerFilter } from '../../../shared/domain/partner-list';
import { minorDigits } from '../../../shared/kernel/money';
import { parseDay } from '../../../shared/kernel/days';
import { folded, isNumberColumn, isWordColumn, type PartnerTable } from './table';

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
  const found = new Uint32Array(order.length);
  let length = 0;
  for (const row of order) {
    const text = table.searched[row] ?? '';
    if (!terms.every((term) => text.includes(term))) continue;
    if (!passes.every((each) => each(row))) continue;
    found[length] = row;
    length += 1;
  }
  return found.subarray(0, length);
}

/** What a filter asks of a row. A row whose value is unknown passes only when that is what is asked for. */
export function passesOf(table: PartnerTable, filter: PartnerFilter): Passes {
  const { column } = filter;
  switch (filter.op) {
    case 'is':
    case 'is-not': {
      const wanted = new Set(filter.words.map(folded));
      const has: Passes = (row) =>
        wordsIn(table, column, row).some((word) => wanted.has(folded(word)));
      return filter.op === 'is' ? has : (row) => !has(row);
    }
    case 'contains': {
      const wanted = folded(filter.text);
      return (row) => wordsIn(table, column, row).some((word) => folded(word).includes(wanted));
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
