import { describe, expect, test } from 'vitest';
import { parseDay } from '../../shared/kernel/days';
import type { MappedPage } from '../../shared/sync/connector';
import { connectors } from '../../shared/sync/connectors';
import type { SyncTask } from '../../shared/sync/plan';
import { transactionRowAt, type TransactionRow } from '../../shared/sync/transaction-rows';
import { samples } from './support/samples';

const { awin } = connectors;
const account = { account: '19011', timeZone: 'Europe/Berlin' };
const window = { from: parseDay('2026-04-01')!, to: parseDay('2026-04-30')! };

function read(resource: SyncTask['resource'], body: unknown): MappedPage {
  const task: SyncTask = { id: 't', resource, window, purpose: 'backfill', exhaustive: true };
  const request = awin.first(task, account);
  return awin.read({ task, account, request, body, carried: null });
}

const sample = samples.awin.find(({ resource }) => resource === 'transactions')!.row;
const reported = samples.awin.find(({ resource }) => resource === 'traffic')!.row;

function transaction(changes: Readonly<Record<string, unknown>>): TransactionRow {
  const { columns, quarantined } = read('transactions', [{ ...sample, ...changes }]);
  expect(quarantined).toEqual([]);
  if (columns?.kind !== 'transactions') throw new Error('No transactions came out.');
  return transactionRowAt(columns, 0);
}

describe("Awin's transactions", () => {
  test('amounts are exact minor units, dates are UTC', () => {
    expect(transaction({})).toEqual({
      id: '1591984035',
      instant: Date.UTC(2026, 3, 14, 20, 59),
      type: 'sale',
      rawType: 'Commission group transaction',
      status: 'pending',
      rawStatus: 'pending',
      partnership: '45628',
      campaign: 'spring-sale',
      saleMinor: 4256,
      saleCurrency: 'EUR',
      commissionMinor: 426,
      commissionCurrency: 'EUR',
      currencyAssumed: false,
      feeMinor: 119,
      feeCurrency: 'EUR',
      customerType: 'new',
      customer: '',
      belongsTo: '',
      orderRef: 'A-100234',
      voucher: 'TRAIL10',
      declineReason: '',
      clickedAt: Date.UTC(2026, 3, 14, 20, 54),
      validatedAt: NaN,
      paid: 0,
    });
  });

  test.each([
    [{ amount: '42.56', currency: 'EUR' }, 4256],
    [{ amount: 1042, currency: 'JPY' }, 1042],
    [{ amount: -3.005, currency: 'EUR' }, -301],
    [{ amount: 0, currency: 'GBP' }, 0],
  ])('saleAmount %j is %d minor units', (saleAmount, minor) => {
    expect(transaction({ saleAmount }).saleMinor).toBe(minor);
  });

  test.each([
    ['Lead', 'lead'],
    ['bonus', 'bonus'],
    ['Commission group transaction', 'sale'],
    ['Assist payment', 'sale'],
    [null, 'sale'],
  ])('type %s is a %s', (type, expected) => {
    expect(transaction({ type }).type).toBe(expected);
  });

  test('a status word nobody knows is kept, not put aside', () => {
    expect(transaction({ commissionStatus: 'on hold' })).toMatchObject({
      status: 'unknown',
      rawStatus: 'on hold',
    });
  });

  test('a bonus without a sale amount is commission alone', () => {
    expect(transaction({ type: 'Bonus', saleAmount: null })).toMatchObject({
      saleMinor: NaN,
      commissionMinor: 426,
    });
  });
});

describe("Awin's campaign report", () => {
  test.each([
    ['result', { result: [reported] }],
    ['body', { body: [reported], statusCode: 'OK' }],
    ['nothing', [reported]],
  ])('is read wrapped in %s', (_, body) => {
    expect(read('traffic', body).columns).toMatchObject({ length: 1, impressions: null });
  });

  test('clicks come as text or number; a row that says none is unknown, not zero', () => {
    const clicks = (click: unknown): number | undefined => {
      const { columns } = read('traffic', [{ ...reported, totals: { quantity: { click } } }]);
      return columns?.kind === 'traffic' ? columns.clicks?.[0] : undefined;
    };
    expect([clicks('41'), clicks(41), clicks('0'), clicks(null)]).toEqual([41, 41, 0, NaN]);
  });

  test('is asked for in the zone of the program where Awin lists it, else in UTC', () => {
    const zone = (timeZone: string): string | undefined => {
      const task: SyncTask = {
        id: 't',
        resource: 'traffic',
        window,
        purpose: 'backfill',
        exhaustive: true,
      };
      const { query } = awin.first(task, { account: '1', timeZone });
      return query.find(([name]) => name === 'timezone')?.[1];
    };
    expect(zone('Australia/Sydney')).toBe('Australia/Sydney');
    expect(zone('America/New_York')).toBe('US/Eastern');
    expect(zone('Europe/Madrid')).toBe('Europe/Berlin');
    expect(zone('Asia/Tokyo')).toBe('UTC');
  });
});

describe("Awin's check", () => {
  const accounts = [
    { accountId: 19011, accountName: 'Nordlicht Outdoor DE', accountType: 'advertiser' },
    { accountId: 45628, accountName: 'Agency Blog', accountType: 'publisher' },
  ];

  test('lists the advertisers by name, and no publisher', () => {
    const more = { accountId: 7, accountName: 'Alpenglow', accountType: 'advertiser' };
    expect(awin.readAccounts({ userId: 1, accounts: [...accounts, more] })).toEqual([
      { account: '7', name: 'Alpenglow' },
      { account: '19011', name: 'Nordlicht Outdoor DE' },
    ]);
  });
});
