import { expect, test, type Page } from '@playwright/test';
import { bulkBatch } from '../../shared/ipc/bulk-batch';
import type { RecordChange } from '../../shared/ipc/data-contract';
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

async function write(changes: RecordChange[], more: object = {}): Promise<string> {
  const request: unknown = { changes, origin: 'person', reason: 'Test', ...more };
  const written = await page.evaluate((given) => window.lab.coreWrite(given), request);
  if (!written.ok) throw new Error(written.error.message);
  return written.value.entry;
}

const step = (which: 'undo' | 'redo') =>
  page.evaluate((given) => window.lab.coreStep(given), which);
const make = (kind: string, id: string, values: Record<string, string>): RecordChange => ({
  op: 'create',
  kind,
  id,
  values,
});
const rename = (name: string): RecordChange => ({
  op: 'set',
  kind: 'client',
  id: 'c1',
  values: { name },
});
const clientName = async (): Promise<unknown> =>
  (await page.evaluate(() => window.lab.coreList('client')))[0]?.values['name'];

test('undo and redo go along the journal, over a restart, until something else is done', async () => {
  await write([make('client', 'c1', { name: 'One' })]);
  await write([rename('Two')], { reason: 'Second name' });
  await write([rename('Three')]);
  await step('undo');
  expect(await step('undo')).toMatchObject({ value: { words: 'Second name', isRedo: false } });
  expect(await clientName()).toBe('One');
  page = await lab.killAndRestart();
  expect(await step('redo')).toMatchObject({ value: { words: 'Second name', isRedo: true } });
  expect(await clientName()).toBe('Two');
  await step('redo');
  expect(await clientName()).toBe('Three');
  expect(await step('redo')).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_REDO' } });
  await step('undo');
  await step('undo');
  await step('redo');
  expect(await clientName()).toBe('Two');
  await write([rename('Other')]);
  expect(await step('redo')).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_REDO' } });
  await step('undo');
  expect(await clientName()).toBe('Two');
  await step('undo');
  expect(await clientName()).toBe('One');
});

test('the keys leave imports, what was sent, and colleagues alone, and say so', async () => {
  await write([make('team-member', 'm1', { name: 'Nina Berg', role: 'director' })]);
  await write([make('client', 'c1', { name: 'One' })]);
  const sent = await write([rename('Two')], { reason: 'Name' });
  await page.evaluate((entry) => window.lab.coreOutbox(entry, 'sent'), sent);
  const stays = await step('undo');
  expect(stays).toMatchObject({
    value: { undone: 0, kept: ['‘Name’ stays: it has been sent already.'] },
  });
  expect(await clientName()).toBe('Two');
  await write([make('client', 'c2', { name: 'Imported' })], {
    origin: 'import',
    reason: "Import of 'a.csv' into client",
    batch: bulkBatch('7'),
  });
  expect(await step('undo')).toMatchObject({ ok: false, error: { code: 'IMPORT_STANDS' } });
  await page.evaluate(() => window.lab.coreSitDown('m1'));
  expect(await step('undo')).toMatchObject({
    ok: false,
    error: { code: 'NOTHING_TO_UNDO', message: expect.stringContaining('colleagues') as unknown },
  });
  const { lines } = await page.evaluate(() => window.lab.coreHistory('people'));
  expect(lines.map(({ isUndoable }) => isUndoable)).not.toContain(true);
});

test('what waits to be sent is cancelled by undo and waits again after redo', async () => {
  await write([make('client', 'c1', { name: 'One' })]);
  const entry = await write([rename('Two')]);
  await page.evaluate((id) => window.lab.coreOutbox(id, 'waiting'), entry);
  await step('undo');
  expect(await page.evaluate(() => window.lab.coreOutboxStates())).toEqual(['cancelled']);
  await step('redo');
  expect(await page.evaluate(() => window.lab.coreOutboxStates())).toEqual(['waiting']);
});

