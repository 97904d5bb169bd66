import { expect, test, type Page } from '@playwright/test';
import { hashing } from '../../electron/safety/hashing';
import type { QueryAnswer } from '../../shared/domain/query';
import type { ImportKeeping, ImportResult } from '../../shared/ipc/imports';
import { withErased, type ErasureLists } from '../../shared/privacy/erasure-list';
import { keyOf } from '../../shared/privacy/mentions';
import { readBytes } from '../unit/imports/support';
import { bringFile, callDesk, stageFile, writeDesk } from './support/call-desk';
import { openLab, type Lab } from './support/page';

/** Figures of people who are erased: the rows and sums stay, the people don't. */
let lab: Lab;
let page: Page;

test.beforeEach(async () => {
  lab = await openLab();
  page = lab.page;
  const client = '01980000-0000-7000-8000-000000000001';
  const program = { name: 'Nordlicht US', client, network: 'shareasale', model: 'retail' };
  const values = { ...program, timeZone: 'America/New_York', currency: 'USD' };
  await writeDesk(page, [
    { op: 'create', kind: 'client', id: client, values: { name: 'Nordlicht' } },
    { op: 'create', kind: 'program', values },
  ]);
});

test.afterEach(async () => {
  await lab.close();
});

const names = /zuqira|vexhollow|quill/i;

async function erased(): Promise<ErasureLists> {
  const keys = ['Zuqira Vexhollow', 'Oda Quill', 'oda@quill.example'].map((each) => keyOf(each));
  const empty = { key: 'cd'.repeat(32), entries: [] };
  return [
    await withErased(
      empty,
      keys.map((key) => key ?? ''),
      1,
      hashing,
    ),
  ];
}

async function asMain<Value>(method: string, args: unknown): Promise<Value> {
  const answer = await page.evaluate(
    ([name, asked]) => window.lab.workerCall('main', name, asked),
    [method, args] as const,
  );
  if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
  return answer.value as Value;
}

/** Everything that a database holds, as text. */
function dump(database: string): Promise<string> {
  return page.evaluate(async (name) => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The store can’t be read.'));
      });
    const opened = await asked(indexedDB.open(name));
    const texts: string[] = [];
    for (const store of opened.objectStoreNames) {
      const rows = opened.transaction(store).objectStore(store);
      texts.push(store, JSON.stringify(await asked(rows.getAllKeys())));
      texts.push(JSON.stringify(await asked(rows.getAll())));
    }
    opened.close();
    return texts.join('\n');
  }, database);
}

/** What a network had sent before: a partner, a customer whom it calls by their address, and a row set aside. */
async function putNetworkRows(): Promise<void> {
  await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('desk-facts');
      request.onsuccess = () => resolve(request.result);
    });
    const writing = opened.transaction(['rosters', 'quarantine'], 'readwrite');
    const roster = (resource: string, id: string, values: object): void => {
      const rows = [{ id, values, seenAt: 1, leftAt: null }];
      writing.objectStore('rosters').put({ key: `net|${resource}|0001`, rows });
    };
    roster('partnerships', '900', { name: 'Oda Quill', email: 'oda@quill.example' });
    roster('customers', 'oda@quill.example', { createdAt: 1 });
    const rows = [{ reason: 'no date', raw: '{"publisher":"Oda Quill"}' }];
    writing.objectStore('quarantine').put({ key: 'net|transactions|1', rows });
    await new Promise((resolve) => (writing.oncomplete = resolve));
    opened.close();
  });
}

async function salesByPartner(): Promise<number[]> {
  const { rows } = await callDesk<QueryAnswer>(page, 'query', {
    metrics: ['revenue'],
    by: ['partner'],
    from: '2026-03-01',
    to: '2026-03-31',
  });
  return rows.map(({ revenue }) => (revenue as { amountMinor: number }).amountMinor).sort();
}

async function partners(): Promise<string[]> {
  const found = await callDesk<{ values: { name: string } }[]>(page, 'records.list', {
    kind: 'partner',
  });
  return found.map(({ values }) => values.name);
}

const march =
  'Trans ID,Affiliate,Trans Date,Trans Amount,Commission,Voided,Locked,Coupon\n' +
  '1,Zuqira Vexhollow,03/01/2026 10:00,120.50,12.05,0,1,\n' +
  '2,Trail Notes,03/02/2026 10:00,80.25,8.03,0,0,Zuqira Vexhollow\n' +
  '3,ZUQIRA VEXHOLLOW,03/31/2026 10:00,9.99,0.99,0,1,\n' +
  '4,Oda Quill,03/04/2026 10:00,7.00,0.70,0,1,oda@quill.example\n';
