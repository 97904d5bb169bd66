import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { unparse } from 'papaparse';
import type { ExportPage } from '../../shared/ipc/data-contract';
import type { DeskRecord, FieldValue, PastRecord } from '../../shared/ipc/desk-records';
import type { FileShape, ImportPlan, ImportProposal, ImportResult } from '../../shared/ipc/imports';
import type { SearchAnswer } from '../../shared/ipc/search';
import type { RecordChange } from '../../shared/ipc/record-writes';
import type { KindDefinition } from '../../shared/records/definition';
import { kindOf } from '../../shared/records/index';
import { makeWorkspace, type Workspace } from './support/command-line';
import { askDesk, askMain } from './support/desk-data';
import { changeFor, isImported, valuesFor, walkedKinds } from './support/kind-values';
import { answerSaveDialog, openWindow, type OpenWindow } from './support/window';
import { rowsOf, shapeOf, type Row } from './support/csv-file';

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
  const { groups } = await askDesk<SearchAnswer>(page, 'search', {
    text: word,
    limit: 10,
    today: new Date().toISOString().slice(0, 10),
  });
  const hits = groups.flatMap((group) => group.hits).filter((hit) => hit.kind === kind);
  expect(hits.map((hit) => hit.id)).toContain(id);
}

/** The kind's table as its CSV file has it: every cell a text. */
async function exported(kind: string): Promise<readonly Row[]> {
  const { columns, rows } = await askDesk<ExportPage>(page, 'export.read', { kind, after: null });
  return rowsOf(unparse({ fields: [...columns], data: rows.map((cells) => [...cells]) }));
}

/** Brings rows in as the screen does when what it proposes is right and the file is to win. */
async function importRows(kind: string, rows: readonly Row[]): Promise<ImportResult> {
  const file = shapeOf(rows);
  const { mapping } = await askDesk<ImportProposal>(page, 'imports.propose', { file, into: kind });
  const id = randomUUID();
  await askDesk(page, 'imports.begin', {
    id,
    into: kind,
    file,
    mapping: [...mapping],
    program: null,
  });
  const cells = rows.map((row, at) => [at + 2, Object.values(row)]);
  await askDesk(page, 'imports.rows', { id, rows: cells });
  const plan = await askDesk<ImportPlan>(page, 'imports.plan', { id });
  expect(plan.rejected, 'rejected cells').toEqual([]);
  expect(plan.question).toBeNull();
  await askDesk(page, 'imports.decide', { id, row: null, field: null, choice: 'theirs' });
  return askDesk<ImportResult>(page, 'imports.write', { id, withoutRejected: false });
}

async function importChanged(
  record: DeskRecord,
  rows: readonly Row[],
  field: string,
  value: string,
): Promise<void> {
  const { kind, id } = record;
  const changed = rows.map((row) => (row['id'] === id ? { ...row, [field]: value } : row));
  const result = await importRows(kind, changed);
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
  expect(await listed(), 'there again by an undo').toBe(true);
  await write({ op: 'delete', kind, id });
  await askDesk(page, 'trash.restore', { ids: [id] });
  expect(await listed(), 'there again from the trash').toBe(true);
  expect((await recordOf(kind, id)).values).toEqual(values);
}

/** A record stands as of today as it is, and was not there before it was made. */
async function lookBack({ kind, id, values }: DeskRecord): Promise<void> {
  const asOf = async (day: string): Promise<DeskRecord | null> =>
    (await askDesk<PastRecord>(page, 'records.asOf', { kind, id, day })).record;
  expect((await asOf(new Date().toISOString().slice(0, 10)))?.values).toEqual(values);
  expect(await asOf('2020-01-01')).toBeNull();
}

