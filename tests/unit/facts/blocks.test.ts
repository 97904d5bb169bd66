import { describe, expect, it } from 'vitest';
import { compactNumbers, numbersOf, wordReader } from '../../../renderer/data/facts/columns';
import {
  emptyTraffic,
  monthsOfWindow,
  replaceTraffic,
  rollUpTraffic,
  trafficTable,
} from '../../../renderer/data/facts/traffic-block';
import {
  emptyTransactions,
  idsBetween,
  mergeTransactions,
  transactionTable,
  withoutIds,
} from '../../../renderer/data/facts/transaction-block';
import { parseDay, utcDay } from '../../../shared/kernel/days';
import { at, rows, trafficColumnsOf, transactionColumnsOf, type TestTraffic } from './support';

const day = (text: string): number => parseDay(text)!;

describe('numbers in a block', () => {
  it.each([
    [[0, 255], Uint8Array],
    [[0, 256], Uint16Array],
    [[0, 70_000], Uint32Array],
    [[-1, 5], Int32Array],
    [[0.5], Float64Array],
    [[NaN, 1], Float64Array],
    [[2 ** 40], Float64Array],
    [[-(2 ** 33)], Float64Array],
  ])('keeps %j exactly in the smallest type', (values, type) => {
    const compact = compactNumbers(values);
    expect(compact).toBeInstanceOf(type);
    expect(Array.from(compact)).toEqual(values);
  });
});

describe('merging transactions', () => {
  const table = (...list: Parameters<typeof rows>): ReturnType<typeof transactionTable> =>
    transactionTable(transactionColumnsOf(rows(...list)));
  const all = (length: number): number[] => Array.from({ length }, (_, row) => row);

  it('changes nothing when the same rows come again', () => {
    const first = mergeTransactions(emptyTransactions, table({}, {}, {}), all(3));
    expect(first.changed).toBe(3);
    const again = mergeTransactions(first.table, table({}, {}, {}), all(3));
    expect(again.changed).toBe(0);
    expect(again.table).toBe(first.table);
  });

  it('counts only rows with another value, in any column', () => {
    const first = mergeTransactions(emptyTransactions, table({}, {}), all(2));
    const next = mergeTransactions(first.table, table({}, { status: 'declined' }), all(2));
    expect(next.changed).toBe(1);
    expect(next.added).toEqual([]);
    const status = wordReader(next.table, 'status');
    expect([0, 1].map(status).sort()).toEqual(['approved', 'declined']);
  });

  it('reads a column that an older block lacks as unknown', () => {
    const { columns, length } = mergeTransactions(emptyTransactions, table({}), all(1)).table;
    const older = { length, columns: { ...columns } };
    Reflect.deleteProperty(older.columns, 'voucher');
    Reflect.deleteProperty(older.columns, 'paid');
    expect(mergeTransactions(older, table({}), all(1)).changed).toBe(0);
  });

  it('drops ids and finds the ids of days', () => {
    const stored = mergeTransactions(
      emptyTransactions,
      table({ instant: at('2026-07-01T00:00:00Z') }, { instant: at('2026-07-02T23:59:59Z') }),
      all(2),
    ).table;
    const second = utcDay(at('2026-07-02T00:00:00Z'));
    expect(idsBetween(stored, second, second)).toEqual(['row-1']);
    expect(withoutIds(stored, new Set(['row-0'])).length).toBe(1);
    expect(withoutIds(stored, new Set(['other']))).toBe(stored);
  });
});

describe('replacing traffic', () => {
  const window = { from: day('2026-07-01'), to: day('2026-07-31') };
  const traffic = (...list: [string, string, string, number][]): TestTraffic[] =>
    list.map(([text, partnership, campaign, clicks]) => ({
      day: day(text),
      partnership,
      campaign,
      clicks,
    }));
  const july = traffic(
    ['2026-07-02', 'p2', '', 5],
    ['2026-07-01', 'p1', 'summer', 2],
    ['2026-07-01', 'p1', '', 1],
  );
  const replace = (
    stored: typeof emptyTraffic,
    list: readonly TestTraffic[],
    days = window,
  ): ReturnType<typeof replaceTraffic> =>
    replaceTraffic(
      stored,
      trafficTable(trafficColumnsOf(list)),
      list.map((_, row) => row),
      days,
    );

  it('is the same block whatever order the rows come in', () => {
    const first = replace(emptyTraffic, july);
    expect(first.changed).toBe(3);
    const again = replace(first.table, [...july].reverse());
    expect(again).toEqual({ table: first.table, changed: 0, removed: 0 });
  });

  it('counts what is new, different and gone', () => {
    const first = replace(emptyTraffic, july);
    const next = replace(
      first.table,
      traffic(
        ['2026-07-02', 'p2', '', 6],
        ['2026-07-01', 'p1', 'summer', 2],
        ['2026-07-03', 'p3', '', 1],
      ),
    );
    expect([next.changed, next.removed]).toEqual([2, 1]);
  });

  it('leaves the days outside the window alone', () => {
    const first = replace(emptyTraffic, july);
    const second = { from: day('2026-07-02'), to: day('2026-07-31') };
    const next = replace(first.table, traffic(['2026-07-02', 'p9', '', 9]), second);
    const clicks = numbersOf(next.table, 'clicks') ?? [];
    expect(Array.from(clicks)).toEqual([1, 2, 9]);
  });

  it('sums campaigns by day and partnership', () => {
    const rollup = rollUpTraffic(replace(emptyTraffic, july).table);
    const partnership = wordReader(rollup, 'partnership');
    expect(rollup.length).toBe(2);
    expect([partnership(0), partnership(1)]).toEqual(['p1', 'p2']);
    expect(Array.from(numbersOf(rollup, 'clicks') ?? [])).toEqual([3, 5]);
  });

  it('names every month that a window touches', () => {
    expect(monthsOfWindow({ from: day('2025-11-30'), to: day('2026-02-01') })).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
  });
});
