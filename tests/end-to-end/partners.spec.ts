import { expect, test, type Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible, findings } from './support/accessibility';
import { runCommand, type Workspace } from './support/command-line';
import { askDesk } from './support/desk-data';
import { chooseInPalette } from './support/palette';
import { partnerList } from './support/partner-list';
import { sampleWorkspace } from './support/sample-agency';
import { openWindow, type OpenWindow } from './support/window';

/** The list of partners of one sample agency: found, filtered, edited, grouped; the tests build on each other. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;
let partnerRecords = 0;

const { area, clear, grid, lines, names, search } = partnerList(() => page);

async function open(): Promise<void> {
  desk = await openWindow(workspace);
  page = desk.page;
  // Nothing here may need a network.
  await page.context().setOffline(true);
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
  const listed = async (): Promise<number> => {
    const head = await page.getByText(/^\d+ partners · /).textContent();
    return Number(/^\d+/.exec(head ?? '')?.[0]);
  };
  // Publishers that left before the first sync have no record and are listed all the same.
  await expect.poll(listed).toBeGreaterThanOrEqual(partnerRecords);
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
  await clear();
  await page
    .getByRole('columnheader', { name: /^Revenue/ })
    .getByRole('button')
    .click();
  await expect.poll(names).not.toEqual(sorted);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Content by name', exact: true }).click();
  await expect.poll(names).toEqual(sorted);
  await clear();
});

test('the palette opens a saved view', async () => {
  await chooseInPalette(page, 'Content by name');
  await expect(page.getByRole('button', { name: 'Remove filter: type is Content' })).toBeVisible();
  await expect.poll(async () => (await names()).length).toBeGreaterThan(1);
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await clear();
  await page
    .getByRole('columnheader', { name: /^Revenue/ })
    .getByRole('button')
    .click();
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

test('two partners are joined by hand, and separated again', async () => {
  await area().click();
  await expect(lines().first()).toBeVisible();
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
});
