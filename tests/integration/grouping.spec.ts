import { expect, test, type Page } from '@playwright/test';
import { startSandbox, type RunningSandbox } from '../../electron/sandbox/server';
import type { Comparison, GroupLine, GroupedKind } from '../../shared/domain/matches';
import type { DeskRecord, FieldValue } from '../../shared/ipc/desk-records';
import { kinds } from '../../shared/records';
import { linksOf } from '../../shared/records/validation';
import { callDesk, writeDesk } from './support/call-desk';
import { openLab, type Lab } from './support/page';

/** Grouping in a real store that holds the books of the sample agency: whatever kind refers to a partner or company. */
let lab: Lab;
let page: Page;
let sandbox: RunningSandbox;

test.beforeAll(async () => {
  sandbox = await startSandbox({ size: 'small', seed: 1 });
  const agency: unknown = await (await fetch(sandbox.info.agency)).json();
  lab = await openLab();
  page = lab.page;
  await callDesk(page, 'agency.import', { agency });
});

test.afterAll(async () => {
  await lab.close();
  await sandbox.close();
});

/** Every living record of a person's kinds by its id. */
async function everything(): Promise<Map<string, DeskRecord>> {
  const all = new Map<string, DeskRecord>();
  for (const { kind, owner } of kinds) {
    if (owner !== 'person' || kind === 'match') continue;
    const listed = await callDesk<DeskRecord[]>(page, 'records.list', { kind });
    for (const record of listed) all.set(record.id, record);
  }
  return all;
}

/** What of it must be the same again: not when it was changed. */
function plain(records: ReadonlyMap<string, DeskRecord>): Record<string, unknown> {
  return Object.fromEntries(
    Array.from(records, ([id, { kind, values }]) => [id, { kind, values }]),
  );
}

interface Reference {
  readonly record: string;
  readonly kind: string;
  readonly field: string;
}

/** Every field of every record that refers to a record of this kind and id. */
function referencesTo(
  records: ReadonlyMap<string, DeskRecord>,
  to: string,
  id: string,
): Reference[] {
  const found: Reference[] = [];
  for (const { kind, fields } of kinds) {
    for (const [field, definition] of Object.entries(fields)) {
      if (definition.to !== to) continue;
      for (const record of records.values()) {
        if (record.kind === kind && linksOf(definition, record.values[field]).includes(id)) {
          found.push({ record: record.id, kind, field });
        }
      }
    }
  }
  return found;
}

/** The two of a kind to which most kinds of records refer; the first has most. */
function mostReferred(records: ReadonlyMap<string, DeskRecord>, kind: string): [string, string] {
  const counts = [...records.values()]
    .filter((record) => record.kind === kind)
    .map(({ id }) => ({
      id,
      count: new Set(referencesTo(records, kind, id).map((each) => each.kind)).size,
    }))
    .sort((one, other) => other.count - one.count);
  expect(counts[0]?.count).toBeGreaterThan(kind === 'partner' ? 5 : 0);
  return [counts[0]?.id ?? '', counts[1]?.id ?? ''];
}

for (const kind of ['partner', 'company'] as const satisfies readonly GroupedKind[]) {
  test(`every reference to a ${kind} moves with it, and all are exactly as they were after it is separated`, async () => {
    const before = await everything();
    const [part, keep] = mostReferred(before, kind);
    const moved = referencesTo(before, kind, part).filter(({ record }) => record !== keep);
    const stood = referencesTo(before, kind, keep);
    expect(moved.length).toBeGreaterThan(0);
    const compared = await callDesk<Comparison>(page, 'matches.compare', { kind, keep, part });
    const counted = compared.relations.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(new Set(moved.map(({ record }) => record)).size);

    await callDesk(page, 'matches.group', { kind, keep, part, choices: {} });
    const grouped = await everything();
    expect(referencesTo(grouped, kind, part)).toEqual([]);
    const now = new Set(referencesTo(grouped, kind, keep).map((each) => JSON.stringify(each)));
    for (const reference of [...moved, ...stood]) {
      expect(now, JSON.stringify(reference)).toContain(JSON.stringify(reference));
    }
    // Whatever refers to neither is untouched, to the moment of its last change.
    const touched = new Set([keep, part, ...moved.map(({ record }) => record)]);
    for (const [id, record] of before) {
      if (!touched.has(id)) expect(grouped.get(id), id).toEqual(record);
    }
    expect(await callDesk<GroupLine[]>(page, 'matches.groups', {})).toMatchObject([{ kind, part }]);

    await callDesk(page, 'matches.ungroup', { kind, part });
    expect(plain(await everything())).toEqual(plain(before));
    expect(await callDesk<GroupLine[]>(page, 'matches.groups', {})).toEqual([]);
  });
}

test('what was said since stays, and the rest is separated all the same', async () => {
  const before = await everything();
  const [part, keep] = mostReferred(before, 'partner');
  const [own] = referencesTo(before, 'partner', part).filter(({ kind }) => kind === 'contact');
  if (own === undefined) throw new Error('The partner has no contact.');
  await callDesk(page, 'matches.group', { kind: 'partner', keep, part, choices: {} });
  const third = [...before.values()].find(
    ({ kind, id }) => kind === 'partner' && id !== part && id !== keep,
  );
  const values: Record<string, FieldValue> = { partner: third?.id ?? '' };
  await writeDesk(page, [{ op: 'set', kind: 'contact', id: own.record, values }]);
  await callDesk(page, 'matches.ungroup', { kind: 'partner', part });
  const after = plain(await everything());
  const expected = plain(before);
  expected[own.record] = {
    kind: 'contact',
    values: { ...before.get(own.record)?.values, ...values },
  };
  expect(after).toEqual(expected);
});

test('a grouping and its end survive a power cut', async () => {
  const before = await everything();
  const [part, keep] = mostReferred(before, 'partner');
  await callDesk(page, 'matches.group', { kind: 'partner', keep, part, choices: {} });
  page = await lab.killAndRestart();
  expect(referencesTo(await everything(), 'partner', part)).toEqual([]);
  await callDesk(page, 'matches.ungroup', { kind: 'partner', part });
  page = await lab.killAndRestart();
  expect(plain(await everything())).toEqual(plain(before));
});
