import { expect, test } from '@playwright/test';
import type { TransactionQuestion } from '../../shared/domain/explore';
import type { Query } from '../../shared/domain/query';
import { utcDay } from '../../shared/kernel/days';
import type { LabNetwork } from './lab/network';
import { openLab, type Lab } from './support/page';

let lab: Lab;

test.beforeEach(async () => {
  lab = await openLab();
});

test.afterEach(async () => {
  await lab.close();
});

const now = Date.UTC(2026, 6, 20, 9);
const at = (month: number, day: number): number => Date.UTC(2026, month - 1, day, 12);

/** Forty sales in each of four months, clicks and two publishers. */
const network: LabNetwork = {
  rows: Array.from({ length: 160 }, (_, index) => ({
    id: `sale-${index}`,
    instant: at(4 + Math.floor(index / 40), 1 + (index % 15)),
    status: index % 4 === 0 ? ('pending' as const) : ('approved' as const),
    partnership: `p${index % 3}`,
    sale: 1_000 + index,
  })),
  traffic: Array.from({ length: 100 }, (_, index) => ({
    day: utcDay(at(4, 1)) + index,
    partnership: `p${index % 3}`,
    campaign: '',
    clicks: 1 + (index % 7),
  })),
  publishers: ['p0', 'p1', 'p2'],
};

const sync = (given: LabNetwork, when = now) =>
  lab.page.evaluate(([described, instant]) => window.lab.factsSync(described, instant), [
    given,
    when,
  ] as const);
const byMonth: Query = {
  metrics: ['orders', 'revenue', 'clicks'],
  by: ['month'],
  from: '2026-04-01',
  to: '2026-07-20',
};
const ask = (query: Query = byMonth) =>
  lab.page.evaluate((asked) => window.lab.factsQuery(asked), query);
const state = () => lab.page.evaluate(() => window.lab.factsState());

const sum = (month: number): number =>
  (network.rows.slice((month - 4) * 40, (month - 3) * 40) as { sale: number }[]).reduce(
    (total, { sale }) => total + sale,
    0,
  );

test('what was synced is what is answered, and a second sync changes nothing', async () => {
  const first = await sync(network);
  expect(first.outcome).toMatchObject({ received: 263, changed: 263, removed: 0, quarantined: 0 });
  const answer = await ask();
  expect(answer.rows.map(({ month, orders, revenue }) => [month, orders, revenue])).toEqual(
    [4, 5, 6, 7].map((month) => [
      `2026-0${month}`,
      40,
      { amountMinor: sum(month), currency: 'EUR' },
    ]),
  );
  expect(answer.coverage.map((line) => line.state)).toEqual(['complete', 'complete', 'complete']);
  const second = await sync(network, now + 60_000);
  expect(second.outcome).toMatchObject({ changed: 0, removed: 0 });
  expect(await ask()).toEqual(answer);
  expect(await state()).toMatchObject({
    state: 'synced',
    counts: { transactions: 160, traffic: 100, partnerships: 3, quarantined: 0 },
    statusCounts: { approved: 120, pending: 40 },
  });
});

test('killed after any batch, the next sync ends at the same figures', async () => {
  for (const diesAfter of [1, 4, 7, 9]) {
    await sync({ ...network, page: 15, diesAfter });
    await lab.killAndRestart().then((page) => {
      lab = { ...lab, page };
    });
  }
  await sync({ ...network, page: 15 });
  const answer = await ask();
  expect(answer.rows.map(({ orders }) => orders)).toEqual([40, 40, 40, 40]);
  const { before, after } = await lab.page.evaluate(() => window.lab.factsRebuild());
  expect(after).toBe(before);
  expect((await sync(network, now + 60_000)).outcome).toMatchObject({ changed: 0, removed: 0 });
});

test('a changed, a moved and a missing row are taken over exactly', async () => {
  await sync(network);
  const rows = network.rows
    .filter(({ id }) => id !== 'sale-100')
    .map((row) => {
      if (row.id === 'sale-101') return { ...row, status: 'declined' as const };
      if (row.id === 'sale-102') return { ...row, instant: at(7, 2) };
      return row;
    });
  const outcome = (await sync({ ...network, rows }, now + 60_000)).outcome;
  expect(outcome).toMatchObject({ changed: 2, removed: 1 });
  const answer = await ask({ ...byMonth, metrics: ['orders'] });
  expect(answer.rows.map(({ orders }) => orders)).toEqual([40, 40, 37, 41]);
});

