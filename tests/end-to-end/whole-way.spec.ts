import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { makeWorkspace, startSandbox, type SandboxConnection } from './support/command-line';
import { pdfText } from './support/document-bytes';
import { expectFocusSeen, keyboardOf, mouseOf, type Hand } from './support/hands';
import { openPresentation } from './support/presentation';
import { plain, shortAmount } from './support/printed-figures';
import { answerSaveDialog, openWindow, type OpenWindow } from './support/window';

/**
 * From the first start to the exported review, once with a mouse and once by keyboard alone: two accounts of two networks
 * are connected and read, then the networks go away, and everything after that is done without them.
 */

const clientName = 'Northwind';
const note = 'Wants the gift guide by Friday; asks for 9 % on new customers.';
const promise = 'Send the holiday banners';

interface TruthRow {
  readonly network: string;
  readonly account: string;
  readonly month: string;
  readonly currency: string;
  readonly revenue: number;
}

/** The last whole calendar quarter, which the window opens with: its months and its last day. */
function lastQuarter(): { readonly months: readonly string[]; readonly last: string } {
  const now = new Date();
  const first = Math.floor(now.getUTCMonth() / 3) * 3 - 3;
  const day = (month: number, date: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), month, date)).toISOString().slice(0, 10);
  return {
    months: [0, 1, 2].map((add) => day(first + add, 1).slice(0, 7)),
    last: day(first + 3, 0),
  };
}

/** The networks' own count of an account's revenue in the quarter, minor units. */
async function trueRevenue(
  truth: string,
  { network, account }: SandboxConnection,
): Promise<{ readonly amountMinor: number; readonly currency: string }> {
  const { rows } = (await (await fetch(truth)).json()) as { rows: TruthRow[] };
  const { months } = lastQuarter();
  const own = rows.filter(
    (row) => row.network === network && row.account === account && months.includes(row.month),
  );
  expect(new Set(own.map(({ currency }) => currency)).size).toBe(1);
  return {
    amountMinor: own.reduce((sum, { revenue }) => sum + revenue, 0),
    currency: own[0]!.currency,
  };
}

