import { describe, expect, it } from 'vitest';
import {
  addMonths,
  calendarDate,
  formatDay,
  monthKey,
  parseDay,
  quarterKey,
  startOfMonth,
  weekday,
  weekKey,
} from '../../../shared/kernel/days';
import { isCurrency, minorDigits, minorFromMajor } from '../../../shared/kernel/money';
import { isTimeZone, utcDayOfStart, zoneDays } from '../../../shared/kernel/zones';

const day = (text: string): number => parseDay(text)!;

describe('days', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-07-10T00:00:00'])(
    '%j is no date',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it.each([
    ['2024-12-30', '2025-W01', '2024-12', '2024-Q4'],
    ['2027-01-03', '2026-W53', '2027-01', '2027-Q1'],
    ['2026-07-05', '2026-W27', '2026-07', '2026-Q3'],
  ])('%s is in week %s, month %s, quarter %s', (text, week, month, quarter) => {
    expect([weekKey(day(text)), monthKey(day(text)), quarterKey(day(text))]).toEqual([
      week,
      month,
      quarter,
    ]);
  });

  it('moves by months to the last day where the month is shorter', () => {
    expect(formatDay(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(formatDay(addMonths(day('2026-03-31'), -13))).toBe('2025-02-28');
    expect(formatDay(startOfMonth(day('2026-03-31')))).toBe('2026-03-01');
    expect(calendarDate(day('2026-03-31'))).toEqual({ year: 2026, month: 3, dayOfMonth: 31 });
    expect(weekday(day('2026-11-22'))).toBe(7);
  });
});

describe('days of a zone', () => {
  it.each([
    ['UTC', '2026-03-29T00:30:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['America/New_York', '2026-11-01T03:59:59Z', '2026-10-31'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['Asia/Kathmandu', '2026-07-09T18:14:59Z', '2026-07-09'],
    ['Asia/Kathmandu', '2026-07-09T18:15:00Z', '2026-07-10'],
  ])('in %s the instant %s is on %s', (zone, instant, expected) => {
    expect(formatDay(zoneDays(zone)(Date.parse(instant)))).toBe(expected);
  });

  it.each([
    ['UTC', '2026-03-01'],
    ['America/Sao_Paulo', '2026-03-01'],
    ['Europe/London', '2026-03-01'],
    ['Asia/Kolkata', '2026-02-28'],
    ['Pacific/Kiritimati', '2026-02-28'],
  ])('in %s the first of March begins on %s of UTC', (zone, expected) => {
    expect(formatDay(utcDayOfStart(parseDay('2026-03-01') ?? 0, zone))).toBe(expected);
  });

  it('knows which zones there are', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(() => zoneDays('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('amounts', () => {
  it.each([
    [42.56, 'EUR', 4_256],
    ['1.005', 'EUR', 101],
    [0.1 + 0.2, 'EUR', 30],
    [-0.004, 'EUR', 0],
    [1e-7, 'EUR', 0],
    ['1e3', 'EUR', 100_000],
    ['1234', 'JPY', 1_234],
    ['1.2345', 'KWD', 1_235],
    ['', 'EUR', null],
    ['12,50', 'EUR', null],
    [NaN, 'EUR', null],
    [Infinity, 'EUR', null],
    [null, 'EUR', null],
    ['99999999999999999', 'EUR', null],
  ])('%j %s is %j minor units', (amount, currency, expected) => {
    expect(minorFromMajor(amount, currency)).toBe(expected);
  });

  it('knows currencies by their form and their minor units', () => {
    expect([isCurrency('EUR'), isCurrency('eur'), isCurrency('')]).toEqual([true, false, false]);
    expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('BHD')]).toEqual([2, 0, 3]);
  });
});
