import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import {
  chromiumSwitches,
  makeWorkspace,
  packagedExecutable,
  type Workspace,
} from './support/command-line';
import { finishReview, judgeAll, startReview } from './support/reviews';

/**
 * The window from an empty desk on: one sample agency is read once, by the button of the first start, and the tests look
 * at it in their order.
 */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let application: ElectronApplication;
let page: Page;

async function open(): Promise<void> {
  application = await _electron.launch({
    executablePath: packagedExecutable('inspect'),
    args: [...chromiumSwitches(), '--profile', workspace.profile],
    env: definedOnly(workspace.environment),
  });
  page = await application.firstWindow();
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** The rows of one model's table as their cells' words, without how long ago they were read. */
async function rowsOf(model: 'Retail' | 'B2B'): Promise<string[][]> {
  const rows = page.getByRole('region', { name: `${model} programs` }).locator('tbody tr');
  return rows.evaluateAll((found) =>
    found.map((row) =>
      [...row.querySelectorAll('th, td')].slice(0, -1).map((cell) => cell.textContent),
    ),
  );
}

/** Chooses a period in the control of the top bar. */
async function choosePeriod(name: string): Promise<void> {
  await page.getByRole('button', { name: /^Period: / }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page.keyboard.press('Escape');
}

test.beforeAll(async () => {
  workspace = await makeWorkspace();
  await open();
});

test.afterAll(async () => {
  await application.close();
  await workspace.remove();
});

test('an empty desk offers a sample agency and a connection, by keyboard', async () => {
  await expect(page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
  const explore = page.getByRole('button', { name: 'Explore a sample agency' });
  await expect(page.getByRole('button', { name: 'Connect a network' })).toBeVisible();
  await explore.focus();
  await page.keyboard.press('Enter');
  const work = page.getByRole('region', { name: 'Reading the sample agency' });
  await expect(work.getByRole('progressbar')).toBeVisible();
  await expect(work.getByRole('button', { name: 'Cancel' })).toBeEnabled();
});

test('the portfolio shows all twenty programs, retail and B2B apart', async () => {
  const retail = page.getByRole('region', { name: 'Retail programs' });
  await expect(retail).toBeVisible({ timeout: 100_000 });
  await expect(page.getByText('Sample data')).toBeVisible();
  await expect(retail.getByRole('columnheader', { name: /^Orders/ })).toBeVisible();
  const b2b = page.getByRole('region', { name: 'B2B programs' });
  await expect(b2b.getByRole('columnheader', { name: /^Payments/ })).toBeVisible();
  const names = page.locator('table.portfolio tbody th[scope="row"][title]');
  const programs = new Set(
    await names.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title'))),
  );
  expect(programs.size).toBe(20);
});

test('clients say their share of sales, and stand like programs in the order in which they need somebody', async () => {
  const retail = page.getByRole('region', { name: 'Retail programs' });
  const shares = retail.locator('table.portfolio-clients tbody tr td:nth-child(3)');
  await expect(shares.filter({ hasText: /^\d+\.\d\s%$/ }).first()).toBeVisible();
  await expect(shares.filter({ hasText: 'n/a' }).first()).toBeVisible();
  await expect(
    retail
      .locator('table.portfolio')
      .getByText(/of pace$/)
      .first(),
  ).toBeVisible();
  const rankOf = (reason: string): number =>
    [/failed|read|decision/, /of pace/, /revenue down/, /^$/].findIndex((form) =>
      form.test(reason),
    );
  for (const table of ['table.portfolio', 'table.portfolio-clients']) {
    const rows = await retail.locator(`${table} tbody th[title]`).evaluateAll((cells) =>
      cells.map((cell) => ({
        name: cell.getAttribute('title') ?? '',
        reason: cell.querySelector('.bad')?.textContent ?? '',
      })),
    );
    const ranks = rows.map(({ reason }) => rankOf(reason));
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    const calm = rows.filter(({ reason }) => reason === '').map(({ name }) => name);
    expect(calm).toEqual([...calm].sort((one, other) => one.localeCompare(other)));
  }
});

test('unknown clicks stand as a dash with the reason', async () => {
  const dash = page
    .getByRole('region', { name: 'B2B programs' })
    .getByRole('note', { name: /^–: / })
    .first();
  await dash.focus();
  await expect(page.getByRole('tooltip').filter({ hasText: /\w/ })).toBeVisible();
});

test('another period gives other figures', async () => {
  const before = await rowsOf('Retail');
  await choosePeriod('Last 12 months');
  await expect.poll(() => rowsOf('Retail')).not.toEqual(before);
  await choosePeriod('Last quarter');
  await expect.poll(() => rowsOf('Retail')).toEqual(before);
});

test('nothing is cut off at 1024 and 1280 wide, in either theme', async () => {
  for (const theme of ['Dark theme', 'Light theme']) {
    await page.getByRole('button', { name: theme }).click();
    for (const width of [1280, 1024]) {
      await page.setViewportSize({ width, height: 800 });
      const lacking = await page
        .getByRole('main')
        .evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(lacking, `${theme} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('the sync centre tells every connection’s state in words', async () => {
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Sync/ })
    .click();
  const states = page.getByRole('main').locator('tbody tr .connection-state');
  await expect(states).toHaveCount(20);
  for (const words of await states.allTextContents()) expect(words).toMatch(/synced|partly read/);
});

test('rows that could not be read are shown as the network sent them, with the reason', async () => {
  await page
    .getByRole('button', { name: /set aside of/ })
    .first()
    .click();
  const aside = page.getByRole('region', { name: 'Rows set aside' });
  await expect(aside.getByRole('listitem').first()).toContainText(/is .*\./);
  await expect(aside.locator('pre').first()).toContainText('{"');
  await aside.getByRole('button', { name: 'Copy row' }).first().click();
  await expect(aside.getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('a connection is paused and resumed, and what waits to be sent is said', async () => {
  await expect(page.getByRole('region', { name: 'Waiting to be sent' })).toContainText(
    'Nothing waits',
  );
  await page
    .getByRole('button', { name: /^Pause / })
    .first()
    .click();
  await expect(page.getByRole('main').locator('.connection-state').first()).toContainText(
    'paused;',
  );
  await page
    .getByRole('button', { name: /^Resume / })
    .first()
    .click();
  await expect(page.getByRole('main').locator('.connection-state').first()).not.toContainText(
    'paused;',
  );
});

test('a review is made, frozen with its hash, and shown page by page', async () => {
  await startReview(page);
  await judgeAll(page);
  await finishReview(page);
  const slides = page.locator('article.slide');
  // They are drawn one after the other, so that the window never stops.
  await expect(page.locator('.slide-frame[aria-hidden]')).toHaveCount(0);
  expect(await slides.count()).toBeGreaterThanOrEqual(8);
  for (const foot of await page.locator('.slide-foot').allTextContents()) {
    expect(foot).toContain('Sample data');
  }
  await expect(page.getByText(/^SHA-256 [0-9a-f]{64}$/)).toBeVisible();
});

test('figures and reviews are there again after a restart', async () => {
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await expect(page.getByRole('region', { name: 'Retail programs' })).toBeVisible();
  const before = await rowsOf('Retail');
  await application.close();
  await open();
  await expect(page.getByRole('region', { name: 'Retail programs' })).toBeVisible();
  expect(await rowsOf('Retail')).toEqual(before);
  await page.getByRole('link', { name: 'Reviews & reports' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: /Finished$/ })).toHaveCount(1);
});
