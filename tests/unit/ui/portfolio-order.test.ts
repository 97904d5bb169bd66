import { describe, expect, test } from 'vitest';
import { clientTotals } from '../../../renderer/features/clients/portfolio/client-lines';
import type {
  ClientFigures,
  PortfolioLine,
  ProgramFigures,
} from '../../../renderer/features/clients/portfolio/figures';
import { rankedClients, rankedPrograms } from '../../../renderer/features/clients/portfolio/order';
import type { ConnectionState } from '../../../shared/ipc/desk-records';
import type { GoalStanding } from '../../../shared/ipc/portfolio-standing';

const now = Date.UTC(2026, 10, 22);
const hour = 3_600_000;

interface Shape {
  readonly client?: string;
  readonly revenue?: number;
  readonly change?: number | null;
  readonly connection?: Partial<ConnectionState>;
}

function program(name: string, shape: Shape = {}) {
  const { client = 'Client', revenue = 100, change = 0 } = shape;
  const connection: ConnectionState = {
    id: name,
    network: 'awin',
    account: name,
    program: name,
    programId: `program ${name}`,
    client,
    clientId: `client ${client}`,
    model: 'retail',
    address: null,
    callsPerMinute: 20,
    timeZone: 'UTC',
    state: 'synced',
    lastSuccessAt: now - hour,
    lastError: null,
    counts: { transactions: 1, traffic: 1, partnerships: 1, quarantined: 0 },
    statusCounts: {},
    ...shape.connection,
  };
  const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
  const line: PortfolioLine = {
    connection,
    currency: 'EUR',
    tracked: { value: money(revenue) },
    validated: { value: money(revenue) },
    orders: { value: 1 },
    commission: { value: money(1) },
    clicks: { value: 1 },
    change: change === null ? { value: null, reason: '' } : { value: change },
    previous: money(revenue),
  };
  const figures: ProgramFigures = { connection, lines: [line], gap: null };
  return { program: figures, client };
}

function goal(changes: Partial<GoalStanding>): GoalStanding {
  return {
    goal: 'g',
    name: 'Revenue',
    client: 'client Client',
    program: null,
    metric: 'revenue',
    model: 'retail',
    currency: 'EUR',
    target: 100,
    from: '2026-10-01',
    through: '2026-11-22',
    to: '2026-12-31',
    actual: 1,
    reason: '',
    pace: 1,
    projected: 1,
    basis: 'even',
    ...changes,
  };
}

function clientsOf(programs: readonly ReturnType<typeof program>[]): ClientFigures[] {
  const names = [...new Set(programs.map(({ client }) => client))];
  return names.map((name) => {
    const own = programs.filter(({ client }) => client === name).map((one) => one.program);
    return { client: name, programs: own, lineCount: own.length };
  });
}

const spaced = (words: string): string => words.replace(/\u00a0/g, ' ');

const order = (programs: ReturnType<typeof program>[], goals: GoalStanding[] = []) =>
  rankedPrograms(clientsOf(programs), goals, now).map((ranked) => [
    ranked.program.connection.program,
    spaced(ranked.standing.reason),
  ]);

const clientOrder = (programs: ReturnType<typeof program>[], goals: GoalStanding[] = []) => {
  const clients = clientsOf(programs);
  return rankedClients(clients, rankedPrograms(clients, goals, now), goals).map((ranked) => [
    ranked.client.client,
    spaced(ranked.standing.reason),
  ]);
};

