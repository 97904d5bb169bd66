import { expect, test } from '@playwright/test';
import { bulkBatch } from '../../shared/ipc/bulk-batch';
import type { RecordChange } from '../../shared/ipc/data-contract';
import { openLab, type Lab } from './support/page';

let lab: Lab;

test.beforeEach(async () => {
  lab = await openLab();
});

test.afterEach(async () => {
  await lab.close();
});

const client = (id: string, name: string): RecordChange => ({
  op: 'create',
  kind: 'client',
  id,
  values: { name },
});

async function write(changes: RecordChange[]) {
  const request: unknown = { changes, origin: 'person', reason: 'Test' };
  return lab.page.evaluate((given) => window.lab.coreWrite(given), request);
}

test('a write survives a kill at once, with its journal entry', async () => {
  await write([client('c1', 'Nordlicht')]);
  const page = await lab.killAndRestart();
  const clients = await page.evaluate(() => window.lab.coreList('client'));
  expect(clients.map(({ values }) => values['name'])).toEqual(['Nordlicht']);
  const journal = await page.evaluate(() => window.lab.coreJournal());
  expect(journal).toHaveLength(1);
  expect(journal[0]?.changes.map(({ field }) => field)).toEqual(['exists', 'name']);
});

test('a write with one wrong change writes nothing at all', async () => {
  const answer = await write([
    client('c1', 'Nordlicht'),
    { op: 'create', kind: 'goal', id: 'g1', values: { name: 'More', client: 'nobody' } },
  ]);
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_FIELD' } });
  const dangling = await write([
    client('c1', 'Nordlicht'),
    {
      op: 'create',
      kind: 'contact',
      id: 'p1',
      values: { name: 'Linnea', client: 'nobody' },
    },
  ]);
  expect(dangling).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('contact.client can\'t be "nobody"') as unknown },
  });
  expect(await lab.page.evaluate(() => window.lab.coreStored())).toMatchObject({
    records: 0,
    journal: 0,
  });
});

test('a second record under one id is refused and the first stays', async () => {
  await write([client('c1', 'First')]);
  expect(await write([client('c1', 'Second')])).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_EXISTS' },
  });
  const clients = await lab.page.evaluate(() => window.lab.coreList('client'));
  expect(clients.map(({ values }) => values['name'])).toEqual(['First']);
});

test('a record that others refer to is not deleted', async () => {
  await write([
    client('c1', 'Nordlicht'),
    { op: 'create', kind: 'contact', id: 'p1', values: { name: 'Linnea', client: 'c1' } },
  ]);
  const refused = await write([{ op: 'delete', kind: 'client', id: 'c1' }]);
  expect(refused).toMatchObject({ ok: false, error: { code: 'STILL_REFERENCED' } });
  const both = await write([
    { op: 'delete', kind: 'client', id: 'c1' },
    { op: 'delete', kind: 'contact', id: 'p1' },
  ]);
  expect(both.ok).toBe(true);
  expect(await lab.page.evaluate(() => window.lab.coreCounts())).toMatchObject({
    client: 0,
    contact: 0,
  });
});

test('undo goes back step by step, and undoing an undo is a redo', async () => {
  await write([client('c1', 'One')]);
  await write([{ op: 'set', kind: 'client', id: 'c1', values: { name: 'Two' } }]);
  await write([{ op: 'set', kind: 'client', id: 'c1', values: { name: 'Three' } }]);
  const name = async (): Promise<unknown> =>
    (await lab.page.evaluate(() => window.lab.coreList('client')))[0]?.values['name'];
  const undo = (entry?: string) => lab.page.evaluate((id) => window.lab.coreUndo(id), entry);
  await undo();
  expect(await name()).toBe('Two');
  await undo();
  expect(await name()).toBe('One');
  const journal = await lab.page.evaluate(() => window.lab.coreJournal());
  await undo(journal.at(-1)?.id);
  expect(await name()).toBe('Two');
  await undo();
  expect(await name()).toBe('One');
  await undo();
  expect(await name()).toBeUndefined();
  expect(await undo()).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_UNDO' } });
});

