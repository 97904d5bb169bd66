import { describe, expect, it } from 'vitest';
import type { Query } from '../../../shared/domain/query';
import { at, program, rows, segment, type TestSource } from './support';
import { day, year, read, b2b, ask, july } from './ask';

describe('what counts', () => {
  const source: TestSource = {
    program,
    answers: read,
    rows: rows(
      { status: 'approved' },
      { status: 'pending', sale: 5_000, commission: 400 },
      { status: 'declined', sale: 3_000 },
      { status: 'deleted', sale: 9_999 },
      { status: 'unknown', sale: 9_999 },
      { type: 'lead', sale: NaN, currency: '', commission: 150 },
      { type: 'bonus', sale: NaN, currency: '', commission: 2_000 },
    ),
  };

  it('is pending and approved; a lead is no order and a bonus is commission', () => {
    const metrics = ['orders', 'leads', 'revenue', 'commission', 'bonus'] as const;
    expect(ask([source], { metrics: [...metrics] }).rows).toEqual([
      {
        orders: 2,
        leads: 1,
        revenue: { amountMinor: 15_000, currency: 'EUR' },
        commission: { amountMinor: 3_350, currency: 'EUR' },
        bonus: { amountMinor: 2_000, currency: 'EUR' },
      },
    ]);
  });

  it('is what is asked for, but never a deleted row', () => {
    const counts = (statuses: NonNullable<Query['statuses']>): unknown =>
      ask([source], { statuses }).rows[0]?.['orders'];
    expect(counts(['declined'])).toBe(1);
    expect(counts(['unknown'])).toBe(1);
    expect(ask([source], { statuses: ['deleted'] }).rows).toEqual([]);
  });

  it('is the declined share of decided value for the reversal rate, whatever statuses are asked for', () => {
    const answer = ask([source], { metrics: ['reversalRate'], statuses: ['pending'] });
    expect(answer.rows).toEqual([{ currency: 'EUR', reversalRate: 3_000 / 13_000 }]);
  });

  it('are the days asked for, both ends included', () => {
    expect(ask([source], { from: '2026-07-10', to: '2026-07-10' }).rows).toHaveLength(1);
    expect(ask([source], { from: '2026-07-11', to: '2026-07-31' }).rows).toEqual([]);
    expect(() => ask([source], { from: '2026-07-11', to: '2026-07-10' })).toThrow(/ends/);
  });
});

describe('ratios', () => {
  const source: TestSource = {
    program,
    answers: read,
    rows: rows({ fee: 100, feeCurrency: 'EUR' }, { sale: 3_001, fee: 50, feeCurrency: 'EUR' }),
    traffic: [{ day: july, partnership: 'p1', campaign: '', clicks: 40 }],
  };

  it('are quotients of sums, unrounded', () => {
    const metrics = [
      'averageOrderValue',
      'conversionRate',
      'epc',
      'effectiveCommissionRate',
      'roas',
      'networkFee',
    ] as const;
    expect(ask([source], { metrics: [...metrics] }).rows).toEqual([
      {
        currency: 'EUR',
        averageOrderValue: { amountMinor: 6_500.5, currency: 'EUR' },
        conversionRate: 2 / 40,
        epc: { amountMinor: 1_600 / 40, currency: 'EUR' },
        effectiveCommissionRate: 1_600 / 13_001,
        roas: 13_001 / 1_750,
        networkFee: { amountMinor: 150, currency: 'EUR' },
      },
    ]);
  });

  it('are null without a denominator', () => {
    const empty = { ...source, rows: rows({ type: 'lead', sale: 0, commission: 0 }), traffic: [] };
    const metrics = ['averageOrderValue', 'conversionRate', 'effectiveCommissionRate'] as const;
    const [row] = ask([empty], { metrics: [...metrics] }).rows;
    expect(row).toMatchObject({
      averageOrderValue: null,
      conversionRate: null,
      effectiveCommissionRate: null,
    });
  });

  it('take only sources whose clicks are known', () => {
    const blind: TestSource = {
      program: { ...program, source: 's3', programId: 'program-3', program: 'Blind', account: '2' },
      answers: {
        transactions: year,
        traffic: [segment(day('2026-01-01'), day('2026-12-31'), 'refused', { reason: 'no right' })],
      },
      rows: rows({}, {}, {}),
    };
    const answer = ask([source, blind], { metrics: ['orders', 'clicks', 'conversionRate'] });
    expect(answer.rows).toEqual([{ orders: 5, clicks: 40, conversionRate: 2 / 40 }]);
    expect(
      answer.coverage.filter(({ metric }) => metric === 'clicks').map(({ state }) => state),
    ).toEqual(['complete', 'failed']);
  });
});

