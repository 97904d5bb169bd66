import { describe, expect, it } from 'vitest';
import type { Query } from '../../../shared/domain/query';
import { at, program, rows, segment, type TestSource } from './support';
import { day, year, read, b2b, ask, july } from './ask';

describe('unknown is not zero', () => {
  it('clicks are null where the report was refused, is missing, or is empty in spite of transactions', () => {
    const clicks = (traffic: ReturnType<typeof segment>[]): unknown =>
      ask([{ program, rows: rows({}), answers: { transactions: year, traffic } }], {
        metrics: ['clicks', 'impressions'],
      }).rows;
    const whole = [day('2026-01-01'), day('2026-12-31')] as const;
    const unknown = [{ clicks: null, impressions: null }];
    expect(clicks([segment(...whole, 'refused')])).toEqual(unknown);
    expect(clicks([segment(...whole, 'empty')])).toEqual(unknown);
    expect(clicks([])).toEqual(unknown);
  });

  it('clicks are zero where the report was read and has none for a partner that sold', () => {
    const source: TestSource = {
      program,
      answers: read,
      rows: rows({ partnership: 'p9' }),
      traffic: [{ day: july, partnership: 'p1', campaign: '', clicks: 3 }],
    };
    expect(ask([source], { metrics: ['orders', 'clicks'], by: ['partner'] }).rows).toEqual([
      { partner: 'p1', orders: 0, clicks: 3 },
      { partner: 'p9', orders: 1, clicks: 0 },
    ]);
  });

  const unsold: TestSource = {
    program,
    rows: [],
    traffic: [
      { day: july, partnership: 'p1', campaign: '', clicks: 40 },
      { day: day('2026-09-01'), partnership: 'p1', campaign: '', clicks: 7 },
    ],
  };
  const allMetrics = [
    'clicks',
    'orders',
    'leads',
    'revenue',
    'commission',
    'bonus',
    'newCustomers',
    'conversionRate',
    'epc',
  ] as const;

  it('orders, leads and amounts are null where clicks are known and transactions were never read', () => {
    const refused = segment(day('2026-01-01'), day('2026-12-31'), 'refused', {
      reason: 'no right',
    });
    for (const transactions of [[], [refused]]) {
      const source = { ...unsold, answers: { traffic: year, transactions } };
      const { rows: found } = ask([source], { metrics: [...allMetrics] });
      const nothing = Object.fromEntries(allMetrics.map((metric) => [metric, null]));
      expect(found).toEqual([{ ...nothing, clicks: 47 }]);
    }
  });

  it('orders are zero in a month that was read and null in one that was not', () => {
    const transactions = [segment(day('2026-07-01'), day('2026-07-31'), 'empty')];
    const source = { ...unsold, answers: { traffic: year, transactions } };
    const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    expect(
      ask([source], {
        metrics: ['clicks', 'orders', 'leads', 'revenue', 'commission'],
        by: ['month'],
      }).rows,
    ).toEqual([
      { month: '2026-07', clicks: 40, orders: 0, leads: 0, revenue: eur(0), commission: eur(0) },
      { month: '2026-09', clicks: 7, orders: null, leads: null, revenue: null, commission: null },
    ]);
  });

  it('rewards that were never read leave the commission unknown, and payments the number of payments', () => {
    const pay = { id: 'pay', type: 'payment', currency: 'USD', customer: 'anna' } as const;
    const payment = { ...pay, commission: NaN, commissionCurrency: '' };
    const onlyPaid: TestSource = {
      program: b2b,
      rows: rows(payment),
      answers: { transactions: year },
    };
    const metrics = ['orders', 'newCustomers', 'commission', 'effectiveCommissionRate'] as const;
    expect(ask([onlyPaid], { metrics: [...metrics] }).rows).toEqual([
      { orders: 1, newCustomers: 1, commission: null, effectiveCommissionRate: null },
    ]);
    const reward = {
      type: 'reward',
      belongsTo: 'pay',
      sale: NaN,
      currency: '',
      commissionCurrency: 'USD',
    } as const;
    const onlyRewarded: TestSource = {
      program: b2b,
      rows: rows(reward),
      answers: { rewards: year },
    };
    expect(ask([onlyRewarded], { metrics: ['orders', 'newCustomers', 'commission'] }).rows).toEqual(
      [{ orders: null, newCustomers: null, commission: { amountMinor: 800, currency: 'USD' } }],
    );
  });

  it('retail new customers are null until a row says so, and renewals always', () => {
    const metrics = ['newCustomers', 'renewals'] as const;
    const silent: TestSource = { program, answers: read, rows: rows({}) };
    expect(ask([silent], { metrics: [...metrics] }).rows).toEqual([
      { newCustomers: null, renewals: null },
    ]);
    const told: TestSource = {
      program,
      answers: read,
      rows: rows({ customerType: 'returning' }, { customerType: 'new' }),
    };
    expect(ask([told], { metrics: [...metrics] }).rows).toEqual([
      { newCustomers: 1, renewals: null },
    ]);
  });

  it('B2B counts first and later payments, has no clicks, and leads only with the plan for it', () => {
    const pay = {
      type: 'payment',
      customer: 'anna',
      commission: NaN,
      commissionCurrency: '',
      currency: 'USD',
    } as const;
    const source: TestSource = {
      program: b2b,
      rows: rows(pay, { ...pay, instant: at('2026-08-10T12:00:00Z') }),
      answers: {
        transactions: year,
        rewards: year,
        leads: [segment(day('2026-01-01'), day('2026-12-31'), 'refused', { notOffered: true })],
      },
    };
    const answer = ask([source], {
      metrics: ['orders', 'newCustomers', 'renewals', 'clicks', 'leads'],
    });
    expect(answer.rows).toEqual([
      { orders: 2, newCustomers: 1, renewals: 1, clicks: null, leads: null },
    ]);
    const parts = { metrics: ['newCustomerRevenue', 'renewalRevenue'] } as const;
    const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
    expect(ask([source], { metrics: [...parts.metrics] }).rows).toEqual([
      { currency: 'USD', newCustomerRevenue: usd(10_000), renewalRevenue: usd(10_000) },
    ]);
    expect(answer.coverage.map(({ metric, state, note }) => [metric, state, note])).toEqual([
      ['orders', 'complete', undefined],
      ['newCustomers', 'complete', undefined],
      ['renewals', 'complete', undefined],
      ['clicks', 'not-offered', undefined],
      ['leads', 'not-offered', 'not in this subscription'],
    ]);
  });
});

