import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { makeWorkspace, runCommand, startSandbox } from './support/command-line';
import { openWindow } from './support/window';

interface Between {
  readonly address: string;
  /** From now on only this share of a transaction list arrives. */
  keep(share: number): void;
  readonly server: Server;
}

/** Stands between the application and a sandbox's Awin, and can lose transactions on the way. */
async function standBetween(target: string): Promise<Between> {
  let share = 1;
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(`${target}${(request.url ?? '').replace(/^\/awin/, '')}`, {
        headers: { authorization: request.headers.authorization ?? '' },
      });
      const text = await answer.text();
      const isList = answer.ok && (request.url ?? '').includes('/transactions/');
      const rows = isList ? (JSON.parse(text) as unknown[]) : [];
      const body = isList ? JSON.stringify(rows.slice(0, Math.ceil(rows.length * share))) : text;
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/awin`,
    keep: (next) => {
      share = next;
    },
    server,
  };
}

test('deletions that look wrong wait for a person, who keeps the rows or removes them', async () => {
  const workspace = await makeWorkspace();
  const sandbox = await startSandbox(
    ['--size', 'small', '--seed', '5', '--faults', 'none', '--limit', '6000'],
    workspace.environment,
  );
  const account = sandbox.connections.find(({ network }) => network === 'awin')!;
  const between = await standBetween(account.address);
  try {
    const connected = await runCommand(
      [
        ...['connect', 'awin', '--account', account.account, '--name', 'Lossy'],
        ...['--address', between.address, '--calls-per-minute', '6000', '--token-store', 'file'],
        ...['--token-stdin', '--profile', workspace.profile, '--json'],
      ],
      { environment: workspace.environment, input: account.token },
    );
    expect(connected.code, connected.stdout).toBe(0);
    const { page, close } = await openWindow(workspace);
    try {
      await page
        .getByRole('navigation', { name: 'Areas' })
        .getByRole('link', { name: /^Sync/ })
        .click();
      const state = page.getByRole('main').locator('.connection-state');
      const transactions = page.getByRole('main').locator('tbody tr td.number').first();
      const sync = async (): Promise<void> => {
        await page.getByRole('button', { name: 'Sync all' }).click();
        await expect(page.getByRole('region', { name: 'Syncing' })).toBeVisible();
        await expect(page.getByRole('region', { name: 'Syncing' })).toBeHidden({ timeout: 60_000 });
      };
      await sync();
      await expect(state).toContainText('synced just now');
      const before = await transactions.textContent();

      between.keep(0.4);
      await sync();
      await expect(state).toContainText('waits for a decision');
      await expect(transactions).toHaveText(before ?? '');
      await page.getByRole('button', { name: 'Decide on the rows of Lossy' }).click();
      const held = page.getByRole('region', { name: 'Held-back rows' });
      await expect(held.first().locator('tbody tr').first()).toContainText(
        /pending|approved|declined/,
      );
      await page.getByRole('button', { name: 'Keep rows of Lossy' }).click();
      await expect(state).not.toContainText('waits for a decision');
      await expect(transactions).toHaveText(before ?? '');
      await sync();
      await expect(state).not.toContainText('waits for a decision');

      between.keep(0.1);
      await sync();
      await expect(state).toContainText('waits for a decision');
      await expect(
        page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: /^Sync/ }),
      ).toContainText('waits for a decision');
      await page.screenshot({ path: test.info().outputPath('asking.png') });
      await page.getByRole('button', { name: /^Remove the rows of Lossy/ }).click();
      await expect(state).not.toContainText('waits for a decision');
      await expect(transactions).not.toHaveText(before ?? '');
    } finally {
      await close();
    }
  } finally {
    between.server.close();
    await sandbox.stop();
    await workspace.remove();
  }
});