test('a row put aside on the first page of a month is still there after its last', async () => {
  await sync({ ...network, page: 15, unreadable: ['2026-05'] });
  expect(await state()).toMatchObject({ counts: { quarantined: 1 } });
  await sync({ ...network, page: 15 }, now + 60_000);
  expect(await state()).toMatchObject({ counts: { quarantined: 0 } });
});

test('batches that travel together end at what they would have ended at one by one', async () => {
  const rows = network.rows
    .filter(({ id }) => id !== 'sale-100' && id !== 'sale-41')
    .map((row) => (row.id === 'sale-102' ? { ...row, instant: at(7, 2) } : row));
  const story = async (together: number): Promise<unknown> => {
    const first = await sync({ ...network, page: 15, unreadable: ['2026-05'], together });
    const later = { ...network, rows, page: 15, together };
    const second = await sync({ ...later, unreadable: ['2026-05', '2026-06'] }, now + 60_000);
    const between = await state();
    const third = await sync(later, now + 120_000);
    const stored = await lab.page.evaluate(async () => [
      await window.lab.factsPages('transaction'),
      await window.lab.factsPages('traffic'),
      (await window.lab.factsRebuild()).before,
    ]);
    return [first.outcome, second.outcome, between, third.outcome, await state(), stored];
  };
  const singly = await story(1);
  await lab.close();
  lab = await openLab();
  expect(await story(7)).toEqual(singly);
});

test('a mass deletion is held back until a person decides', async () => {
  await sync(network);
  const rows = network.rows.filter((_, index) => index < 120 || index % 2 === 0);
  const held = await sync({ ...network, rows }, now + 60_000);
  expect(held.stop?.code).toBe('DELETIONS_HELD');
  expect(held.outcome).toMatchObject({ removed: 0, error: { code: 'DELETIONS_HELD' } });
  expect(await state()).toMatchObject({ state: 'asking', counts: { transactions: 160 } });

  await lab.page.evaluate(() => window.lab.factsDecide(true));
  expect(await state()).toMatchObject({ counts: { transactions: 140 } });
  const next = await sync({ ...network, rows }, now + 120_000);
  expect(next).toMatchObject({ stop: null, outcome: { changed: 0, removed: 0 } });
});

test('rows that a person keeps stay, and are not asked about again', async () => {
  await sync(network);
  const rows = network.rows.filter((_, index) => index < 120 || index % 2 === 0);
  await sync({ ...network, rows }, now + 60_000);
  await lab.page.evaluate(() => window.lab.factsDecide(false));
  const next = await sync({ ...network, rows }, now + 120_000);
  expect(next).toMatchObject({ stop: null, outcome: { removed: 0 } });
  expect(await state()).toMatchObject({ state: 'synced', counts: { transactions: 160 } });
});

test('a month with an unreadable row deletes nothing, stays open and says so until it is clean', async () => {
  await sync(network);
  const rows = network.rows.filter(({ id }) => id !== 'sale-41');
  const bad = { ...network, rows, unreadable: ['2026-05'] };
  expect((await sync(bad, now + 60_000)).outcome).toMatchObject({ removed: 0, quarantined: 1 });
  const answer = await ask({ ...byMonth, metrics: ['orders'] });
  expect(answer.coverage).toMatchObject([{ state: 'partial' }]);
  expect(await state()).toMatchObject({ counts: { quarantined: 1, transactions: 160 } });

  const clean = await sync({ ...network, rows }, now + 120_000);
  expect(clean.outcome).toMatchObject({ removed: 1, quarantined: 0 });
  expect(await state()).toMatchObject({ counts: { quarantined: 0, transactions: 159 } });
});

test('a refused report leaves clicks unknown, or as they were once read', async () => {
  await sync({ ...network, reportRefused: true });
  const unknown = await ask({ ...byMonth, by: [] });
  expect(unknown.rows[0]).toMatchObject({ orders: 160, clicks: null });
  expect(unknown.coverage.at(-1)).toMatchObject({ metric: 'clicks', state: 'failed' });
  await sync(network, now + 60_000);
  const known = (await ask({ ...byMonth, by: [] })).rows[0]?.['clicks'];
  expect(known).toBeGreaterThan(0);
  await sync({ ...network, reportRefused: true }, now + 120_000);
  expect((await ask({ ...byMonth, by: [] })).rows[0]?.['clicks']).toBe(known);
});

