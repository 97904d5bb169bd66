import { describe, expect, it } from 'vitest';
import { numbersOf, wordReader, type Table } from '../../../renderer/data/facts/columns';
import { linesByMonth, rollUpTransactions } from '../../../renderer/data/facts/rollup';
import { customerTypes, rowTypes } from '../../../shared/domain/vocabulary';
import { formatDay, parseDay } from '../../../shared/kernel/days';
import { zoneDays } from '../../../shared/kernel/zones';
import { at, mergeAll, rows, type TestRow } from './support';

function lines(table: Table): Record<string, string | number>[] {
  const number = (name: string, row: number): number => numbersOf(table, name)?.[row] ?? 0;
  const partnership = wordReader(table, 'partnership');
  const currency = wordReader(table, 'currency');
  return Array.from({ length: table.length }, (_, row) => ({
    day: formatDay(number('day', row)),
    partnership: partnership(row),
    type: rowTypes[number('type', row)] ?? '',
    customer: customerTypes[number('customer', row)] ?? '',
    currency: currency(row),
    count: number('count', row),
    revenue: number('revenue', row),
    commission: number('commission', row),
    fee: number('fee', row),
  }));
}

function rollUp(
  list: readonly TestRow[],
  options: { zone?: string; since?: string; created?: Record<string, number> } = {},
): Record<string, string | number>[] {
  return lines(
    rollUpTransactions([...mergeAll([list]).values()], {
      dayOf: zoneDays(options.zone ?? 'UTC'),
      since: parseDay(options.since ?? '2024-01-01') ?? 0,
      customerCreatedAt: (customer) => options.created?.[customer] ?? null,
    }),
  );
}

describe('rolling transactions up', () => {
  it('puts a row on its day in the program’s own zone', () => {
    const late = rows({ instant: at('2026-07-31T23:30:00Z') });
    expect(rollUp(late, { zone: 'Europe/Berlin' })[0]?.['day']).toBe('2026-08-01');
    expect(rollUp(late, { zone: 'America/New_York' })[0]?.['day']).toBe('2026-07-31');
  });

  it('keeps sale, commission and fee in their own currencies and counts on the sale’s', () => {
    const found = rollUp(
      rows({
        sale: 5_000,
        commission: 400,
        commissionCurrency: 'USD',
        fee: 90,
        feeCurrency: 'GBP',
      }),
    );
    expect(
      found.map(({ currency, count, revenue, commission, fee }) => [
        currency,
        count,
        revenue,
        commission,
        fee,
      ]),
    ).toEqual([
      ['EUR', 1, 5_000, 0, 0],
      ['GBP', 0, 0, 0, 90],
      ['USD', 0, 0, 400, 0],
    ]);
  });

  it('puts a reward on its payment’s day, with the reward’s own status and currency', () => {
    const found = rollUp(
      rows(
        {
          id: 'pay',
          type: 'payment',
          instant: at('2026-05-30T10:00:00Z'),
          commission: 0,
          commissionCurrency: '',
        },
        {
          id: 'reward:1',
          type: 'reward',
          instant: at('2026-06-04T10:00:00Z'),
          belongsTo: 'pay',
          sale: NaN,
          currency: '',
          commission: 1_000,
          commissionCurrency: 'USD',
          status: 'pending',
        },
        {
          id: 'reward:2',
          type: 'reward',
          instant: at('2026-06-05T10:00:00Z'),
          belongsTo: '',
          sale: NaN,
          currency: '',
          commission: 7,
          commissionCurrency: 'USD',
        },
      ),
    );
    const rewards = found.filter(({ type }) => type === 'reward');
    expect(rewards.map(({ day, commission, currency }) => [day, commission, currency])).toEqual([
      ['2026-05-30', 1_000, 'USD'],
      ['2026-06-05', 7, 'USD'],
    ]);
  });

  it('drops the rewards of a deleted payment and keeps the payment of a declined reward', () => {
    const found = rollUp(
      rows(
        { id: 'gone', type: 'payment', status: 'deleted' },
        { id: 'reward:1', type: 'reward', belongsTo: 'gone', commission: 5 },
        { id: 'stays', type: 'payment', status: 'approved', partnership: 'p2' },
        { id: 'reward:2', type: 'reward', belongsTo: 'stays', status: 'declined', commission: 6 },
      ),
    );
    expect(
      found.filter(({ type }) => type === 'reward').map(({ commission }) => commission),
    ).toEqual([6]);
    expect(found.some(({ partnership, count }) => partnership === 'p2' && count === 1)).toBe(true);
  });

  it('keeps the rewards of a payment whose status is unknown, and calls that payment neither first nor later', () => {
    const found = rollUp(
      rows(
        { id: 'odd', type: 'payment', status: 'unknown', customer: 'anna', commission: NaN },
        { id: 'reward:1', type: 'reward', belongsTo: 'odd', sale: NaN, commission: 5 },
        {
          id: 'paid',
          type: 'payment',
          customer: 'anna',
          commission: NaN,
          instant: at('2026-08-01T00:00:00Z'),
        },
      ),
    );
    expect(found.find(({ type }) => type === 'reward')?.['commission']).toBe(5);
    expect(
      found.filter(({ type }) => type === 'payment').map(({ day, customer }) => [day, customer]),
    ).toEqual([
      ['2026-07-10', ''],
      ['2026-08-01', 'new'],
    ]);
  });

  it('calls a customer’s earliest counted payment new and the later ones returning', () => {
    const pay = (
      id: string,
      day: string,
      customer: string,
      status: TestRow['status'] = 'approved',
    ): Partial<TestRow> => ({
      id,
      type: 'payment',
      instant: at(`2026-0${day}T08:00:00Z`),
      customer,
      status,
      commission: NaN,
    });
    const found = rollUp(
      rows(
        pay('1', '3-01', 'anna', 'deleted'),
        pay('2', '4-01', 'anna'),
        pay('3', '5-01', 'anna'),
        pay('4', '4-15', 'ben'),
        pay('5', '6-01', ''),
      ),
      { since: '2026-03-01', created: { ben: at('2025-12-31T00:00:00Z') } },
    );
    const customers = found
      .filter(({ day }) => day !== '2026-03-01')
      .map(({ day, customer }) => [day, customer]);
    expect(customers).toEqual([
      ['2026-04-01', 'new'],
      ['2026-04-15', 'returning'],
      ['2026-05-01', 'returning'],
      ['2026-06-01', ''],
    ]);
  });

  it('cuts lines by month without losing one', () => {
    const table = rollUpTransactions(
      [
        ...mergeAll([
          rows(
            { instant: at('2026-05-30T10:00:00Z') },
            { instant: at('2026-06-02T10:00:00Z') },
            { instant: at('2026-06-03T10:00:00Z') },
          ),
        ]).values(),
      ],
      { dayOf: zoneDays('UTC'), since: 0, customerCreatedAt: () => null },
    );
    const months = linesByMonth(table);
    expect([...months.keys()]).toEqual(['2026-05', '2026-06']);
    expect([...months.values()].flatMap(lines)).toEqual(lines(table));
  });
});
