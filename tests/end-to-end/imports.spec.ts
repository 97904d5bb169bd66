import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import {
  killCommand,
  makeWorkspace,
  runCommand,
  startCommand,
  type Workspace,
} from './support/command-line';
import { answerSaveDialog, openWindow, type OpenWindow } from './support/window';

/**
 * Spreadsheets come in and go out: from the command line first, then in a window on the same records. Each test goes on
 * where the one before ended.
 */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow | null = null;

interface ImportReport {
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly conflicts: number;
  readonly rejected: number;
  readonly batch: string;
}

test.beforeAll(async () => {
  workspace = await makeWorkspace();
});

test.afterAll(async () => {
  await desk?.close();
  await workspace.remove();
});

function inFolder(name: string): string {
  return path.join(workspace.folder, name);
}

async function run(
  ...words: string[]
): Promise<{ code: number | null; json: Record<string, unknown> }> {
  const end = await runCommand([...words, '--profile', workspace.profile, '--json'], {
    environment: workspace.environment,
  });
  return { code: end.code, json: end.json() };
}

async function importFile(...words: string[]): Promise<ImportReport> {
  const { code, json } = await run('import', ...words);
  expect(code, JSON.stringify(json)).toBe(0);
  return json['import'] as ImportReport;
}

async function countOf(kind: string): Promise<number> {
  const { json } = await run('status');
  return (json['counts'] as Record<string, number>)[kind] ?? 0;
}

/** Why the desk was kept as a snapshot, the last time last. */
async function keptFor(): Promise<unknown[]> {
  const folder = path.join(workspace.profile, 'safety', 'snapshots');
  const heads = (await readdir(folder)).sort().map(async (name) => {
    const [line = ''] = (await readFile(path.join(folder, name), 'latin1')).split('\n');
    return (JSON.parse(line.slice(line.indexOf('{'))) as { reason: unknown }).reason;
  });
  return Promise.all(heads);
}

const people =
  'Contact name;E-Mail;Phone;Job title\r\n' +
  'Ada Lovelace;ada@example.org;+44 20 1;Head of partnerships\r\n' +
  'Zoë Ünal;zoe@example.org;;"Würde; und Bürde"\r\n' +
  ';nobody@example.org;1;\r\n';

test('a refusal names row, field and value, and nothing of the file is written', async () => {
  await writeFile(inFolder('people.csv'), people, 'latin1');
  const { code, json } = await run('import', 'contact', inFolder('people.csv'));
  expect(code).toBe(1);
  expect(json['error']).toMatchObject({
    code: 'ROWS_REJECTED',
    rows: [{ row: 4, field: 'name', value: '', message: "'Name' is required" }],
  });
  expect(await countOf('contact')).toBe(0);
  expect(await countOf('import')).toBe(0);
});

test('what can be taken is, once, and is taken back exactly', async () => {
  const left = inFolder('left.csv');
  const first = await importFile('contact', inFolder('people.csv'), '--rejected', left);
  expect(first).toMatchObject({ created: 2, rejected: 1 });
  expect(await keptFor()).toEqual(['import']);
  expect(await readFile(left, 'utf8')).toContain("4,name '': 'Name' is required");
  const again = await importFile('contact', inFolder('people.csv'), '--rejected', left);
  expect(again).toMatchObject({ created: 0, updated: 0, skipped: 2, batch: '' });
  const { json } = await run('undo');
  expect(json['undone']).toMatchObject({ batch: first.batch, entries: 1, skipped: 0 });
  expect(await countOf('contact')).toBe(0);
});

test('an export comes back as what it was, from every format that holds a table', async () => {
  await importFile('contact', inFolder('people.csv'), '--rejected', inFolder('left.csv'));
  for (const name of ['contacts.csv', 'contacts.xlsx']) {
    const file = inFolder(name);
    const { json } = await run('export', 'contact', '--out', file);
    expect(json['rows']).toBe(2);
    const { json: dry } = await run('import', 'contact', file, '--dry-run');
    expect(dry['dryRun']).toMatchObject({
      counts: { create: 0, update: 0, skip: 2, conflict: 0, reject: 0 },
    });
  }
  const all = inFolder('all.json');
  await run('export', '--out', all);
  const kinds = JSON.parse(await readFile(all, 'utf8')) as Record<string, unknown[]>;
  expect(kinds['contact']).toHaveLength(2);
  expect(kinds['import']).toHaveLength(1);
});

test('several thousand rows are many entries and still one step', async () => {
  const rows = Array.from(
    { length: 2_500 },
    (_each, at) => `Person ${at},p${at}@example.net,${at}`,
  );
  await writeFile(inFolder('many.csv'), `name,email,phone\n${rows.join('\n')}\n`);
  expect(await importFile('contact', inFolder('many.csv'))).toMatchObject({ created: 2_500 });
  expect(await countOf('contact')).toBe(2_502);
  const { json } = await run('undo');
  expect(json['undone']).toMatchObject({ entries: 3, skipped: 0 });
  expect((await keptFor()).at(-1)).toBe('bulk change');
  expect(await countOf('contact')).toBe(2);
});

