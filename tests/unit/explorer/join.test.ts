import { describe, expect, it } from 'vitest';
import { chartOf } from '../../../renderer/data/explorer/chart';
import { joinAnswers } from '../../../renderer/data/explorer/join';
import { orderRows } from '../../../renderer/data/explorer/order';
import { answerQuery } from '../../../renderer/data/facts/query';
import type { ExploreRow } from '../../../shared/domain/explore';
import type { Query } from '../../../shared/domain/query';
import { parseDay } from '../../../shared/kernel/days';
import {
  at,
  directoryOf,
  program,
  rows,
  segment,
  seriesOf,
  type TestRow,
  type TestSource,
} from '../facts/support';

const day = (text: string): number => parseDay(text)!;
const read = [segment(day('2025-01-01'), day('2026-12-31'))];
const partners = {
  p1: { partner: 'Zeta', type: 'content' },
  p2: { partner: 'Alpha', type: 'coupon' },
} as const;

function source(...parts: Partial<TestRow>[]): TestSource {
  return { program, rows: rows(...parts), answers: { transactions: read, traffic: read } };
}

const query: Query = {
  metrics: ['revenue', 'orders', 'averageOrderValue'],
  by: ['partner'],
  from: '2026-07-01',
  to: '2026-09-30',
  described: true,
};
const now = { from: day('2026-07-01'), to: day('2026-09-30') };
const before = { from: day('2026-04-01'), to: day('2026-06-30') };

function joined(one: TestSource, asked: Partial<Query> = {}): ExploreRow[] {
  const directory = directoryOf([one.program], partners);
  const series = new Map([[one.program.source, seriesOf(one)]]);
  const full = { ...query, ...asked };
  const earlier = { ...full, from: '2026-04-01', to: '2026-06-30' };
  return joinAnswers(
    {
      query: full,
      current: answerQuery(full, directory, series),
      days: now,
      previous: answerQuery(earlier, directory, series),
      earlier: before,
    },
    directory,
  );
}

describe('two periods side by side', () => {
  const sold = source(
    { partnership: 'p1', sale: 10_000, instant: at('2026-07-10T12:00:00Z') },
    { partnership: 'p1', sale: 4_000, instant: at('2026-05-10T12:00:00Z') },
    { partnership: 'p2', sale: 3_000, instant: at('2026-06-10T12:00:00Z') },
  );

  it('keep a partner that has gone, with zero where every day was read', () => {
    expect(joined(sold).map(({ names, values, previous }) => [names, values, previous])).toEqual([
      [['Zeta'], [10_000, 1, 10_000], [4_000, 1, 4_000]],
      [['Alpha'], [0, 0, null], [3_000, 1, 3_000]],
    ]);
  });

  it('leave a partner that has gone unknown where days were not read', () => {
    const half = {
      ...sold,
      answers: { transactions: [segment(day('2026-04-01'), day('2026-06-30'))], traffic: read },
    };
    expect(joined(half).map(({ values }) => values)).toEqual([
      [10_000, 1, 10_000],
      [null, null, null],
    ]);
  });

  it('hold the third month against the third month', () => {
    const byMonth = joined(sold, { by: ['month'] });
    expect(
      byMonth.map(({ names, values, previous }) => [names[0], values[0], previous[0]]),
    ).toEqual([
      ['2026-07', 10_000, 0],
      ['2026-08', 0, 4_000],
      ['2026-09', 0, 3_000],
    ]);
  });

  it('name the record of every partner', () => {
    expect(joined(sold).map(({ ids }) => ids)).toEqual([['partner-Zeta'], ['partner-Alpha']]);
  });

  it('are ordered with what is unknown last, in either direction', () => {
    const table = joined(sold);
    const names = (direction: 'ascending' | 'descending', by: 'value' | 'change'): unknown =>
      orderRows(table, query.metrics, { by, metric: 'averageOrderValue', direction }).map(
        (row) => row.names[0],
      );
    expect(names('ascending', 'value')).toEqual(['Zeta', 'Alpha']);
    expect(names('descending', 'value')).toEqual(['Zeta', 'Alpha']);
    expect(names('descending', 'change')).toEqual(['Zeta', 'Alpha']);
  });
});

describe('a question narrowed to partners', () => {
  it('gives the same as that partner’s line of the whole', () => {
    const sold = source(
      { partnership: 'p1', sale: 10_000 },
      { partnership: 'p2', sale: 3_000 },
      { partnership: 'p2', sale: 500, status: 'pending' },
    );
    const traffic = [
      { day: day('2026-07-10'), partnership: 'p1', campaign: '', clicks: 10 },
      { day: day('2026-07-11'), partnership: 'p2', campaign: '', clicks: 32 },
    ];
    const one = { ...sold, traffic };
    const metrics: Query['metrics'] = ['revenue', 'orders', 'clicks', 'conversionRate'];
    const valuesOf = (asked: Partial<Query>): unknown =>
      joined(one, { metrics, ...asked }).map(({ values }) => values);
    const whole = joined(one, { metrics }).find(({ names }) => names[0] === 'Alpha')?.values;
    expect(whole).toEqual([3_500, 2, 32, 2 / 32]);
    expect(valuesOf({ by: [], partners: ['partner-Alpha'] })).toEqual([whole]);
    expect(valuesOf({ by: [], partnerTypes: ['coupon'] })).toEqual([whole]);
    expect(valuesOf({ by: ['day'], partners: ['partner-Alpha'] })).toEqual([
      [3_500, 2, 0, null],
      [0, 0, 32, 0],
    ]);
    expect(valuesOf({ by: [], partners: ['nobody'] })).toEqual([]);
  });
});

describe('the chart', () => {
  const line = (name: string, value: number): ExploreRow => ({
    names: [name],
    ids: [name],
    model: 'retail',
    currency: 'EUR',
    values: [value],
    previous: [],
  });
  const question = {
    query: { ...query, metrics: ['revenue' as const] },
    previous: null,
    sort: { by: 'name' as const, direction: 'ascending' as const },
    offset: 0,
    limit: 10,
    chart: { metric: 'revenue' as const, group: null },
  };

  it('shows the largest and adds up the rest, in one currency', () => {
    const many = Array.from({ length: 12 }, (_, index) => line(`P${String(index)}`, index + 1));
    const chart = chartOf(question, now, [...many, { ...line('X', 1), currency: 'USD' }], []);
    expect(chart?.categories.map(([name]) => name)).toEqual([
      'P11',
      'P10',
      'P9',
      'P8',
      'P7',
      'P6',
      'Other',
    ]);
    expect(chart?.series[0]?.values).toEqual([12, 11, 10, 9, 8, 7, 21]);
    expect(chart?.groups).toEqual([
      { model: 'retail', currency: 'EUR' },
      { model: 'retail', currency: 'USD' },
    ]);
  });

  it('marks where a program begins to follow another one', () => {
    const months = ['2026-07', '2026-08', '2026-09'];
    const follows = { code: 'follows' as const, program: 'Old', from: '2026-08-15' };
    const coverage = [
      {
        program: 'New',
        source: 'awin:1',
        metric: 'revenue' as const,
        from: '2026-08-15',
        to: '2026-09-30',
        state: 'complete' as const,
        causes: [follows],
      },
    ];
    const byMonth = { ...question, query: { ...question.query, by: ['month' as const] } };
    const rows = months.map((month) => line(month, 1));
    expect(chartOf(byMonth, now, rows, coverage)?.marks).toEqual([{ at: 1, program: 'Old' }]);
    expect(chartOf(byMonth, now, rows, [])?.marks).toEqual([]);
  });
});
