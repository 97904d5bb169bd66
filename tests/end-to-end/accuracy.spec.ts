import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { ReviewToday } from '../../shared/ipc/data-contract';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { openLab } from '../integration/support/page';
import { askWorker } from './support/canaries';
import { makeWorkspace, runCommand, startSandbox, type Workspace } from './support/command-line';
import { lastQuarter } from './support/explorer';
import {
  DAY,
  connectAll,
  faultKinds,
  readJson,
  expectTruth,
  sync,
  killInMidSync,
  storedRows,
  type RequestLog,
  type Transaction,
} from './support/network-truth';

/** What a review printed of revenue, by the key of the figure. */
interface Printed {
  readonly client: string;
  readonly revenue: ReadonlyMap<string, number>;
}

const period = lastQuarter();

async function freezeReview(workspace: Workspace, client: string): Promise<Printed> {
  const label = `${period.from}..${period.to}`;
  const file = path.join(workspace.folder, 'review.pdf');
  const end = await runCommand(
    ['review', '--client', client, '--period', label, '--pdf', file].concat([
      '--profile',
      workspace.profile,
      '--json',
    ]),
    { environment: workspace.environment },
  );
  expect(end.code, end.stdout + end.stderr).toBe(0);
  return { client, revenue: await revenueOf(workspace, client) };
}

/** Revenue of a client's retail programs in the period by currency, minor units. */
async function revenueOf(workspace: Workspace, client: string): Promise<Map<string, number>> {
  const end = await runCommand(
    ['query', '--metrics', 'revenue', '--by', 'client,network']
      .concat(['--from', period.from, '--to', period.to])
      .concat(['--profile', workspace.profile, '--json']),
    { environment: workspace.environment },
  );
  const rows = end.json()['rows'] as {
    client: string;
    network: string;
    revenue: { amountMinor: number; currency: string } | null;
  }[];
  const sums = new Map<string, number>();
  for (const { client: of, network, revenue } of rows) {
    if (of !== client || network !== 'awin' || revenue === null) continue;
    const { currency, amountMinor } = revenue;
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return sums;
}

/** Compared with today, the review says by how much each currency's revenue moved, and what of it was reversed. */
async function expectExplained(workspace: Workspace, { client, revenue }: Printed): Promise<void> {
  const now = await revenueOf(workspace, client);
  const file = path.join(workspace.folder, 'transactions.json');
  const exported = await runCommand(
    ['export', 'transaction', '--format', 'json', '--out', file].concat([
      '--profile',
      workspace.profile,
      '--json',
    ]),
    { environment: workspace.environment },
  );
  expect(exported.code, exported.stdout + exported.stderr).toBe(0);
  const transactions = JSON.parse(await readFile(file, 'utf8')) as Transaction[];
  const yesterday = Math.floor(Date.now() / DAY) * DAY - DAY;
  const lab = await openLab({ profile: workspace.profile });
  try {
    const [review] = await askWorker<DeskRecord[]>(lab, 'records.list', { kind: 'review' });
    // The sandbox decides at the first instant of a day, so the sources count as read the day before.
    const model = { ...(review!.values['model'] as object), cutOff: yesterday };
    await askWorker(lab, 'records.write', {
      changes: [{ op: 'set', kind: 'review', id: review!.id, values: { model } }],
      origin: 'person',
      reason: 'As if the sources had been read yesterday',
    });
    const today = await askWorker<ReviewToday>(lab, 'reviews.compareToday', { review: review!.id });
    expect(today.restatements.length).toBeGreaterThan(0);
    expect(revenue.size).toBeGreaterThan(0);
    for (const [currency, then] of revenue) {
      const by = (now.get(currency) ?? 0) - then;
      const key = `revenue:retail:${currency}:${period.from}..${period.to}`;
      const found = today.restatements.find(({ figure }) => figure === key);
      const amount = (Math.abs(by) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
      expect(found?.difference).toContain(amount);
      expect(found?.difference.startsWith('−')).toBe(by < 0);
      const reversed = transactions.filter(
        (row) =>
          row.client === client &&
          row.network === 'awin' &&
          row.status === 'declined' &&
          row.saleCurrency === currency &&
          Date.parse(row.validatedAt ?? '') > yesterday,
      );
      // In the program's zone a row of the first or last day can belong to the neighbouring period.
      const within = (slack: number): number =>
        reversed.filter(({ time }) => {
          const at = Date.parse(time);
          const [from, to] = [Date.parse(period.from), Date.parse(period.to) + DAY];
          return at >= from - slack && at < to + slack;
        }).length;
      if (within(DAY) === within(-DAY) && within(0) > 0)
        expect(found?.reason).toContain(`Reversed since: ${String(within(0))}\u00A0order`);
    }
  } finally {
    await lab.close();
  }
}

test('figures equal the networks’ truth after heavy faults, five kills and a restatement', async () => {
  test.setTimeout(15 * 60_000);
  const workspace = await makeWorkspace();
  const sandbox = await startSandbox(
    ['--size', 'small', '--seed', '7', '--faults', 'heavy', '--limit', '6000'],
    workspace.environment,
  );
  try {
    await connectAll(workspace, sandbox.connections);

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

    const review = await freezeReview(workspace, sandbox.connections[0]!.client);
    const restated = await fetch(`${sandbox.control}/restate`, { method: 'POST' });
    expect(restated.ok).toBe(true);
    const after = await sync(workspace);
    expect(after.reduce((sum, outcome) => sum + outcome.changed, 0)).toBeGreaterThan(0);
    await expectTruth(workspace, sandbox);
    await expectExplained(workspace, review);

    const { faults } = await readJson<RequestLog>(`${sandbox.control}/log`);
    for (const kind of faultKinds) expect(faults[kind] ?? 0, `fault ${kind}`).toBeGreaterThan(0);
  } finally {
    await sandbox.stop();
    await workspace.remove();
  }
});