test('a deletion takes along what lives inside, and the trash gives all of it back at once', async () => {
  await write([make('client', 'c1', { name: 'Nordlicht' })]);
  await write([make('sequence', 's1', { name: 'Winter', state: 'draft' })]);
  await write([
    make('sequence-step', 't1', { name: 'First mail', sequence: 's1', channel: 'email' }),
    make('sequence-step', 't2', { name: 'Call', sequence: 's1', channel: 'phone' }),
  ]);
  await write([{ op: 'delete', kind: 'sequence', id: 's1' }], { reason: 'Sequence deleted' });
  const trash = await page.evaluate(() => window.lab.coreTrash());
  expect(trash).toMatchObject({
    matched: 1,
    lines: [{ id: 's1', kind: 'sequence', name: 'Winter', reason: 'Sequence deleted', parts: 2 }],
  });
  expect(await page.evaluate(() => window.lab.coreTrash('client'))).toMatchObject({
    matched: 0,
  });
  expect(await page.evaluate(() => window.lab.coreRestore(['s1']))).toMatchObject({
    value: { restored: 3, kept: [] },
  });
  const counts = () => page.evaluate(() => window.lab.coreCounts());
  expect(await counts()).toMatchObject({ sequence: 1, 'sequence-step': 2 });
  await step('undo');
  expect(await counts()).toMatchObject({ sequence: 0, 'sequence-step': 0 });
  await step('redo');
  expect(await counts()).toMatchObject({ sequence: 1, 'sequence-step': 2 });
});

test('what refers to something that stays deleted stays deleted, too, and says why', async () => {
  await write([make('client', 'c1', { name: 'Nordlicht' })]);
  await write([make('contact', 'p1', { name: 'Linnea', client: 'c1' })]);
  await write([{ op: 'delete', kind: 'contact', id: 'p1' }]);
  await write([{ op: 'delete', kind: 'client', id: 'c1' }]);
  const refused = await page.evaluate(() => window.lab.coreRestore(['p1']));
  expect(refused).toMatchObject({
    value: { restored: 0, kept: [expect.stringContaining('‘Nordlicht’, which is deleted')] },
  });
  const both = await page.evaluate(() => window.lab.coreRestore(['p1', 'c1']));
  expect(both).toMatchObject({ value: { restored: 2, kept: [] } });
});

test('undoing a deletion finds what the record refers to', async () => {
  await write([make('client', 'c1', { name: 'Nordlicht' })]);
  await write([make('contact', 'p1', { name: 'Linnea', client: 'c1' })]);
  await write([{ op: 'delete', kind: 'contact', id: 'p1' }]);
  expect(await step('undo')).toMatchObject({ value: { undone: 1, kept: [] } });
  const history = await page.evaluate(() => window.lab.coreRecordHistory('contact', 'p1'));
  expect(history.entries.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
    ['exists'],
    ['exists'],
    ['exists', 'name', 'client'],
  ]);
  expect(history.names['c1']).toBe('Nordlicht');
});

test('the history shows a bulk edit as one line, with what was taken back', async () => {
  const ids = ['a', 'b', 'c'];
  await write(ids.map((id) => make('client', id, { name: id })));
  const tier = (vertical: string) =>
    ids.map((id): RecordChange => ({ op: 'set', kind: 'client', id, values: { vertical } }));
  await write(tier('x').slice(0, 2), { batch: bulkBatch('1'), reason: 'Vertical' });
  await write(tier('x').slice(2), { batch: bulkBatch('1'), reason: 'Vertical' });
  await step('undo');
  const { lines, more } = await page.evaluate(() => window.lab.coreHistory('mine'));
  expect(more).toBe(false);
  expect(lines).toMatchObject([
    { reason: 'Undo: Vertical', touched: [{ kind: 'client', records: 3 }], isUndoable: true },
    { reason: 'Vertical', state: 'taken back', isUndoable: false },
    { reason: 'Test', state: 'stands', isUndoable: true },
  ]);
});
