import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuarters,
  fiscalMonths,
  fiscalQuarter,
  fiscalQuarterOf,
  fiscalYear,
} from '../../shared/domain/calendar';
import {
  parsePeriod,
  previousPeriod,
  samePeriodLastYear,
  trendPeriods,
} from '../../shared/domain/period';
import { addMonths, dayOf, formatDay, parseDay, weekday } from '../../shared/kernel/days';
import type { ClientCalendar } from '../../shared/records/clients/client';

const month = fc.integer({ min: 1, max: 12 });
const firstWeekday = fc.integer({ min: 1, max: 7 });
const monthCalendar: fc.Arbitrary<ClientCalendar> = fc.record({
  kind: fc.constant('months' as const),
  startMonth: month,
  firstWeekday,
});
const weekCalendar: fc.Arbitrary<ClientCalendar & { kind: 'weeks' }> = fc.record({
  kind: fc.constant('weeks' as const),
  pattern: fc.constantFrom('4-4-5' as const, '4-5-4' as const, '5-4-4' as const),
  startMonth: month,
  firstWeekday,
  rule: fc.constantFrom('nearest' as const, 'last' as const),
});
const calendar = fc.oneof(monthCalendar, weekCalendar);
const year = fc.integer({ min: 1990, max: 2080 });

describe('days', () => {
  it('are read from every real date and from nothing else', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (years, months, date) => {
          const text = `${String(years).padStart(4, '0')}-${two(months)}-${two(date)}`;
          const day = dayOf(years, months, date);
          expect(parseDay(text)).toBe(formatDay(day) === text ? day : null);
        },
      ),
    );
  });
});

describe('fiscal calendars', () => {
  it('tile the days: each quarter begins the day after the one before, and four make the year', () => {
    fc.assert(
      fc.property(calendar, year, (years, fiscal) => {
        const whole = fiscalYear(years, fiscal);
        const quarters = [1, 2, 3, 4].map((quarter) => fiscalQuarter(years, fiscal, quarter));
        expect(quarters[0]!.from).toBe(whole.from);
        expect(quarters[3]!.to).toBe(whole.to);
        for (let at = 1; at < 4; at += 1) expect(quarters[at]!.from).toBe(quarters[at - 1]!.to + 1);
        expect(fiscalYear(years, fiscal + 1).from).toBe(whole.to + 1);
      }),
    );
  });

  it('find the quarter of every day', () => {
    fc.assert(
      fc.property(calendar, fc.integer({ min: 8_000, max: 40_000 }), (years, day) => {
        const found = fiscalQuarterOf(years, day);
        expect(day >= found.from && day <= found.to).toBe(true);
        expect(fiscalQuarter(years, found.year, found.quarter)).toEqual(found);
      }),
    );
  });

  it('divide a quarter into three months without a gap', () => {
    fc.assert(
      fc.property(calendar, year, fc.integer({ min: 1, max: 4 }), (years, fiscal, quarter) => {
        const whole = fiscalQuarter(years, fiscal, quarter);
        const months = fiscalMonths(years, whole);
        expect(months.map(({ from }) => from)).toEqual([
          whole.from,
          months[0]!.to + 1,
          months[1]!.to + 1,
        ]);
        expect(months[2]!.to).toBe(whole.to);
      }),
    );
  });

  it('of weeks have whole weeks by their pattern, 52 or 53 of them, and start within a week of the month', () => {
    fc.assert(
      fc.property(weekCalendar, year, (years, fiscal) => {
        const { from, to } = fiscalYear(years, fiscal);
        expect(weekday(from)).toBe(years.firstWeekday);
        expect([52 * 7, 53 * 7]).toContain(to - from + 1);
        const nominal = dayOf(years.startMonth === 1 ? fiscal : fiscal - 1, years.startMonth, 1);
        if (years.rule === 'nearest') expect(Math.abs(from - nominal)).toBeLessThanOrEqual(3);
        else expect(nominal - from).toBeGreaterThanOrEqual(0);
        if (years.rule === 'last') expect(nominal - from).toBeLessThanOrEqual(6);
        const pattern = years.pattern.split('-').map((weeks) => Number(weeks) * 7);
        for (const quarter of [1, 2, 3]) {
          const lengths = fiscalMonths(years, fiscalQuarter(years, fiscal, quarter)).map(
            (part) => part.to - part.from + 1,
          );
          expect(lengths).toEqual(pattern);
        }
      }),
    );
  });

  it('go back and forth by quarters', () => {
    fc.assert(
      fc.property(
        calendar,
        year,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -30, max: 30 }),
        (years, fiscal, quarter, count) => {
          const here = fiscalQuarter(years, fiscal, quarter);
          expect(addQuarters(years, addQuarters(years, here, count), -count)).toEqual(here);
          expect(addQuarters(years, here, 1).from).toBe(here.to + 1);
        },
      ),
    );
  });
});

describe('periods', () => {
  it('have neighbors that touch, and a trend that ends with them', () => {
    const day = fc.integer({ min: 15_000, max: 25_000 });
    const range = fc
      .tuple(day, fc.integer({ min: 0, max: 400 }))
      .map(([from, length]) => `${formatDay(from)}..${formatDay(from + length)}`);
    const quarter = fc
      .tuple(fc.constantFrom('', 'FY'), year, fc.integer({ min: 1, max: 4 }))
      .map(([prefix, of, number]) => `${prefix}${of}-Q${number}`);
    fc.assert(
      fc.property(calendar, fc.oneof(range, quarter), (years, text) => {
        const period = parsePeriod(text, years);
        expect(period.label).toBe(text);
        expect(parsePeriod(period.label, years)).toEqual(period);
        expect(previousPeriod(period, years).to).toBe(period.from - 1);
        const trend = trendPeriods(period, years);
        expect(trend).toHaveLength(6);
        expect(trend.at(-1)).toEqual(period);
        for (let at = 1; at < 6; at += 1) expect(trend[at]!.from).toBe(trend[at - 1]!.to + 1);
        const lastYear = samePeriodLastYear(period, years);
        expect(Math.abs(period.from - lastYear.from - 364)).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('of whole months compare with whole months', () => {
    const period = parsePeriod('2026-02-01..2026-03-31', {
      kind: 'months',
      startMonth: 1,
      firstWeekday: 1,
    });
    const own = { kind: 'months', startMonth: 1, firstWeekday: 1 } as const;
    expect(previousPeriod(period, own).label).toBe('2025-12-01..2026-01-31');
    expect(samePeriodLastYear(parsePeriod('2025-02-01..2025-02-28', own), own).label).toBe(
      '2024-02-01..2024-02-29',
    );
    expect(addMonths(parseDay('2024-02-29')!, 12)).toBe(parseDay('2025-02-28'));
  });
});
