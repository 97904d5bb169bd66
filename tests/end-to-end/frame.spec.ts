import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, findings } from './support/accessibility';
import type { Workspace } from './support/command-line';
import { sampleWorkspace } from './support/sample-agency';
import { openWindow, type OpenWindow } from './support/window';

/** The frame around every screen: scope, keys, palette, settings, undo. One sample agency, looked at in order. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  workspace = await sampleWorkspace();
  await open();
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
});

async function open(): Promise<void> {
  desk = await openWindow(workspace);
  page = desk.page;
  await expect(page.getByRole('region', { name: 'Retail programs' })).toBeVisible();
}

async function restart(): Promise<void> {
  await desk.close();
  await open();
}

/** Programs in the portfolio's tables. */
async function programs(): Promise<string[]> {
  const cells = page.locator('table.portfolio tbody th[scope="row"][title]');
  const names = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('title')));
  return [...new Set(names)].map(String).sort();
}

/** Types on at once, as people do: no key is lost while the dialog opens. */
async function openPalette(text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(text);
  await expect(page.getByLabel('Search everything')).toHaveValue(text);
}

test('a client is put in scope by keyboard, and every figure is of it alone', async () => {
  expect((await programs()).length).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'Scope: All clients' }).press('Enter');
  await page.keyboard.type('velo');
  await expect(page.getByRole('option', { name: 'Vélo Atelier', exact: true })).toBeVisible();
  expect(await findings(page), 'scope').toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Scope: Vélo Atelier' })).toBeVisible();
  await expect.poll(programs).toEqual(['Vélo Atelier FR', 'Vélo Atelier NL']);
});

test('the client’s own fiscal quarters are offered, and the same one a year before', async () => {
  await page.getByRole('button', { name: /^Period: / }).press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitemradio', { name: /FY20\d\d/ })).toHaveCount(5);
  expect(await findings(page), 'period').toEqual([]);
  await menu
    .getByRole('menuitemradio', { name: /^Q\d FY20\d\d/ })
    .nth(1)
    .click();
  await menu.getByRole('menuitemradio', { name: 'Same period last year' }).click();
  await page.keyboard.press('Escape');
  const yearsBetween = async (): Promise<number> => {
    const words = await page.getByRole('button', { name: /^Period: / }).textContent();
    const [, year, before] = /^Period: Q\d FY(\d+) vs Q\d FY(\d+)$/.exec(words ?? '') ?? [];
    return Number(year) - Number(before);
  };
  await expect.poll(yearsBetween).toBe(1);
});

test('scope, period and comparison are held over screens and a restart', async () => {
  const labels = (): Promise<(string | null)[]> =>
    Promise.all(
      [/^Scope: /, /^Period: /].map((name) => page.getByRole('button', { name }).textContent()),
    );
  const before = await labels();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Reviews/);
  expect(await labels()).toEqual(before);
  await restart();
  expect(await labels()).toEqual(before);
  expect(await programs()).toEqual(['Vélo Atelier FR', 'Vélo Atelier NL']);
});

