import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../../electron/sandbox/server';
import { recountOf } from './recount';
import {
  asObject,
  asRows,
  call,
  connectionOf,
  parse,
  partnerStackItems,
  post,
  read,
  startQuiet,
} from './sandbox-client';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startQuiet();
});

afterAll(async () => {
  await sandbox.close();
});

/** Reading every account takes some 400 calls: two seconds alone, many more beside other work on the same machine. */
const WHOLE_READ_MS = 90_000;

async function truth(query = '', of = sandbox): Promise<Record<string, unknown>[]> {
  return asRows(asObject(parse((await read(`${of.info.truth}${query}`)).text))['rows']);
}

async function truthByKey(of = sandbox): Promise<Map<string, unknown>> {
  return new Map(
    (await truth('', of)).map(
      ({ network, account, month, currency, orders, revenue, commission }) => [
        [network, account, month, currency].map(String).join(' '),
        { orders, revenue, commission },
      ],
    ),
  );
}

describe('the truth', () => {
  it(
    'equals what the answers of both networks add up to',
    async () => {
      expect(await recountOf(sandbox)).toEqual(await truthByKey());
    },
    WHOLE_READ_MS,
  );

  it(
    'equals it again after a restatement, with other totals',
    async () => {
      const own = await startQuiet({ seed: 11 });
      const before = await truthByKey(own);
      await post(`${own.info.control}/restate`, {});
      const after = await truthByKey(own);
      expect(after).not.toEqual(before);
      expect(await recountOf(own)).toEqual(after);
      await own.close();
    },
    WHOLE_READ_MS,
  );

  it('covers 24 months and every program', async () => {
    const rows = await truth();
    expect(new Set(rows.map((row) => row['month'])).size).toBe(24);
    expect(new Set(rows.map((row) => row['program'])).size).toBe(20);
  });

  it('has rows with commission but no order where a vendor in euros pays rewards in dollars', async () => {
    const rows = (await truth()).filter(
      ({ account, currency }) => account === 'ledgerly-eu' && currency === 'USD',
    );
    expect(rows.length).toBeGreaterThan(12);
    for (const row of rows) {
      expect(row['orders']).toBe(0);
      expect(row['commission']).toBeGreaterThan(0);
    }
  });

  it('moves rows at the edge of a month with the time zone', async () => {
    const utc = await truth();
    const kiritimati = await truth('?timeZone=Pacific/Kiritimati');
    const sum = (rows: readonly Record<string, unknown>[]): number =>
      rows.reduce((total, row) => total + Number(row['orders']), 0);
    expect(sum(kiritimati)).toBe(sum(utc));
    expect(kiritimati).not.toEqual(utc);
    expect((await read(`${sandbox.info.truth}?timeZone=Nowhere/Land`)).status).toBe(400);
  });
});

describe('rows that exercise the rules', () => {
  it('has all statuses, the types, an unknown type, both customer words and none, codes, fees and paid rows on Awin', async () => {
    const seen: Record<string, Set<unknown>> = {};
    for (const account of ['19011', '63108', '71450', '19013']) {
      const connection = connectionOf(sandbox, account);
      for (let month = 1; month <= 10; month += 1) {
        const at = `2026-${String(month).padStart(2, '0')}`;
        const path = `/advertisers/${account}/transactions/?startDate=${at}-01T00:00:00&endDate=${at}-28T23:59:59&timezone=UTC`;
        for (const row of asRows(parse((await call(connection, path)).text))) {
          const facts = {
            status: row['commissionStatus'],
            type: row['type'],
            customer: row['customerAcquisition'],
            voucher: row['voucherCodeUsed'],
            paid: row['paidToPublisher'],
            amended: row['amended'],
            currency: `${account} ${String(asObject(row['saleAmount'])['currency'])}`,
          };
          for (const [name, value] of Object.entries(facts)) (seen[name] ??= new Set()).add(value);
        }
      }
    }
    expect(seen['status']).toEqual(new Set(['pending', 'approved', 'declined', 'deleted']));
    expect(seen['type']).toEqual(
      new Set(['Commission group transaction', 'Lead', 'Bonus', 'Assist payment']),
    );
    expect(seen['customer']).toEqual(new Set(['NEW', 'RETURNING', null]));
    for (const name of ['voucher', 'paid', 'amended'])
      expect(seen[name]).toEqual(new Set([true, false]));
    expect(seen['currency']).toContain('19013 GBP');
  });

  it('has test and archived payments, and rewards declined, without a currency, without a payment and of another month than theirs', async () => {
    const connection = connectionOf(sandbox, 'formhive');
    const payments = await partnerStackItems(connection, 'transactions');
    const rewards = await partnerStackItems(connection, 'rewards');
    const months = new Map(
      payments.map((payment) => [
        payment['key'],
        new Date(Number(payment['created_at'])).getUTCMonth(),
      ]),
    );
    expect(payments.some((payment) => payment['test'] === true)).toBe(true);
    expect(payments.some((payment) => payment['archived'] === true)).toBe(true);
    expect(new Set(payments.map((payment) => payment['approved']))).toEqual(new Set([true, false]));
    expect(new Set(rewards.map((reward) => reward['reward_status']))).toEqual(
      new Set(['approved', 'pending', 'declined']),
    );
    expect(new Set(rewards.map((reward) => 'currency' in reward))).toEqual(new Set([true, false]));
    expect(rewards.some((reward) => reward['transaction'] === null)).toBe(true);
    const late = rewards.filter((reward) => {
      const month =
        reward['transaction'] === null
          ? undefined
          : months.get(asObject(reward['transaction'])['key']);
      return month !== undefined && month !== new Date(Number(reward['created_at'])).getUTCMonth();
    });
    expect(late.length).toBeGreaterThan(0);
  });
});
