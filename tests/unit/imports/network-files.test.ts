import { describe, expect, test } from 'vitest';
import { factTargets } from '../../../shared/imports/fact-targets';
import { proposeMapping } from '../../../shared/imports/mapping';
import { networkFileKind, networkFileWords } from '../../../shared/imports/network-files';
import { customerOfWord, statusOfWord, typeOfWord } from '../../../shared/imports/status-words';
import { readBytes } from './support';

/** One row of a network's own file, and where its columns have to go. */
interface Fixture {
  readonly network: string;
  readonly into: 'traffic' | 'transactions';
  readonly text: string;
  readonly mapping: Readonly<Record<string, string>>;
}

const fixtures: readonly Fixture[] = [
  {
    network: 'ShareASale',
    into: 'transactions',
    text:
      'Trans ID|User ID|Merchant ID|Trans Date|Trans Amount|Commission|SSAmount|Comment|Voided|Locked|Trans Type\n' +
      '71234567|900|44211|03/14/2026 11:02:00|120.50|12.05|2.41|Sale - A-1001|0|1|Sale\n',
    mapping: {
      'Trans ID': 'transactionId',
      'User ID': 'partnerId',
      'Trans Date': 'time',
      'Trans Amount': 'sale',
      Commission: 'commission',
      SSAmount: 'fee',
      Voided: 'voided',
      Locked: 'locked',
      'Trans Type': 'type',
    },
  },
  {
    network: 'Rakuten',
    into: 'transactions',
    text:
      'Publisher ID,Publisher Name,Order ID,Transaction Date,Currency,Gross Sales,Gross Commissions,Commission Status\n' +
      '3301,Mara Lind,A-1001,3/14/26,USD,120.50,12.05,Locked\n',
    mapping: {
      'Publisher ID': 'partnerId',
      'Publisher Name': 'partner',
      'Order ID': 'orderRef',
      'Transaction Date': 'time',
      Currency: 'saleCurrency',
      'Gross Sales': 'sale',
      'Gross Commissions': 'commission',
      'Commission Status': 'status',
    },
  },
  {
    network: 'Rakuten',
    into: 'traffic',
    text: 'Date,Publisher ID,Publisher Name,# of Impressions,# of Clicks\n3/14/26,3301,Mara Lind,900,40\n',
    mapping: {
      Date: 'day',
      'Publisher ID': 'partnerId',
      'Publisher Name': 'partner',
      '# of Impressions': 'impressions',
      '# of Clicks': 'clicks',
    },
  },
  {
    network: 'Commission Factory',
    into: 'transactions',
    text:
      'Id,DateCreated,DateModified,AffiliateId,AffiliateBusinessName,TrafficSource,CustomerType,OrderId,SaleValue,Commission,OverrideFee,ReportedCurrencyCode,Status,VoidReason,CouponCode\n' +
      '1,2026-03-14T11:02:00.000,2026-03-15T00:00:00.000,55,Mara Lind,https://trail.example/,New,A-1001,120.5000,12.0500,3.0125,AUD,Approved,,TRAIL10\n',
    mapping: {
      Id: 'transactionId',
      DateCreated: 'time',
      AffiliateId: 'partnerId',
      AffiliateBusinessName: 'partner',
      TrafficSource: 'campaign',
      CustomerType: 'customerType',
      OrderId: 'orderRef',
      SaleValue: 'sale',
      Commission: 'commission',
      OverrideFee: 'fee',
      Status: 'status',
      VoidReason: 'declineReason',
      CouponCode: 'voucher',
    },
  },
  {
    network: 'Tapfiliate',
    into: 'transactions',
    text:
      'Conversion ID,External ID,Amount,Commission,Affiliate ID,Affiliate,Program,Status,Created at\n' +
      '3411,A-1001,129.00,10.32,mara-lind,Mara Lind,Nordlicht,approved,2026-03-14T20:59:00+00:00\n',
    mapping: {
      'Conversion ID': 'transactionId',
      'External ID': 'orderRef',
      Amount: 'sale',
      Commission: 'commission',
      'Affiliate ID': 'partnerId',
      Affiliate: 'partner',
      Program: 'program',
      Status: 'status',
      'Created at': 'time',
    },
  },
  {
    network: 'Refersion',
    into: 'transactions',
    text:
      'Conversion ID,Created,Affiliate Code,Affiliate Name,Order ID,Order Total,Commission,Currency,Status,Payment Status\n' +
      '88,2026-03-14 20:59:00,a1b2,Mara Lind,A-1001,129.00,10.32,USD,APPROVED,UNPAID\n',
    mapping: {
      'Conversion ID': 'transactionId',
      Created: 'time',
      'Affiliate Code': 'partnerId',
      'Affiliate Name': 'partner',
      'Order ID': 'orderRef',
      'Order Total': 'sale',
      Commission: 'commission',
      Currency: 'saleCurrency',
      Status: 'status',
      'Payment Status': 'paid',
    },
  },
];

describe('files of networks', () => {
  test.each(fixtures)('$network: $into', async ({ network, into, text, mapping }) => {
    const { shape } = await readBytes(text);
    const headers = shape.columns.map(({ header }) => header);
    expect(networkFileWords(headers)).toContain(network);
    expect(networkFileKind(headers)).toBe(into);
    const proposed = proposeMapping(shape.columns, factTargets(into));
    const placed = headers.flatMap((header, at): [string, string][] => {
      const key = proposed[at];
      return typeof key === 'string' ? [[header, key]] : [];
    });
    expect(Object.fromEntries(placed)).toEqual(mapping);
  });

  test('a sheet of people is nobody’s export', () => {
    expect(networkFileKind(['Name', 'E-mail', 'Status'])).toBeNull();
  });
});

test('the networks’ words for a state are ours, and what nobody knows is unknown', () => {
  const words = {
    pending: ['Pending', 'EXTENDED', 'on hold'],
    approved: ['Approved', 'LOCKED', 'paid', 'confirmed'],
    declined: ['declined', 'REVERSED', 'Void', 'DENIED', 'UNQUALIFIED', 'Canceled'],
    deleted: ['deleted'],
    unknown: ['verschoben', ''],
  };
  for (const [status, list] of Object.entries(words)) {
    for (const word of list) expect([word, statusOfWord(word)]).toEqual([word, status]);
  }
  expect([typeOfWord('Sale'), typeOfWord('BONUS'), typeOfWord('thing')]).toEqual([
    'sale',
    'bonus',
    null,
  ]);
  expect(['New', 'returning customer', '?'].map(customerOfWord)).toEqual(['new', 'returning', '']);
});
