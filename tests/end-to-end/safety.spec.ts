import { copyFile, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findings, settled } from './support/accessibility';
import { makeWorkspace, runCommand, type CommandEnd, type Workspace } from './support/command-line';
import { askDesk, askMain, clientNames, isCopied, newClient, writeDesk } from './support/desk-data';
import { answerSaveDialog, openWindow, type OpenWindow } from './support/window';

/** One desk: copied, lost, put back, backed up, tested, restored elsewhere. */
test.describe.configure({ mode: 'serial' });

const passphrase = 'four words that fit';
let workspace: Workspace;
let desk: OpenWindow;

test.beforeAll(async () => {
  workspace = await makeWorkspace();
  desk = await openWindow(workspace);
  await expect(desk.page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
});

function command(words: readonly string[], profile = workspace.profile): Promise<CommandEnd> {
  return runCommand([...words, '--profile', profile, '--json'], {
    environment: { ...workspace.environment, QUARTERDECK_PASSPHRASE: passphrase },
  });
}

async function restart(): Promise<void> {
  await desk.close();
  desk = await openWindow(workspace);
}

const inSafety = (...parts: string[]): string => path.join(workspace.profile, 'safety', ...parts);

test('changes are on the disk a moment after they were made, and a snapshot is taken before a bulk change', async () => {
  await writeDesk(desk.page, [newClient('Nordlicht'), newClient('Harrow')]);
  await expect.poll(() => isCopied(desk.page)).toBe(true);
  const taken = await askMain(desk.page, 'safety.snapshot', { reason: 'bulk change' });
  expect(taken).toMatchObject({ reason: 'bulk change', kinds: { client: 2 } });
  await writeDesk(desk.page, [newClient('Petalpost')]);
  // A quarter of a second is promised.
  await desk.page.waitForTimeout(250);
  expect(await isCopied(desk.page)).toBe(true);
  expect(await askMain(desk.page, 'safety.state', {})).toMatchObject({ changesAfter: 1 });
});

test('a store that is gone leads to the recovery screen, and everything is put back', async () => {
  const before = await askDesk(desk.page, 'journal.read', { after: 0, limit: 100 });
  await desk.close();
  await rm(path.join(workspace.profile, 'IndexedDB'), { recursive: true });
  const refused = await command(['status']);
  expect(refused.json()).toMatchObject({ error: { code: 'STORE_INCOMPLETE' } });
  expect((await command(['sync'])).json()).toMatchObject({ error: { code: 'STORE_INCOMPLETE' } });
  desk = await openWindow(workspace);
  const { page } = desk;
  await expect(
    page.getByRole('heading', { name: 'This desk has lost what was in it' }),
  ).toBeVisible();
  const recovery = page.getByRole('region', { name: 'What can be put back' });
  await expect(recovery).toContainText(/with [\d,]+ records, and the 1 change after it/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect(await findings(page), colorScheme).toEqual([]);
  }
  // Starting empty asks once more, and can be left by keyboard.
  await recovery.getByRole('button', { name: 'Start empty…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Start with an empty desk?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await recovery.getByRole('button', { name: 'Put everything back' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
  expect(await clientNames(page)).toEqual(['Harrow', 'Nordlicht', 'Petalpost']);
  expect(await askDesk(page, 'journal.read', { after: 0, limit: 100 })).toEqual(before);
  await writeDesk(page, [newClient('Ledgerly')]);
  await restart();
  // What could not be copied before the end of the last run is copied now.
  await expect.poll(() => isCopied(desk.page)).toBe(true);
  expect(await clientNames(desk.page)).toHaveLength(4);
});

test('an emptied store that somebody goes on with overwrites no copy', async () => {
  await desk.close();
  await rm(path.join(workspace.profile, 'IndexedDB'), { recursive: true });
  const before = await readdir(inSafety('snapshots'));
  desk = await openWindow(workspace);
  await desk.page.getByRole('button', { name: 'Go on with what is there' }).click();
  await expect(desk.page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
  expect(await clientNames(desk.page)).toEqual([]);
  for (let index = 0; index < 5; index += 1) {
    await writeDesk(desk.page, [newClient(`New ${index}`)]);
    await askMain(desk.page, 'safety.snapshot', { reason: 'kept' });
  }
  const after = await readdir(inSafety('snapshots'));
  expect(after).toEqual(expect.arrayContaining(before));
});

test('Settings take a snapshot back, write a backup, test it and say when', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: 'Settings' }).click();
  const safety = page.getByRole('region', { name: 'Safety' });
  await safety.getByRole('button', { name: 'Show snapshots' }).click();
  const restored = safety.getByRole('row', { name: /After a restore/ });
  await restored.getByRole('button').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
  await expect
    .poll(() => clientNames(page).catch(() => []))
    .toEqual(['Harrow', 'Ledgerly', 'Nordlicht', 'Petalpost']);

  const file = path.join(workspace.folder, 'desk.qdbackup');
  await answerSaveDialog(desk, file);
  await desk.application.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await safety.getByRole('button', { name: 'Back up…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Choose where to…' }).click();
  await expect(dialog).toContainText('The two are not the same.');
  await settled(page);
  expect(await findings(page), 'backup').toEqual([]);
  await dialog.getByLabel('The same again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Choose where to…' }).click();
  await expect(page.getByText(/records and 0 documents are backed up\./)).toBeVisible();

  await safety.getByRole('button', { name: 'Test a backup…' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('not this one');
  await dialog.getByRole('button', { name: 'Choose the file…' }).click();
  await expect(dialog).toContainText('This passphrase does not open the backup.');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Choose the file…' }).click();
  await expect(page.getByText('The backup is whole')).toBeVisible();
  await expect(safety.locator('dt:text("Last tested backup") + dd')).toHaveText(/20\d\d/);
  await safety.getByRole('button', { name: 'Check everything' }).click();
  await expect(page.getByText('Everything is whole')).toBeVisible();
});

test('from the command line: back up, look, restore in another profile, refuse what is wrong', async () => {
  await desk.close();
  const file = path.join(workspace.folder, 'line.qdbackup');
  const weak = await runCommand(['backup', file, '--profile', workspace.profile, '--json'], {
    environment: { ...workspace.environment, QUARTERDECK_PASSPHRASE: 'short' },
  });
  expect(weak.json()).toMatchObject({ error: { code: 'WEAK_PASSPHRASE' } });
  const none = await runCommand(['backup', file, '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  expect(none.json()).toMatchObject({ error: { code: 'PASSPHRASE_MISSING' } });
  const words = path.join(workspace.folder, 'words.txt');
  await writeFile(words, `${passphrase}\nmore\n`);
  const written = await command(['backup', file, '--passphrase-file', words]);
  expect(written.json()).toMatchObject({ kinds: { client: 4 } });

  const other = path.join(workspace.folder, 'other');
  const preview = await command(['restore', file, '--dry-run'], other);
  expect(preview.json()).toMatchObject({
    restored: false,
    backup: { kinds: { client: 4 }, replaces: { kinds: {} } },
  });
  const restored = await command(['restore', file], other);
  expect(restored.json()).toMatchObject({ restored: true });
  const status = await command(['status'], other);
  expect(status.json()).toMatchObject({ counts: { client: 4 }, safety: { problem: null } });
  expect((await command(['verify'], other)).json()).toMatchObject({
    ok: true,
    store: { failure: null },
  });

  const torn = path.join(workspace.folder, 'torn.qdbackup');
  await copyFile(words, torn);
  expect((await command(['drill', torn])).json()).toMatchObject({ error: { code: 'NO_BACKUP' } });
  const [snapshot = ''] = await readdir(path.join(other, 'safety', 'snapshots'));
  await writeFile(path.join(other, 'safety', 'snapshots', snapshot), 'x', { flag: 'a' });
  const found = await command(['verify'], other);
  expect(found.code).toBe(1);
  expect(found.json()).toMatchObject({ ok: false, error: { code: 'VERIFY_FAILED' } });
});

test('a profile that a newer engine used is not even opened', async () => {
  const marker = inSafety('marker.json');
  await rename(marker, `${marker}.kept`);
  const known = JSON.parse(await readFile(`${marker}.kept`, 'utf8')) as object;
  await writeFile(marker, JSON.stringify({ ...known, engine: 9_999 }));
  const refused = await command(['status']);
  expect(refused.json()).toMatchObject({ error: { code: 'OLDER_ENGINE' } });
  await rename(`${marker}.kept`, marker);
  expect((await command(['status'])).json()).toMatchObject({ counts: { client: 4 } });
  desk = await openWindow(workspace);
});