test('a program that moves to another zone has its whole report read again', async () => {
  const autumn = Date.UTC(2026, 9, 20, 9);
  await sync(network, autumn);
  const april = async () => (await ask()).rows[0]?.['clicks'] as number;
  const before = await april();
  const doubled = {
    ...network,
    traffic: (network.traffic ?? []).map((row) => ({ ...row, clicks: row.clicks * 2 })),
  };
  await sync(doubled, autumn + 60_000);
  expect(await april()).toBe(before);
  await sync({ ...doubled, timeZone: 'America/New_York' }, autumn + 120_000);
  expect(await april()).toBe(before * 2);
});

test('a month that can never be read does not put off the weekly walk of the others', async () => {
  const autumn = Date.UTC(2026, 9, 20, 9);
  const broken = { ...network, broken: ['2026-05'] };
  expect((await sync(broken, autumn)).outcome).toMatchObject({ changed: 223 });
  const rows = network.rows.map((row) =>
    row.id === 'sale-3' ? { ...row, status: 'declined' as const } : row,
  );
  const weekLater = await sync({ ...broken, rows }, autumn + 8 * 86_400_000);
  expect(weekLater.outcome).toMatchObject({ changed: 1 });
});

test('a publisher that is gone from the roster is marked, never erased, and may come back', async () => {
  const roster = () => lab.page.evaluate(() => window.lab.factsPartnerships());
  await sync(network);
  await sync({ ...network, publishers: ['p0', 'p2'] }, now + 60_000);
  expect(await roster()).toEqual([
    { id: 'p0', left: false },
    { id: 'p1', left: true },
    { id: 'p2', left: false },
  ]);
  await sync(network, now + 120_000);
  expect((await roster()).some(({ left }) => left)).toBe(false);
});

test('every stored row can be exported', async () => {
  await sync(network);
  const rows = await lab.page.evaluate(() => window.lab.factsPages('transaction'));
  expect(new Set(rows.map((row) => row[4])).size).toBe(160);
  expect(rows.find((row) => row[4] === 'sale-7')?.[13]).toBe('10.07');
  expect(await lab.page.evaluate(() => window.lab.factsPages('traffic'))).toHaveLength(100);
  expect(await lab.page.evaluate(() => window.lab.factsPages('partnership'))).toHaveLength(3);
});

const vendor: LabNetwork = {
  network: 'partnerstack',
  rows: [
    ...[4, 5, 6, 7].map((month) => ({
      id: `pay-${month}`,
      type: 'payment' as const,
      customer: 'anna',
      instant: at(month, 10),
      sale: 1_000 * month,
      currency: 'USD',
      commission: NaN,
      commissionCurrency: '',
    })),
    // Paid out with the payment's month over: the reward still counts on the day of its payment.
    ...[4, 5, 6].map((month) => ({
      id: `reward-${month}`,
      type: 'reward' as const,
      belongsTo: `pay-${month}`,
      instant: at(month + 1, 3),
      sale: NaN,
      currency: '',
      commission: 100 * month,
      commissionCurrency: 'USD',
    })),
  ],
};
const list = (from: string, to: string, more: Partial<TransactionQuestion> = {}) =>
  lab.page.evaluate(([asked, given]) => window.lab.factsTransactions(asked, given), [
    { from, to, sort: { by: 'time', direction: 'ascending' }, offset: 0, limit: 100, ...more },
    vendor,
  ] as const);

test('single transactions of some days are those of the figures, and only their months are read', async () => {
  await sync(vendor);
  const may = await list('2026-05-05', '2026-05-25');
  expect(may.list.rows.map(({ id, day }) => [id, day])).toEqual([
    ['pay-5', '2026-05-10'],
    ['reward-5', '2026-05-10'],
  ]);
  expect(may.list.sums).toEqual([
    { model: 'b2b', currency: 'USD', orders: 1, revenue: 5_000, commission: 500 },
  ]);
  expect(may.read).toEqual(['rewards|2026-06', 'transactions|2026-05']);

  // A payment that moves takes its reward along.
  const moved = vendor.rows.map((row) =>
    row.id === 'pay-5' ? { ...row, instant: at(7, 12) } : row,
  );
  await sync({ ...vendor, rows: moved }, now + 60_000);
  expect((await list('2026-05-01', '2026-05-31')).list.rows).toEqual([]);
  const july = await list('2026-07-01', '2026-07-31', { limit: 2 });
  expect(july.list.count).toBe(3);
  expect(july.list.rows.map(({ id }) => id)).toEqual(['reward-5', 'pay-7']);
  expect(july.read).toContain('rewards|2026-06');
});

test('a store of a newer build is refused and left alone', async () => {
  expect(await lab.page.evaluate(() => window.lab.factsOfTheFuture())).toBe('NEWER_STORE');
});
