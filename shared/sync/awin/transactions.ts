import type { CustomerType, RowType, Status } from '../../domain/vocabulary';
import { utcDay } from '../../kernel/days';
import { isCurrency, minorFromMajor } from '../../kernel/money';
import type { QuarantinedRow } from '../batch';
import { BrokenBody, type MappedPage } from '../connector';
import {
  idOf,
  isRawRow,
  objectAt,
  quarantine,
  shown,
  textOf,
  utcInstantOf,
  type RawRow,
} from '../raw-values';
import { transactionColumns, type TransactionRow } from '../transaction-rows';

/** Maps the transaction list, which must have been asked for in UTC, to columns. */
export function mapTransactions(body: unknown): MappedPage {
  if (!Array.isArray(body)) throw new BrokenBody('The transaction list is not a list.');
  const list: readonly unknown[] = body;
  if (list.length > 0 && !list.some((row) => isRawRow(row) && 'commissionStatus' in row)) {
    throw new BrokenBody('No row of the transaction list has a commission status.');
  }
  const rows = new Map<string, TransactionRow>();
  const quarantined: QuarantinedRow[] = [];
  for (const raw of list) {
    const row = mapTransaction(raw);
    if ('reason' in row) quarantined.push(row);
    else rows.set(row.id, row);
  }
  return {
    columns: transactionColumns([...rows.values()]),
    received: list.length,
    quarantined,
    next: null,
    carried: null,
  };
}

function mapTransaction(raw: unknown): TransactionRow | QuarantinedRow {
  if (!isRawRow(raw))
    return quarantine(`The row is ${shown(raw)}, not an object.`, raw, null, null);
  const id = idOf(raw['id']);
  const instant = utcInstantOf(raw['transactionDate']);
  const aside = (reason: string): QuarantinedRow =>
    quarantine(reason, raw, id, instant === null ? null : utcDay(instant));
  if (id === null) return aside(`id is ${shown(raw['id'])}.`);
  if (instant === null) {
    return aside(`transactionDate ${shown(raw['transactionDate'])} is not a date and time.`);
  }
  const type = typeOf(raw['type']);
  const sale = amountOf(raw, 'saleAmount');
  const commission = amountOf(raw, 'commissionAmount');
  const fee = amountOf(raw, 'networkFee');
  if (typeof sale === 'string') return aside(sale);
  if (typeof commission === 'string') return aside(commission);
  if (typeof fee === 'string') return aside(fee);
  if (type === 'sale' && sale.currency === '') {
    return aside(`saleAmount ${shown(raw['saleAmount'])} says no amount.`);
  }
  if (sale.currency === '' && commission.currency === '') {
    return aside('Neither saleAmount nor commissionAmount says an amount.');
  }
  const rawStatus = textOf(raw['commissionStatus']);
  return {
    id,
    instant,
    type,
    rawType: textOf(raw['type']),
    status: statusOf(rawStatus),
    rawStatus,
    partnership: idOf(raw['publisherId']) ?? '',
    campaign: textOf(raw['campaign']),
    saleMinor: sale.minor,
    saleCurrency: sale.currency,
    commissionMinor: commission.minor,
    commissionCurrency: commission.currency,
    currencyAssumed: false,
    feeMinor: fee.minor,
    feeCurrency: fee.currency,
    customerType: customerTypeOf(raw['customerAcquisition']),
    customer: '',
    belongsTo: '',
    orderRef: textOf(raw['orderRef']),
    voucher: textOf(raw['voucherCode']),
    declineReason: textOf(raw['declineReason']),
    clickedAt: utcInstantOf(raw['clickDate']) ?? NaN,
    validatedAt: utcInstantOf(raw['validationDate']) ?? NaN,
    paid: raw['paidToPublisher'] === true ? 1 : raw['paidToPublisher'] === false ? 0 : 2,
  };
}

interface Amount {
  /** NaN when the network gives none. */
  readonly minor: number;
  /** Empty when the network gives none. */
  readonly currency: string;
}

/** An amount object, whole or its number null; a sentence when it says something that is no money. */
function amountOf(row: RawRow, field: string): Amount | string {
  const { amount, currency } = objectAt(row, field);
  if (amount === undefined || amount === null) return { minor: NaN, currency: '' };
  const code = textOf(currency).trim().toUpperCase();
  if (!isCurrency(code)) return `${field}.currency ${shown(currency)} is not a currency.`;
  const minor = minorFromMajor(amount, code);
  if (minor === null) return `${field}.amount ${shown(amount)} is not a number.`;
  return { minor, currency: code };
}

/** Leads and bonuses have their own words; every other word of the open list is a sale. */
function typeOf(value: unknown): RowType {
  switch (textOf(value).trim().toLowerCase()) {
    case 'lead':
      return 'lead';
    case 'bonus':
      return 'bonus';
    default:
      return 'sale';
  }
}

function statusOf(word: string): Status {
  switch (word.trim().toLowerCase()) {
    case 'pending':
      return 'pending';
    case 'approved':
      return 'approved';
    case 'declined':
      return 'declined';
    case 'deleted':
      return 'deleted';
    default:
      return 'unknown';
  }
}

function customerTypeOf(value: unknown): CustomerType {
  switch (textOf(value).trim().toUpperCase()) {
    case 'NEW':
      return 'new';
    case 'RETURNING':
    case 'EXISTING':
      return 'returning';
    default:
      return '';
  }
}