test('an import that is killed is finished by bringing the file in again, nothing twice', async () => {
  const rows = Array.from({ length: 20_000 }, (_each, at) => `Killed ${at % 7},"Row ${at}\n"`);
  await writeFile(inFolder('notes.csv'), `title,text\n${rows.join('\n')}\n`);
  const words = ['import', 'note', inFolder('notes.csv'), '--profile', workspace.profile, '--json'];
  const running = startCommand(words, { environment: workspace.environment });
  running.child.stderr?.setEncoding('utf8');
  await new Promise<void>((resolve) => {
    running.child.stderr?.on('data', (text: string) => {
      // One batch may still be on its way to the disk when it is told; the one before it is there.
      const told = [...text.matchAll(/Writing the rows: ([\d,]+)/g)].at(-1)?.[1] ?? '0';
      if (Number(told.replaceAll(',', '')) >= 2 * 999) resolve();
    });
    void running.ended.then(() => resolve());
  });
  await killCommand(running);
  const written = await countOf('note');
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(20_000);
  const rest = await importFile('note', inFolder('notes.csv'));
  expect(rest).toMatchObject({ created: 20_000 });
  expect(await countOf('note')).toBe(20_000);
  const { json } = await run('undo');
  expect(json['undone']).toMatchObject({ batch: rest.batch, skipped: 0 });
  expect(await countOf('note')).toBe(0);
});

const sales =
  'Trans ID,User ID,Affiliate,Trans Date,Trans Amount,Commission,Voided,Locked\n' +
  '1,900,Mara Lind,03/01/2026 10:00,120.50,12.05,0,1\n' +
  '2,901,Trail Notes,03/14/2026 10:00,80.25,8.03,0,0\n' +
  'Total,,,,200.75,20.08,,\n';

test('a file of sales counts in every question, until it is taken back', async () => {
  await writeFile(inFolder('clients.csv'), 'Name\nNordlicht\n');
  await writeFile(
    inFolder('programs.csv'),
    'Name,Client,Network,Model,Currency,Time zone\nNordlicht US,Nordlicht,ShareASale,retail,USD,America/New_York\n',
  );
  await importFile('client', inFolder('clients.csv'));
  await importFile('program', inFolder('programs.csv'));
  await writeFile(inFolder('sales.csv'), sales);
  const { json: dry } = await run('import', 'transactions', inFolder('sales.csv'), '--dry-run');
  expect(dry['dryRun']).toMatchObject({
    counts: { create: 2, reject: 0 },
    totals: [
      { header: 'Trans Amount', agrees: true },
      { header: 'Commission', agrees: true },
    ],
    figures: { programs: [{ program: 'Nordlicht US', from: '2026-03-01', to: '2026-03-14' }] },
  });
  await importFile('transactions', inFolder('sales.csv'));
  const asked = ['--from', '2026-03-01', '--to', '2026-03-14', '--metrics', 'revenue'];
  const { json } = await run('query', ...asked);
  expect(json['rows']).toMatchObject([{ revenue: { amountMinor: 20_075, currency: 'USD' } }]);
  expect(json['coverage']).toMatchObject([{ state: 'complete' }]);
});

test('what a client sold comes in by month and currency; another figure for a month is asked about', async () => {
  await writeFile(
    inFolder('totals.csv'),
    'Client;Month;Total sales;Orders\nNordlicht;03/2026;€ 1.234,50;10\nNordlicht;03/2026;$ 500,00;4\nNordlicht;04/2026;€ 900,00;7\n',
  );
  // A client has a total in each currency that it sells in.
  expect(await importFile('client-totals', inFolder('totals.csv'))).toMatchObject({ created: 3 });
  await writeFile(
    inFolder('corrected.csv'),
    'Client;Month;Total sales\nNordlicht;03/2026;€ 1.300,00\n',
  );
  const corrected = ['client-totals', inFolder('corrected.csv')] as const;
  expect(await importFile(...corrected)).toMatchObject({ conflicts: 1, updated: 0, batch: '' });
  const taken = await importFile(...corrected, '--conflicts', 'theirs');
  expect(taken).toMatchObject({ conflicts: 0, updated: 1 });
  expect((await run('undo')).json['undone']).toMatchObject({ batch: taken.batch, skipped: 0 });
  expect((await run('undo')).json['undone']).toMatchObject({ entries: 1, skipped: 0 });
  expect(await countOf('client-total')).toBe(0);
});

async function openImports(): Promise<Page> {
  desk = await openWindow(workspace);
  const { page } = desk;
  await page.evaluate(() => (location.hash = '#/imports'));
  await expect(page.getByRole('heading', { name: 'Import & export' })).toBeVisible();
  return page;
}