test('an edit of thousands of records is several entries that are taken back, and done again, as one', async () => {
  const ids = Array.from({ length: 6_000 }, (_, at) => `p${at}`);
  const inSteps = async (changeOf: (id: string) => unknown, batch?: string): Promise<void> => {
    for (let from = 0; from < ids.length; from += 2_500) {
      const changes = ids.slice(from, from + 2_500).map(changeOf);
      const written = await lab.page.evaluate((request) => window.lab.coreWrite(request), {
        changes,
        origin: 'person',
        reason: 'All',
        ...(batch === undefined ? {} : { batch }),
      });
      expect(written.ok).toBe(true);
    }
  };
  const counts = async (): Promise<readonly number[]> => {
    const all = await lab.page.evaluate(() => window.lab.coreList('partner'));
    const tiers = all.map(({ values }) => values['tier']);
    return [tiers.length, tiers.filter((tier) => tier !== undefined).length];
  };
  await inSteps((id) => ({ op: 'create', kind: 'partner', id, values: { name: id } }));
  await inSteps(
    (id) => ({ op: 'set', kind: 'partner', id, values: { tier: 'growth' } }),
    bulkBatch('1'),
  );
  expect(await counts()).toEqual([6_000, 6_000]);

  const size = (of: 'history.undo' | 'history.redo') =>
    lab.page.evaluate((given) => window.lab.coreSize(given), of);
  expect(await size('history.undo')).toEqual({ ok: true, value: { records: 6_000 } });
  expect(await size('history.redo')).toMatchObject({ error: { code: 'NOTHING_TO_REDO' } });
  const undone = await lab.page.evaluate(() => window.lab.coreUndo());
  expect(undone).toMatchObject({ ok: true, value: { undone: 6_000, kept: [] } });
  expect(await counts()).toEqual([6_000, 0]);
  expect(await size('history.redo')).toEqual({ ok: true, value: { records: 6_000 } });
  const journal = await lab.page.evaluate(() => window.lab.coreJournal());
  await lab.page.evaluate((id) => window.lab.coreUndo(id), journal.at(-1)?.id);
  expect(await counts()).toEqual([6_000, 6_000]);
  await lab.page.evaluate(() => window.lab.coreUndo());
  expect(await counts()).toEqual([6_000, 0]);
  // What was no such edit is taken back entry by entry.
  await lab.page.evaluate(() => window.lab.coreUndo());
  expect(await counts()).toEqual([5_000, 0]);
});

test('a burst of typing in one field is one entry; a pause or another field begins a new one', async () => {
  await write([client('c1', 'N')]);
  const start = (await lab.page.evaluate(() => window.lab.coreNow())) + 60_000;
  await lab.page.evaluate(({ id, strokes }) => window.lab.coreType(id, strokes), {
    id: 'c1',
    strokes: [
      { at: start, field: 'name', value: 'No' },
      { at: start + 900, field: 'name', value: 'Nor' },
      { at: start + 1_800, field: 'name', value: 'Nord' },
      { at: start + 2_801, field: 'name', value: 'Nordl' },
      { at: start + 2_900, field: 'vertical', value: 'O' },
    ],
  });
  const { journal } = await lab.page.evaluate(() => window.lab.coreStored());
  expect(journal).toBe(4);
  const undo = async (): Promise<unknown> => {
    await lab.page.evaluate(() => window.lab.coreUndo());
    return (await lab.page.evaluate(() => window.lab.coreList('client')))[0]?.values;
  };
  expect(await undo()).toEqual({ name: 'Nordl' });
  expect(await undo()).toEqual({ name: 'Nord' });
  expect(await undo()).toEqual({ name: 'N' });
});

test('a store that a newer version wrote is refused and left alone', async () => {
  await write([client('c1', 'Nordlicht')]);
  const refused = await lab.page.evaluate(() => window.lab.corePretendNewer());
  expect(refused).toMatchObject({ ok: false, error: { code: 'NEWER_STORE' } });
});

test('connecting again changes the connection and makes nothing twice', async () => {
  const save = (asked: object) =>
    lab.page.evaluate((request) => window.lab.coreSaveConnection(request), {
      network: 'awin' as const,
      account: '19011',
      ...asked,
    });
  const first = await save({ client: 'Nordlicht', name: 'Nordlicht DE' });
  expect(first).toMatchObject({
    ok: true,
    value: { network: 'awin', account: '19011', program: 'Nordlicht DE', client: 'Nordlicht' },
  });
  const second = await save({
    callsPerMinute: 600,
    client: 'NORDLICHT',
    timeZone: 'Europe/Berlin',
  });
  expect(second).toEqual(first);
  const counts = await lab.page.evaluate(() => window.lab.coreCounts());
  expect(counts).toMatchObject({ client: 1, program: 1, connection: 1 });
  const [connection] = await lab.page.evaluate(() => window.lab.coreList('connection'));
  expect(connection?.values).toMatchObject({ callsPerMinute: 600, account: '19011' });
  const directory = await lab.page.evaluate(() => window.lab.coreDirectory('', ''));
  expect(directory.programs).toMatchObject([
    { program: 'Nordlicht DE', timeZone: 'Europe/Berlin', model: 'retail', callsPerMinute: 600 },
  ]);
});

