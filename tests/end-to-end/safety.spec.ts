import { copyFile, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { SafetyState, SnapshotInfo } from '../../shared/ipc/safety';
import { findings } from './support/accessibility';
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

test('changes are on the disk a moment after they were made, and snapshots are taken each day and before a bulk change', async () => {
  await writeDesk(desk.page, [newClient('Nordlicht')]);
  // The first of the day, as after a night's sleep.
  await desk.application.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  const state = () => askMain<SafetyState>(desk.page, 'safety.state', {});
  await expect.poll(async () => (await state()).snapshots).toMatchObject([{ reason: 'daily' }]);
  // Of two of one day, the older one would go in its time, and what follows looks at what stays.
  await rm(inSafety('snapshots'), { recursive: true });
  await writeDesk(desk.page, [newClient('Harrow')]);
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
  expect(await findings(page), 'backup').toEqual([]);
  await dialog.getByLabel('The same again').fill(passphrase);
  // Cancelled on its way, it leaves nothing behind, and the dialog is there for another try.
  await dialog.getByRole('button', { name: 'Choose where to…' }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Back up this desk' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  expect((await readdir(workspace.folder)).filter((name) => /qdbackup|tmp$/.test(name))).toEqual(
    [],
  );
  await dialog.getByRole('button', { name: 'Choose where to…' }).click();
  await expect(page.getByText(/records and 0 files are backed up\./)).toBeVisible();

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

/** A page of a PDF whose font is one of those that every reader has. */
const pdfFile = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
    '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj',
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj',
    '4 0 obj <</Length 41>> stream',
    'BT /F1 36 Tf 10 40 Td (Kingfisher) Tj ET ',
    'endstream endobj',
    '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
    'trailer <</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
);

/** A picture that would run a script, were it anything but a picture. */
const svgFile = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>parent.wasRun = 1</script><rect width="40" height="20" fill="teal"/></svg>',
);

async function openClient(name: string): Promise<void> {
  const { id } = await askDesk<{ id: string }>(desk.page, 'records.find', { kind: 'client', name });
  await desk.page.evaluate((to) => {
    window.location.hash = to;
  }, `#/records/client/${id}`);
  await expect(desk.page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('files are attached, looked at, read for search and kept in all their versions', async () => {
  const { page } = desk;
  await writeDesk(page, [newClient('Kept')]);
  await openClient('Kept');
  const files = page.getByRole('region', { name: 'Attachments' });
  await page.getByLabel('Files to attach').setInputFiles([
    { name: 'order.pdf', mimeType: '', buffer: pdfFile },
    { name: 'logo.svg', mimeType: '', buffer: svgFile },
  ]);
  await expect(page.getByText('2 files attached.')).toBeVisible();
  await files.getByRole('button', { name: 'logo.svg', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'logo.svg' });
  await expect(panel.getByRole('img', { name: 'logo.svg' })).toHaveJSProperty('naturalWidth', 40);
  await page.keyboard.press('j');
  const drawn = page.getByRole('img', { name: 'Page 1 of 1' });
  await expect(drawn).toHaveJSProperty('width', 1_200);
  // The page is white but for its word: its font came with the product.
  const inked = (canvas: HTMLCanvasElement): number => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const context = copy.getContext('2d');
    context?.drawImage(canvas, 0, 0);
    const { data } = context!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, at) => at % 4 === 0 && value < 128).length;
  };
  await expect.poll(() => drawn.evaluate(inked)).toBeGreaterThan(5_000);
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
  await expect(page.getByText('Found by its text, too: 10 characters.')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
  }
  await page.getByLabel('Newer version of the file').setInputFiles({
    name: 'order.pdf',
    mimeType: '',
    buffer: Buffer.concat([pdfFile, Buffer.from('\n')]),
  });
  await expect(page.getByRole('list', { name: 'Versions' }).getByRole('listitem')).toHaveCount(2);
  const copy = path.join(workspace.folder, 'first.pdf');
  await answerSaveDialog(desk, copy);
  await page.getByRole('button', { name: 'Save version 1 as…' }).click();
  await expect.poll(() => readFile(copy).catch(() => null)).toEqual(pdfFile);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
  await files.getByRole('button', { name: 'Delete logo.svg' }).click();
  await expect(files.getByRole('listitem')).toHaveCount(1);
});

/**
 * Opens a backup with the library of the encryption as it is, and writes it with that: the application has a faster cipher
 * in it, and other programs, or an earlier version, read what that wrote and are read by it.
 */
async function writeByTheLibrary(file: string): Promise<void> {
  const { Decrypter, Encrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const plain = await decrypter.decrypt(new Uint8Array(await readFile(file)));
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(8);
  await writeFile(file, await encrypter.encrypt(plain));
}

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
  expect(written.json()).toMatchObject({ kinds: { client: 5 } });

  const other = path.join(workspace.folder, 'other');
  const preview = await command(['restore', file, '--dry-run'], other);
  expect(preview.json()).toMatchObject({
    restored: false,
    backup: { kinds: { client: 5 }, replaces: { kinds: {} } },
  });
  await writeByTheLibrary(file);
  const restored = await command(['restore', file], other);
  expect(restored.json()).toMatchObject({ restored: true });
  const status = await command(['status'], other);
  expect(status.json()).toMatchObject({ counts: { client: 5 }, safety: { problem: null } });
  expect((await command(['verify'], other)).json()).toMatchObject({
    ok: true,
    store: { failure: null },
  });

  // Of three files one is gone and one has a flipped byte: the records that need them are named.
  const kept = path.join(other, 'documents');
  const [gone = '', flipped = ''] = (await readdir(kept)).sort();
  await rm(path.join(kept, gone));
  const bytes = await readFile(path.join(kept, flipped));
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await writeFile(path.join(kept, flipped), bytes);
  const needed = expect.stringMatching(
    /^(Version 1 of )?Attachment ‘.*’ of Client ‘Kept’$/,
  ) as unknown;
  expect((await command(['verify'], other)).json()).toMatchObject({
    ok: false,
    documents: {
      files: 2,
      problems: [
        { file: flipped, problem: 'damaged', record: needed },
        { file: gone, problem: 'missing', record: needed },
      ],
    },
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
  expect((await command(['status'])).json()).toMatchObject({ counts: { client: 5 } });
  desk = await openWindow(workspace);
});

test('a store of another version is kept as it was before it is opened', async () => {
  const marker = inSafety('marker.json');
  const usedBy = async (part: object): Promise<void> => {
    await expect.poll(() => isCopied(desk.page)).toBe(true);
    await desk.close();
    const known = JSON.parse(await readFile(marker, 'utf8')) as object;
    await writeFile(marker, JSON.stringify({ ...known, ...part }));
    desk = await openWindow(workspace);
    await expect(desk.page.getByRole('heading').first()).toBeVisible();
  };
  const newest = async (): Promise<SnapshotInfo | undefined> =>
    (await askMain<SafetyState>(desk.page, 'safety.state', {})).snapshots[0];
  await writeDesk(desk.page, [newClient('Older')]);
  await usedBy({ schema: 0 });
  expect(await clientNames(desk.page)).toContain('Older');
  expect(await newest()).toMatchObject({ reason: 'migration', kinds: { client: 6 } });
  await expect.poll(() => readFile(marker, 'utf8')).not.toContain('"schema": 0');
  await writeDesk(desk.page, [newClient('Later')]);
  await usedBy({ app: '0.0.1' });
  expect(await clientNames(desk.page)).toContain('Later');
  expect(await newest()).toMatchObject({ reason: 'update', kinds: { client: 7 } });
});