describe('coverage', () => {
  const state = (answers: TestSource['answers'], query: Partial<Query> = {}): unknown => {
    const answer = ask(
      [{ program, rows: rows({}), ...(answers === undefined ? {} : { answers }) }],
      query,
    );
    const [line] = answer.coverage;
    return [line?.state, line?.note];
  };

  it('is partial where days are missing, with the days', () => {
    const half = { transactions: [segment(day('2026-01-01'), day('2026-06-30'))] };
    expect(state(half)).toEqual(['partial', 'transactions not read: 2026-07-01 to 2026-12-31']);
    expect(state({})).toEqual(['partial', 'transactions not read yet']);
    expect(state(half, { to: '2026-05-31' })).toEqual(['complete', undefined]);
  });

  it('is partial where rows could not be read', () => {
    const answers = {
      transactions: [segment(day('2026-01-01'), day('2026-12-31'), 'answered', { quarantined: 2 })],
    };
    expect(state(answers)).toEqual(['partial', '2 rows of transactions could not be read']);
  });

  it('east of Greenwich asks for the UTC day on which the first day begins', () => {
    const india = { ...program, timeZone: 'Asia/Kolkata' };
    const stateFrom = (from: string): unknown =>
      ask([{ program: india, rows: rows({}), answers: read }], { from }).coverage[0]?.state;
    expect([stateFrom('2026-01-01'), stateFrom('2026-01-02')]).toEqual(['partial', 'complete']);
  });

  it('says where clicks are of other days than the program’s', () => {
    const clicksIn = (timeZone: string): unknown => {
      const source = { program: { ...program, timeZone }, rows: rows({}), answers: read };
      const [line] = ask([source], { metrics: ['clicks'], from: '2026-02-01' }).coverage;
      return [line?.state, line?.note];
    };
    expect(clicksIn('Asia/Kolkata')).toEqual([
      'assumed',
      'clicks are counted by days of UTC, because Awin does not report by those of Asia/Kolkata',
    ]);
    expect(clicksIn('America/Sao_Paulo')).toEqual(['complete', undefined]);
  });

  it('names the account that was asked', () => {
    const { coverage } = ask([{ program, rows: rows({}), answers: read }], {});
    expect(coverage).toEqual([
      {
        program: 'Nordlicht DE',
        source: 'awin:19011',
        metric: 'orders',
        from: '2026-01-01',
        to: '2026-12-31',
        state: 'complete',
      },
    ]);
  });
});
