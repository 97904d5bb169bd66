import { expect, test } from '@playwright/test';
import {
  makeWorkspace,
  startSandbox,
  type RunningSandbox,
  type SandboxConnection,
  type Workspace,
} from './support/command-line';
import { openWindow, type OpenWindow } from './support/window';

/** A desk is set up on a computer without a key store: each test goes on where the one before ended. */
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

/** Puts a table on the clipboard as a spreadsheet does, and pastes it where the focus is. */
async function paste(table: readonly (readonly string[])[]): Promise<void> {
  const text = table.map((cells) => cells.join('\t')).join('\n');
  await desk.application.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await desk.page.keyboard.press('Control+V');
}

/** The line of the account whose token is changed, in the sync centre. */
function row() {
  return desk.page.getByRole('row', { name: new RegExp(account.name) });
}

/** The words of a cell of a sheet. */
function cell(name: string) {
  return desk.page.getByRole('gridcell', { name: new RegExp(`^${name}:`) });
}

test('on an empty desk every screen says what it is for and leads to the first network', async () => {
  const { page } = desk;
  for (const [area, title] of [
    ['Partners', 'No partners yet'],
    ['Performance', 'Nothing to explore yet'],
    ['Reviews & reports', 'No client to review yet'],
  ] as const) {
    await page.getByRole('link', { name: area }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.getByRole('button', { name: 'Connect a network' }).click();
    await expect(page.getByRole('heading', { name: 'Connect a network', level: 1 })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Portfolio' }).first().click();
});

test('an empty form says what it lacks and puts the first of it under the cursor', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Connect a network' }).click();
  await expect(page.getByRole('heading', { name: 'Connect a network' })).toBeVisible();
  await page.getByRole('button', { name: 'List its accounts' }).click();
  await expect(page.getByText('The network needs it to let Quarterdeck read.')).toBeVisible();
  await expect(page.locator('input[type="password"]')).toBeFocused();
});

test('a question to an address where nothing answers says what it tries, and can be stopped', async () => {
  const { page } = desk;
  await page.locator('input[type="password"]').fill('no-such-token');
  await page.getByRole('button', { name: /^More settings/ }).click();
  await page.getByRole('textbox', { name: 'API address' }).fill('not an address');
  await page.getByRole('textbox', { name: 'Calls per minute' }).fill('6000');
  await expect(page.getByText('An address looks like https://')).toBeVisible();
  await page.getByRole('textbox', { name: 'API address' }).fill('http://127.0.0.1:9/awin');
  await page.getByRole('button', { name: 'List its accounts' }).click();
  await expect(
    page.getByText(/does not answer at http:\/\/127\.0\.0\.1:9\/awin: try [2-8] of 8/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Stop asking' }).click();
  await expect(page.getByText('Stopped. Nothing was kept.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'List its accounts' })).toBeEnabled();
});

test('a wrong token is refused beside its field and nothing is kept', async () => {
  const { page } = desk;
  await page.getByRole('textbox', { name: 'API address' }).fill(account.address);
  await page.getByRole('button', { name: 'List its accounts' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'CREDENTIALS' })).toBeVisible();
  await expect(page.locator('input[type="password"]')).toBeFocused();
  await expect(page.locator('input[type="password"]')).toHaveAttribute('aria-invalid', 'true');
});

test('the right token lists every account; two are grouped under one client and connected', async () => {
  const { page } = desk;
  await page.locator('input[type="password"]').fill(account.token);
  await page.locator('input[type="password"]').press('Enter');
  const awin = sandbox.connections.filter(({ network }) => network === 'awin');
  const table = page.getByRole('table', { name: 'Accounts that the token opens' });
  await expect(table.locator('tbody tr')).toHaveCount(awin.length);
  await table.getByRole('checkbox', { name: 'All accounts' }).click();
  for (const { name } of awin.slice(0, 2)) {
    await table.getByRole('checkbox', { name: `Connect ${name}`, exact: true }).check();
    await table.getByRole('combobox', { name: `Client of ${name}`, exact: true }).fill('Northwind');
    await table.getByRole('combobox', { name: `Owner of ${name}`, exact: true }).fill('Mara Lind');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Quarters of Northwind' }).click();
  await page.getByRole('option', { name: 'Weeks 4-4-5' }).click();
  await page.getByRole('button', { name: 'Connect 2 accounts' }).click();
  await expect(page.getByText('Choose where the token is kept.')).toBeVisible();
  await page.getByRole('radio', { name: 'In an encrypted file' }).check();
  await page.getByRole('button', { name: 'Connect 2 accounts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reading the networks' })).toBeVisible();
  await expect(page.getByRole('region', { name: /reading/i })).toContainText('left');
  await expect(page.locator('.connection-state').first()).toContainText('synced', {
    timeout: 60_000,
  });
  await expect(page.locator('.connection-state').last()).toContainText('synced', {
    timeout: 60_000,
  });
});

test('a pair of PartnerStack keys is one account, which the person names', async () => {
  const { page } = desk;
  const vendor = sandbox.connections.find(({ network }) => network === 'partnerstack')!;
  const [publicKey = '', secretKey = ''] = vendor.token.split(':');
  await page.getByRole('button', { name: 'Connect more accounts' }).click();
  await page.getByText('PartnerStack', { exact: true }).click();
  await page.getByLabel('Public key', { exact: false }).first().fill(publicKey);
  await page.getByLabel('Secret key', { exact: false }).first().fill(secretKey);
  await page.getByRole('button', { name: /^More settings/ }).click();
  await page.getByRole('textbox', { name: 'API address' }).fill(vendor.address);
  await page.getByRole('textbox', { name: 'Calls per minute' }).fill('6000');
  await page.getByRole('button', { name: 'Check the keys' }).click();
  await page.getByRole('button', { name: 'Connect 1 account' }).click();
  await expect(page.getByText('Name the account.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Account', exact: true }).fill(vendor.account);
  await page.getByRole('textbox', { name: `Program of ${vendor.account}` }).fill(vendor.name);
  await page.getByRole('combobox', { name: `Client of ${vendor.name}` }).fill('Formhive');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Connect 1 account' }).click();
  await expect(page.locator('.connection-state')).toHaveCount(3);
  await expect(page.getByText(/Nothing is being read at the moment/)).toBeVisible({
    timeout: 90_000,
  });
});

test('what no network tells is pasted as one table, a bad one is refused by row and field, and undone as one', async () => {
  const { page } = desk;
  const [one, two] = sandbox.connections.filter(({ network }) => network === 'awin');
  await page.getByRole('button', { name: 'Go on with terms and goals' }).click();
  await expect(page.getByText(/cells are missing/)).toBeVisible();
  await cell(`Currency of ${one!.name}`).click();
  const heading = ['Program', 'Currency', 'Rates', 'Cookie window', 'Goal this quarter'];
  await paste([heading, [one!.name, 'EUR', '8 % of sale', '30 days', 'a lot']]);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 cell can’t be read. Nothing was written');
  await expect(dialog.getByRole('row', { name: /a lot/ })).toContainText(one!.name);
  await expect(dialog.getByRole('row', { name: /a lot/ })).toContainText('Goal this quarter');
  await page.keyboard.press('Escape');
  await expect(cell(`Cookie window of ${one!.name}`)).toHaveText('missing');
  await paste([
    heading,
    [one!.name, 'EUR', '8 % of sale', '30 days', 'EUR 120,000'],
    [two!.name, 'GBP', '10 % new, 4 % returning', '45', '£ 90,000'],
  ]);
  await expect(dialog).toContainText('8 cells');
  await page.keyboard.press('Control+Enter');
  await expect(cell(`Cookie window of ${two!.name}`)).toHaveText('45');
  await expect(cell(`Goal this quarter of ${one!.name}`)).toHaveText('EUR 120,000.00');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cell(`Cookie window of ${two!.name}`)).toHaveText('missing');
  await expect(cell(`Goal this quarter of ${one!.name}`)).toHaveText('missing');
});

test('a cell is filled in by keyboard alone, and keeps the place until it can be read', async () => {
  const { page } = desk;
  const one = sandbox.connections.find(({ network }) => network === 'awin')!;
  await cell(`Currency of ${one.name}`).focus();
  await page.keyboard.type('eur');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(cell(`Cookie window of ${one.name}`)).toBeFocused();
  await page.keyboard.type('a month');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“a month” can’t stand here')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expect(cell(`Cookie window of ${one.name}`)).toHaveText('30');
  await expect(cell(`Currency of ${one.name}`)).toHaveText('EUR');
});

test('client totals are pasted by month, changed by pasting again, and a bad table changes nothing', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Go on with client totals' }).click();
  await page.getByText('Net', { exact: true }).click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  const months = await page.getByRole('columnheader').allTextContents();
  const [, , last = '', before = ''] = months;
  await page.getByRole('gridcell').first().click();
  const dialog = page.getByRole('dialog');
  await paste([
    ['Client', before, last],
    ['Northwind EUR', '1,204,000.50', '12 apples'],
  ]);
  await expect(dialog.getByRole('row', { name: /12 apples/ })).toContainText(last);
  await page.keyboard.press('Escape');
  await paste([
    ['Client', before, last],
    ['Northwind EUR', '1,204,000.50', '1.310.000,00'],
  ]);
  await page.keyboard.press('Control+Enter');
  await expect(cell(`${last} of Northwind`).first()).toHaveText('1,310,000.00');
  await page.getByRole('gridcell').first().focus();
  await paste([
    ['Client', last],
    ['Northwind EUR', '1,400,000'],
  ]);
  await expect(dialog.locator('dd').nth(1)).toHaveText('1 cell');
  await page.keyboard.press('Control+Enter');
  await expect(cell(`${last} of Northwind`).first()).toHaveText('1,400,000.00');
  await expect(cell(`${before} of Northwind`).first()).toHaveText('1,204,000.50');
});

test('the portfolio shows what was connected', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'To the portfolio' }).click();
  const cells = page.getByRole('region', { name: 'Retail programs' }).locator('td.number.strong');
  await expect(cells.first()).toHaveText(/^[\d,]+\.\d\d$/);
  await expect(page.getByRole('region', { name: 'B2B programs' })).toBeVisible();
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
  await expect(row()).toContainText('synced');
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
  await expect(row()).toContainText('TOKEN_MISSING', { timeout: 60_000 });
  await row().getByRole('link', { name: 'Enter a new token' }).click();
  await expect(page.getByRole('heading', { name: `New token for ${account.name}` })).toBeVisible();
  await page.locator('input[type="password"]').fill(account.token);
  await page.getByRole('button', { name: 'Check and connect' }).click();
  await expect(row()).toContainText(/synced just now|partly read/, { timeout: 60_000 });
});

test('the token lies nowhere in the log', async () => {
  for (const line of await desk.logLines('')) expect(line).not.toContain(account.token);
});
