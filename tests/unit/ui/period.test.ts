import { describe, expect, it } from 'vitest';
import { comparedPeriod, isoRange } from '../../../renderer/app/period';
import { reviewPeriods } from '../../../renderer/features/clients/reviews/review-periods';
import { dayOf } from '../../../shared/kernel/days';

const today = dayOf(2026, 11, 22);

describe('the period of the portfolio', () => {
  it('is the last finished calendar quarter against the one before', () => {
    const period = comparedPeriod('last-quarter', today);
    expect(isoRange(period.current)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(isoRange(period.previous)).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect([period.label, period.previousLabel]).toEqual(['Q3 2026', 'Q2 2026']);
  });

  it('compares an unfinished quarter with as many days of the one before', () => {
    const period = comparedPeriod('this-quarter', today);
    expect(isoRange(period.current)).toEqual({ from: '2026-10-01', to: '2026-11-22' });
    expect(isoRange(period.previous)).toEqual({ from: '2026-07-01', to: '2026-08-22' });
    expect(period.unfinished).toBe(true);
  });

  it('never lets the compared days run into the present period', () => {
    const period = comparedPeriod('this-month', dayOf(2026, 3, 31));
    expect(isoRange(period.previous)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });

  it('crosses the year', () => {
    const period = comparedPeriod('last-quarter', dayOf(2026, 1, 1));
    expect(isoRange(period.current)).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(isoRange(comparedPeriod('last-month', dayOf(2026, 1, 5)).previous).from).toBe(
      '2025-11-01',
    );
  });

  it('is twelve whole months against the twelve before', () => {
    const period = comparedPeriod('last-12-months', today);
    expect(isoRange(period.current)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
    expect(isoRange(period.previous)).toEqual({ from: '2024-11-01', to: '2025-10-31' });
  });
});

describe('the quarters of a review', () => {
  it('begin with the last finished one of the common year when no calendar is known', () => {
    const [first] = reviewPeriods(undefined, today);
    expect(first).toEqual({ value: 'FY2026-Q3', label: 'Q3 FY2026 · 1 Jul – 30 Sep 2026' });
  });

  it('follow the client’s own fiscal year', () => {
    const february = { kind: 'months', startMonth: 2, firstWeekday: 1 };
    const [first] = reviewPeriods(february, today);
    expect(first?.label).toContain('1 Aug – 31 Oct 2026');
  });

  it('end with the running quarter, and each is there once', () => {
    const values = reviewPeriods(null, today).map(({ value }) => value);
    expect(values.at(-1)).toBe('FY2026-Q4');
    expect(new Set(values).size).toBe(9);
  });
});
