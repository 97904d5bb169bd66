import { expect, test, type Page } from '@playwright/test';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import type {
  ImportPlan,
  ImportProposal,
  ImportResult,
  PlannedRows,
} from '../../shared/ipc/imports';
import { textOf } from '../../shared/ipc/record-values';
import { readBytes } from '../unit/imports/support';
import { callDesk, stageFile } from './support/call-desk';
import { openLab, type Lab } from './support/page';

let lab: Lab;
let page: Page;

test.beforeEach(async () => {
  lab = await openLab();
  page = lab.page;
});

test.afterEach(async () => {
  await lab.close();
});

function call<Value>(method: string, args: unknown): Promise<Value> {
  return callDesk<Value>(page, method, args);
}

async function stage(id: string, into: string, text: string): Promise<ImportPlan> {
  return stageFile(page, id, into, await readBytes(text));
}

async function reasons(id: string): Promise<Map<number, string>> {
  const asked = { id, outcome: null, offset: 0, limit: 100 };
  const { rows } = await call<PlannedRows>('imports.page', asked);
  return new Map(rows.map(({ row, reason }) => [row, reason]));
}

/** Each partner's name with the name of the one that it is part of. */
async function partOf(): Promise<Record<string, string | null>> {
  const partners = await call<DeskRecord[]>('records.list', { kind: 'partner' });
  const nameOf = (id: string | null): string | null => {
    const found = partners.find((each) => each.id === id);
    return found === undefined ? null : textOf(found, 'name');
  };
  return Object.fromEntries(
    partners.map((partner) => [nameOf(partner.id), nameOf(textOf(partner, 'sameAs'))]),
  ) as Record<string, string | null>;
}

const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';

test('a row may lead to any other row of its file, by name, domain or id; one step takes all back', async () => {
  const plan = await stage(
    first,
    'partner',
    'Name,Website,Same partner as,Id\n' +
      'Mara Blog,mara-blog.de,Mara Lind,\n' +
      'Mara Lind,mara-lind.com,,\n' +
      'Mara Shop,mara-shop.de,https://www.mara-lind.com/about,\n' +
      'Mara Mail,,33333333-3333-4333-8333-333333333333,\n' +
      'Lind Media,lind-media.de,,33333333-3333-4333-8333-333333333333\n',
  );
  expect(plan.counts).toMatchObject({ create: 5, reject: 0 });
  expect((await reasons(first)).get(2)).toBe('new; ‘Same partner as’ is what row 3 brings');
  await call<ImportResult>('imports.write', { id: first, withoutRejected: false });
  expect(await partOf()).toEqual({
    'Mara Blog': 'Mara Lind',
    'Mara Lind': null,
    'Mara Shop': 'Mara Lind',
    'Mara Mail': 'Lind Media',
    'Lind Media': null,
  });
  await call('imports.undo', { id: first });
  expect(await partOf()).toEqual({});
});

test('what a row leads to may stand thousands of rows later, also after the import was interrupted', async () => {
  const rows = Array.from({ length: 4_000 }, (_each, at) => `Partner ${at},Partner ${3_999 - at}`);
  const text = `Name,Same partner as\n${rows.join('\n')}\n`;
  expect((await stage(first, 'partner', text)).counts).toMatchObject({ create: 4_000 });
  await page.evaluate((id) => {
    void window.lab.workerCall('page', 'imports.write', { id, withoutRejected: false });
    return window.lab.untilKind('import');
  }, first);
  page = await lab.killAndRestart();
  const { unfinished } = await call<ImportProposal>('imports.propose', {
    file: (await readBytes(text)).shape,
    into: 'partner',
  });
  expect(unfinished).toBe(first);
  await stage(first, 'partner', text);
  await call<ImportResult>('imports.write', { id: first, withoutRejected: false });
  const found = await partOf();
  expect(Object.keys(found)).toHaveLength(4_000);
  for (let at = 0; at < 4_000; at += 1) {
    expect(found[`Partner ${at}`]).toBe(`Partner ${3_999 - at}`);
  }
  await call('imports.undo', { id: first });
  expect(await partOf()).toEqual({});
});

test('what leads to a row that can’t be taken is refused with it, and to itself nothing leads', async () => {
  await call('records.write', {
    changes: [{ op: 'create', kind: 'partner', values: { name: 'Known' } }],
    origin: 'person',
    reason: 'Set up',
  });
  const plan = await stage(
    second,
    'partner',
    'Name,Service tier,Same partner as\n' +
      'One,,Two\n' +
      'Two,,Three\n' +
      'Three,nowhere,\n' +
      'Four,,Four\n' +
      'Five,,Six\n' +
      'Seven,,Known\n' +
      'Eight,,Nine\nNine,,\nNine,,\n',
  );
  expect(
    plan.rejected.map(({ row, field, value, message }) => [row, field, value, message]),
  ).toEqual([
    [2, 'sameAs', 'Two', 'row 3 of the file, which it names, can’t be taken'],
    [3, 'sameAs', 'Three', 'row 4 of the file, which it names, can’t be taken'],
    [4, 'tier', 'nowhere', expect.any(String)],
    [5, 'sameAs', 'Four', 'a partner can’t be this of itself'],
    [6, 'sameAs', 'Six', 'there is no partner of that name'],
  ]);
  expect(plan.counts).toMatchObject({ create: 3, skip: 1, reject: 5 });
  await call<ImportResult>('imports.write', { id: second, withoutRejected: true });
  expect(await partOf()).toEqual({ Known: null, Seven: 'Known', Eight: 'Nine', Nine: null });
});
