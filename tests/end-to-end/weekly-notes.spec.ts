import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Workspace } from './support/command-line';
import { sampleWorkspace } from './support/sample-agency';
import { shareDesk } from './support/shared-desk';
import type { OpenWindow } from './support/window';

test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

shareDesk(
  (shared) => {
    ({ workspace, desk, page } = shared);
  },
  { make: sampleWorkspace },
);

test('all clients have a note of the week, with verdict, figures and who gets it', async () => {
  await page.getByRole('link', { name: 'Reviews & reports' }).click();
  await page.getByRole('button', { name: 'Weekly notes' }).click();
  const mail = page.getByRole('article', { name: 'Mail' });
  await expect(mail).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('navigation', { name: 'Notes' }).getByRole('button')).toHaveCount(8);
  await expect(mail.getByRole('heading', { level: 2 })).toContainText(/racked revenue/);
  await expect(mail.locator('tbody tr').first()).toBeVisible();
  await expect(mail).toContainText(/<[^<> ]+@[^<> ]+>/);
  // Nothing leaves unread.
  await expect(page.getByRole('button', { name: 'Write mail drafts…' })).toBeDisabled();
});

test('two are read by keyboard; a change after that has to be read again', async () => {
  const state = page.locator('.note-state .sign');
  await page.keyboard.press('j');
  await page.getByLabel('Done').fill('Called the <five> largest partners');
  await expect(page.getByRole('article', { name: 'Mail' })).toContainText('Called the <five>');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 of 8 notes read')).toBeVisible();
  // The next one that is to be read has the keyboard.
  await page.keyboard.press('k');
  await expect(state).toHaveText('Read');
  await page.getByLabel('Needed from you').fill('Approve the gift guide');
  await expect(state).toHaveText('Changed since read');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 of 8 notes read')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByText('2 of 8 notes read')).toBeVisible();
});

test('the notes that were read become mail drafts with their page, in one run', async () => {
  const folder = path.join(workspace.folder, 'drafts');
  await desk.application.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await page.getByRole('button', { name: /^Write 2 mail drafts/ }).click();
  await expect(page.getByText(`2 mail drafts written: ${folder}`)).toBeVisible({
    timeout: 60_000,
  });
  const files = await readdir(folder);
  expect(files).toHaveLength(2);
  const [first = ''] = files.sort();
  const draft = await readFile(path.join(folder, first), 'utf8');
  expect(draft).toContain('X-Unsent: 1');
  expect(draft).toContain('Content-Type: application/pdf');
  expect(draft.replaceAll('\r\n ', ' ')).toMatch(/^To: .+@.+/m);
  expect(draft).not.toMatch(/^(From|Bcc):/m);
  const text = draft.replaceAll('=\r\n', '');
  expect(text).toContain('Called the <five> largest partners');
  expect(text).toContain('Called the &lt;five&gt; largest partners');
  await expect(page.getByRole('button', { name: 'Write mail drafts…' })).toBeDisabled();
});
