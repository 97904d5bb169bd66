import { expect, test, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { makeWorkspace, runCommand, type Workspace } from './support/command-line';
import { openWindow, type OpenWindow } from './support/window';

/** Partners of one sample agency, found and written about; the tests build on each other. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;
let partnerRecords = 0;

const grid = (): Locator => page.getByRole('grid', { name: 'Partners' });
const lines = (): Locator => grid().locator('.list-rows [role="row"]');
const names = (): Promise<string[]> => lines().getByRole('rowheader').allTextContents();
const search = (): Locator => page.getByRole('textbox', { name: 'Search partners' });

async function open(): Promise<void> {
  desk = await openWindow(workspace);
  page = desk.page;
  // Nothing here may need a network.
  await page.context().setOffline(true);
}

async function clearList(): Promise<void> {
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  if (await clear.isVisible()) await clear.click();
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  workspace = await makeWorkspace();
  const explored = await runCommand(
    ['explore', '--size', 'small', '--seed', '1', '--profile', workspace.profile, '--json'],
    { environment: workspace.environment },
  );
  expect(explored.code, explored.stdout + explored.stderr.slice(-2000)).toBe(0);
  const status = await runCommand(['status', '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  partnerRecords = z.object({ counts: z.object({ partner: z.number() }) }).parse(status.json())
    .counts.partner;
  await open();
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
});

test('every partner is listed, the most revenue first, in one model and one currency', async () => {
  await page.getByRole('link', { name: 'Partners' }).click();
  await expect(lines().first()).toBeVisible();
  const head = await page.getByText(/^\d+ partners · /).textContent();
  // Publishers that left before the first sync have no record and are listed all the same.
  expect(Number(/^\d+/.exec(head ?? '')?.[0])).toBeGreaterThanOrEqual(partnerRecords);
  expect(partnerRecords).toBeGreaterThan(100);
  await expect(page.getByRole('columnheader', { name: /^Revenue EUR/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const revenues = await lines().evaluateAll((rows) =>
    rows.map((row) => {
      const text = row.querySelectorAll('.list-cell')[5]?.textContent ?? '';
      return Number(text.replaceAll(',', ''));
    }),
  );
  const known = revenues.filter((value) => !Number.isNaN(value));
  expect(known.length).toBeGreaterThan(5);
  expect(known).toEqual([...known].sort((one, other) => other - one));
});

test('a partner is found offline while one types, by its name and by its id', async () => {
  const [wanted = ''] = await names();
  await page.keyboard.press('/');
  await expect(search()).toBeFocused();
  await page.keyboard.type(wanted.toLowerCase());
  await expect(page.getByText(/^\d+ of \d+ partners/)).toBeVisible();
  expect((await names())[0]).toBe(wanted);
  await page.keyboard.press('Escape');
  await expect(search()).toHaveValue('');
  await expect(page.getByText(/^\d+ partners · /)).toBeVisible();
});

test('filters are words that can be typed, read and removed', async () => {
  await search().fill('type is coupon');
  await expect(page.getByText('Enter makes it a filter: type is Coupon')).toBeVisible();
  await search().press('Enter');
  const filter = page.getByRole('button', { name: 'Remove filter: type is Coupon' });
  await expect(filter).toBeVisible();
  await expect(page.getByText(/^\d+ of \d+ partners/)).toBeVisible();
  const types = await lines().evaluateAll((rows) =>
    rows.map((row) => row.querySelectorAll('.list-cell')[1]?.textContent),
  );
  expect(new Set(types)).toEqual(new Set(['Coupon']));
  await filter.click();
  await expect(page.getByText(/^\d+ partners · /)).toBeVisible();
});

test('a filter can be put together from choices, with what it lacks said', async () => {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Filter' });
  await form.getByRole('button', { name: 'Add filter' }).click();
  await expect(form.getByText('Choose at least one word.')).toBeVisible();
  await form.getByLabel('Words').first().click();
  await page.getByRole('option', { name: 'Content' }).click();
  await form.getByRole('button', { name: 'Add filter' }).click();
  await expect(page.getByRole('button', { name: /Remove filter: type is Content/ })).toBeVisible();
});

test('any column sorts, and a view keeps filters and order under a name', async () => {
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  const sorted = await names();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Keep this list as').fill('Content by name');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByText('View ‘Content by name’ saved.')).toBeVisible();
  await clearList();
  await page
    .getByRole('columnheader', { name: /^Revenue/ })
    .getByRole('button')
    .click();
  await expect.poll(names).not.toEqual(sorted);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Content by name', exact: true }).click();
  await expect.poll(names).toEqual(sorted);
  await clearList();
});

test('many partners are edited at once, as one change that can be undone', async () => {
  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  const selected = lines().locator('xpath=self::*[@aria-selected="true"]');
  const types = (): Promise<(string | null | undefined)[]> =>
    selected.evaluateAll((rows) =>
      rows.map((row) => row.querySelectorAll('.list-cell')[1]?.textContent),
    );
  const before = await types();
  const bar = page.getByRole('toolbar', { name: 'Selected partners' });
  await bar.getByRole('button', { name: 'Type' }).click();
  await page.getByRole('menuitem', { name: 'Technology' }).click();
  await expect.poll(types).toEqual(['Technology', 'Technology', 'Technology']);
  const toast = page.getByRole('alert').filter({ hasText: 'Type Technology for 3 partners.' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(types).toEqual(before);
  await grid().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(/^\d{3} selected$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});

test('by keyboard: the panel keeps the list, the page opens, and the list is as one left it', async () => {
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Space');
  const all = await names();
  const panel = page.getByRole('complementary', { name: all[1] ?? '' });
  await expect(panel.getByRole('heading', { name: 'By program', exact: true })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('complementary', { name: all[2] ?? '' })).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: all[1] ?? '' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('1 selected')).toBeVisible();
  await expect(panel).toBeVisible();
  await expect(grid()).toBeFocused();
  await page.keyboard.press('Enter');
});
