import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import type { Workspace } from './support/command-line';
import { chooseInPalette } from './support/palette';
import { partnerList } from './support/partner-list';
import { chooseAtDesk } from './support/person';
import { sampleWorkspace } from './support/sample-agency';
import { openWindow, type OpenWindow } from './support/window';

/** The page of a partner during and after a call; the tests build on each other. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

const note = 'Wants eleven percent in December. Call again on Tuesday.';

const newNote = (): Locator =>
  page.getByRole('group', { name: 'New note' }).getByRole('textbox').first();

const { area, clear, grid, names } = partnerList(() => page);

async function open(): Promise<void> {
  desk = await openWindow(workspace);
  page = desk.page;
  // Nothing here may need a network.
  await page.context().setOffline(true);
}

/** The page of the second partner of the list. */
async function openPartner(): Promise<void> {
  await area().click();
  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  workspace = await sampleWorkspace();
  await open();
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
});

test('what is said in a call is saved as it is typed, and is there after a restart', async () => {
  await openPartner();
  await newNote().focus();
  await page.keyboard.type(note, { delay: 10 });
  await expect(page.getByText('Saved as you type')).toBeVisible();
  await page.getByRole('button', { name: 'Add commitment' }).click();
  const form = page.getByRole('group', { name: 'New commitment' });
  await form.getByLabel('Promise').fill('Send the December rates');
  await form.getByLabel('Due on').fill('2030-12-01');
  await form.getByLabel('Due on').press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Commitments' })).toContainText(
    'Send the December rates',
  );
  await page.getByRole('button', { name: 'Add contact' }).click();
  const contact = page.getByRole('group', { name: 'New contact' });
  await contact.getByLabel('Name').fill('Ines Duarte');
  await contact.getByLabel('E-mail').fill('ines@trail.example');
  await contact.getByLabel('E-mail').press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Contacts' })).toContainText('ines@trail.example');
  // The last keystroke is no second old when the window goes away.
  await newNote().press('End');
  await page.keyboard.type(' Bring the numbers.');
  await desk.close();
  await open();
  await openPartner();
  const written = page.getByRole('list', { name: 'Notes' });
  await expect(written).toContainText(note);
  await expect(page.getByRole('list', { name: 'Timeline' })).toContainText('Promised');
  await page.getByRole('button', { name: 'Done: Send the December rates' }).click();
  await expect(page.getByRole('list', { name: 'Commitments' })).toContainText('done');
});

test('a note says who wrote it and at what time, on the page and on the timeline', async () => {
  await chooseAtDesk(page, 'Jonas Brandt');
  await newNote().focus();
  await page.keyboard.type('Asked for a banner.');
  await expect(page.getByText('Saved as you type')).toBeVisible();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  const written = page.getByRole('list', { name: 'Notes' }).getByRole('listitem');
  const asked = written.filter({ hasText: 'Asked for a banner.' });
  await expect(asked).toContainText(/, \d{1,2}:\d\d.* · Jonas Brandt/);
  // Nobody had said who works here when the first one was written.
  await expect(written.filter({ hasText: note })).not.toContainText('Jonas Brandt');
  const told = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  await expect(told.filter({ hasText: 'Asked for a banner.' })).toContainText(
    /\d{1,2}:\d\d.*Note.*Jonas Brandt/,
  );
});

test('what is not valid stays a draft beside the record, and says so on leaving', async () => {
  const details = page.getByRole('group', { name: 'Details' });
  const name = details.getByLabel('Name');
  await expect(name).not.toHaveValue('');
  const before = await name.inputValue();
  await name.fill('');
  await name.blur();
  await expect(details.getByText('Name is required.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: before })).toBeVisible();
  await name.fill(`${before} Ltd`);
  await expect(page.getByRole('heading', { level: 1, name: `${before} Ltd` })).toBeVisible();
  await name.fill(before);
  await name.blur();
  await expect(page.getByRole('heading', { level: 1, name: before, exact: true })).toBeVisible();
});

test('a promise that lacks its day is not lost by finishing it: what it lacks is said', async () => {
  await page.getByRole('button', { name: 'Add commitment' }).click();
  const form = page.getByRole('group', { name: 'New commitment' });
  await form.getByLabel('Promise').fill('Call the new contact');
  await form.getByLabel('Promise').press('Control+Enter');
  await expect(form.getByText('Due on is required.')).toBeVisible();
  await form.getByLabel('Due on').fill('2031-02-03');
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('list', { name: 'Commitments' })).toContainText(
    'Call the new contact',
  );
  // One that was not begun just goes away.
  await page.getByRole('button', { name: 'Add commitment' }).click();
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(form).toBeHidden();
});

test('a file is kept for each program, and a company made by its name', async () => {
  await page.getByRole('region', { name: 'Files by program' }).getByRole('button').first().click();
  const file = page.getByRole('group', { name: /^File of / });
  await file.getByLabel('Agreed rate').fill('9 % of sale');
  await file.getByLabel('Agreed rate').blur();
  await expect(page.getByRole('region', { name: 'Files by program' })).toContainText('9 % of sale');
  const company = page.getByRole('group', { name: 'Details' }).getByLabel('Company').first();
  await company.fill('Duarte Holding');
  await page.getByRole('option', { name: 'Create “Duarte Holding”' }).click();
  await expect(page.getByText('of Duarte Holding')).toBeVisible();
  await area().click();
  await page
    .getByRole('radiogroup', { name: 'Level' })
    .getByText('Companies', { exact: true })
    .click();
  await expect.poll(names).toContain('Duarte Holding');
  await page.locator('label', { hasText: /^Partners$/ }).click();
});

test('the palette opens a company’s partners', async () => {
  await page.getByRole('link', { name: 'Portfolio' }).first().click();
  await chooseInPalette(page, 'Duarte Holding');
  await expect(
    page.getByRole('button', { name: 'Remove filter: company is Duarte Holding' }),
  ).toBeVisible();
  await expect.poll(async () => (await names()).length).toBe(1);
});

test('has no barrier, in either theme, with everything open', async () => {
  await clear();
  await openPartner();
  await page.getByRole('region', { name: 'Files by program' }).getByRole('button').first().click();
  // A toast that fades away has no contrast while it does.
  await expect(page.locator('.toast-line')).toHaveCount(0);
  await expectAccessible(page, 'partner');
});

test('nothing is cut off at 1024 and 1280 wide', async () => {
  for (const width of [1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    const lacking = await page
      .getByRole('main')
      .evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(lacking, `partner at ${width}`).toBeLessThanOrEqual(0);
  }
});
