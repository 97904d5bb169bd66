import { describe, expect, it } from 'vitest';
import { countLapsed } from '../../../renderer/data/facts/lapsed-customers';
import { zoneDays } from '../../../shared/kernel/zones';
import { parseDay } from '../../../shared/kernel/days';
import { at, mergeAll, rows, type TestRow } from './support';

const day = (text: string): number => parseDay(text) ?? NaN;
const spring = { from: day('2026-04-01'), to: day('2026-06-30') };
const summer = { from: day('2026-07-01'), to: day('2026-09-30') };
const context = {
  dayOf: zoneDays('America/New_York'),
  since: day('2025-01-01'),
  customerCreatedAt: () => null,
};

const paid = (customer: string, when: string, more: Partial<TestRow> = {}): Partial<TestRow> => ({
  type: 'payment',
  customer,
  instant: at(when),
  currency: 'USD',
  sale: 100,
  ...more,
});

const lapsedOf = (...list: Partial<TestRow>[]) =>
  countLapsed([...mergeAll([rows(...list)]).values()], context, spring, summer);

describe('customers who stopped paying', () => {
  it('paid in the earlier days and not in the later; what is lost is what they paid after their first payment', () => {
    const found = lapsedOf(
      paid('stays', '2026-05-01T12:00:00Z'),
      paid('stays', '2026-08-01T12:00:00Z'),
      // Won before: every payment of spring was a later one.
      paid('gone', '2026-01-01T12:00:00Z'),
      paid('gone', '2026-04-10T12:00:00Z', { sale: 300 }),
      paid('gone', '2026-05-10T12:00:00Z', { sale: 200, currency: 'EUR' }),
      // Won in spring: of its two payments one was the first.
      paid('brief', '2026-04-02T12:00:00Z', { sale: 900 }),
      paid('brief', '2026-05-02T12:00:00Z', { sale: 50 }),
      paid('new', '2026-07-05T12:00:00Z'),
    );
    expect(found).toEqual({
      paidBefore: 3,
      lapsed: 2,
      laterRevenue: new Map([
        ['USD', 350],
        ['EUR', 200],
      ]),
      unnamed: 0,
    });
  });

  it('are told by days of the program’s zone and by payments that count', () => {
    const found = lapsedOf(
      // 30 June in New York, 1 July in UTC.
      paid('late', '2026-07-01T02:00:00Z'),
      paid('declined', '2026-05-01T12:00:00Z'),
      paid('declined', '2026-08-01T12:00:00Z', { status: 'declined' }),
      paid('', '2026-08-02T12:00:00Z'),
      { type: 'sale', customer: 'shop', instant: at('2026-05-01T12:00:00Z') },
    );
    expect(found).toMatchObject({ paidBefore: 2, lapsed: 2, unnamed: 1 });
    expect([...found.laterRevenue.values()]).toEqual([]);
  });
});
