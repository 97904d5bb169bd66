import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, findings } from './support/accessibility';
import { runCommand, type Workspace } from './support/command-line';
import { askDesk } from './support/desk-data';
import { sampleWorkspace } from './support/sample-agency';
import { answerSaveDialog, openWindow, type OpenWindow } from './support/window';

/**
 * The explorer and a program's screen on one sample agency that is read once. Their figures are held against those of the
 * command line, which are asked for before the window opens.
 */
test.describe.configure({ mode: 'serial' });

type Row = Record<string, string | number | null | { amountMinor: number; currency: string }>;

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;
/** Revenue and orders by program and month, last quarter. */
let byMonth: Row[];
let totals: Row[];
let quarter: { from: string; to: string };

/** The last whole calendar quarter, which the window opens with. */
function lastQuarter(): { from: string; to: string } {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 3));
  const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3, 0));
  return { from: first.toISOString().slice(0, 10), to: next.toISOString().slice(0, 10) };
}

async function query(metrics: string, by: string): Promise<Row[]> {
  const days = ['--from', quarter.from, '--to', quarter.to];
  const end = await runCommand(
    ['query', '--metrics', metrics, '--by', by, ...days, '--profile', workspace.profile, '--json'],
    { environment: workspace.environment },
  );
  expect(end.code, end.stdout + end.stderr).toBe(0);
  return end.json()['rows'] as Row[];
}

function view(settings: object): string {
  return `#/explorer?view=${encodeURIComponent(JSON.stringify(settings))}`;
}

async function openView(settings: object): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), view(settings));
  await expect(page.locator('.explore-page[aria-busy="false"]')).toBeVisible();
  await expect(answer()).toBeVisible();
}

