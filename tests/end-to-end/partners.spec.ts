import { expect, test, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible, findings } from './support/accessibility';
import { runCommand, type Workspace } from './support/command-line';
import { sampleWorkspace } from './support/sample-agency';
import { askDesk } from './support/desk-data';
import { chooseAtDesk } from './support/person';
import { openWindow, type OpenWindow } from './support/window';

/** Partners of one sample agency, found and written about; the tests build on each other. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;
let partnerRecords = 0;

const note = 'Wants eleven percent in December. Call again on Tuesday.';

const grid = (): Locator => page.getByRole('grid', { name: 'Partners' });
const area = (): Locator =>
  page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: 'Partners', exact: true });
const lines = (): Locator => grid().locator('.list-rows [role="row"]');
const names = (): Promise<string[]> => lines().getByRole('rowheader').allTextContents();
const search = (): Locator => page.getByRole('textbox', { name: 'Search partners' });
const newNote = (): Locator =>
  page.getByRole('group', { name: 'New note' }).getByRole('textbox').first();

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
  workspace = await sampleWorkspace();
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
  await area().click();
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

test('what is said in a call is saved as it is typed, and is there after a restart', async () => {
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
  await area().click();
  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
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

test('the palette opens a company’s partners, and a saved view', async () => {
  const choose = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search everything').fill(words);
    await page.getByRole('option', { name: new RegExp(`^${words}`) }).click();
  };
  await page.getByRole('link', { name: 'Portfolio' }).first().click();
  await choose('Duarte Holding');
  await expect(
    page.getByRole('button', { name: 'Remove filter: company is Duarte Holding' }),
  ).toBeVisible();
  await expect.poll(async () => (await names()).length).toBe(1);
  await choose('Content by name');
  await expect(page.getByRole('button', { name: 'Remove filter: type is Content' })).toBeVisible();
  await expect.poll(async () => (await names()).length).toBeGreaterThan(1);
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await clearList();
  await page
    .getByRole('columnheader', { name: /^Revenue/ })
    .getByRole('button')
    .click();
});

test('two partners are joined by hand, and separated again', async () => {
  const all = await names();
  const [first = '', second = ''] = all;
  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible();
  await page.getByRole('button', { name: 'Same partner…' }).click();
  await page.getByLabel(`Who else is ${first}?`).fill(second);
  await page.getByRole('button', { name: second }).first().click();
  const dialog = page.getByRole('dialog', { name: `Same partner as ${first}?` });
  await expect(dialog.getByRole('row', { name: /^Name/ })).toContainText(second);
  await dialog.getByRole('button', { name: 'Same partner', exact: true }).click();
  await expect(page.getByText('Joined by hand:')).toBeVisible();
  await page.goBack();
  await expect.poll(names).not.toContain(second);
  await page.goForward();
  await page.getByRole('button', { name: 'Separate' }).click();
  await page.goBack();
  await expect.poll(names).toContain(second);
});

test('records that look alike are suggested, grouped with what refers to them, and separated exactly', async () => {
  const [name = '', next = ''] = await names();
  const twin = `${name} Ltd`;
  const { records } = await askDesk<{ records: { id: string }[] }>(page, 'records.write', {
    changes: [
      { op: 'create', kind: 'partner', values: { name: twin, tags: ['twin'] } },
      { op: 'create', kind: 'partner', values: { name: `${next} GmbH` } },
    ],
    origin: 'person',
    reason: 'Two of the same name',
  });
  const id = records[0]?.id ?? '';
  await askDesk(page, 'records.write', {
    changes: [{ op: 'create', kind: 'contact', values: { name: 'Una Field', partner: id } }],
    origin: 'person',
    reason: 'A contact',
  });
  const contact = async (): Promise<unknown> => {
    const listed = await askDesk<{ values: Record<string, unknown> }[]>(page, 'records.list', {
      kind: 'contact',
    });
    return listed.find(({ values }) => values['name'] === 'Una Field')?.values['partner'];
  };
  await page.getByRole('link', { name: 'Possible duplicates' }).click();
  const list = page.getByRole('list', { name: 'Partners' });
  const row = list.getByRole('button', { name: new RegExp(`${name}.*${twin}.*same name`) });
  await row.click();
  const detail = page.getByRole('region', { name: 'What they have in common' });
  await expect(detail).toContainText('1 contact');
  await expectAccessible(page, 'duplicates');
  // S says that they are one; the next pair stands in its place.
  await row.focus();
  await page.keyboard.press('s');
  await expect(row).toHaveCount(0);
  await expect.poll(contact).not.toBe(id);
  await page.keyboard.press('d');
  await expect(page.getByText(/are not the same\.$/)).toBeVisible();
  await page.getByText('Grouped', { exact: true }).click();
  await page.getByRole('button', { name: `Separate ${twin}` }).click();
  await expect.poll(contact).toBe(id);
  await expect(page.getByRole('heading', { name: 'Nothing is grouped' })).toBeVisible();
  await area().click();
});

test('has no barrier, in either theme, with everything open', async () => {
  await expectAccessible(page, 'partners');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  expect(await findings(page), 'a new filter').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).click();
  expect(await findings(page), 'columns').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  expect(await findings(page), 'views').toEqual([]);
  await page.keyboard.press('Escape');
  // A menu that fades away has no contrast while it does.
  await expect(page.locator('.view-name')).toHaveCount(0);
  await search().fill('nobody of this name');
  await expect(page.getByText('No partner passes the search and filters.')).toBeVisible();
  expect(await findings(page), 'nobody found').toEqual([]);
  await search().fill('');
  await grid().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'By program', exact: true })).toBeVisible();
  await expectAccessible(page, 'partners with a panel');
  await page.getByRole('button', { name: 'Open as a page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
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
