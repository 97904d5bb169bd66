import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, findings } from './support/accessibility';
import type { Workspace } from './support/command-line';
import { askDesk } from './support/desk-data';
import { answerTable, lastQuarter, queryQuarter, wordOf, type Row } from './support/explorer';
import { sampleWorkspace } from './support/sample-agency';
import { openWindow, type OpenWindow } from './support/window';

/** A program's screen on one sample agency. Its figures are held against those of the command line. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;
/** Revenue, commission and orders by program, last quarter. */
let totals: Row[];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  workspace = await sampleWorkspace();
  totals = await queryQuarter(workspace, 'revenue,commission,orders', 'program');
  desk = await openWindow(workspace);
  page = desk.page;
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
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
  await expect(drivers.locator('tbody td.number')).toHaveCount(4);
  const parts = await drivers.locator('tbody td.number').allTextContents();
  const [whole = ''] = await drivers.locator('tfoot td.number').allTextContents();
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
  await expect(answerTable(page)).toBeVisible();
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
  await expect(
    answerTable(page).getByRole('columnheader', { name: 'Payments', exact: true }),
  ).toBeVisible();
  await expect(
    answerTable(page).getByRole('columnheader', { name: 'Rewards', exact: true }),
  ).toBeVisible();
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
  const quarter = lastQuarter();
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
  await expect(page.getByRole('figure', { name: 'when another program follows' })).toBeVisible();
  await askDesk(page, 'records.undo', { entry });
  await expect(page.getByText(`${next.values.name} follows it from`)).toHaveCount(0);
});
