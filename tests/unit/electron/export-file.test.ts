import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvPiece, guardCell, writeExport } from '../../../electron/app/export-file';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('CSV', () => {
  test('lines end with CRLF and cells are quoted where they must be', () => {
    const page = {
      columns: ['name', 'note', 'amount', 'flag'],
      rows: [
        ['Smith, Jones', 'said "no"\nthen left', -12.5, true] as const,
        [null, '', 0, false] as const,
      ],
      next: null,
    };
    expect(csvPiece(page, true)).toBe(
      'name,note,amount,flag\r\n"Smith, Jones","said ""no""\nthen left",-12.5,true\r\n,,0,false\r\n',
    );
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0@x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\0=1',
  ])('%j is no formula any more', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
  });

  test.each(['a=b', 'Acme', '1-2', '', "'quoted"])('%j stays as it is', (text) => {
    expect(guardCell(text)).toBe(text);
  });

  test('every text comes back from a CSV reader, marked or not, and never starts a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          const columns = ['a', 'b'];
          const text = csvPiece({ columns, rows, next: null }, false);
          // Read without Papa's own guess of the line end.
          const { data } = Papa.parse<string[]>(text.slice(0, -2), {
            newline: '\r\n',
            delimiter: ',',
          });
          expect(data).toEqual(rows.map((row) => row.map((cell) => guardCell(cell))));
          for (const cell of data.flat()) expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        },
      ),
    );
  });
});

describe('a structure', () => {
  const calendar = { kind: 'months', startMonth: 2, firstWeekday: 1 };
  const page = { columns: ['name', 'calendar'], rows: [['Acme', calendar]], next: null };

  test('is its JSON in CSV and itself in JSON', async () => {
    expect(csvPiece(page, false)).toBe(
      'Acme,"{""kind"":""months"",""startMonth"":2,""firstWeekday"":1}"\r\n',
    );
    const path = join(folder, 'a.json');
    await writeExport(path, 'json', () => Promise.resolve(page));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([{ name: 'Acme', calendar }]);
  });
});

describe('the file', () => {
  const pages = [
    { columns: ['id'], rows: [[1], [2]], next: 'more' },
    { columns: ['id'], rows: [[3]], next: null },
  ];
  const readPage = (after: string | null) => Promise.resolve(pages[after === null ? 0 : 1]!);

  test('has one header over all pages', async () => {
    const path = join(folder, 'a.csv');
    expect(await writeExport(path, 'csv', readPage)).toBe(3);
    expect(readFileSync(path, 'utf8')).toBe('id\r\n1\r\n2\r\n3\r\n');
  });

  test('is one JSON array over all pages', async () => {
    const path = join(folder, 'a.json');
    await writeExport(path, 'json', readPage);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  test('is an empty JSON array when there are no rows', async () => {
    const path = join(folder, 'a.json');
    await writeExport(path, 'json', () =>
      Promise.resolve({ columns: ['id'], rows: [], next: null }),
    );
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([]);
  });

  test('stays as it was when a page fails, and nothing is left beside it', async () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'old');
    const failing = (after: string | null) =>
      after === null ? readPage(null) : Promise.reject(new Error('lost'));
    await expect(writeExport(path, 'csv', failing)).rejects.toThrow('lost');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });
});
