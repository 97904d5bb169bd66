import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, type Day } from '../../../shared/kernel/days';
import {
  expectedShare,
  paceBand,
  paceOf,
  pastStretch,
  shareReached,
} from '../../../shared/domain/pace';

const quarter = { from: dayOf(2026, 10, 1), to: dayOf(2026, 12, 31) };

/** Last year every day sold 1, but the four weeks from the end of November, which sold 5. */
const seasonal = (day: Day): number =>
  day >= dayOf(2025, 11, 24) && day <= dayOf(2025, 12, 21) ? 5 : 1;

describe('the share expected to date', () => {
  test('follows the same weekdays of last year', () => {
    // 1 October to 22 November 2026 are 53 days of 1; 364 days before, the season begins two days later.
    const { share, basis } = expectedShare(quarter, dayOf(2026, 11, 22), seasonal);
    expect(basis).toBe('last-year');
    expect(share).toBeCloseTo(53 / (92 + 28 * 4), 12);
  });

  test('is nothing before the period and all of it at its end', () => {
    expect(expectedShare(quarter, quarter.from - 1, seasonal).share).toBe(0);
    expect(expectedShare(quarter, quarter.to, seasonal).share).toBe(1);
    expect(expectedShare(quarter, quarter.to + 30, seasonal).share).toBe(1);
  });

  test('counts every day the same when a day of last year is unknown, or nothing was sold', () => {
    const gap = (day: Day): number | null => (day === dayOf(2025, 11, 1) ? null : 1);
    for (const lastYear of [gap, () => 0, () => null]) {
      expect(expectedShare(quarter, quarter.from + 45, lastYear)).toEqual({
        share: 0.5,
        basis: 'even',
      });
    }
  });

  test('never falls as days pass, whatever last year was', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 92, maxLength: 92 }), (amounts) => {
        const lastYear = (day: Day): number => amounts[day + 364 - quarter.from] ?? 0;
        let before = 0;
        for (let day = quarter.from; day <= quarter.to; day += 1) {
          const { share } = expectedShare(quarter, day, lastYear);
          expect(share).toBeGreaterThanOrEqual(before);
          before = share;
        }
        expect(before).toBe(1);
      }),
    );
  });
});

describe('the pace of a goal', () => {
  test('compares with what is expected to date, and projects the whole', () => {
    const pace = paceOf(450, 2_000, { share: 0.25, basis: 'last-year' });
    expect(pace).toMatchObject({ ratio: 0.9, projected: 1_800 });
  });

  test('is not said before anything is expected, nor of a target of zero', () => {
    expect(paceOf(10, 100, { share: 0, basis: 'even' })).toBeNull();
    expect(paceOf(10, 0, { share: 0.5, basis: 'even' })).toBeNull();
  });
});

describe('the band of a pace', () => {
  const byLastYear = { share: 0.5, basis: 'last-year' } as const;
  const byEvenDays = { share: 0.5, basis: 'even' } as const;

  test('is the spread of past stretches, last year’s share among them', () => {
    expect(paceBand(byLastYear, [0.45, null, 0.48])).toEqual({ low: 0.45, high: 0.5 });
    expect(paceBand(byEvenDays, [0.45, null, 0.48])).toEqual({ low: 0.45, high: 0.48 });
  });

  test('needs two stretches: one is no spread', () => {
    expect(paceBand(byLastYear, [null, null])).toBeNull();
    expect(paceBand(byEvenDays, [0.45, null])).toBeNull();
  });

  test('looks at stretches of the same length and weekdays that never touch the period', () => {
    for (const back of [1, 2, 3, 4]) {
      const { from, to } = pastStretch(quarter, back);
      expect(to - from).toBe(quarter.to - quarter.from);
      expect((quarter.from - from) % 7).toBe(0);
      expect(to).toBeLessThan(pastStretch(quarter, back - 1).from);
    }
  });

  test('takes what a stretch had reached by a day, and nothing of one that is not known', () => {
    expect(shareReached([1, 2, 3, 4], 2)).toBe(0.3);
    expect(shareReached([1, null, 3, 4], 2)).toBeNull();
    expect(shareReached([0, 0], 1)).toBeNull();
  });
});
