import { describe, expect, it } from 'vitest';
import { answerQuery } from '../../../renderer/data/facts/query';
import type { Query, QueryAnswer } from '../../../shared/domain/query';
import { parseDay } from '../../../shared/kernel/days';
import { at, directoryOf, program, rows, segment, seriesOf, type TestSource } from './support';

const day = (text: string): number => parseDay(text)!;
const year = [segment(day('2026-01-01'), day('2026-12-31'))];
const read = { transactions: year, traffic: year };

const b2b = {
  ...program,
  source: 's2',
  network: 'partnerstack' as const,
  account: 'ledgerly',
  programId: 'program-2',
  program: 'Ledgerly',
  model: 'b2b' as const,
  currency: 'USD',
};

function ask(
  sources: readonly TestSource[],
  query: Partial<Query>,
  partners: Parameters<typeof directoryOf>[1] = {},
): QueryAnswer {
  return answerQuery(
    { metrics: ['orders'], by: [], from: '2026-01-01', to: '2026-12-31', ...query },
    directoryOf(
      sources.map((source) => source.program),
      partners,
    ),
    new Map(sources.map((source) => [source.program.source, seriesOf(source)])),
  );
}

const july = day('2026-07-10');

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
