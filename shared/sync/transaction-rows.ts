import type { CustomerType, RowType, Status } from '../domain/vocabulary';
import type { TransactionColumns } from './batch';
import { wordAt, WordColumnBuilder } from './words';

/** One row on its way into columns; see `TransactionColumns` for what each field means. */
export interface TransactionRow {
  readonly id: string;
  readonly instant: number;
  readonly type: RowType;
  readonly rawType: string;
  readonly status: Status;
  readonly rawStatus: string;
  readonly partnership: string;
  readonly campaign: string;
  readonly saleMinor: number;
  readonly saleCurrency: string;
  readonly commissionMinor: number;
  readonly commissionCurrency: string;
  readonly currencyAssumed: boolean;
  readonly feeMinor: number;
  readonly feeCurrency: string;
  readonly customerType: CustomerType;
  readonly customer: string;
  readonly belongsTo: string;
  readonly orderRef: string;
  readonly voucher: string;
  readonly declineReason: string;
  readonly clickedAt: number;
  readonly validatedAt: number;
  readonly paid: 0 | 1 | 2;
}

/** Puts rows into columns. */
export function transactionColumns(rows: readonly TransactionRow[]): TransactionColumns {
  const numbers = (read: (row: TransactionRow) => number): Float64Array => {
    const column = new Float64Array(rows.length);
    for (const [at, row] of rows.entries()) column[at] = read(row);
    return column;
  };
  const words = (read: (row: TransactionRow) => string): ReturnType<WordColumnBuilder['build']> => {
    const builder = new WordColumnBuilder(rows.length);
    for (const row of rows) builder.push(read(row));
    return builder.build();
  };
  return {
    kind: 'transactions',
    length: rows.length,
    id: rows.map((row) => row.id),
    instant: numbers((row) => row.instant),
    type: rows.map((row) => row.type),
    rawType: words((row) => row.rawType),
    status: rows.map((row) => row.status),
    rawStatus: words((row) => row.rawStatus),
    partnership: words((row) => row.partnership),
    campaign: words((row) => row.campaign),
    saleMinor: numbers((row) => row.saleMinor),
    saleCurrency: words((row) => row.saleCurrency),
    commissionMinor: numbers((row) => row.commissionMinor),
    commissionCurrency: words((row) => row.commissionCurrency),
    currencyAssumed: Uint8Array.from(rows, (row) => (row.currencyAssumed ? 1 : 0)),
    feeMinor: numbers((row) => row.feeMinor),
    feeCurrency: words((row) => row.feeCurrency),
    customerType: rows.map((row) => row.customerType),
    customer: rows.map((row) => row.customer),
    belongsTo: rows.map((row) => row.belongsTo),
    orderRef: rows.map((row) => row.orderRef),
    voucher: words((row) => row.voucher),
    declineReason: words((row) => row.declineReason),
    clickedAt: numbers((row) => row.clickedAt),
    validatedAt: numbers((row) => row.validatedAt),
    paid: Uint8Array.from(rows, (row) => row.paid),
  };
}

/** Reads one row back out of columns. */
export function transactionRowAt(columns: TransactionColumns, row: number): TransactionRow {
  const paid = columns.paid[row];
  return {
    id: columns.id[row] ?? '',
    instant: columns.instant[row] ?? NaN,
    type: columns.type[row] ?? 'sale',
    rawType: wordAt(columns.rawType, row),
    status: columns.status[row] ?? 'unknown',
    rawStatus: wordAt(columns.rawStatus, row),
    partnership: wordAt(columns.partnership, row),
    campaign: wordAt(columns.campaign, row),
    saleMinor: columns.saleMinor[row] ?? NaN,
    saleCurrency: wordAt(columns.saleCurrency, row),
    commissionMinor: columns.commissionMinor[row] ?? NaN,
    commissionCurrency: wordAt(columns.commissionCurrency, row),
    currencyAssumed: columns.currencyAssumed[row] === 1,
    feeMinor: columns.feeMinor[row] ?? NaN,
    feeCurrency: wordAt(columns.feeCurrency, row),
    customerType: columns.customerType[row] ?? '',
    customer: columns.customer[row] ?? '',
    belongsTo: columns.belongsTo[row] ?? '',
    orderRef: columns.orderRef[row] ?? '',
    voucher: wordAt(columns.voucher, row),
    declineReason: wordAt(columns.declineReason, row),
    clickedAt: columns.clickedAt[row] ?? NaN,
    validatedAt: columns.validatedAt[row] ?? NaN,
    paid: paid === 0 || paid === 1 ? paid : 2,
  };
}
