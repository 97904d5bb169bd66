import type { TransactionColumns, WordColumn } from '../../../shared/sync/batch';
import { monthKey, utcDay } from '../../../shared/kernel/days';
import {
  compactNumbers,
  encodeWords,
  gatherRows,
  numberAt,
  numbersOf,
  rowsEqual,
  wordReader,
  type Column,
  type ColumnSpec,
  type RowPick,
  type Table,
} from './columns';

/** Rises when the meaning of a stored column changes; a new column alone needs no new version. */
export const transactionCodec = 1;

const words = (name: string): ColumnSpec => ({ name, kind: 'words', absent: 0 });
const texts = (name: string): ColumnSpec => ({ name, kind: 'texts', absent: 0 });
const numbers = (name: string, absent = NaN): ColumnSpec => ({ name, kind: 'numbers', absent });

/** The columns of a transaction block; names and units are those of `TransactionColumns`. */
export const transactionColumns: readonly ColumnSpec[] = [
  texts('id'),
  numbers('instant'),
  words('type'),
  words('rawType'),
  words('status'),
  words('rawStatus'),
  words('partnership'),
  words('campaign'),
  numbers('saleMinor'),
  words('saleCurrency'),
  numbers('commissionMinor'),
  words('commissionCurrency'),
  numbers('currencyAssumed', 0),
  numbers('feeMinor'),
  words('feeCurrency'),
  words('customerType'),
  words('customer'),
  texts('belongsTo'),
  texts('orderRef'),
  words('voucher'),
  words('declineReason'),
  numbers('clickedAt'),
  numbers('validatedAt'),
  numbers('paid', 2),
];

function dictionary(column: WordColumn): Column {
  return { kind: 'words', words: column.words, codes: compactNumbers(column.codes) };
}

function numeric(values: ArrayLike<number>): Column {
  return { kind: 'numbers', values: compactNumbers(values) };
}

/** A batch's columns as a table in the block's own form. */
export function transactionTable(batch: TransactionColumns): Table {
  return {
    length: batch.length,
    columns: {
      id: { kind: 'texts', values: batch.id },
      instant: numeric(batch.instant),
      type: encodeWords(batch.type),
      rawType: dictionary(batch.rawType),
      status: encodeWords(batch.status),
      rawStatus: dictionary(batch.rawStatus),
      partnership: dictionary(batch.partnership),
      campaign: dictionary(batch.campaign),
      saleMinor: numeric(batch.saleMinor),
      saleCurrency: dictionary(batch.saleCurrency),
      commissionMinor: numeric(batch.commissionMinor),
      commissionCurrency: dictionary(batch.commissionCurrency),
      currencyAssumed: numeric(batch.currencyAssumed),
      feeMinor: numeric(batch.feeMinor),
      feeCurrency: dictionary(batch.feeCurrency),
      customerType: encodeWords(batch.customerType),
      customer: encodeWords(batch.customer),
      belongsTo: { kind: 'texts', values: batch.belongsTo },
      orderRef: { kind: 'texts', values: batch.orderRef },
      voucher: dictionary(batch.voucher),
      declineReason: dictionary(batch.declineReason),
      clickedAt: numeric(batch.clickedAt),
      validatedAt: numeric(batch.validatedAt),
      paid: numeric(batch.paid),
    },
  };
}

/**
 * The rows of a batch by the UTC month of their instant. Where one id comes twice (a repeated page) the later row
 * counts.
 */
export function rowsByMonth(table: Table): Map<string, number[]> {
  const id = wordReader(table, 'id');
  const last = new Map<string, number>();
  for (let row = 0; row < table.length; row += 1) last.set(id(row), row);
  const months = new Map<string, number[]>();
  const keyOfDay = new Map<number, string>();
  for (const row of last.values()) {
    const day = utcDay(numberAt(table, 'instant', row));
    let key = keyOfDay.get(day);
    if (key === undefined) {
      key = monthKey(day);
      keyOfDay.set(day, key);
    }
    const rows = months.get(key);
    if (rows === undefined) months.set(key, [row]);
    else rows.push(row);
  }
  return months;
}

export interface MergeResult {
  /** The block after the merge; the stored table itself when nothing changed. */
  readonly table: Table;
  /** Rows that are new or have another value now. */
  readonly changed: number;
  readonly added: readonly string[];
}

/** Merges rows of a batch into one month's block by id; equal rows leave the block untouched. */
export function mergeTransactions(
  stored: Table,
  incoming: Table,
  rows: readonly number[],
): MergeResult {
  const storedId = wordReader(stored, 'id');
  const rowOf = new Map<string, number>();
  for (let row = 0; row < stored.length; row += 1) rowOf.set(storedId(row), row);
  const incomingId = wordReader(incoming, 'id');
  const replaced = new Set<number>();
  const taken: number[] = [];
  const added: string[] = [];
  for (const row of rows) {
    const id = incomingId(row);
    const old = rowOf.get(id);
    if (old !== undefined && rowsEqual(transactionColumns, stored, old, incoming, row)) continue;
    if (old === undefined) added.push(id);
    else replaced.add(old);
    taken.push(row);
  }
  if (taken.length === 0) return { table: stored, changed: 0, added };
  const kept = stored.length === 0 ? [] : rowsExcept(stored.length, replaced);
  const picks: RowPick[] = [
    { table: stored, rows: kept },
    { table: incoming, rows: taken },
  ];
  return { table: gatherRows(transactionColumns, picks), changed: taken.length, added };
}

/** The table without the rows of these ids; the same table when it holds none of them. */
export function withoutIds(stored: Table, ids: ReadonlySet<string>): Table {
  const id = wordReader(stored, 'id');
  const dropped = new Set<number>();
  for (let row = 0; row < stored.length; row += 1) if (ids.has(id(row))) dropped.add(row);
  if (dropped.size === 0) return stored;
  const kept = rowsExcept(stored.length, dropped);
  return gatherRows(transactionColumns, [{ table: stored, rows: kept }]);
}

/** Ids of the rows whose UTC day lies between two days, both inclusive. */
export function idsBetween(stored: Table, from: number, to: number): string[] {
  const id = wordReader(stored, 'id');
  const instants = numbersOf(stored, 'instant');
  const found: string[] = [];
  for (let row = 0; row < stored.length; row += 1) {
    const day = utcDay(instants?.[row] ?? NaN);
    if (day >= from && day <= to) found.push(id(row));
  }
  return found;
}

function rowsExcept(length: number, dropped: ReadonlySet<number>): number[] {
  const kept: number[] = [];
  for (let row = 0; row < length; row += 1) if (!dropped.has(row)) kept.push(row);
  return kept;
}

/** A block without rows. */
export const emptyTransactions: Table = gatherRows(transactionColumns, []);
