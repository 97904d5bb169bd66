import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { runCommand, type Workspace } from './support/command-line';
import { judgeAll, startReview } from './support/reviews';
import { exploreSample } from './support/sample-agency';
import { shareDesk } from './support/shared-desk';
import type { OpenWindow } from './support/window';

/** Long work goes on whatever becomes of the page: each test goes on where the one before ended. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

const { reopen } = shareDesk((shared) => {
  ({ workspace, desk, page } = shared);
});

test('a page that is loaded anew while the sample is read shows it again, and all of it is read', async () => {
  await page.getByRole('button', { name: 'Explore a sample agency' }).click();
  const work = page.getByRole('region', { name: 'Reading the sample agency' });
  await expect(work).toContainText(/of 20 programs/, { timeout: 60_000 });
  await page.reload();
  await expect(work).toBeVisible();
  await expect(work.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  await expect(page.getByRole('region', { name: 'B2B programs' })).toBeVisible({
    timeout: 110_000,
  });
  await expect(page.getByText('Sample data')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Sync/ })
    .click();
  const states = page.getByRole('main').locator('tbody tr .connection-state');
  await expect(states).toHaveCount(20);
  await expect(states.filter({ hasText: /synced|partly read/ })).toHaveCount(20);
  await expect.poll(async () => (await desk.logLines(' work-resumed ')).length).toBeGreaterThan(0);
});

test('a page that is loaded anew during a sync shows it again, and it can be cancelled there', async () => {
  await page.getByRole('button', { name: 'Sync all' }).click();
  const work = page.getByRole('region', { name: 'Syncing' });
  await expect(work).toContainText(/of \d+ steps/);
  await page.reload();
  await expect(work).toBeVisible();
  await work.getByRole('button', { name: 'Cancel' }).click();
  await expect(work).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText('The sync ended early')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Sync all' })).toBeEnabled();
});

test('a review that is being made can be cancelled and leaves nothing', async () => {
  await startReview(page);
  await judgeAll(page);
  const finish = page.getByRole('button', { name: 'Finish & export' });
  await finish.click();
  const work = page.getByRole('region', { name: 'Making the review' });
  await work.getByRole('button', { name: 'Cancel' }).click();
  await expect(work).toBeHidden();
  await expect(finish).toBeEnabled();
  await expect(page.locator('.editor-page').first()).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toHaveCount(0);
});

test('a page that is loaded anew while a review is made shows it again, and the review is in the list', async () => {
  await page.getByRole('button', { name: 'Finish & export' }).click();
  const work = page.getByRole('region', { name: 'Making the review' });
  await expect(work).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Reviews & reports' }).first().click();
  const finished = page.getByRole('main').getByRole('link', { name: /Finished$/ });
  await expect(finished).toHaveCount(1, { timeout: 60_000 });
});

test('a fiscal quarter has one spelling in the chooser, the list and the document', async () => {
  await expect(page.getByLabel('Fiscal quarter').first()).toHaveValue(/^Q[1-4] FY\d{4}/);
  const chosen = await page.getByLabel('Fiscal quarter').first().inputValue();
  const [quarter = ''] = /^Q[1-4] FY\d{4}/.exec(chosen) ?? [];
  expect(quarter).not.toBe('');
  const row = page.getByRole('main').getByRole('link', { name: `${quarter}, Finished` });
  await expect(row).toHaveText(quarter);
  await row.click();
  await expect(page.locator('article.slide').first()).toContainText(quarter);
  expect(await page.getByRole('main').textContent()).not.toMatch(/FY\d{4}-Q/);
});

test('the PDF opens in the person’s own program, and a copy is saved where they say', async () => {
  const copy = path.join(workspace.folder, 'copy.pdf');
  await desk.application.evaluate(({ dialog, shell }, filePath) => {
    const seen: string[] = [];
    Object.assign(globalThis, { opened: seen });
    shell.openPath = (file) => {
      seen.push(file);
      return Promise.resolve('');
    };
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, copy);
  await page.getByRole('button', { name: 'Open PDF' }).click();
  const opened = (): Promise<string[]> =>
    desk.application.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toHaveLength(1);
  const [file = ''] = await opened();
  expect(path.basename(file)).toMatch(/quarterly-review-Q[1-4]-FY\d{4}\.pdf$/);
  await page.getByRole('button', { name: 'Save PDF…' }).click();
  await expect(page.getByText(`Saved as ${copy}`)).toBeVisible();
  const bytes = await readFile(copy);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await readFile(file)).toEqual(bytes);

  await desk.application.evaluate(({ shell }) => {
    shell.openPath = () => Promise.resolve('no program opens it');
  });
  await page.getByRole('button', { name: 'Open PDF' }).click();
  await expect(page.getByText('OPEN_FAILED')).toBeVisible();
});

test('what was read across the reloads is what one read without them gives', async () => {
  const question = ['query', '--metrics', 'revenue,commission,orders', '--by', 'network,account'];
  const range = ['--from', '2025-01-01', '--to', '2026-06-30'];
  const ask = async (profile: string): Promise<unknown> => {
    const end = await runCommand([...question, ...range, '--profile', profile, '--json'], {
      environment: workspace.environment,
    });
    return end.json()['rows'];
  };
  const other = path.join(workspace.folder, 'undisturbed');
  await reopen(async () => {
    await exploreSample(workspace, other);
    expect(await ask(workspace.profile)).toEqual(await ask(other));
  });
});
