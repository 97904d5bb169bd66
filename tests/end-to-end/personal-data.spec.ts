import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { findings, settled } from './support/accessibility';
import {
  makeWorkspace,
  runCommand,
  startCommand,
  type CommandEnd,
  type Workspace,
} from './support/command-line';
import { askDesk, askMain, isCopied, writeDesk } from './support/desk-data';
import { openWindow, type OpenWindow } from './support/window';

/** What a desk holds of one person, and how it comes to hold nothing of them. */
const passphrase = 'four words that fit';
const person = { name: 'Zuqira Vexhollow', email: 'zq7vex@erased.example' };
const words = ['Zuqira', 'Vexhollow', 'zq7vex'];

let workspace: Workspace;
let desk: OpenWindow;

test.beforeEach(async () => {
  workspace = await makeWorkspace();
  desk = await openWindow(workspace);
  await expect(desk.page.getByRole('heading').first()).toBeVisible();
});

test.afterEach(async () => {
  await desk.close();
  await workspace.remove();
});

function command(asked: readonly string[]): Promise<CommandEnd> {
  return runCommand([...asked, '--profile', workspace.profile, '--json'], {
    environment: { ...workspace.environment, QUARTERDECK_PASSPHRASE: passphrase },
  });
}

const inSafety = (...parts: string[]): string => path.join(workspace.profile, 'safety', ...parts);

/** Files of the profile that hold some bytes; the engine writes its own anew only in its own time. */
async function filesWith(): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(workspace.profile, { recursive: true })) {
    const bytes = await readFile(path.join(workspace.profile, name)).catch(() => null);
    if (bytes === null || name.includes('.leveldb')) continue;
    // A snapshot is a line and then compressed.
    const plain = name.endsWith('.qds') ? gunzipSync(bytes.subarray(bytes.indexOf(10) + 1)) : bytes;
    if (words.some((word) => plain.includes(word))) found.push(name);
  }
  return found;
}

/** A contact, and a note that names them in passing. */
async function writePerson(): Promise<void> {
  await writeDesk(desk.page, [
    { op: 'create', kind: 'contact', id: 'zq', values: person },
    { op: 'create', kind: 'note', values: { text: 'A friend of Zuqira Vexhollow called' } },
  ]);
  await expect.poll(() => isCopied(desk.page)).toBe(true);
}

test('a person who is erased is in no file of the desk and no record, and comes back by no import and no backup', async () => {
  await writePerson();
  await desk.close();
  const earlier = path.join(workspace.folder, 'earlier.csv');
  await writeFile(earlier, `name,email\nA colleague of ${person.name},colleague@kept.example\n`);
  expect((await command(['import', 'contact', earlier])).code).toBe(0);
  expect(await filesWith()).toContainEqual(expect.stringMatching(/^documents/));
  const backup = path.join(workspace.folder, 'before.qdbackup');
  expect((await command(['backup', backup])).code).toBe(0);

  desk = await openWindow(workspace);
  const { page } = desk;
  await page.evaluate(() => {
    window.location.hash = '#/personal-data';
  });
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(person.name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByRole('row', { name: /A friend of/ })).toBeVisible();
  await page.getByRole('checkbox', { name: `${person.name} is the person` }).click();
  await settled(page);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Erase…' }).click();
  const erase = page.getByRole('button', { name: 'Erase for good' });
  await expect(erase).toBeDisabled();
  await page.getByRole('textbox', { name: /^Type/ }).fill(person.name);
  await erase.click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Personal data' })).toBeVisible();
  // The old store goes when the new one has been copied.
  await expect.poll(() => readFile(inSafety('marker.json'), 'utf8')).toContain('"aside": null');
  await desk.close();
  expect(await filesWith()).toEqual([]);
  const everything = path.join(workspace.folder, 'everything.json');
  await command(['export', '--out', everything]);
  expect(await readFile(everything, 'utf8')).not.toMatch(/Zuqira|Vexhollow|zq7vex/);

  const file = path.join(workspace.folder, 'people.csv');
  await writeFile(file, `name,email\nSomebody Else,${person.email}\nMina Holt,mina@kept.example\n`);
  const brought = await command(['import', 'contact', file]);
  expect(brought.json()).toMatchObject({ import: { created: 1, skipped: 1 } });
  expect((await command(['restore', backup])).json()).toMatchObject({ restored: true });
  const out = path.join(workspace.folder, 'contacts.json');
  await command(['export', 'contact', '--out', out]);
  expect(await readFile(out, 'utf8')).toContain('[erased]');
  desk = await openWindow(workspace);
  // The files that the backup brought back go with the first start.
  await expect.poll(() => filesWith()).toEqual([]);
});

test('an erasure that is interrupted between its steps comes to its end at the next start', async () => {
  await writePerson();
  await desk.close();
  const environment = { ...workspace.environment, QUARTERDECK_CRASH_AT: 'erase.begun' };
  desk = await openWindow({ ...workspace, environment });
  const ended = new Promise((resolve) => desk.application.process().once('exit', resolve));
  const asked = { terms: [person.name, person.email], records: ['zq'] };
  await askMain(desk.page, 'privacy.erase', asked).catch(() => null);
  await ended;
  expect(await filesWith()).not.toEqual([]);
  // Each start goes on with it, and is killed one step further.
  for (const label of ['erase.files', 'erase.facts', 'erase.made']) {
    const start = startCommand(['status', '--profile', workspace.profile], {
      environment: { ...workspace.environment, QUARTERDECK_CRASH_AT: label },
    });
    expect((await start.ended).code, label).toBeNull();
    expect(existsSync(inSafety('erasing.json')), label).toBe(true);
  }
  desk = await openWindow(workspace);
  await expect(desk.page.getByRole('heading').first()).toBeVisible();
  const contacts = await askDesk<unknown[]>(desk.page, 'records.list', {
    kind: 'contact',
    deleted: true,
  });
  expect(JSON.stringify(contacts)).not.toMatch(/Zuqira|Vexhollow|zq7vex/);
  expect(existsSync(inSafety('erasing.json'))).toBe(false);
  await expect.poll(() => readFile(inSafety('marker.json'), 'utf8')).toContain('"aside": null');
  expect(await filesWith()).toEqual([]);
});
