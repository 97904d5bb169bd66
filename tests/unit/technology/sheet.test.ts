import { describe, expect, test } from 'vitest';
import {
  placeTable,
  planEdits,
  refusalOf,
  type SheetModel,
} from '../../../renderer/features/technology/sheet/sheet-model';
import { cellsOf } from '../../../renderer/features/technology/sheet/table-text';

const column = (key: string, label: string) => ({ key, label, takes: '', width: 100 });
const model: SheetModel = {
  rowWord: 'Program',
  rows: [
    { key: 'a', label: 'Northwind DE', sub: 'Northwind' },
    { key: 'b', label: 'Northwind UK', sub: 'Northwind' },
    { key: 'c', label: 'Alpenglow', sub: 'Alpenglow' },
  ],
  columns: [column('x', 'Cookie window'), column('y', 'Locking'), column('z', 'Rates')],
  textOf: (row, key) => (row === 'a' && key === 'x' ? '30' : ''),
  gapOf: () => 'missing',
  read: (row, key, text) => {
    if (text === 'bad') return { ok: false, why: 'it must be a number' };
    if (model.textOf(row, key) === text) return { ok: true, changes: [] };
    return {
      ok: true,
      changes: [{ op: 'set', kind: 'program', id: row, values: { [key]: text } }],
    };
  },
};
const origin = { row: 0, column: 0 };

describe('a pasted table', () => {
  test('is refused in words where one step can’t write it', () => {
    const edits = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ row: 'b', column: 'y', text: String(at) }));
    expect(refusalOf(planEdits(model, edits(5_000)))).toBeNull();
    expect(refusalOf(planEdits(model, edits(5_001)))).toBe(
      'This table changes 5,001 records, and one step takes at most 5,000. Nothing was written; paste it in parts.',
    );
  });

  test('lies down from the active cell', () => {
    const { edits, errors } = placeTable(model, cellsOf('1\t2\r\n3\t4\r\n'), { row: 1, column: 1 });
    expect(errors).toEqual([]);
    expect(edits).toEqual([
      { row: 'b', column: 'y', text: '1' },
      { row: 'b', column: 'z', text: '2' },
      { row: 'c', column: 'y', text: '3' },
      { row: 'c', column: 'z', text: '4' },
    ]);
  });

  test('follows its headings and the names of its rows, in any order', () => {
    const text = 'Program\tlocking\tCookie Window\nalpenglow\t60\t45\nNorthwind DE\t\t7';
    expect(placeTable(model, cellsOf(text), { row: 2, column: 2 })).toEqual({
      errors: [],
      edits: [
        { row: 'c', column: 'y', text: '60' },
        { row: 'c', column: 'x', text: '45' },
        { row: 'a', column: 'x', text: '7' },
      ],
    });
  });

  test('names what has no place: a heading, a row, a line and a column too many', () => {
    const headed = placeTable(model, cellsOf('Program\tLocking\tEPC\nNobody\t1\t2'), origin);
    expect(headed.errors).toMatchObject([
      { field: 'EPC', why: 'no column has this name' },
      { row: 'Nobody', why: 'there is no such program' },
    ]);
    const lying = placeTable(model, cellsOf('1\t2\n3\t4'), { row: 2, column: 2 });
    expect(lying.edits).toEqual([{ row: 'c', column: 'z', text: '1' }]);
    expect(lying.errors).toMatchObject([
      { row: 'Alpenglow', field: 'Column 2', value: '2' },
      { row: 'Line 2', field: 'Program' },
    ]);
  });

  test('keeps tabs and line breaks inside quotes in their cell', () => {
    expect(cellsOf('"8 %\tof sale"\t"two\nlines"')).toEqual([['8 %\tof sale', 'two\nlines']]);
  });
});

describe('a set of edits', () => {
  test('tells what is new, changed and the same', () => {
    const plan = planEdits(model, [
      { row: 'a', column: 'x', text: '30' },
      { row: 'a', column: 'x', text: '45' },
      { row: 'b', column: 'x', text: '7' },
    ]);
    expect(plan).toMatchObject({ filled: 1, changed: 1, same: 1, errors: [] });
    expect(plan.changes).toHaveLength(2);
  });

  test('names row, field and value of every cell that cannot be read', () => {
    const { errors } = planEdits(model, [
      { row: 'c', column: 'y', text: 'bad' },
      { row: 'a', column: 'y', text: '5' },
    ]);
    expect(errors).toEqual([
      { row: 'Alpenglow', field: 'Locking', value: 'bad', why: 'it must be a number' },
    ]);
  });
});
