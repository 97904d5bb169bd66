import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashing } from '../../../electron/safety/hashing';
import { eraseTable } from '../../../electron/tables/erase-table';
import { inspectFile } from '../../../electron/tables/inspect';
import { createWorkbook } from '../../../electron/tables/write-workbook';
import type { Cell } from '../../../shared/imports/cells';
import type { FileShape, SaidSettings } from '../../../shared/ipc/imports';
import { withErased, type ErasureLists } from '../../../shared/privacy/erasure-list';
import { keyOf } from '../../../shared/privacy/mentions';
import { stagedRows } from './staged-rows';

/** What becomes of a kept file of figures when a person is erased. */
let folder: string;
let lists: ErasureLists;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-figures-'));
  lists = await erased('Jane Roe', 'jane@roe.example', '+49 170 1234567', 'Max Mole');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function erased(...terms: string[]): Promise<ErasureLists> {
  const keys = terms.map((term) => keyOf(term) ?? '');
  return [await withErased({ key: 'ab'.repeat(32), entries: [] }, keys, 1, hashing)];
}

async function look(content: string | Uint8Array, said: SaidSettings = {}): Promise<FileShape> {
  await writeFile(join(folder, 'brought'), content);
  return inspectFile(join(folder, 'brought'), 'figures', said, () => undefined);
}

function erase(shape: FileShape): Promise<FileShape | null> {
  return eraseTable(join(folder, 'brought'), shape, { lists, hashing, folder });
}

async function readAgain(shape: FileShape | null): Promise<(readonly [number, Cell[]])[]> {
  if (shape === null) throw new Error('The file was left as it is.');
  return stagedRows(join(folder, `${shape.sha256}.${shape.format}`), shape);
}

test('a person gives way to a sign: one for each of them, whatever the spelling, and every row stays in its place', async () => {
  const text =
    'sep=;\nReport of March;;\n\nDay;Publisher;Clicks\n01.03.2026;Jane Roe;12\n02.03.2026;jane roe;"1;2"\n' +
    '03.03.2026;Max Mole;7\n04.03.2026;"Blog of\nJane Roe";1\n05.03.2026;jane@roe.example;2\n06.03.2026;Janet;0049 170 1234567\n';
  const shape = await look(text);
  const [one, same, other, blog, mail, phone] = (await readAgain(await erase(shape))).map(
    ([, cells]) => cells,
  );
  expect(one?.[1]).toMatch(/^\[erased [a-p]{8}\]$/);
  expect(same?.[1]).toBe(one?.[1]);
  expect(other?.[1]).toMatch(/^\[erased [a-p]{8}\]$/);
  expect(new Set([one, other, mail].map((cells) => cells?.[1]))).toHaveProperty('size', 3);
  expect(blog?.[1]).toBe(`Blog of\n${String(one?.[1])}`);
  expect(phone).toEqual(['06.03.2026', 'Janet', expect.stringMatching(/^\[erased /)]);
  const before = await stagedRows(join(folder, 'brought'), shape);
  const after = await readAgain(await erase(shape));
  expect(after.map(([row, [day]]) => [row, day])).toEqual(before.map(([row, [day]]) => [row, day]));
  expect(same?.[2]).toBe('1;2');
});

test('the copy names nobody, is the same each time, and is left alone afterwards', async () => {
  const shape = await look('Day,Publisher,Clicks\n2026-03-01,Jane Roe,12\n');
  const kept = await erase(shape);
  const again = await erase(shape);
  expect(again).toEqual(kept);
  const path = join(folder, `${String(kept?.sha256)}.csv`);
  expect(await readFile(path, 'utf8')).not.toMatch(/jane|roe/i);
  expect(await readdir(folder)).toHaveLength(2);
  if (kept === null) throw new Error('It was not kept.');
  expect(await eraseTable(path, kept, { lists, hashing, folder })).toBeNull();
});

test('a file of text that names nobody stays as it is', async () => {
  const shape = await look('Day,Publisher,Clicks\n2026-03-01,Janet Roebuck,12\n');
  expect(await erase(shape)).toBeNull();
  expect(await readdir(folder)).toEqual(['brought']);
});

test('of a workbook the sheet stays that is read, cell by cell, and nothing else of it', async () => {
  const pieces: Uint8Array[] = [];
  const workbook = createWorkbook((bytes) => pieces.push(Uint8Array.from(bytes)));
  workbook.sheet('March', ['Day', 'Publisher', 'Sale', 'Note']);
  workbook.rows([
    ['2026-03-01', 'Jane Roe', 1234.5, '=1+1'],
    [],
    ['2026-03-02', 'Trail Notes', -0.25, '-kept-'],
    ['2026-03-03', '12', 12, true],
  ]);
  workbook.sheet('People', ['Name']);
  workbook.rows([['Jane Roe'], ['Secret Person']]);
  await workbook.end();
  const shape = await look(Buffer.concat(pieces), { decimal: 'comma' });
  const kept = await erase(shape);
  expect(kept).toMatchObject({ format: 'csv', rows: 3, columns: shape.columns });
  expect(await readAgain(kept)).toEqual([
    [2, ['2026-03-01', expect.stringMatching(/^\[erased /), '1234,5', "'=1+1"]],
    [4, ['2026-03-02', 'Trail Notes', '-0,25', "'-kept-"]],
    [5, ['2026-03-03', '12', '12', 'true']],
  ]);
  const text = await readFile(join(folder, `${String(kept?.sha256)}.csv`), 'utf8');
  expect(text).not.toMatch(/Jane|Secret/);
  // Its cells don't show all that stands in it: another sheet, its author.
  lists = await erased('Nobody Here');
  expect((await erase(shape))?.format).toBe('csv');
});
