import { expect, test, type Page } from '@playwright/test';
import type { ProgramPage } from '../../shared/domain/program-page';
import type { QueryAnswer } from '../../shared/domain/query';
import { bringFile, callDesk, writeDesk } from './support/call-desk';
import { openLab, type Lab } from './support/page';

/** Two programs of one client, of which the second goes on where the first ends: counted once, in a real store. */
let lab: Lab;
let page: Page;

const client = '01980000-0000-7000-8000-000000000001';
const old = '01980000-0000-7000-8000-000000000002';
const next = '01980000-0000-7000-8000-000000000003';
const files = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
] as const;

const head =
  'Program,Transaction ID,Order ID,Partner ID,Partner,Date,Sale amount,Commission,Status\n';
/** March and April, the last of it after the move. */
const ofOld =
  'Nordlicht on ShareASale,o1,A-1,900,Mara Lind,2026-03-05 10:00,100.00,10.00,approved\n' +
  'Nordlicht on ShareASale,o2,A-2,900,Mara Lind,2026-03-30 10:00,50.00,5.00,pending\n' +
  'Nordlicht on ShareASale,o3,A-3,901,Trail Notes,2026-04-03 10:00,30.00,3.00,approved\n';
/** The parallel run began in March; two orders are the old one's, under their numbers. */
const ofNext =
  'Nordlicht on Awin,n0,A-0,55,Mara Lind,2026-03-20 10:00,999.00,99.00,approved\n' +
  'Nordlicht on Awin,n1,A-1,55,Mara Lind,2026-04-01 09:00,100.00,10.00,approved\n' +
  'Nordlicht on Awin,n2,A-2,55,Mara Lind,2026-04-02 10:00,50.00,5.00,declined\n' +
  'Nordlicht on Awin,n3,A-3,56,Trail Notes,2026-04-03 10:00,30.00,3.00,approved\n' +
  'Nordlicht on Awin,n4,A-9,56,Trail Notes,2026-04-20 10:00,70.00,7.00,pending\n';

test.beforeEach(async () => {
  lab = await openLab();
  page = lab.page;
  const program = { client, model: 'retail', timeZone: 'UTC', currency: 'USD' };
  await writeDesk(page, [
    { op: 'create', kind: 'client', id: client, values: { name: 'Nordlicht' } },
    {
      op: 'create',
      kind: 'program',
      id: old,
      values: { ...program, name: 'Nordlicht on ShareASale', network: 'shareasale' },
    },
    {
      op: 'create',
      kind: 'program',
      id: next,
      values: { ...program, name: 'Nordlicht on Awin', network: 'awin' },
    },
  ]);
  await bringFile(page, files[0], 'transactions', head + ofOld);
  await bringFile(page, files[1], 'transactions', head + ofNext);
});

test.afterEach(async () => {
  await lab.close();
});

async function follow(from: string | null): Promise<void> {
  await writeDesk(page, [
    {
      op: 'set',
      kind: 'program',
      id: next,
      values: { follows: from === null ? null : old, followsFrom: from },
    },
  ]);
}

interface Counted {
  readonly revenue: number;
  readonly orders: number;
}

/** Tracked revenue in minor units and orders of some programs over both months. */
async function counted(
  programs: readonly string[] | null,
  by: readonly string[] = [],
): Promise<Counted> {
  const { rows } = await callDesk<QueryAnswer>(page, 'query', {
    metrics: ['revenue', 'orders'],
    by,
    ...(programs === null ? {} : { programs }),
    from: '2026-03-01',
    to: '2026-04-30',
  });
  return rows.reduce<Counted>(
    (sum, row) => {
      const { revenue, orders } = row;
      const minor = typeof revenue === 'object' && revenue !== null ? revenue.amountMinor : 0;
      return {
        revenue: sum.revenue + minor,
        orders: sum.orders + (typeof orders === 'number' ? orders : 0),
      };
    },
    { revenue: 0, orders: 0 },
  );
}

