import { describe, expect, it } from 'vitest';
import { portfolioOf } from '../../../renderer/features/clients/portfolio/figures';
import { monthlySeries, totalsOf } from '../../../renderer/features/clients/portfolio/totals';
import type { CoverageState, Metric, QueryAnswer, QueryRow } from '../../../shared/domain/query';
import type { ConnectionState } from '../../../shared/ipc/desk-records';
import type { Money } from '../../../shared/kernel/money';

function connection(account: string, changes: Partial<ConnectionState> = {}): ConnectionState {
  return {
    id: `id-${account}`,
    network: 'awin',
    account,
    program: `Program ${account}`,
    client: 'Client',
    clientId: 'client-1',
    programId: 'program-1',
    model: 'retail',
    address: null,
    callsPerMinute: 20,
    timeZone: 'UTC',
    state: 'synced',
    lastSuccessAt: 1,
    lastError: null,
    counts: { transactions: 1, traffic: 1, partnerships: 1, quarantined: 0 },
    statusCounts: {},
    ...changes,
  };
}

const eur = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });

function row(account: string, values: QueryRow): QueryRow {
  return { client: 'Client', program: `Program ${account}`, network: 'awin', account, ...values };
}

function answer(
  rows: QueryRow[],
  coverage: readonly (readonly [string, Metric, CoverageState])[],
): QueryAnswer {
  return {
    rows,
    coverage: coverage.map(([account, metric, state]) => ({
      program: `Program ${account}`,
      source: `awin:${account}`,
      metric,
      from: '2026-07-01',
      to: '2026-09-30',
      state,
    })),
  };
}

const whole = (account: string) =>
  [
    [account, 'revenue', 'complete'],
    [account, 'clicks', 'complete'],
  ] as const;

function onlyLine(tracked: QueryAnswer, previous: QueryAnswer) {
  const clients = portfolioOf([connection('1')], { tracked, approved: answer([], []), previous });
  return clients[0]!.programs[0]!.lines[0]!;
}

describe('a line of the portfolio', () => {
  it('tells the change against the period before', () => {
    const line = onlyLine(
      answer(
        [row('1', { revenue: eur(150), orders: 3, commission: eur(9), clicks: 40 })],
        whole('1'),
      ),
      answer([row('1', { revenue: eur(100) })], whole('1')),
    );
    expect(line.change).toEqual({ value: 0.5 });
    expect(line.clicks).toEqual({ value: 40 });
  });

  it('can’t tell a change against a period that was not read completely', () => {
    const line = onlyLine(
      answer([row('1', { revenue: eur(150) })], whole('1')),
      answer([row('1', { revenue: eur(100) })], [['1', 'revenue', 'partial']]),
    );
    expect(line.change).toEqual({
      value: null,
      reason: 'The period before has not been read completely.',
    });
  });

  it('is unknown, not zero, while nothing has been read', () => {
    const line = onlyLine(answer([], [['1', 'revenue', 'partial']]), answer([], []));
    expect(line.tracked.value).toBeNull();
    expect(line.orders.value).toBeNull();
  });

  it('is zero when everything was read and nothing was sold', () => {
    const line = onlyLine(answer([], whole('1')), answer([], whole('1')));
    expect(line.tracked.value?.amountMinor).toBe(0);
    expect(line.orders).toEqual({ value: 0 });
    expect(line.clicks).toEqual({ value: 0 });
  });

  it('gives the network’s silence as the reason for unknown clicks', () => {
    const line = onlyLine(
      answer(
        [row('1', { revenue: eur(1), clicks: null })],
        [
          ['1', 'revenue', 'complete'],
          ['1', 'clicks', 'not-offered'],
        ],
      ),
      answer([], []),
    );
    expect(line.clicks).toEqual({ value: null, reason: 'Awin does not report this.' });
  });

  it('stands once for each currency, the larger first', () => {
    const tracked = answer(
      [
        row('1', { revenue: { amountMinor: 5, currency: 'CHF' }, clicks: null }),
        row('1', { revenue: eur(500), clicks: 12 }),
      ],
      whole('1'),
    );
    const [client] = portfolioOf([connection('1')], {
      tracked,
      approved: answer([], []),
      previous: answer([], []),
    });
    const lines = client!.programs[0]!.lines;
    expect(lines.map(({ currency }) => currency)).toEqual(['EUR', 'CHF']);
    expect(lines[1]!.clicks).toEqual({
      value: null,
      reason: 'Clicks are counted on the program’s own currency line.',
    });
    expect(client!.lineCount).toBe(2);
  });
});

describe('totals', () => {
  const connections = [
    connection('1'),
    connection('2'),
    connection('3', { state: 'never-synced' }),
  ];
  const tracked = answer(
    [
      row('1', { revenue: eur(100), orders: 1, commission: eur(10) }),
      row('2', { revenue: eur(50), orders: 2, commission: eur(5) }),
      row('2', { revenue: { amountMinor: 900, currency: 'USD' }, orders: 4 }),
    ],
    [...whole('1'), ...whole('2')],
  );

  it('never add two currencies', () => {
    const clients = portfolioOf(connections, {
      tracked,
      approved: answer([], []),
      previous: answer([], []),
    });
    const totals = totalsOf('retail', clients);
    expect(totals.map(({ tracked: money }) => money)).toEqual([
      { amountMinor: 900, currency: 'USD' },
      eur(150),
    ]);
    expect(totals.map(({ orders }) => orders)).toEqual([4, 3]);
  });

  it('say how many programs may still add to them', () => {
    const clients = portfolioOf(connections, {
      tracked,
      approved: answer([], []),
      previous: answer([], []),
    });
    expect(totalsOf('retail', clients).map(({ incomplete }) => incomplete)).toEqual([1, 1]);
  });

  it('draw only the asked connections in the asked currency month by month', () => {
    const months = answer(
      [
        { month: '2026-08', network: 'awin', account: '1', revenue: eur(7) },
        { month: '2026-08', network: 'awin', account: '2', revenue: eur(1) },
        { month: '2026-08', network: 'awin', account: '9', revenue: eur(1000) },
        {
          month: '2026-07',
          network: 'awin',
          account: '1',
          revenue: { amountMinor: 3, currency: 'USD' },
        },
      ],
      [],
    );
    expect(monthlySeries(months, connections, 'EUR', ['2026-07', '2026-08'])).toEqual([0, 8]);
  });
});
