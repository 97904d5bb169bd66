import { expect, test, type Locator, type Page } from '@playwright/test';
import { areas } from './support/areas';
import { expectAccessible } from './support/accessibility';
import type { Workspace } from './support/command-line';
import { sampleWorkspace } from './support/sample-agency';
import { openWindow, type OpenWindow } from './support/window';

/** Records of every kind by their definitions: lists, boards, forms and pages; the tests build on each other. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

const grid = (name: string): Locator => page.getByRole('grid', { name });
const rows = (name: string): Locator => grid(name).locator('.list-rows [role="row"]');
const row = (list: string, name: string): Locator => rows(list).filter({ hasText: name });
const panel = (): Locator => page.getByRole('complementary');
const toast = (words: string): Locator => page.getByRole('alert').filter({ hasText: words }).last();

/** What the sample holds already stays out of sight. */
async function search(words: string): Promise<void> {
  await page.getByRole('search').getByRole('textbox').fill(words);
}

/** Moves the pointer there in some steps, as a hand does. */
async function pointAt(place: Locator): Promise<void> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It has no place on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
}

async function goTo(kind: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, `#/records/${kind}`);
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  workspace = await sampleWorkspace();
  desk = await openWindow(workspace);
  page = desk.page;
  // Nothing here may need a network.
  await page.context().setOffline(true);
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
});

test('every area leads to its lists, and each says what it is for or shows what there is', async () => {
  test.setTimeout(120_000);
  for (const { area, lists } of areas) {
    await page
      .getByRole('navigation', { name: 'Areas' })
      .getByRole('link', { name: area, exact: true })
      .click();
    for (const { tab, title } of lists) {
      await page
        .getByRole('navigation', { name: area, exact: true })
        .getByRole('link', { name: tab, exact: true })
        .click();
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
      await expect(
        grid(title).or(page.getByRole('heading', { name: /^No .* yet$/ })),
      ).toBeVisible();
      // Whatever is listed is called something.
      const name = rows(title).first().getByRole('rowheader');
      if (await name.isVisible()) await expect(name).not.toBeEmpty();
    }
  }
});

test('a task is made while one types, without a mouse and without a button to save', async () => {
  await goTo('task');
  await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Task', exact: true })).toBeFocused();
  // More slowly than it is saved: the form must stay where it is when the record comes to be.
  await page.keyboard.type('Send the quay banners to ten ', { delay: 40 });
  // Who thinks before a word finds the space where it was, although what stands before it is in the record by now.
  await page.waitForTimeout(1_000);
  await page.keyboard.type('partners', { delay: 40 });
  await page.keyboard.press('Control+Enter');
  await search('quay banners');
  await expect(row('Tasks', 'Send the quay banners to ten partners')).toHaveCount(1);
  await expect(rows('Tasks').filter({ hasText: 'quay' })).toHaveCount(1);
});

