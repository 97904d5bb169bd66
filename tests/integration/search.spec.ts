import { expect, test, type Page } from '@playwright/test';
import { startSandbox, type RunningSandbox } from '../../electron/sandbox/server';
import type { DeskRecord, FieldValue } from '../../shared/ipc/desk-records';
import { textOf } from '../../shared/ipc/record-values';
import type { SearchAnswer } from '../../shared/ipc/search';
import { callDesk, writeDesk } from './support/call-desk';
import { openLab, type Lab } from './support/page';

/** Search over a real store that holds the books of the sample agency, beside records of known words. */
let lab: Lab;
let page: Page;
let sandbox: RunningSandbox;

const today = '2026-11-20';
const client = '01980000-0000-7000-8000-000000000001';
const me = '01980000-0000-7000-8000-000000000002';
const other = '01980000-0000-7000-8000-000000000003';
const ids = ['11', '12', '13', '14', '15'].map((end) => `01980000-0000-7000-8000-0000000000${end}`);

function task(at: number, title: string, values: Readonly<Record<string, FieldValue>>) {
  return {
    op: 'create' as const,
    kind: 'task',
    id: ids[at] ?? '',
    values: { title, client, ...values },
  };
}

test.beforeAll(async () => {
  sandbox = await startSandbox({ size: 'small', seed: 1 });
  const agency: unknown = await (await fetch(sandbox.info.agency)).json();
  lab = await openLab();
  page = lab.page;
  await callDesk(page, 'agency.import', { agency });
  await writeDesk(page, [
    { op: 'create', kind: 'client', id: client, values: { name: 'Zwiebelmühle Köln' } },
    {
      op: 'create',
      kind: 'team-member',
      id: me,
      values: { name: 'Quirina Zander', role: 'director' },
    },
    {
      op: 'create',
      kind: 'team-member',
      id: other,
      values: { name: 'Xaver Yilmaz', role: 'account-manager' },
    },
    task(0, 'Quokka banners for spring', { state: 'open', responsible: me, dueOn: '2026-11-19' }),
    task(1, 'Quokka banners for autumn', { state: 'done', responsible: me, dueOn: '2026-10-01' }),
    task(2, 'Quokka landing page', { state: 'open', responsible: other, dueOn: '2026-12-20' }),
    task(3, 'Quokka newsletter', { state: 'waiting', dueOn: '2026-11-24' }),
    {
      op: 'create',
      kind: 'note',
      id: ids[4] ?? '',
      values: { text: 'The quokka page is loved.\nThey want a second one.', client },
    },
  ]);
  await callDesk(page, 'person.choose', { member: me });
});

test.afterAll(async () => {
  await lab.close();
  await sandbox.close();
});

async function search(text: string): Promise<SearchAnswer> {
  return callDesk<SearchAnswer>(page, 'search', { text, limit: 50, today });
}

/** The names of everything that is found. */
async function found(text: string): Promise<string[]> {
  const { groups, problems } = await search(text);
  expect(problems, text).toEqual([]);
  return groups.flatMap(({ hits }) => hits.map(({ name }) => name)).sort();
}

const spring = 'Quokka banners for spring';
const autumn = 'Quokka banners for autumn';
const landing = 'Quokka landing page';
const letter = 'Quokka newsletter';
/** A note without a title goes by its first line. */
const note = 'The quokka page is loved.';

test('words in any order, their beginnings, phrases, and what is left out', async () => {
  expect(await found('quokka')).toEqual([autumn, spring, landing, letter, note]);
  expect(await found('spring quok')).toEqual([spring]);
  expect(await found('"landing page" quokka')).toEqual([landing]);
  expect(await found('page quokka')).toEqual([landing, note]);
  expect(await found('quokka -banners -note')).toEqual([landing, letter, note]);
});

test('accents and umlauts are found however they are typed, and slips are forgiven', async () => {
  for (const typed of ['zwiebelmühle', 'zwiebelmuehle', 'ZWIEBELMUHLE', 'koln zwiebel']) {
    expect((await search(typed)).groups[0]?.hits[0]?.name, typed).toBe('Zwiebelmühle Köln');
  }
  const { groups } = await search('quokka newsleter');
  expect(groups[0]?.hits[0]).toMatchObject({ name: letter, isSimilar: true });
  // A word that is there hides those that are only like it.
  expect((await search('newsletter quokka')).groups[0]?.hits[0]).toMatchObject({
    isSimilar: false,
  });
});

test('operators narrow: kind, client, state, owner, alone and together', async () => {
  expect(await found('quokka kind:note')).toEqual([note]);
  expect(await found('quokka type:task')).toEqual([autumn, spring, landing, letter]);
  expect(await found('kind:task client:zwiebel')).toEqual([autumn, spring, landing, letter]);
  expect(await found('quokka state:open')).toEqual([spring, landing, letter]);
  expect(await found('quokka state:closed')).toEqual([autumn]);
  expect(await found('quokka state:waiting')).toEqual([letter]);
  expect(await found('quokka owner:me')).toEqual([autumn, spring]);
  expect(await found('quokka kind:task owner:nobody')).toEqual([letter]);
  expect(await found('quokka owner:xaver')).toEqual([landing]);
  expect(await found('client:"Zwiebelmühle Köln" owner:me state:open')).toEqual([spring]);
  expect(await found('quokka kind:task -owner:me')).toEqual([landing, letter]);
});

test('days narrow: before, after, on, as days and as words', async () => {
  expect(await found('quokka kind:task before:2026-11-20')).toEqual([autumn, spring]);
  expect(await found('quokka kind:task after:2026-11-20')).toEqual([landing, letter]);
  expect(await found('quokka on:2026-11-24')).toEqual([letter]);
  expect(await found('quokka on:yesterday')).toEqual([spring]);
  expect(await found('quokka kind:task on:"next week"')).toEqual([letter]);
});

test('what can’t be understood is said, and finds nothing instead of everything', async () => {
  for (const text of ['quokka foo:bar', 'client:nobody-of-that-name', 'quokka on:someday']) {
    const { groups, problems } = await search(text);
    expect(problems, text).toHaveLength(1);
    expect(groups, text).toEqual([]);
  }
});

test('a change, a deletion and its undoing are found at once, and after a power cut', async () => {
  await writeDesk(page, [
    { op: 'set', kind: 'task', id: ids[3] ?? '', values: { title: 'Wombat newsletter' } },
    { op: 'delete', kind: 'task', id: ids[2] ?? '' },
  ]);
  expect(await found('quokka')).toEqual([autumn, spring, note]);
  expect(await found('wombat')).toEqual(['Wombat newsletter']);
  page = await lab.killAndRestart();
  expect(await found('quokka')).toEqual([autumn, spring, note]);
  await callDesk(page, 'history.undo', {});
  expect(await found('quokka')).toEqual([autumn, spring, landing, letter, note]);
});

test('every client of the agency is the first that its name finds', async () => {
  const clients = await callDesk<DeskRecord[]>(page, 'records.list', { kind: 'client' });
  expect(clients).toHaveLength(9);
  for (const each of clients) {
    const name = textOf(each, 'name') ?? '';
    expect((await search(name)).groups[0]?.hits[0]?.id, name).toBe(each.id);
  }
});
