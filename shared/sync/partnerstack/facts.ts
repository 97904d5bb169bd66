import type { RowType, Status } from '../../domain/vocabulary';
import { utcDay } from '../../kernel/days';
import { isCurrency } from '../../kernel/money';
import type { QuarantinedRow, TransactionColumns } from '../batch';
import {
  epochOf,
  idOf,
  integerOf,
  isRawRow,
  objectAt,
  quarantine,
  shown,
  textOf,
  type RawRow,
} from '../raw-values';
import { transactionColumns, type TransactionRow } from '../transaction-rows';
import { nestedKey } from './envelope';

/** What a reward is in when it doesn't say. */
const assumedCurrency = 'USD';

type MapRow = (row: RawRow, id: string, instant: number) => TransactionRow | string;

/** Maps items to rows; what has no key, no readable time or no readable amount is put aside with its reason. */
function mapItems(
  items: readonly unknown[],
  map: MapRow,
): { columns: TransactionColumns; quarantined: QuarantinedRow[] } {
  const rows = new Map<string, TransactionRow>();
  const quarantined: QuarantinedRow[] = [];
  for (const item of items) {
    if (!isRawRow(item)) {
      quarantined.push(quarantine(`The row is ${shown(item)}, not an object.`, item, null, null));
      continue;
    }
    const id = idOf(item['key']);
    const instant = epochOf(item['created_at']);
    const day = instant === null ? null : utcDay(instant);
    if (id === null) {
      quarantined.push(quarantine(`key is ${shown(item['key'])}.`, item, null, day));
      continue;
    }
    const row =
      instant === null
        ? `created_at ${shown(item['created_at'])} is not a time in milliseconds.`
        : map(item, id, instant);
    if (typeof row === 'string') quarantined.push(quarantine(row, item, id, day));
    else rows.set(row.id, row);
  }
  return { columns: transactionColumns([...rows.values()]), quarantined };
}

/** Payments: the sale itself. Test rows and archived rows are kept as deleted, so they never count. */
export function mapPayments(items: readonly unknown[]): ReturnType<typeof mapItems> {
  return mapItems(items, (row, id, instant) => {
    const amount = integerOf(row['amount']);
    if (amount === null) return `amount ${shown(row['amount'])} is not a whole number of cents.`;
    const currency = textOf(row['currency']).trim().toUpperCase();
    if (!isCurrency(currency)) return `currency ${shown(row['currency'])} is not a currency.`;
    return {
      ...blank('payment', id, instant),
      ...paymentStatus(row),
      rawType: textOf(row['category_key']),
      partnership: nestedKey(row, 'partnership', 'partnership_key'),
      saleMinor: amount,
      saleCurrency: currency,
      customer: nestedKey(row, 'customer', 'customer_key'),
      orderRef: textOf(objectAt(row, 'metadata')['order']),
    };
  });
}

/** Rewards: commission with a status of its own, in its own currency or in one that is assumed. */
export function mapRewards(items: readonly unknown[]): ReturnType<typeof mapItems> {
  return mapItems(items, (row, id, instant) => {
    const amount = integerOf(row['amount']);
    if (amount === null) return `amount ${shown(row['amount'])} is not a whole number of cents.`;
    const named = textOf(row['currency']).trim().toUpperCase();
    if (named !== '' && !isCurrency(named)) {
      return `currency ${shown(row['currency'])} is not a currency.`;
    }
    return {
      ...blank('reward', `reward:${id}`, instant),
      ...rewardStatus(row),
      rawType: textOf(row['description']),
      partnership: nestedKey(row, 'partnership', 'partnership_key'),
      commissionMinor: amount,
      commissionCurrency: named === '' ? assumedCurrency : named,
      currencyAssumed: named === '',
      customer: nestedKey(row, 'customer', 'customer_key'),
      belongsTo: nestedKey(row, 'transaction', 'transaction_key'),
      declineReason: textOf(row['decline_reason']),
      paid: paidState(row['payment_status']),
    };
  });
}

