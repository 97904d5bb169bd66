import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { findings } from './support/accessibility';
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

const clicks = (month: string): string =>
  `Date,Affiliate,Clicks\n2026-${month}-01,${person.name},12\n2026-${month}-02,Trail Notes,3\n`;

/** A program with a file of figures that knows its partners by their names alone. */
async function writeFigures(): Promise<void> {
  const client = '01980000-0000-7000-8000-000000000001';
  const program = { name: 'Nordlicht US', client, network: 'shareasale', model: 'retail' };
  const values = { ...program, timeZone: 'America/New_York', currency: 'USD' };
  await writeDesk(desk.page, [
    { op: 'create', kind: 'client', id: client, values: { name: 'Nordlicht' } },
    { op: 'create', kind: 'program', values },
  ]);
}

async function bringClicks(month: string): Promise<unknown> {
  const file = path.join(workspace.folder, `clicks-${month}.csv`);
  await writeFile(file, clicks(month));
  return (await command(['import', 'traffic', file])).json()['import'];
}

/** The clicks of each partner, and the partners. */
async function clicksByPartner() {
  const asked = { metrics: ['clicks'], by: ['partner'], from: '2026-03-01', to: '2026-04-30' };
  const { rows } = await askDesk<{ rows: Record<string, unknown>[] }>(desk.page, 'query', asked);
  const partners = await askDesk<DeskRecord[]>(desk.page, 'records.list', { kind: 'partner' });
  return {
    clicks: rows.map((row) => Number(row['clicks'])).sort((one, other) => one - other),
    partners: partners.map(({ id }) => id).sort(),
  };
}

/** Forgets all figures of this computer, as a store does that is made anew. */
async function forgetFigures(): Promise<void> {
  await desk.page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('desk-facts');
      request.onsuccess = () => resolve(request.result);
    });
    const stores = Array.from(opened.objectStoreNames);
    const writing = opened.transaction(stores, 'readwrite');
    for (const store of stores) writing.objectStore(store).clear();
    await new Promise((resolve) => (writing.oncomplete = resolve));
    opened.close();
  });
}

test('a person who is erased is in no file of the desk and no record, and comes back by no import and no backup', async () => {
  await writePerson();
  await writeFigures();
  await desk.close();
  expect(await bringClicks('03')).toMatchObject({ created: 2 });
  const earlier = path.join(workspace.folder, 'earlier.csv');
  await writeFile(earlier, `name,email\nA colleague of ${person.name},colleague@kept.example\n`);
  expect((await command(['import', 'contact', earlier])).code).toBe(0);
  expect(await filesWith()).toContainEqual(expect.stringMatching(/^documents/));
  const backup = path.join(workspace.folder, 'before.qdbackup');
  expect((await command(['backup', backup])).code).toBe(0);

  desk = await openWindow(workspace);
  const { page } = desk;
  const clicksBefore = await clicksByPartner();
  expect(clicksBefore.clicks).toEqual([3, 12]);
  await page.evaluate(() => {
    window.location.hash = '#/personal-data';
  });
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(person.name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByRole('row', { name: /A friend of/ })).toBeVisible();
  await page.getByRole('checkbox', { name: `${person.name} is the person` }).click();
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
  await forgetFigures();
  await desk.close();
  expect(await filesWith()).toEqual([]);
  // The figures are read again from the file that is kept of them, for the same partners.
  await command(['sync']);
  const everything = path.join(workspace.folder, 'everything.json');
  await command(['export', '--out', everything]);
  expect(await readFile(everything, 'utf8')).not.toMatch(/Zuqira|Vexhollow|zq7vex/);

  const file = path.join(workspace.folder, 'people.csv');
  await writeFile(file, `name,email\nSomebody Else,${person.email}\nMina Holt,mina@kept.example\n`);
  const brought = await command(['import', 'contact', file]);
  expect(brought.json()).toMatchObject({ import: { created: 1, skipped: 1 } });
  expect(await bringClicks('04')).toMatchObject({ created: 2, keeping: 'without-people' });
  expect(await filesWith()).toEqual([]);
  desk = await openWindow(workspace);
  expect(await clicksByPartner()).toEqual({ ...clicksBefore, clicks: [6, 24] });
  await desk.close();
  expect((await command(['restore', backup])).json()).toMatchObject({ restored: true });
  expect(await filesWith()).toEqual([]);
  const out = path.join(workspace.folder, 'contacts.json');
  await command(['export', 'contact', '--out', out]);
  expect(await readFile(out, 'utf8')).toContain('[erased]');
  desk = await openWindow(workspace);
  expect(await clicksByPartner()).toEqual(clicksBefore);
});

test('an erasure that is interrupted between its steps comes to its end at the next start', async () => {
  await writePerson();
  await writeFigures();
  // With an arrow the engine writes it as UTF-16, so that its own files aren't taken for ours further down.
  const draft = `{"texts":{"note":"→ ${person.name}"}}`;
  const draftKey = 'quarterdeck.drafts-of-a-test';
  await desk.page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    draftKey,
    draft,
  ] as const);
  await desk.close();
  await bringClicks('03');
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
  expect(await clicksByPartner()).toMatchObject({ clicks: [3, 12] });
  expect(existsSync(inSafety('erasing.json'))).toBe(false);
  await expect.poll(() => readFile(inSafety('marker.json'), 'utf8')).toContain('"aside": null');
  expect(await filesWith()).toEqual([]);
  // What the window kept of them goes some seconds after it is there, with the page that has read it.
  const kept = (): Promise<string | null> =>
    desk.page.evaluate((key) => localStorage.getItem(key), draftKey).catch(() => draft);
  await expect.poll(kept).toBeNull();
});
