import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Workspace } from './support/command-line';
import { chooseAtDesk } from './support/person';
import { finishReview, judgeAll } from './support/reviews';
import { sampleWorkspace } from './support/sample-agency';
import { shareDesk } from './support/shared-desk';
import { answerSaveDialog, type OpenWindow } from './support/window';

/** A director's way: from the list to the frozen file, each test going on where the one before ended. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

const { reopen } = shareDesk(
  (shared) => {
    ({ workspace, desk, page } = shared);
  },
  { make: sampleWorkspace },
);

const text = (): ReturnType<Page['getByRole']> =>
  page.getByRole('textbox', { name: /^What happened/ }).first();
const preview = (): ReturnType<Page['getByRole']> => page.getByRole('region', { name: 'Preview' });

test('every client’s quarter waits in the list, and a filter in words finds one', async () => {
  await page.getByRole('link', { name: 'Reviews & reports' }).click();
  await chooseAtDesk(page, 'Jonas Brandt');
  const rows = page.getByRole('main').locator('a[data-row]');
  await expect(rows).toHaveCount(8);
  await page.keyboard.press('/');
  await page.keyboard.type('nordlicht not begun');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(8);
});

test('by keyboard alone: begin a review, write with a figure, hide and move a section, judge', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.locator('.editor-page').first()).toBeVisible({ timeout: 30_000 });
  // A long name in the breadcrumb leaves the scope and the period within the window.
  const beyond = await page
    .getByRole('banner')
    .evaluate((top) => top.scrollWidth - top.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expect.poll(() => page.locator('.editor-page').count()).toBeGreaterThanOrEqual(14);
  const pages = await page.locator('.editor-page').count();

  // The section's text, by Enter from the list of sections.
  await page.getByRole('button', { name: /^Summary/ }).focus();
  await page.keyboard.press('Enter');
  await expect(text()).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('A quarter as planned, with a return of ');
  await page.keyboard.press('{');
  await expect(page.getByRole('textbox', { name: 'Find a figure' })).toBeFocused();
  await page.keyboard.type('return on spend');
  const words = await page.getByRole('option').first().locator('strong').innerText();
  await page.keyboard.press('Enter');
  await expect(text()).toBeFocused();
  await page.keyboard.type('on all that was spent. ');
  await expect(preview()).toContainText(
    `A quarter as planned, with a return of ${words} on all that was spent.`,
  );
  await expect(text().locator('[data-figure]').first()).toHaveAttribute('title', /÷/);

  // Esc leaves the text for its section; H hides it, Alt with an arrow moves it.
  await page.keyboard.press('Escape');
  const sections = page.getByRole('navigation', { name: 'Sections' }).getByRole('listitem');
  await expect(page.getByRole('button', { name: /^Summary/ })).toBeFocused();
  await page.keyboard.press('h');
  await expect(page.locator('.editor-page')).not.toHaveCount(pages);
  await expect(page.getByText('This section is hidden')).toBeVisible();
  await page.keyboard.press('h');
  await expect(page.locator('.editor-page')).toHaveCount(pages);
  const before = await sections.allInnerTexts();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => sections.allInnerTexts()).not.toEqual(before);
  await expect(page.getByRole('button', { name: /^Summary/ })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => sections.allInnerTexts()).toEqual(before);
});

test('what was written is there after a restart', async () => {
  await reopen();
  await page.getByRole('link', { name: 'Reviews & reports' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Draft$/ })
    .click();
  await expect(text()).toContainText('A quarter as planned, with a return of', { timeout: 30_000 });
  await expect(text()).toContainText('on all that was spent.');
});

test('the title of a slide is changed like a text, and drafted again', async () => {
  await page.getByRole('button', { name: /^Summary/ }).click();
  await page.getByText(/^Titles? of its/).click();
  const place = page.getByRole('region', { name: /^Title: / }).first();
  await place.getByRole('textbox').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('As planned: ');
  await expect(preview()).toContainText('As planned: Tracked revenue');
  await place.getByRole('button', { name: 'Use the draft' }).click();
  await expect(preview()).not.toContainText('As planned: Tracked revenue');
});

test('without a verdict on every commitment the review can’t be finished', async () => {
  await page.getByRole('button', { name: 'Finish & export' }).click();
  const open = page.getByRole('region', { name: /^Before it can be finished/ });
  await expect(open).toContainText('has no verdict');
  await open.getByRole('button').first().click();
  await expect(page.getByRole('radiogroup', { name: 'Verdict' }).first()).toBeVisible();
  await page.getByRole('radio', { name: 'Partly' }).first().check();
  await page.getByRole('textbox', { name: 'Evidence' }).first().fill('Two of three were reached.');
  await judgeAll(page);
  await page.getByRole('tab', { name: /^Check/ }).click();
  await expect(open).toBeHidden();
});

test('a review that a second person has checked is a draft again after a change', async () => {
  await page.getByRole('button', { name: 'Mark as checked' }).click();
  await expect(page.locator('.editor-head .sign')).toHaveText('Checked');
  await page.getByRole('button', { name: /^Summary/ }).click();
  await page.getByRole('tab', { name: 'Text' }).click();
  await text().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' So far.');
  await expect(page.locator('.editor-head .sign')).toHaveText('Draft');
  await expect(preview()).toContainText('So far.');
});

test('finishing freezes it with its file and what was written', async () => {
  await finishReview(page);
  const slides = page.locator('article.slide');
  // A long document is drawn by and by.
  await expect.poll(() => slides.count()).toBeGreaterThanOrEqual(14);
  await expect(page.locator('.slides')).toContainText('A quarter as planned, with a return of');
  const copy = path.join(workspace.folder, 'review.pdf');
  await answerSaveDialog(desk, copy);
  await page.getByRole('button', { name: 'Save PDF…' }).click();
  await expect(page.getByText(`Saved as ${copy}`)).toBeVisible();
  expect((await readFile(copy)).subarray(0, 5).toString()).toBe('%PDF-');
  const slidesCopy = path.join(workspace.folder, 'review.pptx');
  await answerSaveDialog(desk, slidesCopy);
  await page.getByRole('button', { name: 'Save PowerPoint…' }).click();
  await expect(page.getByText(`Saved as ${slidesCopy}`)).toBeVisible();
  expect((await readFile(slidesCopy)).subarray(0, 2).toString()).toBe('PK');
});

test('compared with today nothing was restated, and the list says finished', async () => {
  await page.getByRole('tab', { name: 'Compare with today' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing was restated' })).toBeVisible();
  await page.getByRole('link', { name: 'Reviews & reports' }).first().click();
  const rows = page.getByRole('main');
  await expect(rows.getByRole('link', { name: /Finished$/ })).toHaveCount(1);
  const finished = rows.getByRole('row').filter({ hasText: 'Finished' });
  await expect(finished).toContainText('Jonas Brandt');
  await expect(finished).toContainText('checked by Jonas Brandt');
  await expect(rows.getByRole('link', { name: /Draft$/ })).toHaveCount(0);
});
