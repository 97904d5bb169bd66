import type { PartnerFilter, PartnerSort } from '../../../shared/domain/partner-list';
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

function wordsIn(
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

/** Every row in order; the unknown stands last whichever way, and equals are in the order of their names. */
export function orderRows(table: PartnerTable, { column, direction }: PartnerSort): Uint32Array {
  const ranks = nameRanks(table);
  const sign = direction === 'ascending' ? 1 : -1;
  const rows = Uint32Array.from({ length: table.length }, (_, row) => row);
  if (isNumberColumn(column)) {
    const values = table.numbers[column];
    return rows.sort((left, right) => {
      const [a, b] = [values[left] ?? NaN, values[right] ?? NaN];
      if (a === b) return (ranks[left] ?? 0) - (ranks[right] ?? 0);
      if (Number.isNaN(a) || Number.isNaN(b)) {
        const bothUnknown = Number.isNaN(a) && Number.isNaN(b);
        return bothUnknown ? (ranks[left] ?? 0) - (ranks[right] ?? 0) : Number.isNaN(a) ? 1 : -1;
      }
      return (a - b) * sign;
    });
  }
  if (column === 'name')
    return rows.sort((left, right) => ((ranks[left] ?? 0) - (ranks[right] ?? 0)) * sign);
  const places = textRanks(table.length, (row) => folded(wordsIn(table, column, row).join(' ')));
  return rows.sort((left, right) => {
    const [a, b] = [places[left] ?? 0, places[right] ?? 0];
    if (a === b) return (ranks[left] ?? 0) - (ranks[right] ?? 0);
    if (a === 0 || b === 0) return a === 0 ? 1 : -1;
    return (a - b) * sign;
  });
}

const ranksKept = new WeakMap<PartnerTable, Uint32Array>();

/** The place of each row by name, then by key: the same at every reading. */
function nameRanks(table: PartnerTable): Uint32Array {
  const kept = ranksKept.get(table);
  if (kept !== undefined) return kept;
  const places = textRanks(table.length, (row) => folded(table.name[row] ?? '') || '\uffff');
  const rows = Uint32Array.from({ length: table.length }, (_, row) => row).sort(
    (left, right) =>
      (places[left] ?? 0) - (places[right] ?? 0) ||
      ((table.keys[left] ?? '') < (table.keys[right] ?? '') ? -1 : 1),
  );
  const ranks = new Uint32Array(table.length);
  for (let at = 0; at < rows.length; at += 1) ranks[rows[at] ?? 0] = at;
  ranksKept.set(table, ranks);
  return ranks;
}

/** The place of each row's text among all different ones, from 1; 0 for none. The engine's own sort of texts is its fastest. */
function textRanks(length: number, textOf: (row: number) => string): Uint32Array {
  const texts = Array.from({ length }, (_, row) => textOf(row));
  const placeOf = new Map<string, number>([['', 0]]);
  for (const [at, text] of [...new Set(texts)].filter(Boolean).sort().entries())
    placeOf.set(text, at + 1);
  return Uint32Array.from(texts, (text) => placeOf.get(text) ?? 0);
}