test('several accounts are connected as one change: clients and owners are made once', async () => {
  const program = (account: string, client: string, more: object = {}) => ({
    network: 'awin' as const,
    account,
    name: `Program ${account}`,
    client,
    owner: 'Mara Lind',
    ...more,
  });
  const weeks = {
    kind: 'weeks' as const,
    pattern: '4-4-5' as const,
    startMonth: 2,
    firstWeekday: 7,
    rule: 'nearest' as const,
  };
  const asked = [
    program('1', 'Nordlicht', { calendar: weeks }),
    program('2', 'nordlicht', { calendar: weeks }),
    program('3', 'Alpenglow'),
  ];
  const saved = await lab.page.evaluate((all) => window.lab.coreSaveConnections(all), asked);
  expect(saved).toMatchObject({ ok: true });
  const counts = () => lab.page.evaluate(() => window.lab.coreCounts());
  expect(await counts()).toMatchObject({ client: 2, program: 3, connection: 3, 'team-member': 1 });
  const clients = await lab.page.evaluate(() => window.lab.coreList('client'));
  expect(clients.find(({ values }) => values['name'] === 'Nordlicht')?.values).toMatchObject({
    calendar: weeks,
  });
  expect(await lab.page.evaluate(() => window.lab.coreJournal())).toHaveLength(1);
  // One that can't be saved keeps all of them out.
  const bad = [program('4', 'Fourth'), program('5', 'Fifth', { timeZone: 'Mars/Olympus' })];
  expect(await lab.page.evaluate((all) => window.lab.coreSaveConnections(all), bad)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_FIELD' },
  });
  expect(await counts()).toMatchObject({ client: 2, program: 3, connection: 3 });
});

test('a sample profile takes no real address, and a real one is never marked as a sample', async () => {
  const save = (address?: string) =>
    lab.page.evaluate((request) => window.lab.coreSaveConnection(request), {
      network: 'awin' as const,
      account: '1',
      ...(address === undefined ? {} : { address }),
    });
  expect(await save('sandbox:')).toMatchObject({ ok: false, error: { code: 'SAMPLE_PROFILE' } });
  expect((await lab.page.evaluate(() => window.lab.coreMarkSample())).ok).toBe(true);
  expect(await save()).toMatchObject({ ok: false, error: { code: 'SAMPLE_PROFILE' } });
  expect((await save('sandbox:')).ok).toBe(true);
  // Exploring goes on after a kill: the mark of a marked profile is no error.
  expect((await lab.page.evaluate(() => window.lab.coreMarkSample())).ok).toBe(true);
});

test('a set of references takes one more, and refuses one that leads nowhere', async () => {
  const member = (id: string, name: string): RecordChange => ({
    op: 'create',
    kind: 'team-member',
    id,
    values: { name, role: 'account-manager' },
  });
  await write([
    client('c1', 'Nordlicht'),
    member('m1', 'Noor'),
    member('m2', 'Jonas'),
    {
      op: 'create',
      kind: 'program',
      id: 'p1',
      values: {
        name: 'Nordlicht DE',
        client: 'c1',
        network: 'awin',
        account: '1',
        model: 'retail',
        timeZone: 'UTC',
        supporters: ['m1'],
      },
    },
  ]);
  const add = (who: string) =>
    write([{ op: 'add', kind: 'program', id: 'p1', field: 'supporters', members: [who] }]);
  expect((await add('m2')).ok).toBe(true);
  expect(await add('m3')).toMatchObject({ ok: false, error: { code: 'INVALID_FIELD' } });
  const [program] = await lab.page.evaluate(() => window.lab.coreList('program'));
  expect(program?.values['supporters']).toEqual(['m1', 'm2']);
});

test('names are found ignoring case; several of one name are ambiguous', async () => {
  await write([client('c1', 'Vélo Atelier'), client('c2', 'Twin'), client('c3', 'twin')]);
  const find = (name: string) =>
    lab.page.evaluate((wanted) => window.lab.coreFind('client', wanted), name);
  expect(await find('VÉLO atelier')).toMatchObject({ ok: true, value: { id: 'c1' } });
  expect(await find('c3')).toMatchObject({ ok: true, value: { id: 'c3' } });
  expect(await find('Twin')).toMatchObject({ ok: false, error: { code: 'AMBIGUOUS' } });
  expect(await find('Nobody')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

test('an export names what is referred to and splits money into amount and currency', async () => {
  await write([
    client('c1', 'Nordlicht'),
    {
      op: 'create',
      kind: 'client-total',
      id: 't1',
      values: { client: 'c1', month: '2026-09', total: { amountMinor: 123_456, currency: 'EUR' } },
    },
  ]);
  const page = await lab.page.evaluate(() => window.lab.coreExport('client-total', null));
  const row = Object.fromEntries(page.columns.map((name, index) => [name, page.rows[0]?.[index]]));
  expect(row).toMatchObject({
    id: 't1',
    client: 'Nordlicht',
    total: 1234.56,
    totalCurrency: 'EUR',
    orders: null,
  });
  expect(page.next).toBeNull();
});