test('a cell is edited where it stands, and the change is taken back', async () => {
  const line = row('Tasks', 'quay banners');
  await grid('Tasks').focus();
  await line.getByRole('rowheader').click();
  await page.keyboard.press('Escape');
  await grid('Tasks').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('e');
  await page.getByRole('option', { name: 'Waiting' }).click();
  await expect(line).toContainText('Waiting');
  await expect(grid('Tasks')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(line).toContainText('Open');
});

test('a card goes to another column with the keyboard and with the pointer, and back where one lets go', async () => {
  await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Board').click();
  const board = page.getByRole('group', { name: 'Tasks by state' });
  const column = (name: string): Locator => board.getByRole('region', { name, exact: true });
  const card = (name: string): Locator =>
    column(name).getByRole('button', { name: /quay banners/ });
  await expect(card('Open')).toBeVisible();
  await expectAccessible(page, 'a board of tasks');
  await card('Open').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.board-card[data-dragged]')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(column('In progress')).toHaveAttribute('data-over', 'true');
  await page.keyboard.press('Space');
  await expect(card('In progress')).toBeVisible();
  await toast('Task moved to In progress').getByRole('button', { name: 'Undo' }).click();
  await expect(card('Open')).toBeVisible();
  await card('Open').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.board-card[data-dragged]')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(column('In progress')).toHaveAttribute('data-over', 'true');
  await page.keyboard.press('Escape');
  await expect(page.locator('.board-card[data-dragged]')).toHaveCount(0);
  await expect(card('Open')).toBeVisible();

  await card('Open').hover();
  await page.mouse.down();
  await pointAt(column('Waiting'));
  await expect(column('Waiting')).toHaveAttribute('data-over', 'true');
  await page.mouse.up();
  await expect(card('Waiting')).toBeVisible();
  await expect(toast('Task moved to Waiting')).toBeVisible();
  await card('Waiting').hover();
  await page.mouse.down();
  // Beside every column it goes back to its own.
  await pointAt(page.getByRole('heading', { name: 'Tasks', level: 1 }));
  await expect(board.locator('[data-over="true"]')).toHaveCount(0);
  await page.mouse.up();
  await expect(card('Waiting')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(card('Open')).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Table').click();
});

test('groups have the sums of their records, by currency', async () => {
  await goTo('campaign');
  await search('of the quay');
  for (const [name, budget] of [
    ['Winter sale of the quay', '1200 EUR'],
    ['Spring launch of the quay', '800 EUR'],
    ['New year of the quay', '500 USD'],
  ] as const) {
    await page.getByRole('button', { name: 'New campaign' }).first().click();
    await page.getByRole('textbox', { name: 'Campaign', exact: true }).fill(name);
    await page.getByRole('combobox', { name: 'Client' }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('textbox', { name: 'Budget' }).fill(budget);
    await page.keyboard.press('Control+Enter');
    await expect(row('Campaigns', name)).toHaveCount(1);
  }
  await page.getByRole('combobox', { name: 'Group by' }).click();
  await page.getByRole('option', { name: 'By state' }).click();
  const heading = rows('Campaigns').first();
  await expect(heading).toContainText('EUR 2,000.00 · USD 500.00');
  await heading.click();
  await expect(rows('Campaigns')).toHaveCount(1);
});

test('a field of our own is made, filled in and filtered by', async () => {
  await goTo('custom-field');
  await page.getByRole('button', { name: 'New field of our own' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Warehouse');
  await page.getByRole('combobox', { name: 'Kind of record' }).click();
  await page.getByRole('option', { name: 'Client', exact: true }).click();
  await page.getByRole('combobox', { name: 'Holds' }).click();
  await page.getByRole('option', { name: 'One of several words' }).click();
  await page.getByRole('textbox', { name: /Words to choose from/ }).fill('Leipzig\nLyon');
  await page.keyboard.press('Control+Enter');
  await expect(row('Fields of our own', 'Warehouse')).toContainText('Client');

  await goTo('client');
  await rows('Clients').first().getByRole('rowheader').click();
  await panel().getByRole('button', { name: 'Fields of our own' }).click();
  await panel().getByRole('combobox', { name: 'Warehouse' }).click();
  await page.getByRole('option', { name: 'Lyon' }).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Column' }).click();
  await page.getByRole('option', { name: 'Warehouse' }).click();
  await page.getByRole('combobox', { name: 'Words' }).click();
  await page.getByRole('option', { name: 'Lyon' }).click();
  await page.getByRole('button', { name: 'Add filter' }).click();
  await expect(
    page.getByRole('button', { name: 'Remove filter: warehouse is Lyon' }),
  ).toBeVisible();
  await expect(rows('Clients')).toHaveCount(1);
});

test('a list is kept under a name and found from the palette', async () => {
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Keep this list as' }).fill('Lyon clients');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(toast('Lyon clients')).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Lyon cli');
  await page.getByRole('option', { name: /Lyon clients/ }).click();
  await expect(rows('Clients')).toHaveCount(1);
});

test('a page shows what belongs to a record and what has happened to it', async () => {
  await goTo('task');
  await row('Tasks', 'quay banners').dblclick();
  await expect(page.getByRole('heading', { name: /quay banners/, level: 1 })).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await history.getByRole('button', { name: 'Show the whole history' }).click();
  await expect(history).toContainText('Task created');
  await page.getByRole('combobox', { name: 'Priority' }).click();
  await page.getByRole('option', { name: 'High' }).click();
  await expect(history).toContainText('Priority: Normal → High');
  await expectAccessible(page, 'a page of a task');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(toast('Task deleted')).toBeVisible();
  await toast('Task deleted').getByRole('button', { name: 'Undo' }).click();
  await expect(row('Tasks', 'quay banners')).toHaveCount(1);
});

test('a list is gone through page by page, in its order, and back to where one was', async () => {
  await goTo('task');
  await search('');
  await grid('Tasks').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const walk = page.getByRole('group', { name: 'In the list' });
  const name = page.getByRole('heading', { level: 1 });
  await expect(walk).toContainText(/^1 of \d+/);
  const first = String(await name.textContent());
  await expect(walk.getByRole('button', { name: 'Previous record' })).toBeDisabled();
  await page.keyboard.press('j');
  await expect(walk).toContainText(/^2 of \d+/);
  await expect(name).not.toHaveText(first);
  const second = String(await name.textContent());
  await walk.getByRole('button', { name: 'Next record' }).click();
  await expect(walk).toContainText(/^3 of \d+/);
  await page.keyboard.press('k');
  await expect(name).toHaveText(second);
  await page.keyboard.press('Escape');
  await expect(grid('Tasks')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(name).toHaveText(second);
  await page.keyboard.press('Escape');
  await search('quay banners');
});

test('many records change at once and go back at once', async () => {
  await goTo('contact');
  await grid('Contacts').focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: 'Selected contacts' });
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Set a field' }).click();
  await page.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Role' }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('Buyer');
  await page.getByRole('button', { name: 'Set for all' }).click();
  await expect(rows('Contacts').first()).toContainText('Buyer');
  await toast('Role changed').getByRole('button', { name: 'Undo' }).click();
  await expect(rows('Contacts').first()).not.toContainText('Buyer');
});

test('what was deleted is in the trash and comes back; a list shows a day gone by, to read only', async () => {
  await goTo('task');
  await search('quay banners');
  await grid('Tasks').focus();
  await row('Tasks', 'quay banners').getByRole('rowheader').click();
  await page.getByRole('button', { name: 'As of…' }).click();
  await page.getByLabel('At the end of').fill('2020-01-01');
  await page.getByRole('button', { name: 'Show that day' }).click();
  await expect(page.getByRole('heading', { name: 'There were no tasks then' })).toBeVisible();
  await expect(panel()).toContainText('It was not there then');
  await expect(page.getByRole('button', { name: 'New task' })).toBeHidden();
  await page.getByRole('button', { name: 'Back to today' }).click();
  await panel().getByRole('button', { name: 'Open as a page' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.evaluate(() => {
    window.location.hash = '#/trash';
  });
  await expect(page.getByRole('row', { name: /quay banners/ })).toBeVisible();
  await page.getByRole('button', { name: /^Restore .*quay banners/ }).click();
  await expect(page.getByRole('row', { name: /quay banners/ })).toBeHidden();
  await page.evaluate(() => {
    window.location.hash = '#/history';
  });
  await expect(page.getByRole('row', { name: /Restored Task ‘.*quay banners/ })).toBeVisible();
  await goTo('task');
  await expect(row('Tasks', 'quay banners')).toHaveCount(1);
});

test('my day has what is due, and a tick is enough for a task', async () => {
  await goTo('task');
  await row('Tasks', 'quay banners').getByRole('rowheader').click();
  await panel().getByLabel('Due on').fill('2026-01-05');
  await panel().getByLabel('Due on').blur();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  const late = page.getByRole('region', { name: 'Late' });
  await expect(late).toContainText('quay banners');
  await expectAccessible(page, 'my day');
  await late.getByRole('checkbox', { name: /Done: .*quay banners/ }).click();
  await expect(late).not.toContainText('quay banners');
});

test('everything stands there after a restart', async () => {
  await desk.close();
  desk = await openWindow(workspace);
  page = desk.page;
  await goTo('client');
  await expect(
    page.getByRole('button', { name: 'Remove filter: warehouse is Lyon' }),
  ).toBeVisible();
  await expect(rows('Clients')).toHaveCount(1);
});
