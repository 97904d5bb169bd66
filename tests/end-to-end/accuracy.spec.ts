import { expect, test } from '@playwright/test';
import {
  connectAccount,
  killCommand,
  makeWorkspace,
  runCommand,
  startCommand,
  startSandbox,
  type RunningSandbox,
  type Workspace,
} from './support/command-line';

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

interface RequestLog {
  requests: { fault?: string; path: string; status: number }[];
  faults: Record<string, number>;
}

const faultKinds = [
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

async function readJson<Value>(address: string): Promise<Value> {
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

async function expectTruth(workspace: Workspace, sandbox: RunningSandbox): Promise<void> {
  const truth = ordered((await readJson<{ rows: TruthRow[] }>(sandbox.truth)).rows);
  expect(truth.length).toBeGreaterThan(300);
  expect(ordered(await figures(workspace))).toEqual(truth);
}

async function sync(workspace: Workspace): Promise<Outcome[]> {
  const end = await runCommand(['sync', '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(end.code, end.stdout + end.stderr.slice(-2000)).toBe(0);
  return end.json()['connections'] as Outcome[];
}

/** Kills a sync once the networks' own log has seen so many requests of it that were answered. */
async function killInMidSync(
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

async function storedRows(workspace: Workspace): Promise<number> {
  const end = await runCommand(['status', '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(end.code, end.stdout + end.stderr).toBe(0);
  const counts = end.json()['counts'] as Record<string, number>;
  return (counts['transaction'] ?? 0) + (counts['traffic'] ?? 0);
}

test('figures equal the networks’ truth after heavy faults, five kills and a restatement', async () => {
  test.setTimeout(15 * 60_000);
  const workspace = await makeWorkspace();
  const sandbox = await startSandbox(
    ['--size', 'small', '--seed', '7', '--faults', 'heavy', '--limit', '6000'],
    workspace.environment,
  );
  try {
    for (const connection of sandbox.connections) {
      const end = await connectAccount(workspace, connection);
      expect(end.code, end.stdout + end.stderr).toBe(0);
    }

    let stored = 0;
    for (let kill = 0; kill < 5; kill += 1) {
      await killInMidSync(workspace, sandbox, 60 + kill * 15);
      // Rows that were not there before this run: the kill came after an acknowledged batch …
      const rows = await storedRows(workspace);
      expect(rows, `rows after kill ${String(kill + 1)}`).toBeGreaterThan(stored);
      stored = rows;
    }

    const finished = await sync(workspace);
    expect(finished).toHaveLength(sandbox.connections.length);
    // … and before the last one: the run that was not killed still had rows to bring.
    expect(finished.reduce((sum, outcome) => sum + outcome.changed, 0)).toBeGreaterThan(1000);
    expect(await storedRows(workspace)).toBeGreaterThan(stored);
    await expectTruth(workspace, sandbox);

    const again = await sync(workspace);
    expect(again.map(({ changed, removed }) => ({ changed, removed }))).toEqual(
      again.map(() => ({ changed: 0, removed: 0 })),
    );
    await expectTruth(workspace, sandbox);

    const restated = await fetch(`${sandbox.control}/restate`, { method: 'POST' });
    expect(restated.ok).toBe(true);
    const after = await sync(workspace);
    expect(after.reduce((sum, outcome) => sum + outcome.changed, 0)).toBeGreaterThan(0);
    await expectTruth(workspace, sandbox);

    const { faults } = await readJson<RequestLog>(`${sandbox.control}/log`);
    for (const kind of faultKinds) expect(faults[kind] ?? 0, `fault ${kind}`).toBeGreaterThan(0);
  } finally {
    await sandbox.stop();
    await workspace.remove();
  }
});