function answer(): Locator {
  return page.getByRole('table', { name: 'Answer' });
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

function wordOf(value: Row[string] | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
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
  quarter = lastQuarter();
  byMonth = await query('revenue,orders', 'program,month');
  totals = await query('revenue,commission,orders', 'program');
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
  expect(await rows.count()).toBeGreaterThanOrEqual(Number(orders));
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

test('a program’s figures are what the command line answers, and its parts add up', async () => {
  const own = totals.find(({ program }) => program === 'Nordlicht Outdoor DE');
  const revenue = own?.['revenue'] as { amountMinor: number; currency: string };
  await page.getByRole('link', { name: 'Portfolio' }).first().click();
  await page.getByRole('link', { name: 'Nordlicht Outdoor DE' }).click();
  await expect(page.getByRole('heading', { name: 'Nordlicht Outdoor DE', level: 1 })).toBeVisible();
  const amount = (minor: number): string =>
    (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const figures = page.getByRole('list', { name: 'Figures' });
  const figure = (label: string, words: string): Locator =>
    figures.getByRole('note', { name: `${label}: ${words}`, exact: true });
  await expect(figure('Revenue tracked', `EUR ${amount(revenue.amountMinor)}`)).toBeVisible();
  await expect(figure('Orders', wordOf(own?.['orders']))).toBeVisible();
  const commission = own?.['commission'] as { amountMinor: number };
  await expect(figure('Commission', `EUR ${amount(commission.amountMinor)}`)).toBeVisible();

  const drivers = page.getByRole('region', { name: 'Drivers' });
  const minor = (words: string): number =>
    Math.round(Number(words.replace('−', '-').replace(/[+,]/g, '')) * 100);
  const parts = await drivers.locator('tbody td.number').allTextContents();
  const [whole = ''] = await drivers.locator('tfoot td.number').allTextContents();
  expect(parts).toHaveLength(4);
  expect(parts.map(minor).reduce((sum, part) => sum + part, 0)).toBe(minor(whole));
  await expect(page.getByRole('region', { name: 'Data health' }).locator('tbody tr')).toHaveCount(
    12,
  );
  await expect(
    page
      .getByRole('region', { name: 'Goals' })
      .getByRole('listitem')
      .filter({ hasText: 'Share of sales' }),
  ).toContainText(/\d+\.\d\s% of \d+\.\d\s%/);
  await expectAccessible(page, 'program');
});

test('what changed leads to the rows behind', async () => {
  await page.getByRole('region', { name: 'What changed' }).getByRole('link').first().press('Enter');
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Nordlicht Outdoor DE');
  await expect(answer()).toBeVisible();
});

test('a B2B program’s change is told by its customers, and goals stand in words', async () => {
  await page.getByRole('link', { name: 'Portfolio' }).first().click();
  await page
    .getByRole('region', { name: 'B2B programs' })
    .getByRole('link', { name: 'Stackpilot', exact: true })
    .click();
  const drivers = page.getByRole('region', { name: 'Drivers' });
  await expect(drivers.getByRole('row').getByRole('rowheader')).toHaveText([
    /^New customers/,
    /^First payment/,
    /^Renewals/,
    /^Churn/,
    /^Change of revenue/,
  ]);
  await expect(drivers).toContainText(/\d+ of \d+ customers who paid in Q\d \d{4} paid nothing/);
  const minor = (words: string): number =>
    Math.round(Number(words.replace('−', '-').replace(/[+,]/g, '')) * 100);
  const parts = await drivers.locator('tbody td.number').allTextContents();
  const [whole = ''] = await drivers.locator('tfoot td.number').allTextContents();
  expect(parts.map(minor).reduce((sum, part) => sum + part, 0)).toBe(minor(whole));
  const share = page
    .getByRole('region', { name: 'Goals' })
    .getByRole('listitem')
    .filter({ hasText: 'Share of new customers' });
  await expect(share).toContainText(/all of Stackpilot Group.* of \d+\.\d\s%/);
  await expect(
    page
      .getByRole('region', { name: 'Goals' })
      .getByText(/^(met|missed), reached \d+\s%$/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page, 'B2B program');

  await page.getByRole('link', { name: 'Explore its partners' }).click();
  await expect(answer().getByRole('columnheader', { name: 'Payments', exact: true })).toBeVisible();
  await expect(answer().getByRole('columnheader', { name: 'Rewards', exact: true })).toBeVisible();
});

test('a program that follows another one goes on where that one ends, and both stand as one', async () => {
  interface Program {
    readonly id: string;
    readonly values: { readonly name: string; readonly client: string; readonly model: string };
  }
  interface Answer {
    readonly rows: readonly { readonly revenue: { readonly amountMinor: number } }[];
  }
  const programs = await askDesk<readonly Program[]>(page, 'records.list', { kind: 'program' });
  const isAlike = (one: Program, other: Program): boolean =>
    one !== other &&
    one.values.client === other.values.client &&
    one.values.model === 'retail' &&
    other.values.model === 'retail';
  const old = programs.find((one) => programs.some((other) => isAlike(one, other)));
  const next = programs.find((other) => old !== undefined && isAlike(old, other));
  if (old === undefined || next === undefined) throw new Error('No client has two programs.');
  const day = `${quarter.from.slice(0, 8)}20`;
  const revenue = async (program: Program, from: string, to: string): Promise<number> => {
    const asked = { metrics: ['revenue'], by: [], programs: [program.id], from, to };
    const { rows } = await askDesk<Answer>(page, 'query', asked);
    return rows.reduce((sum, row) => sum + row.revenue.amountMinor, 0);
  };
  const before =
    (await revenue(old, quarter.from, `${day.slice(0, 8)}19`)) +
    (await revenue(next, day, quarter.to));
  const { entry } = await askDesk<{ entry: string }>(page, 'records.write', {
    changes: [
      { op: 'set', kind: 'program', id: next.id, values: { follows: old.id, followsFrom: day } },
    ],
    origin: 'person',
    reason: 'Moved to another network',
  });
  expect(await revenue(next, quarter.from, quarter.to)).toBe(before);
  await page.getByRole('link', { name: 'Portfolio' }).click();
  const table = page.getByRole('region', { name: 'Retail programs' });
  await expect(table.getByRole('link', { name: next.values.name })).toHaveCount(1);
  await expect(table.getByRole('link', { name: old.values.name, exact: true })).toHaveCount(0);
  await table.getByRole('link', { name: next.values.name }).click();
  await expect(page.getByText(`Follows ${old.values.name} from`)).toBeVisible();
  await page.getByRole('button', { name: 'Follows another…' }).click();
  await expect(page.getByRole('group', { name: 'The program that it follows' })).toBeVisible();
  expect(await findings(page), 'whom it follows').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: old.values.name, exact: true }).click();
  await expect(page.getByText(`${next.values.name} follows it from`)).toBeVisible();
  await askDesk(page, 'records.undo', { entry });
  await expect(page.getByText(`${next.values.name} follows it from`)).toHaveCount(0);
});