test('a person sees what will happen, decides, and takes it back', async () => {
  const page = await openImports();
  await expectAccessible(page, 'Import & export');
  await writeFile(
    inFolder('outreach.csv'),
    'Full name,Email address,Mobile,Position\nAda Lovelace,ada@example.org,+44 20 2,CEO\nNew Person,new@example.org,7,\n,x@example.org,,\n',
  );
  await page.getByLabel('File to import').setInputFiles(inFolder('outreach.csv'));
  await expect(page.getByRole('heading', { name: 'outreach.csv' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Becomes' }).click();
  await page.getByRole('option', { name: 'Contacts', exact: true }).click();
  await expect(page.getByRole('combobox', { name: "'Mobile' goes to" })).toHaveValue('Phone');
  await expectAccessible(page, 'columns of a file');
  await page.getByRole('button', { name: 'See what will happen' }).click();
  const plan = page.getByRole('region', { name: 'What will happen' });
  await expect(plan.getByRole('radio', { name: 'To decide 1' })).toBeChecked();
  await expectAccessible(page, 'dry run');
  await plan
    .getByRole('radiogroup', { name: 'Phone in row 2' })
    .getByText('File: +44 20 2')
    .click();
  await plan.getByRole('radiogroup', { name: 'Role in row 2' }).getByText('Ours: Head').click();
  await expect(plan.getByRole('radio', { name: 'Changed 1' })).toBeAttached();
  await expect(plan.getByRole('button', { name: 'Bring in 2 rows' })).toBeDisabled();
  await plan.getByRole('checkbox', { name: 'Leave the rejected 1 row out' }).check();
  await plan.getByRole('button', { name: 'Bring in 2 rows' }).click();
  await expect(page.getByRole('heading', { name: 'outreach.csv is in' })).toBeVisible();
  await expectAccessible(page, 'result of an import');
  await answerSaveDialog(desk!, inFolder('left-out.csv'));
  await page.getByRole('button', { name: 'Save the rows that were left out…' }).click();
  await expect
    .poll(() => readFile(inFolder('left-out.csv'), 'utf8').catch(() => ''))
    .toContain("'Name' is required");
  await page.getByRole('button', { name: 'Done' }).click();
  const before = page.getByRole('table', { name: 'Files that were brought in' });
  await expect(before.getByRole('row', { name: /outreach\.csv.*Done/ })).toBeVisible();
  await before.getByRole('button', { name: 'Take back outreach.csv' }).click();
  await expect(before.getByRole('row', { name: /outreach\.csv.*Taken back/ })).toBeVisible();
});

test('a file of the same shape goes where the one before went', async () => {
  const { page } = desk!;
  await writeFile(
    inFolder('next.csv'),
    'Full name,Email address,Mobile,Position\nSomebody Else,else@example.org,1,\n',
  );
  await page.getByLabel('File to import').setInputFiles(inFolder('next.csv'));
  await expect(page.getByText('a file like one that was brought in before')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Becomes' })).toHaveValue('Contacts');
});

test('a file beside another is an overlap that a person decides', async () => {
  const { page } = desk!;
  await page.getByRole('button', { name: 'Another file' }).click();
  await writeFile(inFolder('more-sales.csv'), sales.replace('120.50', '20.50'));
  await page.getByLabel('File to import').setInputFiles(inFolder('more-sales.csv'));
  await expect(page.getByRole('combobox', { name: 'Becomes' })).toHaveValue('Transactions');
  await page.getByRole('button', { name: 'See what will happen' }).click();
  const plan = page.getByRole('region', { name: 'What will happen' });
  await expect(plan.getByText("1 Mar – 14 Mar 2026 also from 'sales.csv'")).toBeVisible();
  await expect(plan.getByRole('alert')).toContainText('the file’s own total is 200.75');
  await expectAccessible(page, 'dry run of figures');
  await plan.getByRole('button', { name: 'Bring in 2 rows' }).click();
  await page.getByRole('link', { name: 'See all sources' }).click();
  const files = page.getByRole('table', { name: 'Files that are sources of figures' });
  await expect(files.getByRole('row')).toHaveCount(3);
  const overlap = page.getByRole('region', { name: 'Days that two sources have' });
  await expect(overlap.getByText('sales.csv counts', { exact: false })).toBeVisible();
  await expectAccessible(page, 'files as sources');
  await overlap.getByRole('combobox', { name: /Source that counts/ }).click();
  await page.getByRole('option', { name: 'more-sales.csv' }).click();
  await overlap.getByRole('button', { name: /Decide on/ }).click();
  await expect(overlap.getByText('more-sales.csv counts, decided', { exact: false })).toBeVisible();
  await files.getByRole('button', { name: 'Take back more-sales.csv' }).click();
  await expect(files.getByRole('row')).toHaveCount(2);
  await expect(overlap).toBeHidden();
  // A program that no network is asked for stands in the portfolio by its file.
  await page.evaluate(() => (location.hash = '#/portfolio'));
  await expect(page.getByRole('link', { name: 'Nordlicht US' })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/imports'));
});

test('everything is saved as a workbook', async () => {
  const { page } = desk!;
  await answerSaveDialog(desk!, inFolder('all.xlsx'));
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  await expect(page.getByText(/rows written to .*all\.xlsx/)).toBeVisible();
});
