import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { b2bDrivers, retailDrivers } from '../../shared/domain/drivers';

const sums = fc.record({
  clicks: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1e6 })),
  orders: fc.integer({ min: 0, max: 1e4 }),
  revenue: fc.integer({ min: 0, max: 1e9 }),
});

describe('drivers of a change', () => {
  it('of a retail program add up to the change, to the minor unit', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ before: sums, now: sums }), { maxLength: 9 }), (groups) => {
        const change = groups.reduce(
          (all, { before, now }) => all + now.revenue - before.revenue,
          0,
        );
        const parts = retailDrivers(groups).map(({ amount }) => amount);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(change);
        for (const part of parts) expect(Number.isInteger(part)).toBe(true);
      }),
    );
  });

  it('of a B2B program add up to the change, to the minor unit', () => {
    const payments = fc
      .record({
        newCustomers: fc.integer({ min: 0, max: 500 }),
        later: fc.integer({ min: 0, max: 500 }),
        revenue: fc.integer({ min: 0, max: 1e9 }),
      })
      .map(({ later, ...rest }) => ({ ...rest, payments: rest.newCustomers + later }));
    fc.assert(
      fc.property(payments, payments, (before, now) => {
        const parts = b2bDrivers(before, now).map(({ amount }) => amount);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(now.revenue - before.revenue);
      }),
    );
  });

  it('name the one thing that changed', () => {
    const before = { clicks: 1_000, orders: 50, revenue: 500_000 };
    const only = (now: typeof before): Record<string, number> =>
      Object.fromEntries(
        retailDrivers([{ before, now }]).map(({ driver, amount }) => [driver, amount]),
      );
    expect(only({ clicks: 2_000, orders: 100, revenue: 1_000_000 })).toEqual({
      traffic: 500_000,
      conversion: 0,
      orderValue: 0,
      mix: 0,
    });
    expect(only({ clicks: 1_000, orders: 25, revenue: 250_000 })).toMatchObject({
      traffic: 0,
      conversion: -250_000,
    });
    expect(only({ clicks: 1_000, orders: 50, revenue: 600_000 })).toMatchObject({
      orderValue: 100_000,
    });
  });

  it('call it mix when clicks move between groups that convert differently', () => {
    const good = (clicks: number) => ({ clicks, orders: clicks / 10, revenue: clicks * 1_000 });
    const poor = (clicks: number) => ({ clicks, orders: clicks / 100, revenue: clicks * 100 });
    const parts = retailDrivers([
      { before: good(1_000), now: good(500) },
      { before: poor(1_000), now: poor(1_500) },
    ]);
    expect(parts.map(({ driver, amount }) => [driver, amount])).toEqual([
      ['traffic', 0],
      ['conversion', 0],
      ['orderValue', 0],
      ['mix', -450_000],
    ]);
  });
});
