import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse, unparse } from 'papaparse';
import type { DeskRecord, FieldValue } from '../../shared/ipc/desk-records';
import type { FileShape, ImportPlan, ImportProposal, ImportResult } from '../../shared/ipc/imports';
import type { SearchAnswer } from '../../shared/ipc/search';
import type { RecordChange } from '../../shared/ipc/record-writes';
import type { KindDefinition } from '../../shared/records/definition';
import { makeWorkspace, type Workspace } from './support/command-line';
import { askDesk, askMain } from './support/desk-data';
import { changeFor, isImported, valuesFor, walkedKinds } from './support/kind-values';
import { answerSaveDialog, openWindow, type OpenWindow } from './support/window';

/** Every kind of record, in one running application, through the calls that its screens make. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

test.beforeAll(async () => {
  workspace = await makeWorkspace();
  desk = await openWindow(workspace);
  page = desk.page;
  await page.context().setOffline(true);
});

test.afterAll(async () => {
  await desk.close();
  await workspace.remove();
});

/** For each kind a record that others may refer to. */
const known = new Map<string, string>();

interface Written {
  readonly entry: string;
  readonly records: readonly DeskRecord[];
}

function write(change: RecordChange): Promise<Written> {
  return askDesk(page, 'records.write', { changes: [change], origin: 'person', reason: 'Walk' });
}

async function recordOf(kind: string, id: string): Promise<DeskRecord> {
  const record = await askDesk<DeskRecord | null>(page, 'records.get', { kind, id });
  if (record === null) throw new Error('it is not there');
  return record;
}

async function create(definition: KindDefinition, word: string): Promise<DeskRecord> {
  const { kind, keyedBy } = definition;
  const values = valuesFor(definition, word, known);
  const id = keyedBy === undefined ? undefined : values[keyedBy];
  const { records } = await write({
    op: 'create',
    kind,
    ...(typeof id === 'string' ? { id } : {}),
    values,
  });
  const [made] = records;
  if (made === undefined) throw new Error('nothing was made');
  expect(made.values).toEqual(values);
  return made;
}

async function edit({ kind, id, values }: DeskRecord, field: string, value: FieldValue) {
  const { entry } = await write({ op: 'set', kind, id, values: { [field]: value } });
  expect((await recordOf(kind, id)).values[field]).toEqual(value);
  await askDesk(page, 'records.undo', { entry });
  expect((await recordOf(kind, id)).values).toEqual(values);
}

async function search({ kind, id }: DeskRecord, word: string): Promise<void> {
  const { groups } = await askDesk<SearchAnswer>(page, 'search', { text: word, limit: 10 });
  const hits = groups.flatMap((group) => group.hits).filter((hit) => hit.kind === kind);
  expect(hits.map((hit) => hit.id)).toContain(id);
}

/** The rows of the kind's CSV file by the names of its columns. */
async function exported(kind: string, file: string): Promise<Record<string, string>[]> {
  await askMain(page, 'data.export', { kind, format: 'csv' });
  const { data } = parse<Record<string, string>>(await readFile(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data;
}

/** Brings a file in as the screen does, what it says being right. */
async function importFile(kind: string, text: string): Promise<ImportResult> {
  const file = await page.evaluate(async (content) => {
    type Calls = Record<string, (args: unknown) => Promise<{ value: { file: string } }>>;
    const { calls } = (window as unknown as { desk: { calls: Calls } }).desk;
    const bytes = new TextEncoder().encode(content);
    const answer = await calls['imports.receive']?.({ file: null, name: 'walk.csv', bytes });
    return answer?.value.file ?? '';
  }, text);
  const shape = await askMain<FileShape>(page, 'imports.inspect', { file, said: {} });
  const proposal = await askDesk<ImportProposal>(page, 'imports.propose', {
    file: shape,
    into: kind,
  });
  const id = crypto.randomUUID();
  const begin = { id, into: kind, file: shape, mapping: [...proposal.mapping] };
  const plan = await askMain<ImportPlan>(page, 'imports.plan', { file, begin });
  expect(plan.rejected, 'rejected cells').toEqual([]);
  expect(plan.question).toBeNull();
  await askDesk(page, 'imports.decide', { id, row: null, field: null, choice: 'theirs' });
  return askMain<ImportResult>(page, 'imports.write', { id, withoutRejected: false });
}

async function importChanged(
  record: DeskRecord,
  rows: readonly Record<string, string>[],
  field: string,
  value: string,
): Promise<void> {
  const { kind, id } = record;
  const changed = rows.map((row) => (row['id'] === id ? { ...row, [field]: value } : row));
  const result = await importFile(kind, unparse(changed));
  expect({ ...result }).toMatchObject({ created: 0, updated: 1, rejected: 0 });
  expect((await recordOf(kind, id)).values).toEqual({ ...record.values, [field]: value });
  await askDesk(page, 'imports.undo', { id: result.id });
  expect((await recordOf(kind, id)).values).toEqual(record.values);
}

async function deleteAndRestore({ kind, id, values }: DeskRecord): Promise<void> {
  const listed = async (): Promise<boolean> =>
    (await askDesk<DeskRecord[]>(page, 'records.list', { kind })).some((each) => each.id === id);
  const { entry } = await write({ op: 'delete', kind, id });
  expect(await listed()).toBe(false);
  await askDesk(page, 'records.undo', { entry });
  expect(await listed()).toBe(true);
  expect((await recordOf(kind, id)).values).toEqual(values);
}

test('every kind is made, edited, undone, found, exported, brought in, deleted and restored', async () => {
  test.setTimeout(120_000);
  const file = path.join(workspace.folder, 'walk.csv');
  await answerSaveDialog(desk, file);
  const broken: string[] = [];
  const definitions = walkedKinds();
  for (const [at, definition] of definitions.entries()) {
    const { kind, fields } = definition;
    const word = `kestrel${at}x`;
    let step = 'create';
    try {
      known.set(kind, (await create(definition, `base${at}x`)).id);
      const record = await create(definition, word);
      const { field, value } = changeFor(definition, `again${at}x`);
      step = 'edit and undo';
      await edit(record, field, value);
      if (Object.values(fields).some(({ searched }) => searched === true)) {
        step = 'search';
        await search(record, word);
      }
      step = 'export';
      const rows = await exported(kind, file);
      expect(rows.find(({ id }) => id === record.id)).toBeDefined();
      if (isImported(definition)) {
        step = 'import';
        await importChanged(record, rows, field, String(value));
      }
      step = 'delete and restore';
      await deleteAndRestore(record);
    } catch (thrown) {
      broken.push(`${kind}, ${step}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  expect(broken.join('\n\n')).toBe('');
  expect(definitions.length).toBeGreaterThan(80);
});