async function connectAwin(
  { page }: OpenWindow,
  hand: Hand,
  account: SandboxConnection,
): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Connect a network' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Connect a network' })).toBeVisible();
  await hand.write(page.locator('input[type="password"]'), account.token);
  await hand.press(page.getByRole('button', { name: /^More settings/ }));
  await hand.write(page.getByRole('textbox', { name: 'Calls per minute' }), '6000');
  await hand.write(page.getByRole('textbox', { name: 'API address' }), account.address);
  await hand.press(page.getByRole('button', { name: 'List its accounts' }));
  const table = page.getByRole('table', { name: 'Accounts that the token opens' });
  await hand.tick(table.getByRole('checkbox', { name: 'All accounts' }), false);
  const { name } = account;
  await hand.tick(table.getByRole('checkbox', { name: `Connect ${name}`, exact: true }));
  await hand.write(
    table.getByRole('combobox', { name: `Client of ${name}`, exact: true }),
    clientName,
  );
  await hand.tick(page.getByRole('radio', { name: 'In an encrypted file' }));
  await hand.press(page.getByRole('button', { name: 'Connect 1 account' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Reading the networks' })).toBeVisible();
}

async function connectPartnerStack(
  { page }: OpenWindow,
  hand: Hand,
  account: SandboxConnection,
): Promise<void> {
  const [publicKey = '', secretKey = ''] = account.token.split(':');
  await hand.press(page.getByRole('button', { name: 'Connect more accounts' }));
  await hand.tick(page.getByRole('radio', { name: 'PartnerStack' }));
  await hand.write(page.locator('input[type="password"]').first(), publicKey);
  await hand.write(page.locator('input[type="password"]').last(), secretKey);
  await hand.press(page.getByRole('button', { name: /^More settings/ }));
  await hand.write(page.getByRole('textbox', { name: 'Calls per minute' }), '6000');
  await hand.write(page.getByRole('textbox', { name: 'API address' }), account.address);
  await hand.press(page.getByRole('button', { name: 'Check the keys' }));
  await hand.write(page.getByRole('textbox', { name: 'Account', exact: true }), account.account);
  await hand.write(
    page.getByRole('textbox', { name: `Program of ${account.account}` }),
    account.name,
  );
  await hand.write(page.getByRole('combobox', { name: `Client of ${account.name}` }), clientName);
  await hand.press(page.getByRole('button', { name: 'Connect 1 account' }));
  await expect(page.locator('.connection-state')).toHaveCount(2);
  await expect(page.getByText(/Nothing is being read at the moment/)).toBeVisible({
    timeout: 90_000,
  });
}

/** Notes and a promise while one talks; figures of the partner are on the same page. */
async function takeCall({ page }: OpenWindow, hand: Hand): Promise<void> {
  await expect(page.getByRole('region', { name: 'By program', exact: true })).toContainText(/\d/);
  await hand.write(
    page.getByRole('group', { name: 'New note' }).getByRole('textbox').first(),
    note,
  );
  await expect(page.getByText('Saved as you type')).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Add commitment' }));
  const form = page.getByRole('group', { name: 'New commitment' });
  await hand.write(form.getByLabel('Promise'), promise);
  await hand.write(form.getByLabel('Due on'), lastQuarter().last);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Commitments' })).toContainText(promise);
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('gift guide');
}

async function finishReview({ page }: OpenWindow, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Start review' }));
  await expect(page.locator('.editor-page').first()).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => page.locator('.editor-page').count()).toBeGreaterThanOrEqual(14);
  // Refused, with the reason, until the promise is judged.
  await hand.press(page.getByRole('button', { name: 'Finish & export' }));
  const open = page.getByRole('region', { name: /^Before it can be finished/ });
  await expect(open).toContainText(promise, { timeout: 30_000 });
  await hand.press(open.getByRole('button').first());
  await hand.tick(page.getByRole('radio', { name: 'Delivered', exact: true }));
  await expect(page.getByRole('tab', { name: 'Commitments', exact: true })).toBeVisible();
  await hand.press(page.getByRole('tab', { name: /^Check/ }));
  await expect(page.locator('.checks')).toBeVisible({ timeout: 30_000 });
  await expect(open).toBeHidden();
  await hand.press(page.getByRole('button', { name: 'Finish & export' }));
  await expect(page.getByText(/^SHA-256 [0-9a-f]{64}$/).first()).toBeVisible({ timeout: 90_000 });
}

async function saveBoth(desk: OpenWindow, hand: Hand, folder: string): Promise<[string, string]> {
  const { page } = desk;
  const files: [string, string] = [path.join(folder, 'r.pdf'), path.join(folder, 'r.pptx')];
  await answerSaveDialog(desk, files[0]);
  await hand.press(page.getByRole('button', { name: 'Save PDF…' }));
  await expect(page.getByText(`Saved as ${files[0]}`)).toBeVisible();
  await answerSaveDialog(desk, files[1]);
  await hand.press(page.getByRole('button', { name: 'Save PowerPoint…' }));
  await expect(page.getByText(`Saved as ${files[1]}`)).toBeVisible();
  return files;
}

async function walk(
  handOf: (desk: OpenWindow) => Hand,
  openPartner: (desk: OpenWindow) => Promise<void>,
  afterEach: (desk: OpenWindow) => Promise<void>,
): Promise<void> {
  const workspace = await makeWorkspace();
  const sandbox = await startSandbox(
    ['--size', 'small', '--seed', '5', '--faults', 'none', '--limit', '6000'],
    workspace.environment,
  );
  const of = (network: string): SandboxConnection =>
    sandbox.connections.find((connection) => connection.network === network)!;
  let isUp = true;
  // Days are typed in the order of the language.
  const desk = await openWindow(workspace, ['--lang=en-US']);
  const { page } = desk;
  const hand = handOf(desk);
  try {
    await connectAwin(desk, hand, of('awin'));
    await afterEach(desk);
    await connectPartnerStack(desk, hand, of('partnerstack'));
    await afterEach(desk);
    const [retail, b2b] = [
      await trueRevenue(sandbox.truth, of('awin')),
      await trueRevenue(sandbox.truth, of('partnerstack')),
    ];
    await hand.goTo('Portfolio', 'p');
    const figure = (region: string) =>
      page.getByRole('region', { name: region }).locator('td.number.strong').first();
    for (const [region, { amountMinor }] of [
      ['Retail programs', retail],
      ['B2B programs', b2b],
    ] as const) {
      const words = (amountMinor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
      await expect(figure(region)).toHaveText(words);
    }

    // The train goes into the tunnel.
    await sandbox.stop();
    isUp = false;
    await hand.goTo('Partners', 'a');
    await openPartner(desk);
    await takeCall(desk, hand);
    await afterEach(desk);
    await hand.goTo('Reviews', 'r');
    await finishReview(desk, hand);
    await afterEach(desk);
    const [pdf, pptx] = await saveBoth(desk, hand, workspace.folder);

    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    const text = plain(await pdfText(pdf));
    const slides = await openPresentation(pptx);
    const words = plain(slides.map((slide) => slide.words).join(' '));
    for (const { amountMinor, currency } of [retail, b2b]) {
      expect(text).toContain(plain(shortAmount(amountMinor, currency)));
      expect(words).toContain(plain(shortAmount(amountMinor, currency)));
    }
    expect(text).toContain(promise);
    expect(words).toContain(promise);
    // What was said in the call is for the agency alone.
    expect(text + words).not.toContain('gift guide');
  } finally {
    await desk.close();
    if (isUp) await sandbox.stop();
    await workspace.remove();
  }
}

test('with a mouse: from the first start to a review that was made without a network', async () => {
  await walk(
    ({ page }) => mouseOf(page),
    async ({ page }) => {
      await page.locator('.list-line').nth(1).click();
      await page.getByRole('button', { name: 'Open as a page' }).click();
    },
    () => Promise.resolve(),
  );
});

test('by keyboard alone: the same way', async () => {
  await walk(
    ({ page }) => keyboardOf(page),
    async ({ page }) => {
      await expect(page.locator('.list-line').first()).toBeVisible();
      await page.keyboard.press('j');
      await expectFocusSeen(page);
      await page.keyboard.press('Enter');
    },
    ({ page }) => expectFocusSeen(page),
  );
});
