import { expect } from '@playwright/test';
import {
  killCommand,
  runCommand,
  startCommand,
  type RunningSandbox,
  type SandboxConnection,
  type Workspace,
} from './command-line';
import { askMain } from './desk-data';
import { openWindow } from './window';

interface TruthRow {
  network: string;
  account: string;
  program: string;
  month: string;
  currency: string;
  orders: number;
  revenue: number;
  commission: number;
}

interface Outcome {
  changed: number;
  removed: number;
  requests: number;
  error?: { code: string; message: string };
}

/** What the sandbox has been asked, and how it faulted. */
export interface RequestLog {
  requests: { fault?: string; path: string; status: number }[];
  faults: Record<string, number>;
}

/** A transaction as the sandbox has it. */
export interface Transaction {
  readonly client: string;
  readonly network: string;
  readonly status: string;
  readonly saleCurrency: string;
  /** ISO 8601. */
  readonly time: string;
  readonly validatedAt: string | null;
}

/** In ms. */
export const DAY = 86_400_000;

/** Every way in which the sandbox goes wrong. */
export const faultKinds = [
  'rate-limited',
  'server-error',
  'unavailable',
  'stalled',
  'reset',
  'truncated',
  'wrong-json',
  'captive-portal',
  'repeated-page',
  'reordered-page',
];

/** What an address answers. */
export async function readJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  expect(response.ok).toBe(true);
  return (await response.json()) as Value;
}

/** Months by UTC start at the sandbox's first month, so every row of the truth is inside. */
async function figures(workspace: Workspace): Promise<TruthRow[]> {
  const end = await runCommand(
    [
      'query',
      '--metrics',
      'orders,revenue,commission',
      '--by',
      'network,account,program,month',
      '--from',
      '2020-01-01',
      '--to',
      '2039-12-31',
      '--profile',
      workspace.profile,
      '--json',
    ],
    { environment: workspace.environment },
  );
  expect(end.code, end.stdout + end.stderr).toBe(0);
  const rows = end.json()['rows'] as {
    network: string;
    account: string;
    program: string;
    month: string;
    orders: number | null;
    revenue: { amountMinor: number; currency: string } | null;
    commission: { amountMinor: number; currency: string } | null;
  }[];
  return rows
    .filter((row) => row.revenue !== null || row.commission !== null)
    .map((row) => ({
      network: row.network,
      account: row.account,
      program: row.program,
      month: row.month,
      currency: row.revenue?.currency ?? row.commission?.currency ?? '',
      orders: row.orders ?? 0,
      revenue: row.revenue?.amountMinor ?? 0,
      commission: row.commission?.amountMinor ?? 0,
    }));
}

function ordered(rows: readonly TruthRow[]): TruthRow[] {
  const key = (row: TruthRow): string =>
    [row.network, row.account, row.program, row.month, row.currency].join('\u0000');
  return rows
    .filter((row) => row.orders !== 0 || row.revenue !== 0 || row.commission !== 0)
    .sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

/** The stored figures are those that the networks sum of their own rows. */
export async function expectTruth(workspace: Workspace, sandbox: RunningSandbox): Promise<void> {
  const truth = ordered((await readJson<{ rows: TruthRow[] }>(sandbox.truth)).rows);
  expect(truth.length).toBeGreaterThan(300);
  expect(ordered(await figures(workspace))).toEqual(truth);
}

/** Connects the accounts in a window, those of one token together; each is checked by a call to its network. */
export async function connectAll(
  workspace: Workspace,
  connections: readonly SandboxConnection[],
): Promise<void> {
  const desk = await openWindow(workspace);
  try {
    await askMain(desk.page, 'tokenStore.choose', { store: 'file' });
    for (const token of new Set(connections.map((connection) => connection.token))) {
      const own = connections.filter((connection) => connection.token === token);
      const saved = await askMain<unknown[]>(desk.page, 'connections.connect', {
        token,
        connections: own.map(({ token: _token, ...connection }) => ({
          ...connection,
          callsPerMinute: 6_000,
        })),
      });
      expect(saved).toHaveLength(own.length);
    }
  } finally {
    await desk.close();
  }
}

/** Reads all connections to the end. */
export async function sync(workspace: Workspace): Promise<Outcome[]> {
  const end = await runCommand(['sync', '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(end.code, end.stdout + end.stderr.slice(-2000)).toBe(0);
  return end.json()['connections'] as Outcome[];
}

/** Kills a sync once the networks' own log has seen so many requests of it that were answered. */
export async function killInMidSync(
  workspace: Workspace,
  sandbox: RunningSandbox,
  answered: number,
): Promise<void> {
  const log = async (): Promise<RequestLog> => readJson<RequestLog>(`${sandbox.control}/log`);
  const before = (await log()).requests.length;
  const running = startCommand(['sync', '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  await expect
    .poll(async () => (await log()).requests.slice(before).filter(({ fault }) => !fault).length, {
      timeout: 90_000,
      intervals: [50],
    })
    .toBeGreaterThan(answered);
  await killCommand(running);
}

/** Rows of transactions and traffic that are stored. */
export async function storedRows(workspace: Workspace): Promise<number> {
  const end = await runCommand(['status', '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(end.code, end.stdout + end.stderr).toBe(0);
  const counts = end.json()['counts'] as Record<string, number>;
  return (counts['transaction'] ?? 0) + (counts['traffic'] ?? 0);
}