test('every kind is made, edited, undone, found, exported, brought in, deleted and restored', async () => {
  test.setTimeout(240_000);
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
      const rows = await exported(kind);
      expect(rows.find(({ id }) => id === record.id)).toBeDefined();
      if (isImported(definition)) {
        step = 'import';
        await importChanged(record, rows, field, value);
      }
      step = 'as of a day';
      await lookBack(record);
      step = 'delete and restore';
      await deleteAndRestore(record);
    } catch (thrown) {
      broken.push(`${kind}, ${step}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  expect(broken.join('\n\n')).toBe('');
  expect(definitions.length).toBeGreaterThan(80);
});

test('a file that main has written comes back through main as what it was', async () => {
  const file = path.join(workspace.folder, 'campaigns.csv');
  await answerSaveDialog(desk, file);
  await askMain(page, 'data.export', { kind: 'campaign', format: 'csv' });
  const text = await readFile(file, 'utf8');
  expect(rowsOf(text)).toEqual(await exported('campaign'));
  const received = await page.evaluate(async (content) => {
    type Calls = Record<string, (args: unknown) => Promise<{ value: { file: string } }>>;
    const { calls } = (window as unknown as { desk: { calls: Calls } }).desk;
    const bytes = new TextEncoder().encode(content);
    const answer = await calls['imports.receive']?.({ file: null, name: 'campaigns.csv', bytes });
    return answer?.value.file ?? '';
  }, text);
  const shape = await askMain<FileShape>(page, 'imports.inspect', { file: received, said: {} });
  const { mapping } = await askDesk<ImportProposal>(page, 'imports.propose', {
    file: shape,
    into: 'campaign',
  });
  const begin = {
    id: randomUUID(),
    into: 'campaign',
    file: shape,
    mapping: [...mapping],
    program: null,
  };
  const plan = await askMain<ImportPlan>(page, 'imports.plan', { file: received, begin });
  expect(plan.counts).toEqual({ create: 0, update: 0, skip: plan.rows, conflict: 0, reject: 0 });
  await askDesk(page, 'imports.cancel', { id: begin.id });
});

/** Kinds of different shape: with a due day, in stages that are records, with money, with closed states, dated, and long text. */
const shapes = ['task', 'prospect', 'campaign', 'violation', 'event', 'article'];

/** Chooses the first that there is to choose. */
async function chooseFirst(label: string): Promise<void> {
  const field = page.getByRole('complementary').getByRole('combobox', { name: label, exact: true });
  await field.click();
  await page.getByRole('option').first().click();
  await expect(field).not.toHaveValue('');
}

async function fillRequired(definition: KindDefinition): Promise<void> {
  const { fields, nameField } = definition;
  for (const [name, { label, type, required, initial }] of Object.entries(fields)) {
    if (required !== true || name === nameField || initial !== undefined) continue;
    if (type === 'choice' || type === 'reference') await chooseFirst(label);
    else {
      const field = page.getByRole('complementary').getByLabel(label, { exact: true });
      await field.fill(type === 'day' ? '2026-10-09' : '7');
    }
  }
}

for (const kind of shapes) {
  test(`${kind}: form, list, page and board, by keyboard and by pointer`, async () => {
    const definition = kindOf(kind);
    const { plural, fields, nameField, state } = definition;
    const name = `Osprey of the ${kind}`;
    await page.evaluate((to) => (window.location.hash = to), `#/records/${kind}`);
    await expect(page.getByRole('heading', { name: plural, level: 1 })).toBeVisible();
    await expect(page.getByRole('grid', { name: plural })).toBeFocused();
    await page.keyboard.press('n');
    const first = page
      .getByRole('complementary')
      .getByRole('textbox', { name: fields[nameField]?.label ?? '', exact: true });
    await expect(first).toBeVisible();
    await first.fill(name);
    await fillRequired(definition);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('textbox', { name: `Search ${plural.toLowerCase()}` }).fill('osprey');
    const line = page.getByRole('row').filter({ hasText: name });
    await expect(line).toHaveCount(1);
    await expect(page.getByRole('grid').locator('.list-rows [role="row"]')).toHaveCount(1);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'History' })).toContainText('created');
    await page.goBack();
    await line.getByRole('rowheader').click();
    await expect(page.getByRole('complementary')).toContainText(name);
    await page.keyboard.press('Escape');
    if (state === undefined) return;
    await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Board').click();
    const card = page.getByRole('button', { name: new RegExp(name) });
    await expect(card).toBeVisible();
    await card.press('Enter');
    await expect(page.getByRole('complementary')).toContainText(name);
    await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Table').click();
  });
}