describe('the order of the portfolio', () => {
  test('is connections, then pace, then falls by their part of the client, then names', () => {
    const programs = [
      program('Aurora'),
      program('Small fall', { client: 'Two', revenue: 10, change: -0.6 }),
      program('Large fall', { client: 'Two', revenue: 90, change: -0.3 }),
      program('Slow', { client: 'Three' }),
      program('Slower', { client: 'Three' }),
      program('Stale', { connection: { lastSuccessAt: now - 72 * hour } }),
      program('Broken', { connection: { state: 'failed' } }),
      program('Zephyr', { change: 0.4 }),
    ];
    const goals = [
      goal({ program: 'program Slow', client: 'client Three', pace: 0.89 }),
      goal({ program: 'program Slower', client: 'client Three', pace: 0.4 }),
    ];
    expect(order(programs, goals)).toEqual([
      ['Broken', 'connection failed'],
      ['Stale', 'last read 3 days ago'],
      ['Slower', 'at 40 % of pace'],
      ['Slow', 'at 89 % of pace'],
      ['Large fall', 'revenue down 30 %, 90 % of its client’s'],
      ['Small fall', 'revenue down 60 %, 10 % of its client’s'],
      ['Aurora', ''],
      ['Zephyr', ''],
    ]);
  });

  test('a pace of 90 % and a fall of a quarter are not urgent, and what is unknown never is', () => {
    const programs = [
      program('A', { change: -0.25 }),
      program('B', { change: null }),
      program('C', { connection: { paused: true, lastSuccessAt: now - 720 * hour } }),
    ];
    const goals = [
      goal({ program: 'program A', pace: 0.9 }),
      goal({ program: 'program B', pace: null }),
    ];
    expect(order(programs, goals).map(([, reason]) => reason)).toEqual(['', '', '']);
  });

  test('a program without a goal is paced by its client’s goal in its currency and model', () => {
    const goals = [goal({ currency: 'GBP', pace: 0.1 }), goal({ pace: 0.7 })];
    expect(order([program('A')], goals)).toEqual([['A', 'client at 70 % of pace']]);
    expect(order([program('A')], [goal({ model: 'b2b', pace: 0.7 })])).toEqual([['A', '']]);
    // Revenue tells more than a count, and its own goal more than its client's.
    const count = goal({ program: 'program A', metric: 'orders', currency: null, pace: 0.2 });
    expect(order([program('A')], [count, goal({ pace: 0.8 })])).toEqual([
      ['A', 'client at 80 % of pace'],
    ]);
    expect(order([program('A')], [goal({ program: 'program A' }), goal({ pace: 0.8 })])).toEqual([
      ['A', ''],
    ]);
  });
});

describe('the order of clients', () => {
  test('is that of their most urgent program, which is named, or of their own pace', () => {
    const programs = [
      program('Calm', { client: 'A calm one' }),
      program('Falling UK', { client: 'Falling', change: -0.5 }),
      program('Falling DE', { client: 'Falling', change: 0.1 }),
      program('Slow', { client: 'Slow' }),
      program('Broken', { client: 'Zephyr', connection: { state: 'failed' } }),
      program('Broken', { client: 'Broken', connection: { state: 'failed' } }),
      program('Another', { client: 'Another calm one' }),
    ];
    const goals = [goal({ client: 'client Slow', pace: 0.7 })];
    expect(clientOrder(programs, goals)).toEqual([
      ['Broken', 'Broken: connection failed'],
      ['Zephyr', 'Broken: connection failed'],
      ['Slow', 'at 70 % of pace'],
      ['Falling', 'Falling UK: revenue down 50 %, 50 % of its client’s'],
      ['A calm one', ''],
      ['Another calm one', ''],
    ]);
  });

  test('heeds a goal of the client that no program is told by', () => {
    const own = goal({ program: 'program A', pace: 1 });
    const count = goal({ metric: 'orders', currency: null, pace: 0.4 });
    expect(order([program('A')], [own, count])).toEqual([['A', '']]);
    expect(clientOrder([program('A')], [own, count])).toEqual([['Client', 'at 40 % of pace']]);
    expect(clientOrder([program('A')], [goal({ model: 'b2b', pace: 0.4 })])).toEqual([
      ['Client', ''],
    ]);
  });
});

describe('the lines of a client', () => {
  const shown = (programs: ProgramFigures[]) => {
    const client = { client: 'Client', programs, lineCount: programs.length };
    return clientTotals([
      { client, standing: { urgency: 'pace', reason: 'at 70 % of pace', measure: 0.7 } },
    ]);
  };

  test('add its programs of one currency', () => {
    const [line] = shown([program('A').program, program('B', { revenue: 50 }).program]);
    expect(line).toMatchObject({
      currency: 'EUR',
      tracked: { value: { amountMinor: 150, currency: 'EUR' } },
      change: { value: 0 },
      isFirst: true,
      reason: 'at 70 % of pace',
    });
  });

  test('are unknown while one program is', () => {
    const { program: unread } = program('B');
    const reason = 'This period has not been read yet.';
    const lines = unread.lines.map((line) => ({ ...line, tracked: { value: null, reason } }));
    const [line] = shown([program('A').program, { ...unread, lines }]);
    expect(line?.tracked).toEqual({ value: null, reason });
  });
});
