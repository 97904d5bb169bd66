import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { RecordChange } from '../../shared/ipc/data-contract';
import { openLab, type Lab, type LabOptions } from './support/page';

/**
 * A later version of Quarterdeck in which articles have `tags` in the place of `topics`, and are `retired` where they were
 * `outdated`: it opens what this version wrote.
 */
const later: NonNullable<LabOptions['later']> = {
  module: /records[\\/]education[\\/]article\.ts$/,
  edit: (text) =>
    text
      .replaceAll('topics', 'tags')
      .replaceAll("'outdated'", "'retired'")
      .replace(
        'version: 1,',
        `version: 2,
        upgrades: [{
          words: 'Topics of articles are tags',
          sets: ['topics'],
          upgrade: ({ topics, ...values }) => ({
            ...values,
            ...(topics === undefined ? {} : { tags: topics }),
            ...(values['state'] === 'outdated' ? { state: 'retired' } : {}),
          }),
        }],`,
      ),
};

const day = 86_400_000;
const many = 1_200;
let profile: string;
let lab: Lab;

test.beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'quarterdeck-upgrades-'));
  lab = await openLab({ profile });
});

test.afterAll(async () => {
  await lab.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const dayBefore = (days: number): number => Date.now() - days * day;
const dayName = (days: number): string =>
  new Date(dayBefore(days) - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

const article = (id: string, more: object = {}): RecordChange => ({
  op: 'create',
  kind: 'article',
  id,
  values: { title: `Article ${id}`, text: 'Read', state: 'draft', ...more },
});

async function writeAt(days: number, changes: readonly RecordChange[]): Promise<string> {
  const request = { changes: [...changes], origin: 'person', reason: 'Test' };
  const asked: [number, unknown] = [dayBefore(days), request];
  const written = await lab.page.evaluate(
    ([at, given]) => window.lab.coreWriteAt(at, given),
    asked,
  );
  if (!written.ok) throw new Error(written.error.message);
  return written.value.entry;
}

async function call<Value>(method: string, args: unknown = {}): Promise<Value> {
  const asked: [string, unknown] = [method, args];
  const answer = await lab.page.evaluate(
    ([name, given]) => window.lab.workerCall('main', name, given),
    asked,
  );
  if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
  return answer.value as Value;
}

/** Everything that a store holds, as a snapshot holds it. */
async function texts(database: string): Promise<string[]> {
  return lab.page.evaluate(async (name) => {
    const value = async <Value>(method: string, args: unknown): Promise<Value> => {
      const answer = await window.lab.workerCall('main', method, args);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value as Value;
    };
    const { pieces } = await value<{ pieces: number }>('store.begin', { database: name });
    const found: string[] = [];
    for (let piece = 0; piece < pieces; piece += 1) {
      found.push(new TextDecoder().decode(await value<Uint8Array>('store.piece', { piece })));
    }
    return found;
  }, database);
}

interface Row {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

async function valuesIn(database: string): Promise<Record<string, Row['values']>> {
  const rows = (await texts(database))
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('records\t') && line.includes('"kind":"article"'))
    .map((line) => JSON.parse(line.slice(8)) as Row);
  return Object.fromEntries(rows.map(({ id, values }) => [id, values]));
}

async function mirrorLines(): Promise<string[]> {
  const lines: string[] = [];
  for (let after: unknown = null, more = true; more;) {
    const read = await call<{ lines: string[]; place: unknown; more: boolean }>('mirror.read', {
      after,
    });
    lines.push(...read.lines);
    [after, more] = [read.place, read.more];
  }
  return lines;
}

/** Puts rows as a restore does: as bytes, which are made where the worker is. */
async function putLines(database: string, text: string): Promise<void> {
  const answer = await lab.page.evaluate(
    ([name, lines]) =>
      window.lab.workerCall('main', 'store.put', {
        database: name,
        lines: new TextEncoder().encode(lines),
      }),
    [database, text] as const,
  );
  if (!answer.ok) throw new Error(answer.error.message);
}

/** Makes a store of copies as a restore does, and gives what it holds of articles. */
async function restored(
  database: string,
  copies: { readonly snapshot?: readonly string[]; readonly lines?: readonly string[] },
): Promise<Record<string, Row['values']>> {
  await call('store.make', { database });
  for (const text of copies.snapshot ?? []) await putLines(database, text);
  if (copies.lines) await call('store.replay', { database, lines: copies.lines });
  await call('store.finish', { database });
  const values = await valuesIn(database);
  await call('store.drop', { database });
  return values;
}

test('a raised version brings records, their past, their trash and every copy of them along', async () => {
  test.setTimeout(90_000);
  await writeAt(4, [article('a1', { topics: ['river', 'sea'] }), article('a3', { topics: ['x'] })]);
  await writeAt(4, [article('a2', { state: 'outdated' })]);
  const several = Array.from({ length: many }, (_, at) => article(`m${at}`, { topics: ['all'] }));
  await writeAt(3, several);
  await writeAt(2, [
    { op: 'add', kind: 'article', id: 'a1', field: 'topics', members: ['lake'] },
    { op: 'remove', kind: 'article', id: 'a1', field: 'topics', members: ['sea'] },
    { op: 'set', kind: 'article', id: 'a1', values: { state: 'outdated' } },
    { op: 'delete', kind: 'article', id: 'a3' },
  ]);
  const current = await writeAt(2, [
    { op: 'set', kind: 'article', id: 'a2', values: { state: 'current' } },
  ]);
  const snapshot = await texts('desk-core');
  const lines = await mirrorLines();
  const entries = (await lab.page.evaluate(() => window.lab.coreJournal())).length;
  await lab.close();

  lab = await openLab({ profile, later });
  const listed = await lab.page.evaluate(() => window.lab.coreList('article'));
  expect(listed.find(({ id }) => id === 'a1')?.values).toEqual({
    title: 'Article a1',
    text: 'Read',
    state: 'retired',
    tags: ['lake', 'river'],
  });
  const journal = await lab.page.evaluate(() => window.lab.coreJournal());
  expect(journal.slice(entries)).toMatchObject(
    Array.from({ length: 2 }, () => ({
      origin: 'derived',
      reason: 'New version: Topics of articles are tags',
    })),
  );

  const asOf = (name: string) =>
    lab.page.evaluate((given) => window.lab.coreAsOf('article', given), name);
  expect(await asOf(dayName(4))).toMatchObject({
    a1: { state: 'draft', tags: ['river', 'sea'] },
    a2: { state: 'retired' },
    a3: { tags: ['x'] },
  });
  expect((await asOf(dayName(4)))['a1']).not.toHaveProperty('topics');
  expect(await asOf(dayName(2))).toMatchObject({
    a1: { state: 'retired', tags: ['lake', 'river'] },
  });
  expect(await asOf(dayName(2))).not.toHaveProperty('a3');

  const now = await valuesIn('desk-core');
  expect(now['a3']).toMatchObject({ tags: ['x'] });
  expect(await restored('desk-core-7', { snapshot })).toEqual(now);
  expect(await restored('desk-core-7', { lines })).toEqual(now);
  const whole = await mirrorLines();
  expect(whole.length).toBeGreaterThan(lines.length);
  // The copy was torn between the two entries of the upgrade.
  expect(await restored('desk-core-7', { lines: whole.slice(0, -1) })).toEqual(now);
  expect(await restored('desk-core-7', { lines: whole })).toEqual(now);

  // What is taken back is of an earlier version: it comes back as today's.
  await lab.page.evaluate((entry) => window.lab.coreUndo(entry), current);
  expect((await valuesIn('desk-core'))['a2']).toMatchObject({ state: 'retired' });
  const before = (await lab.page.evaluate(() => window.lab.coreJournal())).length;
  const page = await lab.killAndRestart();
  expect(await page.evaluate(() => window.lab.coreJournal())).toHaveLength(before);
  await lab.close();

  // The earlier version leaves it alone.
  lab = await openLab({ profile });
  await expect(lab.page.evaluate(() => window.lab.coreList('article'))).rejects.toThrow(
    'newer version of Quarterdeck',
  );
});
