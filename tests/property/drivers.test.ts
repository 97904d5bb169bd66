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

  const b2bSums = fc
    .record({
      newCustomers: fc.integer({ min: 0, max: 500 }),
      firstRevenue: fc.integer({ min: 0, max: 1e9 }),
      laterRevenue: fc.integer({ min: 0, max: 1e9 }),
      unnamed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e6 })),
    })
    .map(({ unnamed, ...known }) => ({
      ...known,
      revenue: known.firstRevenue + known.laterRevenue + unnamed,
    }));

  it('of a B2B program add up to the change, to the minor unit, whoever stopped paying', () => {
    const few = { firstRevenue: 1, laterRevenue: 0, revenue: 1 };
    const lapsed = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1e9 }));
    fc.assert(
      fc.property(b2bSums, b2bSums, lapsed, (before, now, lost) => {
        const parts = b2bDrivers(before, now, lost);
        const amountOf = (...names: string[]): number =>
          parts
            .filter(({ driver }) => names.includes(driver))
            .reduce((all, { amount }) => all + amount, 0);
        for (const { amount } of parts) {
          expect(Number.isInteger(amount)).toBe(true);
          expect(Object.is(amount, -0)).toBe(false);
        }
        expect(amountOf(...parts.map(({ driver }) => driver))).toBe(now.revenue - before.revenue);
        expect(amountOf('newCustomers', 'firstPayment')).toBe(
          now.firstRevenue - before.firstRevenue,
        );
        expect(amountOf('renewals', 'churn', 'renewalsLessChurn')).toBe(
          now.laterRevenue - before.laterRevenue,
        );
        expect(amountOf('churn')).toBe(0 - (lost ?? 0));
      }),
      { examples: [[{ ...few, newCustomers: 5 }, { ...few, newCustomers: 4 }, 0]] },
    );
  });

  it('of a B2B program name new customers, their first payment, renewals and churn', () => {
    const before = {
      revenue: 30_000,
      newCustomers: 10,
      firstRevenue: 10_000,
      laterRevenue: 20_000,
    };
    const parts = (now: typeof before, lapsed: number | null) =>
      b2bDrivers(before, now, lapsed).map(({ driver, amount }) => [driver, amount]);
    const nothing = { newCustomers: 0, firstPayment: 0, renewals: 0, churn: 0 };
    const named = (now: typeof before, lapsed = 0): Record<string, number> =>
      Object.fromEntries(
        b2bDrivers(before, now, lapsed).map(({ driver, amount }) => [driver, amount]),
      );
    expect(named({ ...before, revenue: 40_000, newCustomers: 20, firstRevenue: 20_000 })).toEqual({
      ...nothing,
      newCustomers: 10_000,
    });
    expect(named({ ...before, revenue: 35_000, firstRevenue: 15_000 })).toEqual({
      ...nothing,
      firstPayment: 5_000,
    });
    expect(named({ ...before, revenue: 28_000, laterRevenue: 18_000 }, 5_000)).toEqual({
      ...nothing,
      renewals: 3_000,
      churn: -5_000,
    });
    expect(parts({ ...before, revenue: 28_500, laterRevenue: 18_000 }, null)).toEqual([
      ['newCustomers', 0],
      ['firstPayment', 0],
      ['renewalsLessChurn', -2_000],
      ['unassigned', 500],
    ]);
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
