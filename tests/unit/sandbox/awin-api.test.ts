import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox, SandboxConnection } from '../../../electron/sandbox/server';
import {
  asObject,
  asRows,
  call,
  connectionOf,
  parse,
  post,
  startQuiet,
  transactionsPath,
} from './sandbox-client';
import type { Json } from './sandbox-client';

let sandbox: RunningSandbox;
let nordlicht: SandboxConnection;

beforeAll(async () => {
  sandbox = await startQuiet();
  nordlicht = connectionOf(sandbox, '19011');
});

afterAll(async () => {
  await sandbox.close();
});

async function rowsOf(connection: SandboxConnection, path: string): Promise<Json[]> {
  const reply = await call(connection, path);
  expect(reply.status, reply.text.slice(0, 200)).toBe(200);
  return asRows(parse(reply.text));
}

async function reportOf(connection: SandboxConnection, query: string): Promise<Json[]> {
  const reply = await call(
    connection,
    `/advertisers/${connection.account}/reports/campaign?${query}`,
  );
  expect(reply.status, reply.text.slice(0, 200)).toBe(200);
  return asRows(asObject(parse(reply.text))['result']);
}

const OCTOBER = transactionsPath('19011', '2026-10-01T00:00:00', '2026-10-31T23:59:59');

describe('access', () => {
  it('refuses a wrong token with the body of the network', async () => {
    const reply = await call(nordlicht, '/accounts', 'nonsense');
    expect(reply.status).toBe(401);
    expect(parse(reply.text)).toEqual({
      error: 'unauthorized',
      description: 'Full authentication is required to access this resource',
    });
  });

  it('lists all accounts of the agency under one token, and refuses a foreign one', async () => {
    const answer = asObject(parse((await call(nordlicht, '/accounts')).text));
    const accounts = asRows(answer['accounts']);
    expect(accounts.filter((account) => account['accountType'] === 'advertiser')).toHaveLength(14);
    expect(accounts.filter((account) => account['accountType'] === 'publisher')).toHaveLength(1);
    expect((await call(nordlicht, '/advertisers/99999/publishers')).status).toBe(403);
    expect((await call(nordlicht, '/nowhere')).status).toBe(404);
  });
});

describe('transactions', () => {
  it.each([
    [
      'a window over 31 days',
      transactionsPath('19011', '2026-09-01T00:00:00', '2026-10-03T00:00:00'),
    ],
    [
      'dates with an offset',
      transactionsPath('19011', '2026-10-01T00:00:00Z', '2026-10-03T00:00:00Z'),
    ],
    [
      'a date that does not exist',
      transactionsPath('19011', '2026-02-30T00:00:00', '2026-03-03T00:00:00'),
    ],
    ['an unknown time zone', OCTOBER.replace('=UTC', '=Asia%2FTokyo')],
    ['an unknown date type', `${OCTOBER}&dateType=click`],
    ['an unknown status', `${OCTOBER}&status=lost`],
  ])('answers 400 to %s', async (_what, path) => {
    expect((await call(nordlicht, path)).status).toBe(400);
  });

  it('writes dates as the clocks of the time zone show them', async () => {
    const [row] = await rowsOf(nordlicht, OCTOBER);
    const path = `/advertisers/19011/transactions?ids=${String(row?.['id'])}&timezone=Europe%2FBerlin`;
    const [same] = await rowsOf(nordlicht, path);
    const utc = Date.parse(`${String(row?.['transactionDate'])}Z`);
    // Before 25 October Berlin is two hours ahead.
    expect(Date.parse(`${String(same?.['transactionDate'])}Z`) - utc).toBe(7_200_000);
  });

  it('reads the window in the time zone, across a change of the clocks', async () => {
    const berlin =
      '/advertisers/19011/transactions/?startDate=2026-10-01T02:00:00&endDate=2026-11-01T00:59:59&timezone=Europe%2FBerlin';
    const ids = (rows: readonly Json[]): unknown[] => rows.map((row) => row['id']);
    expect(ids(await rowsOf(nordlicht, berlin))).toEqual(ids(await rowsOf(nordlicht, OCTOBER)));
  });

  it('filters by status and publisher', async () => {
    const all = await rowsOf(nordlicht, OCTOBER);
    const declined = await rowsOf(nordlicht, `${OCTOBER}&status=declined`);
    expect(declined).toEqual(all.filter((row) => row['commissionStatus'] === 'declined'));
    const publisher = all[0]?.['publisherId'];
    const own = await rowsOf(nordlicht, `${OCTOBER}&publisherId=${String(publisher)}`);
    expect(own).toEqual(all.filter((row) => row['publisherId'] === publisher));
  });

  it('never shares an id between a readable row and an unreadable one, and keeps unreadable rows as they are', async () => {
    const connection = connectionOf(sandbox, '19012');
    const path = transactionsPath('19012', '2026-02-01T00:00:00', '2026-02-28T23:59:59');
    const [before, after] = [await rowsOf(connection, path), await rowsOf(connection, path)];
    expect(after).toEqual(before);
    expect(before.filter((row) => row['id'] === null)).toHaveLength(1);
    const june = await rowsOf(
      connection,
      transactionsPath('19012', '2026-06-01T00:00:00', '2026-06-30T23:59:59'),
    );
    const bad = june.filter((row) => Number.isNaN(Date.parse(String(row['transactionDate']))));
    expect(bad).toHaveLength(1);
    expect(june.filter((row) => row['id'] === bad[0]?.['id'])).toHaveLength(1);
  });
});

