import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  startSandbox,
  type RunningSandbox,
  type SandboxConnection,
} from '../../electron/sandbox/server';
import { monthKey, utcDay } from '../../shared/kernel/days';
import type { Batch } from '../../shared/sync/batch';
import { transactionRowAt, type TransactionRow } from '../../shared/sync/transaction-rows';
import { driveSync, type DrivenSync } from './support/node-driver';

const today = '2026-11-20';
const options = { today, since: '2024-11-01', callsPerMinute: 6_000 };

const truthSchema = z.object({
  rows: z.array(
    z.object({
      network: z.string(),
      account: z.string(),
      month: z.string(),
      currency: z.string(),
      orders: z.number(),
      revenue: z.number(),
      commission: z.number(),
    }),
  ),
});

interface Total {
  orders: number;
  revenue: number;
  commission: number;
}

/** Sums by the rules of the product, straight from the mapped rows. */
function totalsOf(account: string, rows: readonly TransactionRow[]): Map<string, Total> {
  const totals = new Map<string, Total>();
  const at = (instant: number, currency: string): Total => {
    const key = `${account} ${monthKey(utcDay(instant))} ${currency}`;
    const total = totals.get(key) ?? { orders: 0, revenue: 0, commission: 0 };
    totals.set(key, total);
    return total;
  };
  const payments = new Map(
    rows.filter(({ type }) => type === 'payment').map((row) => [row.id, row]),
  );
  for (const row of rows) {
    if (row.status !== 'pending' && row.status !== 'approved') continue;
    const payment = payments.get(row.belongsTo);
    if (payment?.status === 'deleted') continue;
    if (!Number.isNaN(row.saleMinor)) {
      const total = at(row.instant, row.saleCurrency);
      total.revenue += row.saleMinor;
      if (row.type === 'sale' || row.type === 'payment') total.orders += 1;
    }
    if (!Number.isNaN(row.commissionMinor)) {
      at((payment ?? row).instant, row.commissionCurrency).commission += row.commissionMinor;
    }
  }
  return totals;
}

function transactionsOf(batches: readonly Batch[]): TransactionRow[] {
  return batches.flatMap(({ columns }) =>
    columns?.kind === 'transactions'
      ? columns.id.map((_, row) => transactionRowAt(columns, row))
      : [],
  );
}

async function syncAll(sandbox: RunningSandbox): Promise<Map<SandboxConnection, DrivenSync>> {
  const results = new Map<SandboxConnection, DrivenSync>();
  await Promise.all(
    sandbox.info.connections.map(async (connection) => {
      results.set(connection, await driveSync(connection, options));
    }),
  );
  return results;
}

async function expectTruth(
  sandbox: RunningSandbox,
  results: ReadonlyMap<SandboxConnection, DrivenSync>,
): Promise<void> {
  const { rows } = truthSchema.parse(await (await fetch(sandbox.info.truth)).json());
  const truth = new Map(
    rows.map(({ account, month, currency, orders, revenue, commission }) => [
      `${account} ${month} ${currency}`,
      { orders, revenue, commission },
    ]),
  );
  const found = new Map<string, Total>();
  for (const [{ account }, { batches, error }] of results) {
    expect(error).toBeNull();
    for (const [key, total] of totalsOf(account, transactionsOf(batches))) found.set(key, total);
  }
  const byKey = (totals: ReadonlyMap<string, Total>): [string, Total][] =>
    [...totals]
      .filter(([, total]) => Object.values(total).some((value) => value !== 0))
      .sort(([one], [other]) => (one < other ? -1 : 1));
  expect(truth.size).toBeGreaterThan(400);
  expect(byKey(found)).toEqual(byKey(truth));
}