/** Leads. Their amount is a hope, not revenue, and is not taken. */
export function mapLeads(items: readonly unknown[]): ReturnType<typeof mapItems> {
  return mapItems(items, (row, id, instant) => ({
    ...blank('lead', `lead:${id}`, instant),
    ...leadStatus(row),
    rawType: 'lead',
    partnership: nestedKey(row, 'partnership', 'partnership_key'),
    orderRef: textOf(row['external_key']),
  }));
}

function blank(type: RowType, id: string, instant: number): TransactionRow {
  return {
    id,
    instant,
    type,
    rawType: '',
    status: 'unknown',
    rawStatus: '',
    partnership: '',
    campaign: '',
    saleMinor: NaN,
    saleCurrency: '',
    commissionMinor: NaN,
    commissionCurrency: '',
    currencyAssumed: false,
    feeMinor: NaN,
    feeCurrency: '',
    customerType: '',
    customer: '',
    belongsTo: '',
    orderRef: '',
    voucher: '',
    declineReason: '',
    clickedAt: NaN,
    validatedAt: NaN,
    paid: 2,
  };
}

interface StatusPair {
  readonly status: Status;
  readonly rawStatus: string;
}

/** Rows that must not count whatever else they say. */
function withdrawn(row: RawRow): StatusPair | null {
  if (row['test'] === true) return { status: 'deleted', rawStatus: 'test' };
  if (row['archived'] === true) return { status: 'deleted', rawStatus: 'archived' };
  return null;
}

function paymentStatus(row: RawRow): StatusPair {
  const out = withdrawn(row);
  if (out) return out;
  if (row['approved'] === true) return { status: 'approved', rawStatus: 'approved' };
  if (row['approved'] === false) return { status: 'pending', rawStatus: 'not approved' };
  return { status: 'unknown', rawStatus: textOf(row['approved']) };
}

function rewardStatus(row: RawRow): StatusPair {
  const out = withdrawn(row);
  if (out) return out;
  const word = textOf(row['reward_status'] ?? row['status']);
  switch (word.trim().toLowerCase()) {
    case 'pending':
      return { status: 'pending', rawStatus: word };
    case 'approved':
    case 'paid':
      return { status: 'approved', rawStatus: word };
    case 'declined':
      return { status: 'declined', rawStatus: word };
    default:
      return { status: 'unknown', rawStatus: word };
  }
}

function leadStatus(row: RawRow): StatusPair {
  const out = withdrawn(row);
  if (out) return out;
  const word = textOf(row['status']);
  switch (word.trim().toLowerCase()) {
    case 'pending':
    case 'submitted':
    case 'new':
    case 'open':
      return { status: 'pending', rawStatus: word };
    case 'approved':
    case 'accepted':
    case 'qualified':
    case 'converted':
      return { status: 'approved', rawStatus: word };
    case 'declined':
    case 'rejected':
    case 'disqualified':
      return { status: 'declined', rawStatus: word };
    case '':
      return approvalAlone(row);
    default:
      return { status: 'unknown', rawStatus: word };
  }
}

function approvalAlone(row: RawRow): StatusPair {
  if (row['approved'] === true) return { status: 'approved', rawStatus: 'approved' };
  if (row['approved'] === false) return { status: 'pending', rawStatus: 'not approved' };
  return { status: 'unknown', rawStatus: '' };
}

/** Only what has left the vendor's hands is paid; a word nobody knows says nothing. */
function paidState(value: unknown): 0 | 1 | 2 {
  switch (textOf(value)) {
    case 'withdrawn':
    case 'paid_externally':
      return 1;
    case 'available':
    case 'in_transit':
    case 'expired':
    case 'failed':
    case 'merging':
    case 'paid_and_refunded':
      return 0;
    default:
      return 2;
  }
}
