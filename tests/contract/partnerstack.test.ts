import { describe, expect, test } from 'vitest';
import { parseDay } from '../../shared/kernel/days';
import { BrokenBody, type ApiRequest, type MappedPage } from '../../shared/sync/connector';
import { connectors } from '../../shared/sync/connectors';
import type { SyncTask } from '../../shared/sync/plan';
import { transactionRowAt, type TransactionRow } from '../../shared/sync/transaction-rows';
import { samples } from './support/samples';

const { partnerstack } = connectors;
const account = { account: 'acme', timeZone: 'UTC' };
const window = { from: parseDay('2026-04-01')!, to: parseDay('2026-04-30')! };

function taskOf(resource: SyncTask['resource']): SyncTask {
  return { id: 't', resource, window, purpose: 'backfill', exhaustive: true };
}

function read(
  resource: SyncTask['resource'],
  items: readonly unknown[],
  hasMore = false,
  request: ApiRequest = partnerstack.first(taskOf(resource), account),
): MappedPage {
  const body = { data: { items, has_more: hasMore }, message: 'ok', status: 200 };
  return partnerstack.read({ task: taskOf(resource), account, request, body, carried: null });
}

function rowOf(
  resource: SyncTask['resource'],
  changes: Readonly<Record<string, unknown>>,
): TransactionRow {
  const sample = samples.partnerstack.find((each) => each.resource === resource)!;
  const { columns, quarantined } = read(resource, [{ ...sample.row, ...changes }]);
  expect(quarantined).toEqual([]);
  if (columns?.kind !== 'transactions') throw new Error('No transactions came out.');
  return transactionRowAt(columns, 0);
}

describe("PartnerStack's payments", () => {
  test('cents stay cents, and the customer is the key that customers have', () => {
    expect(rowOf('transactions', {})).toMatchObject({
      type: 'payment',
      saleMinor: 12900,
      saleCurrency: 'EUR',
      commissionMinor: NaN,
      customer: 'cus_Ab1',
      partnership: 'part_9xQ2',
      orderRef: 'A-100234',
    });
  });

  test.each([
    [{ approved: true }, 'approved', 'approved'],
    [{ approved: false }, 'pending', 'not approved'],
    [{ approved: true, archived: true }, 'deleted', 'archived'],
    [{ approved: true, test: true }, 'deleted', 'test'],
    [{ approved: true, archived: true, test: true }, 'deleted', 'test'],
    [{ approved: null }, 'unknown', ''],
  ])('%j reads as %s, kept as "%s"', (changes, status, rawStatus) => {
    expect(rowOf('transactions', changes)).toMatchObject({ status, rawStatus });
  });
});

describe("PartnerStack's rewards", () => {
  test('belong to their payment, are commission, and assume dollars where they say nothing', () => {
    expect(rowOf('rewards', {})).toMatchObject({
      type: 'reward',
      belongsTo: 'tran_5tY',
      commissionMinor: 2580,
      commissionCurrency: 'USD',
      currencyAssumed: true,
      saleMinor: NaN,
    });
    expect(rowOf('rewards', { currency: 'gbp', transaction: null })).toMatchObject({
      belongsTo: '',
      commissionCurrency: 'GBP',
      currencyAssumed: false,
    });
  });

  test.each([
    ['pending', 'pending'],
    ['approved', 'approved'],
    ['declined', 'declined'],
    ['under review', 'unknown'],
  ])('status %s is %s', (reward_status, status) => {
    expect(rowOf('rewards', { reward_status })).toMatchObject({ status, rawStatus: reward_status });
  });

  test('only what left the vendor is paid', () => {
    expect(rowOf('rewards', { payment_status: 'withdrawn' }).paid).toBe(1);
    expect(rowOf('rewards', { payment_status: 'available' }).paid).toBe(0);
    expect(rowOf('rewards', { payment_status: null }).paid).toBe(2);
  });
});

describe("PartnerStack's leads", () => {
  test("a lead's hoped-for amount is no revenue", () => {
    expect(rowOf('leads', { amount: 90_000 })).toMatchObject({ type: 'lead', saleMinor: NaN });
  });

  test.each([
    [{ status: 'submitted' }, 'pending'],
    [{ status: 'converted' }, 'approved'],
    [{ status: 'rejected' }, 'declined'],
    [{ status: 'parked' }, 'unknown'],
    [{ status: null, approved: true }, 'approved'],
    [{ status: null, approved: false }, 'pending'],
  ])('%j is %s', (changes, status) => {
    expect(rowOf('leads', changes).status).toBe(status);
  });
});

describe("PartnerStack's rosters", () => {
  test('hold nothing about the people who buy', () => {
    const item = { key: 'cus_1', email: 'buyer@client.example', name: 'Buyer', created_at: 1.7e12 };
    expect(JSON.stringify(read('customers', [item]).columns)).not.toMatch(/buyer/i);
    const deal = { key: 'deal_1', contact_email: 'c@buyer.example', contact_first_name: 'Cleo' };
    expect(JSON.stringify(read('deals', [deal]).columns)).not.toMatch(/buyer|cleo/i);
  });

  test.each([
    [{ team: { name: 'Trail Notes' }, first_name: 'Mara', partner_key: 'trail' }, 'Trail Notes'],
    [{ team: null, first_name: 'Mara', last_name: 'Lind', partner_key: 'trail' }, 'Mara Lind'],
    [{ first_name: '', last_name: null, partner_key: 'trail' }, 'trail'],
    [{}, null],
  ])('%j is called %s', (item, name) => {
    const { columns } = read('partnerships', [{ key: 'part_1', ...item }]);
    expect(columns?.kind === 'roster' && columns.rows[0]?.values['name']).toBe(name);
  });
});

describe("PartnerStack's pages", () => {
  test('the next page starts after the last item that has a key, everything else alike', () => {
    const first = read('rewards', [{ key: 'a' }, { key: 'b' }, { key: null }], true);
    const original = partnerstack.first(taskOf('rewards'), account);
    expect(first.next).toEqual({
      path: original.path,
      query: [...original.query, ['starting_after', 'b']],
    });
    const second = read('rewards', [{ key: 'c' }], true, first.next!);
    expect(second.next!.query.filter(([name]) => name === 'starting_after')).toEqual([
      ['starting_after', 'c'],
    ]);
  });

  test('more without anything to start after is a broken page', () => {
    expect(() => read('rewards', [], true)).toThrow(BrokenBody);
  });
});