test('the palette finds a program by part of its name and an action by its word', async () => {
  await openPalette('ledg');
  await expect(page.getByRole('group', { name: 'Clients' })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Ledgerly Partners EU/ })).toBeVisible();
  expect(await findings(page), 'palette').toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Scope: Ledgerly' })).toBeVisible();
  await openPalette('all clients');
  await expect(page.getByRole('option', { name: /^All clients/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Scope: All clients' })).toBeVisible();
});

test('the palette finds people, and says so when there is nothing', async () => {
  await openPalette('linnea sato');
  const contacts = page.getByRole('group', { name: 'Contacts' });
  await expect(contacts.getByRole('option', { name: /^Linnea Sato/ })).toContainText('Nordlicht');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('zzqx');
  await expect(page.getByText('Nothing is called that.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a search is narrowed while one types, understands slips, and has a page of its own', async () => {
  await openPalette('client:nrd');
  await expect(page.getByRole('status').getByText('No client is called “nrd”.')).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('ord');
  await expect(page.getByRole('option', { name: /^client:"Nordlicht Outdoor"/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Search everything')).toHaveValue('client:"Nordlicht Outdoor" ');
  await page.keyboard.type('kind:contact lineea');
  await expect(page.getByRole('option', { name: /^Linnea Sato/ })).toContainText('similar');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('kind:task state:open');
  await page.getByRole('option', { name: /^Show all \d+ results/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await expect(tasks.getByRole('listitem').nth(8)).toBeVisible();
  await page.getByRole('radiogroup', { name: 'State' }).getByText('Closed').click();
  await expect(page.getByRole('searchbox', { name: 'What to look for' })).toHaveValue(
    'kind:task state:closed',
  );
  await page.getByRole('radiogroup', { name: 'State' }).getByText('Open').click();
  await expectAccessible(page, 'search');
  await page.getByRole('searchbox', { name: 'What to look for' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'What to look for' })).toBeHidden();
  const opened = await page.getByRole('heading', { level: 1 }).textContent();
  await page.goBack();
  await expect(tasks).toBeVisible();
  await openPalette('');
  await expect(page.getByRole('group', { name: 'Opened last' })).toContainText(opened ?? '-');
  await page.keyboard.press('Escape');
});

test('the keys are listed, lead to the areas, and leave typing alone', async () => {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByRole('region', { name: 'Go to' })).toContainText('Portfolio');
  expect(await findings(page), 'keys').toEqual([]);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  expect(await page.evaluate(() => location.hash)).not.toBe('#/sync');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await openPalette('g s ? [');
  expect(await page.evaluate(() => location.hash)).not.toBe('#/sync');
  await expect(page.getByLabel('Search everything')).toHaveValue('g s ? [');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Sync' })).toBeVisible();
});

test('the navigation folds to icons and is remembered', async () => {
  const width = async (): Promise<number> =>
    (await page.getByRole('navigation', { name: 'Areas' }).boundingBox())?.width ?? 0;
  await page.keyboard.press('[');
  await expect.poll(width).toBeLessThan(60);
  await restart();
  expect(await width()).toBeLessThan(60);
  await page.getByRole('button', { name: 'Unfold navigation' }).click();
  await expect.poll(width).toBeGreaterThan(150);
});

test('settings have no barrier in either theme', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press(',');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.getByText(/ of .* that this computer allows/)).toBeVisible();
  await expectAccessible(page, 'settings');
});

test('somebody joins the team at this desk, and it can be undone', async () => {
  const chosen = () => page.getByRole('combobox', { name: 'Name and role' });
  const join = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Add a team member' }).click();
    await page.keyboard.type('Robin Park');
    await page.getByRole('button', { name: /^Add / }).click();
    await expect(page.getByText('Choose one of the seven roles.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Role', exact: true }).click();
    await page.getByRole('option', { name: 'Data analyst' }).click();
    await page.getByRole('button', { name: /^Add / }).click();
  };
  await join();
  await expect(chosen()).toHaveValue('Robin Park · Data analyst');
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  await expect(chosen()).toHaveValue('');

  await chosen().click();
  await page.getByRole('option', { name: /^Jonas Brandt/ }).click();
  await expect(chosen()).toHaveValue(/^Jonas Brandt/);
  await restart();
  await page.keyboard.press('g');
  await page.keyboard.press(',');
  await expect(chosen()).toHaveValue(/^Jonas Brandt/);
});

test('Ctrl+Z takes back the newest change of the person, Ctrl+Shift+Z does it again after a restart', async () => {
  await page.getByRole('button', { name: 'Add a team member' }).click();
  await page.keyboard.type('Sam Ode');
  await page.getByRole('combobox', { name: 'Role', exact: true }).click();
  await page.getByRole('option', { name: 'Creative' }).click();
  await page.getByRole('button', { name: 'Add to the team' }).click();
  await expect(page.getByText('Sam Ode is on the team.')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Added Sam Ode to the team.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Name and role' }).click();
  await expect(page.getByRole('option', { name: /^Jonas Brandt/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Sam Ode/ })).toBeHidden();
  await page.keyboard.press('Escape');
  await restart();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('Redone: Added Sam Ode to the team.')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('There is nothing to do again')).toBeVisible();
  await page.evaluate(() => {
    window.location.hash = '#/history';
  });
  await page.getByRole('button', { name: 'Undo: Redo: Added Sam Ode to the team' }).click();
  await expect(page.getByRole('row', { name: /taken back/ }).first()).toContainText('Sam Ode');
  await page.keyboard.press('g');
  await page.keyboard.press(',');
});

test('figures are written as the person reads them, over a restart', async () => {
  await page.getByRole('combobox', { name: 'Numbers, dates and amounts' }).click();
  await page.getByRole('option', { name: /^German/ }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  const cell = () => page.locator('table.portfolio tbody tr').first();
  await expect(cell()).toContainText(/\d,\d\d/);
  await restart();
  await expect(cell()).toContainText(/\d,\d\d/);
});