describe('currencies and models', () => {
  const mixed: TestSource = {
    program,
    answers: read,
    rows: rows({}, { currency: 'GBP', commissionCurrency: 'GBP', sale: 700, commission: 70 }),
    traffic: [{ day: july, partnership: 'p1', campaign: '', clicks: 12 }],
  };

  it('make one row per currency, with traffic on the program’s own', () => {
    expect(
      ask([mixed], { metrics: ['orders', 'revenue', 'clicks'], by: ['program'] }).rows,
    ).toEqual([
      {
        program: 'Nordlicht DE',
        orders: 1,
        revenue: { amountMinor: 10_000, currency: 'EUR' },
        clicks: 12,
      },
      {
        program: 'Nordlicht DE',
        orders: 1,
        revenue: { amountMinor: 700, currency: 'GBP' },
        clicks: null,
      },
    ]);
  });

  it('make one row without a money metric', () => {
    expect(ask([mixed], { metrics: ['orders', 'clicks'] }).rows).toEqual([
      { orders: 2, clicks: 12 },
    ]);
  });

  it('the own currency is that of most sales when no record says', () => {
    const silent = {
      ...mixed,
      program: { ...program, currency: null },
      rows: rows({ currency: 'GBP' }, { currency: 'GBP' }, {}),
    };
    const found = ask([silent], { metrics: ['revenue', 'clicks'] }).rows;
    expect(found.map((row) => row['clicks'])).toEqual([null, 12]);
  });

  it('a currency that only has commission is a row of its own with no orders', () => {
    const source: TestSource = {
      program: b2b,
      answers: { transactions: year, rewards: year },
      rows: rows(
        { id: 'pay', type: 'payment', currency: 'EUR', commission: NaN, commissionCurrency: '' },
        {
          id: 'reward:1',
          type: 'reward',
          belongsTo: 'pay',
          sale: NaN,
          currency: '',
          commission: 900,
          commissionCurrency: 'USD',
          assumed: true,
        },
      ),
    };
    const answer = ask([source], { metrics: ['orders', 'revenue', 'commission'] });
    expect(answer.rows).toEqual([
      {
        orders: 1,
        revenue: { amountMinor: 10_000, currency: 'EUR' },
        commission: { amountMinor: 0, currency: 'EUR' },
      },
      {
        orders: 0,
        revenue: { amountMinor: 0, currency: 'USD' },
        commission: { amountMinor: 900, currency: 'USD' },
      },
    ]);
    expect(answer.coverage.map(({ metric, state }) => [metric, state])).toEqual([
      ['orders', 'complete'],
      ['revenue', 'complete'],
      ['commission', 'assumed'],
    ]);
  });

  it('never adds retail and B2B: such a group is split and says which is which', () => {
    const payments: TestSource = { program: b2b, answers: read, rows: rows({ type: 'payment' }) };
    expect(ask([mixed, payments], { by: ['client'] }).rows).toEqual([
      { client: 'Nordlicht', model: 'b2b', orders: 1 },
      { client: 'Nordlicht', model: 'retail', orders: 2 },
    ]);
    expect(ask([mixed, payments], { by: ['network'] }).rows).toEqual([
      { network: 'awin', orders: 2 },
      { network: 'partnerstack', orders: 1 },
    ]);
  });
});

describe('grouping', () => {
  const source: TestSource = {
    program,
    answers: read,
    rows: rows(
      { partnership: 'p1', instant: at('2026-01-01T12:00:00Z') },
      { partnership: 'p2', instant: at('2026-07-04T12:00:00Z') },
      { partnership: 'p3', instant: at('2026-07-05T12:00:00Z') },
    ),
  };
  const partners = {
    p1: { partner: 'Zeta', type: 'content' },
    p2: { partner: 'Alpha', type: 'coupon' },
    p3: { partner: 'Alpha', type: 'coupon' },
  } as const;

  it('joins network ids of one partner and sorts by the dimensions', () => {
    expect(ask([source], { by: ['partner', 'partnerType'] }, partners).rows).toEqual([
      { partner: 'Alpha', partnerType: 'coupon', orders: 2 },
      { partner: 'Zeta', partnerType: 'content', orders: 1 },
    ]);
  });

  it('names weeks by ISO year, months and calendar quarters', () => {
    expect(
      ask([source], { by: ['week', 'month', 'quarter', 'day'] }).rows.map(
        ({ week, month, quarter, day: on }) => [week, month, quarter, on],
      ),
    ).toEqual([
      ['2026-W01', '2026-01', '2026-Q1', '2026-01-01'],
      ['2026-W27', '2026-07', '2026-Q3', '2026-07-04'],
      ['2026-W27', '2026-07', '2026-Q3', '2026-07-05'],
    ]);
  });

  it('narrows to programs and clients by record id', () => {
    expect(ask([source], { programs: ['other'] })).toEqual({ rows: [], coverage: [] });
    expect(ask([source], { clients: ['client-1'] }).rows).toHaveLength(1);
  });
});