const april =
  'Date,Affiliate,Clicks\n2026-04-01,Zuqira Vexhollow,12\n2026-04-02,Trail Notes,3\n2026-04-03,Oda Quill,4\n';
const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';

test('stored figures lose the names and keep every row and every sum', async () => {
  await bringFile(page, first, 'transactions', march);
  await bringFile(page, second, 'traffic', april);
  expect(await salesByPartner()).toEqual([13_049, 700, 8_025]);
  const text = 'A letter to Zuqira Vexhollow, kept';
  await callDesk(page, 'files.keepText', { sha256: 'ab'.repeat(32), text, problem: null });
  await putNetworkRows();
  expect(await dump('desk-facts')).toMatch(names);
  const asked = { terms: ['Zuqira Vexhollow'], records: [] };
  expect(await callDesk(page, 'privacy.find', asked)).toMatchObject({ figures: 4 });
  const lists = await erased();
  expect(await asMain('store.eraseFacts', { lists })).toEqual({ rows: 9 });
  const left = await dump('desk-facts');
  expect(left).not.toMatch(names);
  expect(left).toContain('A letter to [erased], kept');
  expect(left).toMatch(/"id":"900","values":\{"name":"\[erased [a-p]{8}\]","email":null\}/);
  const total = await callDesk<QueryAnswer>(page, 'query', {
    metrics: ['revenue', 'clicks'],
    by: ['month'],
    from: '2026-03-01',
    to: '2026-04-30',
  });
  expect(total.rows).toMatchObject([{ revenue: { amountMinor: 21_774 } }, { clicks: 19 }]);
  expect(await asMain('store.eraseFacts', { lists })).toEqual({ rows: 0 });
});

test('a later file brings its figures and not the people, each time under the same sign', async () => {
  await asMain('privacy.know', { lists: await erased() });
  const read = await readBytes(march);
  const file = { ...read, shape: { ...read.shape, name: 'Sales of Zuqira Vexhollow.csv' } };
  await stageFile(page, first, 'transactions', file);
  expect(await callDesk<ImportKeeping>(page, 'imports.keeping', { id: first })).toBe(
    'without-people',
  );
  // As main does it, which keeps another file in its place.
  const { sha256: _brought, ...rest } = file.shape;
  const { format, bytes, sheets, settings } = rest;
  const kept = { sha256: 'ab'.repeat(32), format, bytes, sheets, settings };
  const asked = { id: first, withoutRejected: false, kept };
  const result = await asMain<ImportResult>('imports.write', asked);
  expect(result).toMatchObject({ created: 4, keeping: 'without-people' });
  expect(await salesByPartner()).toEqual([13_049, 700, 8_025]);
  const signs = (await partners()).filter((name) => name !== 'Trail Notes');
  expect(signs).toEqual(Array(2).fill(expect.stringMatching(/^\[erased [a-p]{8}\]$/)));
  expect(new Set(signs).size).toBe(2);
  const imports = await callDesk<{ values: Record<string, unknown> }[]>(page, 'records.list', {
    kind: 'import',
  });
  expect(imports[0]?.values).toMatchObject({
    file: 'Sales of [erased].csv',
    sha256: file.shape.sha256,
    keptAs: `${kept.sha256}.csv`,
    reading: { file: { sha256: kept.sha256 } },
  });
  const plan = await stageFile(page, second, 'traffic', await readBytes(april));
  expect(plan.figures?.partners).toEqual({ known: 3, created: 0 });
  await callDesk(page, 'imports.write', { id: second, withoutRejected: false });
  for (const database of ['desk-core', 'desk-facts']) {
    expect(await dump(database), database).not.toMatch(names);
  }
});

test('a later file of records that names them is not kept', async () => {
  await asMain('privacy.know', { lists: await erased() });
  const result = await bringFile(
    page,
    first,
    'contact',
    'name,email\nOda Quill,oda@quill.example\nA friend of Oda Quill,friend@kept.example\n',
  );
  expect(result).toMatchObject({ created: 1, skipped: 1, keeping: 'not' });
  expect(await dump('desk-core')).not.toMatch(names);
  const clean = await bringFile(page, second, 'contact', 'name\nSomebody Else\n');
  expect(clean.keeping).toBe('as-it-is');
  // Of a workbook more is kept than was compared: other sheets, its author.
  const { shape, rows } = await readBytes('name\nNobody Special\n');
  const id = '33333333-3333-4333-8333-333333333333';
  await stageFile(page, id, 'contact', { shape: { ...shape, format: 'xlsx' }, rows });
  expect(await callDesk(page, 'imports.keeping', { id })).toBe('not');
});
