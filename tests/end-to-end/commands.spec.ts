import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  connectAccount,
  killCommand,
  makeWorkspace,
  runCommand,
  startCommand,
  startSandbox,
  type CommandEnd,
  type RunningSandbox,
  type SandboxConnection,
  type Workspace,
} from './support/command-line';

/** One sandbox and one profile for the whole file: each test is one command on the packaged application. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let sandbox: RunningSandbox;

function connectionOf(network: string): SandboxConnection {
  const found = sandbox.connections.find((connection) => connection.network === network);
  if (!found) throw new Error(`The sandbox has no ${network} account.`);
  return found;
}

function run(...commandArguments: string[]): Promise<CommandEnd> {
  return runCommand([...commandArguments, '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
}

function expectSuccess(end: CommandEnd): Record<string, unknown> {
  expect(end.code, end.stdout + end.stderr.slice(-2000)).toBe(0);
  return end.json();
}

function errorCode(end: CommandEnd): string {
  return (end.json()['error'] as { code: string; message: string }).code;
}

test.beforeAll(async () => {
  workspace = await makeWorkspace();
});

test.afterAll(async () => {
  await sandbox.stop();
  await workspace.remove();
});

test('sandbox says its connections and where its truth, agency and control are', async () => {
  sandbox = await startSandbox(
    ['--size', 'small', '--seed', '3', '--faults', 'none', '--limit', '6000'],
    workspace.environment,
  );
  expect(sandbox.connections).toHaveLength(20);
  const networks = sandbox.connections.map((connection) => connection.network);
  expect(networks.filter((network) => network === 'awin')).toHaveLength(14);
  expect(networks.filter((network) => network === 'partnerstack')).toHaveLength(6);
  for (const address of [sandbox.truth, sandbox.agency]) {
    expect((await fetch(address)).status).toBe(200);
  }
  expect((await fetch(`${sandbox.control}/log`)).status).toBe(200);
});

test('connect keeps nothing of a token that the network refuses', async () => {
  const awin = connectionOf('awin');
  const refused = await connectAccount(workspace, { ...awin, token: 'not-the-token' });
  expect(refused.code).toBe(1);
  expect(errorCode(refused)).toBe('CREDENTIALS');
  const status = expectSuccess(await run('status'));
  expect(status['connections']).toEqual([]);
});

test('connect without a key store says how to go on', async () => {
  const awin = connectionOf('awin');
  const end = await runCommand(
    [
      ...['connect', 'awin', '--account', awin.account, '--address', awin.address],
      ...['--token-stdin', '--profile', workspace.profile, '--json'],
    ],
    {
      environment: { ...workspace.environment, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
      input: awin.token,
    },
  );
  expect(end.code).toBe(1);
  expect(errorCode(end)).toBe('KEY_STORE_MISSING');
  expect(end.stdout).toContain('--token-store file');
});

test('connect makes one connection per account, and repeated replaces its token', async () => {
  for (const network of ['awin', 'partnerstack']) {
    const candidate = connectionOf(network);
    const first = expectSuccess(await connectAccount(workspace, candidate));
    expect(first['connection']).toMatchObject({
      network,
      account: candidate.account,
      program: candidate.name,
      client: candidate.client,
    });
    const again = expectSuccess(await connectAccount(workspace, candidate));
    expect(again['connection']).toEqual(first['connection']);
  }
});

test('sync reads both networks and a second one finds nothing new', async () => {
  const first = expectSuccess(await run('sync'))['connections'] as Record<string, number>[];
  expect(first).toHaveLength(2);
  for (const outcome of first) {
    expect(Object.keys(outcome).sort()).toEqual(
      [
        ...['account', 'changed', 'id', 'network', 'quarantined'],
        ...['received', 'removed', 'requests', 'seconds'],
      ].sort(),
    );
    expect(outcome['received']).toBeGreaterThan(100);
  }
  const [connection] = first;
  const again = expectSuccess(await run('sync', '--connection', String(connection?.['id'])));
  expect(again['connections']).toMatchObject([{ changed: 0, removed: 0 }]);
});

test('query answers with money per currency, unknown as null, and its coverage', async () => {
  const partnerstack = connectionOf('partnerstack');
  const answer = expectSuccess(
    await run(
      ...['query', '--metrics', 'clicks,orders,revenue,conversionRate', '--by', 'program,quarter'],
      ...['--from', '2026-01-01', '--to', '2026-09-30'],
    ),
  );
  const rows = answer['rows'] as Record<string, unknown>[];
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual([
      ...['program', 'quarter', 'clicks', 'orders', 'revenue', 'conversionRate'],
    ]);
    if (row['program'] === partnerstack.name) expect(row['clicks']).toBeNull();
    const revenue = row['revenue'] as { amountMinor: number; currency: string } | null;
    if (revenue) expect(Number.isInteger(revenue.amountMinor)).toBe(true);
  }
  const coverage = answer['coverage'] as Record<string, string>[];
  expect(coverage).toContainEqual(
    expect.objectContaining({
      program: partnerstack.name,
      metric: 'clicks',
      state: 'not-offered',
    }),
  );
});

test('review writes a PDF whose hash it names', async () => {
  const file = path.join(workspace.folder, 'review.pdf');
  const { client } = connectionOf('awin');
  const made = expectSuccess(
    await run('review', '--client', client, '--period', '2026-Q3', '--pdf', file),
  );
  const bytes = await readFile(file);
  expect(made['file']).toBe(file);
  expect(made['pages']).toBeGreaterThanOrEqual(8);
  expect(made['sha256']).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('export writes every transaction as CSV and as JSON', async () => {
  const csv = path.join(workspace.folder, 'transactions.csv');
  const json = path.join(workspace.folder, 'transactions.json');
  expectSuccess(await run('export', 'transaction', '--format', 'csv', '--out', csv));
  expectSuccess(await run('export', 'transaction', '--format', 'json', '--out', json));
  const rows = JSON.parse(await readFile(json, 'utf8')) as unknown[];
  const lines = (await readFile(csv, 'utf8')).trimEnd().split('\r\n');
  const status = expectSuccess(await run('status'));
  expect(rows.length).toBe((status['counts'] as Record<string, number>)['transaction']);
  expect(lines.length).toBe(rows.length + 1);
});

test('status counts every kind and says what the profile is', async () => {
  const status = expectSuccess(await run('status'));
  expect(status['profile']).toBe('real');
  expect(status['connections']).toHaveLength(2);
  const counts = status['counts'] as Record<string, number>;
  expect(counts['connection']).toBe(2);
  expect(counts['partner']).toBeGreaterThan(10);
  expect(counts['partnership']).toBeGreaterThan(10);
});

test('explore fills a profile that is a sample for ever', async () => {
  const sample = path.join(workspace.folder, 'sample');
  const options = { environment: workspace.environment };
  const explored = await runCommand(
    ['explore', '--size', 'small', '--seed', '3', '--profile', sample, '--json'],
    options,
  );
  expectSuccess(explored);
  const status = expectSuccess(
    await runCommand(['status', '--profile', sample, '--json'], options),
  );
  expect(status['profile']).toBe('sample');
  expect(status['connections']).toHaveLength(20);
  expect((status['counts'] as Record<string, number>)['client']).toBe(8);
  const refused = await connectAccount({ ...workspace, profile: sample }, connectionOf('awin'));
  expect(refused.code).toBe(1);
  expect(errorCode(refused)).toBe('SAMPLE_PROFILE');
});

test('wrong usage ends with 2 and says what is wrong', async () => {
  for (const line of [
    ['nonsense'],
    ['query', '--metrics', 'orders'],
    [
      'query',
      '--metrics',
      'happiness',
      '--by',
      'day',
      '--from',
      '2026-01-01',
      '--to',
      '2026-01-02',
    ],
    ['review', '--period', '2026-Q3', '--pdf', 'x.pdf'],
    ['connect', 'awin'],
  ]) {
    const end = await run(...line);
    expect(end.code, line.join(' ') + end.stderr).toBe(2);
    expect(errorCode(end)).toBe('USAGE');
  }
});

test('a profile that is open elsewhere is left alone', async () => {
  const held = path.join(workspace.folder, 'held');
  const options = { environment: workspace.environment };
  const holder = startCommand(['explore', '--size', 'small', '--profile', held], options);
  await new Promise<void>((resolve) => {
    holder.child.stderr?.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('Starting the sandbox networks')) resolve();
    });
    void holder.ended.then(() => {
      resolve();
    });
  });
  const refused = await runCommand(['status', '--profile', held, '--json'], options);
  expect(refused.code).toBe(1);
  expect(errorCode(refused)).toBe('PROFILE_IN_USE');
  await killCommand(holder);
});
