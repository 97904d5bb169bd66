import type { FileResource } from '../domain/file-sources';
import type { ImportTarget } from './field-words';

/** What people and the networks' exports call the columns of figures, ready to be compared; the surest first. */
type Word = readonly [key: string, label: string, words: readonly string[], required?: true];

const whoAndWhere: readonly Word[] = [
  [
    'partnerId',
    'Partner’s id',
    [
      'partner network id',
      'partner id',
      'publisher id',
      'affiliate id',
      'media partner id',
      'partner key',
      'site id',
      'website id',
      'pid',
      'affiliate code',
      'user id',
    ],
  ],
  [
    'partner',
    'Partner’s name',
    [
      'partner',
      'partner name',
      'publisher',
      'publisher name',
      'affiliate',
      'affiliate name',
      'media partner',
      'media partner name',
      'affiliate business name',
      'site name',
      'website name',
      'organization',
    ],
  ],
  [
    'program',
    'Program',
    [
      'program',
      'program name',
      'programme',
      'programme name',
      'advertiser',
      'advertiser name',
      'merchant',
      'merchant name',
      'brand',
    ],
  ],
  ['campaign', 'Campaign', ['campaign', 'campaign name', 'click ref', 'sub id', 'traffic source']],
];

const traffic: readonly Word[] = [
  ['day', 'Day', ['day', 'date', 'report date', 'click date', 'activity date', 'on'], true],
  ...whoAndWhere,
  [
    'clicks',
    'Clicks',
    ['clicks', 'click', 'total clicks', 'number of clicks', 'of clicks', 'hits', 'link clicks'],
  ],
  [
    'impressions',
    'Impressions',
    [
      'impressions',
      'impression',
      'total impressions',
      'number of impressions',
      'of impressions',
      'views',
    ],
  ],
];

const transactions: readonly Word[] = [
  [
    'transactionId',
    'Transaction’s id',
    ['id', 'transaction id', 'trans id', 'action id', 'commission id', 'conversion id', 'sale id'],
  ],
  [
    'time',
    'Time',
    [
      'time',
      'transaction date',
      'trans date',
      'transaction time',
      'event date',
      'action date',
      'conversion date',
      'date created',
      'created at',
      'created',
      'sale date',
      'order date',
      'date',
      'day',
      'posting date',
    ],
    true,
  ],
  ...whoAndWhere,
  ['type', 'Type', ['type', 'transaction type', 'action type', 'trans type', 'event type']],
  [
    'status',
    'Status',
    [
      'status',
      'commission status',
      'transaction status',
      'action status',
      'conversion status',
      'state',
    ],
  ],
  ['rawStatus', 'Status in the network’s word', ['raw status']],
  ['voided', 'Voided', ['voided', 'is voided', 'void']],
  ['locked', 'Locked', ['locked', 'is locked']],
  [
    'sale',
    'Sale',
    [
      'sale amount',
      'sale',
      'trans amount',
      'transaction amount',
      'sale value',
      'sales total',
      'gross sales',
      'sales',
      'order amount',
      'order total',
      'order value',
      'amount',
      'total',
      'revenue',
    ],
  ],
  [
    'saleCurrency',
    'Sale: currency',
    ['sale currency', 'currency', 'currency code', 'order currency', 'original currency'],
  ],
  [
    'commission',
    'Commission',
    [
      'commission amount',
      'commission',
      'payout',
      'total commission',
      'gross commissions',
      'commissions',
      'publisher commission',
      'reward',
    ],
  ],
  ['commissionCurrency', 'Commission: currency', ['commission currency', 'payout currency']],
  [
    'fee',
    'Network fee',
    ['network fee amount', 'network fee', 'override fee', 'ssamount', 'network commission'],
  ],
  ['feeCurrency', 'Network fee: currency', ['network fee currency', 'fee currency']],
  ['customerType', 'New or returning', ['customer type', 'customer status', 'new customer']],
  ['customer', 'Customer', ['customer', 'customer key', 'customer id']],
  ['belongsTo', 'Belongs to', ['belongs to']],
  [
    'orderRef',
    'Order',
    ['order ref', 'order id', 'order reference', 'external id', 'oid', 'order number'],
  ],
  [
    'voucher',
    'Voucher',
    ['voucher', 'voucher code', 'voucher code used', 'coupon', 'coupon code', 'promo code'],
  ],
  ['declineReason', 'Why declined', ['decline reason', 'void reason', 'reversal reason', 'reason']],
  ['clickedAt', 'Clicked', ['clicked at', 'click date', 'click time']],
  [
    'validatedAt',
    'Decided',
    ['validated at', 'validation date', 'lock date', 'locking date', 'approved at'],
  ],
  ['paid', 'Paid', ['paid', 'is paid', 'paid to publisher', 'payment status']],
];

/** Where a column of a file of figures can go. */
export function factTargets(resource: FileResource): readonly ImportTarget[] {
  return (resource === 'traffic' ? traffic : transactions).map(
    ([key, label, words, required = false]) => ({ key, label, words, required, type: 'text' }),
  );
}