/** A program's page from a day on to the end of April. */
function pageOf(program: string, from: string): Promise<ProgramPage> {
  return callDesk<ProgramPage>(page, 'programs.page', {
    program,
    current: { from, to: '2026-04-30' },
    previous: { from: '2026-01-01', to: '2026-02-28' },
    today: '2026-05-01',
  });
}

test('apart, each program counts what it has, and an order that both have stands in both', async () => {
  expect(await counted([old])).toEqual({ revenue: 18_000, orders: 3 });
  expect(await counted([next])).toEqual({ revenue: 119_900, orders: 4 });
  expect(await counted([old, next])).toEqual({ revenue: 137_900, orders: 7 });
});

test('one after the other: before the day the old one counts, from it the new one, each order once', async () => {
  await follow('2026-04-01');
  // Of the old. Of the new; A-1 is counted already, A-0 came before its time.
  const both = { revenue: 10_000 + 5_000 + 3_000 + 7_000, orders: 4 };
  expect(await counted([next])).toEqual(both);
  expect(await counted(null)).toEqual(both);
  // Every way to ask comes to the same, whatever it asks by.
  for (const by of [['month'], ['day'], ['partner'], ['partnerType'], ['partner', 'month']]) {
    expect(await counted([next], by), by.join()).toEqual(both);
  }
  const { succession } = await pageOf(next, '2026-03-01');
  expect(succession?.follows).toMatchObject({ id: old, from: '2026-04-01', same: 1 });
});

test('alone, the old one ends with its last day and does not run on at nothing', async () => {
  await follow('2026-03-16');
  const { trend, figures, coverageMonths, changes } = await pageOf(old, '2026-03-05');
  const week = (word: string): number => trend.words.indexOf(word);
  expect(trend).toMatchObject({ by: 'week', handOver: null, ends: week('2026-W11') });
  // From a Thursday to a Thursday, against a Thursday to a Saturday.
  expect(trend.cut).toEqual({ current: [0, week('2026-W18')], previous: [0, 8] });
  // Sales of W10, none in the week before the move, and from then on it has nothing to say.
  const values = [week('2026-W10'), week('2026-W11'), week('2026-W12'), week('2026-W17')].map(
    (at) => trend.current[at],
  );
  expect(values).toEqual([10_000, 0, null, null]);
  const revenue = figures.find(({ metric, basis }) => metric === 'revenue' && basis === 'tracked');
  expect(revenue).toMatchObject({ value: 10_000 });
  expect(revenue?.series.slice(-2)).toEqual([10_000, null]);
  expect(coverageMonths.at(-1)?.month).toBe('2026-03');
  // That it stopped is a move, and nothing that changed.
  expect(changes.filter(({ kind }) => kind !== 'unusual-day')).toEqual([]);

  const after = await pageOf(old, '2026-04-01');
  expect(after.trend).toMatchObject({ handOver: null, ends: null });
  expect(new Set(after.trend.current)).toEqual(new Set([null]));
  expect(after.figures.map(({ value }) => value)).toEqual(after.figures.map(() => null));
  expect(after).toMatchObject({ drivers: null, changes: [], coverage: [] });

  const onward = await pageOf(next, '2026-03-05');
  expect(onward.trend).toMatchObject({ handOver: week('2026-W12'), ends: null });
  const run = [week('2026-W10'), week('2026-W12')].map((at) => onward.trend.current[at]);
  expect(run).toEqual([10_000, 99_900]);
});

test('a moved day and its end are read at once, by a start after a power cut, too', async () => {
  await follow('2026-04-01');
  expect(await counted([next])).toEqual({ revenue: 25_000, orders: 4 });
  await follow('2026-04-10');
  // A-3 is the old one's now, and so the new one's is the repetition.
  expect(await counted([next])).toEqual({ revenue: 10_000 + 5_000 + 3_000 + 7_000, orders: 4 });
  await follow('2026-03-01');
  // Nothing is left of the old one, and nothing is repeated.
  expect(await counted([next])).toEqual({ revenue: 119_900, orders: 4 });
  page = await lab.killAndRestart();
  expect(await counted([next])).toEqual({ revenue: 119_900, orders: 4 });
  await follow(null);
  expect(await counted([old, next])).toEqual({ revenue: 137_900, orders: 7 });
});