describe('reports', () => {
  it('gives campaign rows by day as strings under result, with and without a campaign', async () => {
    const days = 'startDate=2026-10-01&endDate=2026-10-31&timezone=UTC&interval=day';
    const all = await reportOf(nordlicht, `${days}&includeNumbersWithoutCampaign=true`);
    const named = await reportOf(nordlicht, days);
    expect(named).toEqual(all.filter((row) => row['campaign'] !== ''));
    expect(named.length).toBeLessThan(all.length);
    const quantity = asObject(asObject(all[0]?.['totals'])['quantity']);
    expect(Object.values(quantity).every((value) => typeof value === 'string')).toBe(true);
    const keys = new Set(
      all.map((row) => [row['date'], row['publisherId'], row['campaign']].join(' ')),
    );
    expect(keys.size).toBe(all.length);
  });

  it('adds up to the same clicks by day and by month', async () => {
    const clicks = (rows: readonly Json[]): number =>
      rows.reduce(
        (sum, row) => sum + Number(asObject(asObject(row['totals'])['quantity'])['click']),
        0,
      );
    const range =
      'startDate=2026-08-01&endDate=2026-10-31&timezone=UTC&includeNumbersWithoutCampaign=true';
    const months = await reportOf(nordlicht, `${range}&interval=month`);
    expect(clicks(months)).toBe(clicks(await reportOf(nordlicht, `${range}&interval=day`)));
    expect(new Set(months.map((row) => row['date']))).toEqual(
      new Set(['2026-08', '2026-09', '2026-10']),
    );
  });

  it('refuses more than 400 days, refuses one account its report and answers another one with an empty list', async () => {
    const query = 'startDate=2025-01-01&endDate=2026-11-21&timezone=UTC&interval=day';
    expect((await call(nordlicht, `/advertisers/19011/reports/campaign?${query}`)).status).toBe(
      400,
    );
    const month = 'startDate=2026-10-01&endDate=2026-10-31&timezone=UTC&interval=day';
    const refused = connectionOf(sandbox, '52661');
    expect((await call(refused, `/advertisers/52661/reports/campaign?${month}`)).status).toBe(403);
    const empty = connectionOf(sandbox, '63109');
    expect(await reportOf(empty, month)).toEqual([]);
    const sold = await rowsOf(
      empty,
      transactionsPath('63109', '2026-10-01T00:00:00', '2026-10-31T23:59:59'),
    );
    expect(sold.length).toBeGreaterThan(3);
  });

  it('gives publishers of a month with numbers as numbers', async () => {
    const path =
      '/advertisers/19011/reports/publisher?startDate=2026-10-01&endDate=2026-10-31&timezone=UTC';
    const rows = await rowsOf(nordlicht, path);
    const sales = (await rowsOf(nordlicht, OCTOBER)).filter(
      (row) => row['commissionStatus'] === 'pending' || row['commissionStatus'] === 'approved',
    );
    expect(rows.reduce((sum, row) => sum + Number(row['totalNo']), 0)).toBe(sales.length);
    expect(typeof rows[0]?.['clicks']).toBe('number');
  });
});

describe('a restatement', () => {
  it('shows in validation and amendment dates of the day, and in publishers that left', async () => {
    const own = await startQuiet();
    const connection = connectionOf(own, '19011');
    const today = (dateType: string): string =>
      transactionsPath(
        '19011',
        '2026-11-22T00:00:00',
        '2026-11-22T23:59:59',
        `&dateType=${dateType}`,
      );
    const publishers = await rowsOf(connection, '/advertisers/19011/publishers');
    const before = await rowsOf(connection, OCTOBER);
    expect(await rowsOf(connection, today('validation'))).toEqual([]);
    const done = asObject(parse((await post(`${own.info.control}/restate`, { seed: 3 })).text));
    for (const count of Object.values(done)) expect(count).toBeGreaterThan(0);
    const validated = await rowsOf(connection, today('validation'));
    const amended = await rowsOf(connection, today('amendment'));
    expect(new Set(validated.map((row) => row['commissionStatus']))).toEqual(
      new Set(['approved', 'declined']),
    );
    expect(amended.some((row) => row['commissionStatus'] === 'deleted')).toBe(true);
    expect(amended.some((row) => row['amended'] === true && row['oldSaleAmount'] !== null)).toBe(
      true,
    );
    const left = await rowsOf(connection, '/advertisers/19011/publishers');
    expect(left.length).toBeLessThan(publishers.length);
    // What changed is found by those two dates, or is a new row.
    const found = new Set([...validated, ...amended].map((row) => row['id']));
    const known = new Map(before.map((row) => [row['id'], JSON.stringify(row)]));
    for (const row of await rowsOf(connection, OCTOBER)) {
      const old = known.get(row['id']);
      if (old !== undefined && old !== JSON.stringify(row)) expect(found).toContain(row['id']);
    }
    await own.close();
  });
});