describe('the sandbox, answering right', () => {
  let sandbox: RunningSandbox;
  let results: Map<SandboxConnection, DrivenSync>;
  beforeAll(async () => {
    sandbox = await startSandbox({ size: 'small', seed: 11, today, limit: 6_000 });
    results = await syncAll(sandbox);
  }, 60_000);
  afterAll(async () => {
    await sandbox.close();
  });
  const of = (account: string): DrivenSync =>
    [...results].find(([connection]) => connection.account === account)![1];

  test('every row arrives, and sums equal the truth to the minor unit', async () => {
    await expectTruth(sandbox, results);
  });

  test('a backfill asks Awin for one roster, two reports and 25 months', () => {
    expect(of('19011').requests).toBe(1 + 2 + 25);
  });

  test('traffic comes in one batch for each month, newest first', () => {
    const months = of('19011').batches.flatMap(({ columns, note }) =>
      columns?.kind === 'traffic' ? [monthKey(note.window.from)] : [],
    );
    expect(months).toHaveLength(25);
    expect(months).toEqual([...months].sort().reverse());
  });

  test('batches count from 1 without a gap, and each task ends complete', () => {
    for (const { batches } of results.values()) {
      expect(batches.map(({ sequence }) => sequence)).toEqual(batches.map((_, index) => index + 1));
      for (const task of new Set(batches.map((batch) => batch.task))) {
        expect(batches.filter((batch) => batch.task === task).at(-1)!.note.complete).toBe(true);
      }
    }
  });

  test('a refused report and an empty one are told apart, and cost nothing else', () => {
    const refused = of('52661').batches.filter(({ resource }) => resource === 'traffic');
    expect(refused.map(({ answer }) => answer.state)).toEqual(['refused', 'refused']);
    const empty = of('63109').batches.filter(({ resource }) => resource === 'traffic');
    expect(empty).toHaveLength(25);
    expect(
      empty.every(({ received, answer }) => received === 0 && answer.state === 'answered'),
    ).toBe(true);
  });

  test('leads and deals outside of the plan read "not in this subscription"', () => {
    const answers = of('inboxwise').batches.filter(({ resource }) => /leads|deals/.test(resource));
    expect(answers.map(({ answer }) => answer)).toEqual([
      { state: 'refused', reason: 'not in this subscription', notOffered: true },
      { state: 'refused', reason: 'not in this subscription', notOffered: true },
    ]);
  });

  test('unreadable rows are put aside with the field and the value that are wrong', () => {
    const reasons = (account: string): string[] =>
      of(account).batches.flatMap(({ quarantined }) => quarantined.map(({ reason }) => reason));
    expect(new Set(reasons('19012'))).toEqual(
      new Set([
        'id is null.',
        'transactionDate "not available" is not a date and time.',
        'saleAmount.amount "12,x0" is not a number.',
      ]),
    );
    expect(new Set(reasons('ledgerly'))).toEqual(
      new Set([
        'created_at "soon" is not a time in milliseconds.',
        'amount "12,x0" is not a whole number of cents.',
        'amount "n/a" is not a whole number of cents.',
      ]),
    );
    expect(reasons('19011')).toEqual([]);
  });

  test('a wrong token stops the connection at its first request', async () => {
    const [connection] = sandbox.info.connections;
    const { error, batches, requests } = await driveSync(connection!, {
      ...options,
      token: 'wrong',
    });
    expect(error?.code).toBe('CREDENTIALS');
    expect(requests).toBe(1);
    expect(batches).toEqual([]);
  });

  test('an account that the token does not open stops the connection', async () => {
    const [connection] = sandbox.info.connections;
    const { error } = await driveSync({ ...connection!, account: '99999' }, options);
    expect(error?.code).toBe('CREDENTIALS');
  });

  test('the data worker can stop a session', async () => {
    const [connection] = sandbox.info.connections;
    const stop = { code: 'DELETIONS_HELD', message: 'Too many rows would go.' };
    const { error, batches } = await driveSync(connection!, {
      ...options,
      acknowledge: ({ sequence }) => (sequence === 2 ? { stop } : {}),
    });
    expect(error).toEqual(stop);
    expect(batches.length).toBeLessThan(5);
  });
});

describe('the sandbox, failing heavily', () => {
  test('every row arrives all the same, exactly once in each walk', async () => {
    const sandbox = await startSandbox({
      size: 'small',
      seed: 11,
      today,
      limit: 6_000,
      faults: 'heavy',
      stallMs: 200,
    });
    try {
      const results = await syncAll(sandbox);
      await expectTruth(sandbox, results);
      for (const { batches } of results.values()) {
        const ids = transactionsOf(batches).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
      const log = z
        .object({ faults: z.record(z.string(), z.number()) })
        .parse(await (await fetch(`${sandbox.info.control}/log`)).json());
      expect(Object.values(log.faults).every((count) => count > 0)).toBe(true);
      expect(Object.keys(log.faults)).toHaveLength(10);
    } finally {
      await sandbox.close();
    }
  }, 120_000);
});
