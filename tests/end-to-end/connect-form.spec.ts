import { expect, test } from '@playwright/test';
import {
  makeWorkspace,
  startSandbox,
  type RunningSandbox,
  type SandboxConnection,
  type Workspace,
} from './support/command-line';
import { openWindow, type OpenWindow } from './support/window';

/** A person connects an account on a computer without a key store: each test goes on where the one before ended. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let sandbox: RunningSandbox;
let account: SandboxConnection;
let desk: OpenWindow;

test.beforeAll(async () => {
  workspace = await makeWorkspace();
  sandbox = await startSandbox(
    ['--size', 'small', '--seed', '5', '--faults', 'none', '--limit', '6000'],
    workspace.environment,
  );
  account = sandbox.connections.find(({ network }) => network === 'awin')!;
  desk = await openWindow(workspace);
});

test.afterAll(async () => {
  await desk.close();
  await sandbox.stop();
  await workspace.remove();
});

async function row(): Promise<string> {
  return (await desk.page.getByRole('main').locator('tbody tr').allTextContents()).join(' ');
}

test('an empty form says what it lacks and puts the first of it under the cursor', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Connect a network' }).click();
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await expect(page.getByText('Which account of the network is it?')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Account' })).toBeFocused();
  await expect(page.getByText('Choose where the token is kept.')).toBeVisible();
});

test('a wrong token is refused beside its field and nothing is kept', async () => {
  const { page } = desk;
  await page.getByRole('textbox', { name: 'Account' }).fill(account.account);
  await page.getByLabel('Token', { exact: false }).first().fill('no-such-token');
  await page.getByRole('textbox', { name: 'API address' }).fill('not an address');
  await page.getByRole('textbox', { name: 'Calls per minute' }).fill('6000');
  await expect(page.getByText('An address looks like https://')).toBeVisible();
  await page.getByRole('textbox', { name: 'API address' }).fill(account.address);
  await page.getByRole('radio', { name: 'In an encrypted file' }).check();
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'CREDENTIALS' })).toBeVisible();
  await expect(page.locator('input[type="password"]')).toBeFocused();
  await expect(page.locator('input[type="password"]')).toHaveAttribute('aria-invalid', 'true');
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Sync/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Nothing is connected' })).toBeVisible();
});

test('an address where nothing answers is told beside its field', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Connect a network' }).click();
  await page.getByRole('textbox', { name: 'Account' }).fill(account.account);
  await page.locator('input[type="password"]').fill(account.token);
  await page.getByRole('textbox', { name: 'API address' }).fill('http://127.0.0.1:9/awin');
  await page.getByRole('textbox', { name: 'Calls per minute' }).fill('6000');
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await expect(page.getByRole('textbox', { name: 'API address' })).toBeFocused({ timeout: 60_000 });
  await expect(page.getByRole('alert').filter({ hasText: 'NETWORK_UNAVAILABLE' })).toBeVisible();
});

test('the right token connects, is read with progress, and its figures appear', async () => {
  const { page } = desk;
  await page.getByRole('textbox', { name: 'API address' }).fill(account.address);
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await expect(page.getByRole('heading', { name: 'Sync', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Syncing' })).toBeVisible();
  await expect(page.getByRole('main').locator('.connection-state')).toContainText(
    /synced just now|partly read/,
    { timeout: 60_000 },
  );
  expect(await row()).toContain(account.name);
  await page.getByRole('link', { name: 'Portfolio' }).click();
  const cells = page.getByRole('region', { name: 'Retail programs' }).locator('td.number.strong');
  await expect(cells.first()).toHaveText(/^[\d,]+\.\d\d$/);
});

test('tokens move between the stores, and the warning says where they are', async () => {
  const { page } = desk;
  const notice = page.locator('.notice');
  await expect(notice).toContainText('encrypted file');
  await page.getByRole('link', { name: 'Change in Sync' }).click();
  await page.getByRole('button', { name: 'Keep for this session only' }).click();
  await expect(notice).toContainText('this session only');
  await page.getByRole('button', { name: 'Move to an encrypted file' }).click();
  await expect(notice).toContainText('encrypted file');
  await page.getByRole('button', { name: 'Sync all' }).click();
  await expect(page.getByRole('region', { name: 'Syncing' })).toBeHidden({ timeout: 60_000 });
  await expect(page.getByRole('main').locator('.connection-state')).toContainText('synced');
});

test('a token of a session that is over is asked for again, in two clicks', async () => {
  await desk.page.getByRole('button', { name: 'Keep for this session only' }).click();
  await expect(desk.page.locator('.notice')).toContainText('this session only');
  await desk.close();
  desk = await openWindow(workspace);
  const { page } = desk;
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Sync/ })
    .click();
  await page.getByRole('button', { name: 'Sync all' }).click();
  await expect(page.getByText('TOKEN_MISSING')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Enter a new token' }).click();
  await expect(page.getByRole('heading', { name: `New token for ${account.name}` })).toBeVisible();
  await page.locator('input[type="password"]').fill(account.token);
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await expect(page.getByRole('main').locator('.connection-state')).toContainText(
    /synced just now|partly read/,
    { timeout: 60_000 },
  );
});

test('the token lies nowhere in the log', async () => {
  for (const line of await desk.logLines('')) expect(line).not.toContain(account.token);
});
