import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, findings } from './support/accessibility';
import type { Workspace } from './support/command-line';
import { answerTable, queryQuarter, wordOf, type Row } from './support/explorer';
import { sampleWorkspace } from './support/sample-agency';
import { answerSaveDialog, openWindow, type OpenWindow } from './support/window';

/**
 * The explorer on one sample agency. Its figures are held against those of the command line, which are asked for before the
 * window opens.
 */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;
/** Revenue and orders by program and month, last quarter. */
let byMonth: Row[];

function view(settings: object): string {
  return `#/explorer?view=${encodeURIComponent(JSON.stringify(settings))}`;
}

async function openView(settings: object): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), view(settings));
  await expect(page.locator('.explore-page[aria-busy="false"]')).toBeVisible();
  await expect(answer()).toBeVisible();
}

function answer(): Locator {
  return answerTable(page);
}

const plain = {
  metrics: ['revenue', 'orders'],
  by: ['program', 'month'],
  filters: [],
  sort: { by: 'name', direction: 'ascending' },
  compare: false,
};

/** `program month currency revenue orders` of every row, in one order. */
function linesOf(rows: readonly (readonly (string | number)[])[]): string[] {
  return rows.map((row) => row.join(' | ')).sort();
}

function expectedLines(): string[] {
  return linesOf(
    byMonth.map(({ program, month, revenue, orders }) => {
      const money = revenue as { amountMinor: number; currency: string };
      return [
        wordOf(program),
        wordOf(month),
        money.currency,
        (money.amountMinor / 100).toFixed(2),
        wordOf(orders),
      ];
    }),
  );
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  workspace = await sampleWorkspace();
  byMonth = await queryQuarter(workspace, 'revenue,orders', 'program,month');
  desk = await openWindow(workspace);
  page = desk.page;
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
});

test('two metrics by two dimensions are what the command line answers', async () => {
  await openView(plain);
  await page.getByRole('button', { name: 'Copy table' }).click();
  await expect(page.getByText(/rows copied/)).toBeVisible();
  const text = await desk.application.evaluate(({ clipboard }) => clipboard.readText());
  const [header = '', ...lines] = text.split('\n');
  expect(header.split('\t')).toEqual([
    'Program',
    'Month',
    'Model',
    'Currency',
    'Revenue',
    'Orders / payments',
  ]);
  const copied = lines.map((line) => line.split('\t').filter((_, at) => at !== 2));
  expect(linesOf(copied)).toEqual(expectedLines());
});

test('the file has the same rows, no formula, and says how it was counted', async () => {
  const file = path.join(workspace.folder, 'table.csv');
  await answerSaveDialog(desk, file);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(page.getByText(/rows written to/)).toBeVisible();
  const text = await readFile(file, 'utf8');
  const lines = text.split('\r\n');
  const end = lines.indexOf('');
  const rows = lines.slice(1, end).map((line) => line.split(',').filter((_, at) => at !== 2));
  expect(linesOf(rows)).toEqual(expectedLines());
  const notice = lines.slice(end).join('\n');
  expect(notice).toContain('Statuses: pending, approved.');
  expect(notice).toContain('Currencies and models are never added up.');
  for (const line of lines) expect(line).not.toMatch(/^[=+@]/);
});

test('Enter narrows from program to partner to day to the transactions, and back leads out again', async () => {
  await openView({
    ...plain,
    by: ['program'],
    sort: { by: 'value', metric: 'revenue', direction: 'descending' },
  });
  const first = answer().locator('tbody tr[data-row="0"]');
  for (const head of ['Program', 'Partner', 'Day']) {
    await expect(answer().getByRole('columnheader', { name: head, exact: true })).toBeVisible();
    await expect(page.locator('.explore-page[aria-busy="false"]')).toBeVisible();
    await first.focus();
    if (head !== 'Day') await page.keyboard.press('Enter');
  }
  const cells = await first.locator('td').allTextContents();
  const [, currency = '', revenue = '', orders = ''] = cells;
  await page.keyboard.press('Enter');
  const list = page.getByRole('region', { name: 'Transactions' });
  await expect(list).toContainText(
    new RegExp(`: ${orders} (payments|orders), ${currency} ${revenue} revenue`),
  );
  const rows = list.locator('tbody tr[aria-rowindex]');
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(Number(orders));
  expect(await findings(page), 'transactions').toEqual([]);
  await page.goBack();
  await expect(answer().getByRole('columnheader', { name: 'Day', exact: true })).toBeVisible();
  await page.getByRole('list', { name: 'Filters' }).getByRole('button').first().click();
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(1);
});

test('a heading sorts, and sorts the other way', async () => {
  await openView({ ...plain, by: ['program'] });
  const sort = answer().getByRole('button', { name: 'Orders' });
  const values = async (): Promise<number[]> => {
    const texts = await answer().locator('tbody tr[data-row] td:last-child').allTextContents();
    return texts
      .map((words) => Number(words.replace(/,/g, '')))
      .filter((value) => !Number.isNaN(value));
  };
  await sort.click();
  await expect(answer().locator('th[aria-sort="descending"]')).toHaveText('Orders / payments');
  const falling = await values();
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  await sort.click();
  await expect(answer().locator('th[aria-sort="ascending"]')).toHaveText('Orders / payments');
  const rising = await values();
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
});

test('a view is kept under a name over a restart', async () => {
  await openView({ ...plain, by: ['partnerType'], metrics: ['commission'] });
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Keep this list as').fill('Commission by type');
  await page.keyboard.press('Enter');
  await expect(page.getByText('View ‘Commission by type’ saved.')).toBeVisible();
  await desk.close();
  desk = await openWindow(workspace);
  page = desk.page;
  await page.getByRole('link', { name: 'Performance' }).click();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Commission by type', exact: true }).click();
  await expect(answer().getByRole('columnheader', { name: 'Partner type' })).toBeVisible();
  await expect(answer().getByRole('columnheader', { name: 'Commission' })).toBeVisible();
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(
    page.getByRole('button', { name: 'Commission by type', exact: true }),
  ).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
});

test('the explorer has no barrier, in either theme', async () => {
  await openView({ ...plain, by: ['month', 'partnerType'], compare: true });
  await expectAccessible(page, 'explorer');
  await page.getByRole('button', { name: 'How these are counted' }).click();
  await expect(page.getByText('never across currencies, never retail with B2B')).toBeVisible();
  expect(await findings(page), 'stamp').toEqual([]);
  await page.keyboard.press('Escape');
});

test('nothing is cut off at 1024 wide', async () => {
  for (const width of [1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const lacking = await page
      .getByRole('main')
      .evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(lacking, String(width)).toBeLessThanOrEqual(0);
  }
});
