import { describe, expect, it } from 'vitest';
import { fiscalQuarter, fiscalYear } from '../../../shared/domain/calendar';
import { metricDefinitions } from '../../../shared/domain/metrics';
import { mapPartnerType } from '../../../shared/domain/partner-types';
import { lastFinishedQuarter, parsePeriod } from '../../../shared/domain/period';
import { metricSchema } from '../../../shared/domain/query';
import { formatDay, parseDay } from '../../../shared/kernel/days';
import type { ClientCalendar } from '../../../shared/records/clients/client';

const months = (startMonth: number): ClientCalendar => ({
  kind: 'months',
  startMonth,
  firstWeekday: 1,
});
const days = ({ from, to }: { from: number; to: number }): string =>
  `${formatDay(from)}..${formatDay(to)}`;

describe('fiscal quarters', () => {
  it.each([
    [months(1), '2026-Q3', '2026-07-01..2026-09-30'],
    [months(4), '2026-Q3', '2026-07-01..2026-09-30'],
    [months(1), 'FY2026-Q3', '2026-07-01..2026-09-30'],
    [months(4), 'FY2026-Q3', '2025-10-01..2025-12-31'],
    [months(7), 'FY2026-Q1', '2025-07-01..2025-09-30'],
    [months(2), 'FY2026-Q4', '2025-11-01..2026-01-31'],
    [months(4), '2026-07-04..2026-08-15', '2026-07-04..2026-08-15'],
  ])('%j: %s is %s', (calendar, text, expected) => {
    expect(days(parsePeriod(text, calendar))).toBe(expected);
  });

  it('follow the retail calendar of weeks, with its 53rd', () => {
    const retail: ClientCalendar = {
      kind: 'weeks',
      pattern: '4-5-4',
      startMonth: 2,
      firstWeekday: 7,
      rule: 'nearest',
    };
    // The National Retail Federation's years, which it names by the year in which they begin.
    expect(days(fiscalYear(retail, 2024))).toBe('2023-01-29..2024-02-03');
    expect(days(fiscalYear(retail, 2025))).toBe('2024-02-04..2025-02-01');
    expect(days(fiscalQuarter(retail, 2024, 4))).toBe('2023-10-29..2024-02-03');
  });

  it.each(['2026-Q5', '2026', 'FY26-Q1', '2026-07-31..2026-07-01', '2026-02-30..2026-03-01', ''])(
    '%j is no period',
    (text) => {
      expect(() => parsePeriod(text, months(1))).toThrow(/Expected 2026-Q3/);
    },
  );

  it('the last finished one is the quarter before today’s', () => {
    expect(lastFinishedQuarter(months(4), parseDay('2026-11-22')!).label).toBe('FY2027-Q2');
  });
});

describe('partner types from a network’s words', () => {
  it.each([
    ['Editorial Content', 'content'],
    ['Coupon Code', 'coupon'],
    ['Cashback', 'cashback'],
    ['Loyalty', 'cashback'],
    ['Social Influencers', 'creator'],
    ['Comparison Engine', 'content'],
    ['Sub Networks', 'sub-network'],
    ['Email', 'email'],
    ['Consultants', 'b2b-referral'],
    ['Review Site', 'content'],
    ['Technology', 'technology'],
    ['Resellers', 'b2b-referral'],
    ['Comparison Shopping Service', 'search'],
    ['Browser Extension', 'browser-software'],
    ['Display Retargeting', 'display'],
    ['b2b-referral', 'b2b-referral'],
    ['Xyzzy', 'other'],
    ['  ', null],
    [null, null],
  ])('%j is %j', (label, type) => {
    expect(mapPartnerType(label)).toBe(type);
  });
});

it('every metric that can be asked for is in the dictionary under its own name', () => {
  for (const metric of metricSchema.options) {
    expect(metricDefinitions[metric].metric).toBe(metric);
    expect(metricDefinitions[metric].definition).toMatch(/\.$/);
  }
});
