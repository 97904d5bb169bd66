import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../shared/records/index';
import { planRows, readBytes, type ReadFile } from '../unit/imports/support';
import { expectReadOrRefused } from './support/read-or-refused';
import { chanceParts, odd } from './support/chance-workbook';
import { headerRow, packed, type Parts } from './support/workbook-bytes';

/*
 * Workbooks are packed soundly here and wrong inside: what programs that write them get wrong, and what somebody could put
 * there on purpose. Whatever it is, the file is read or refused in words, and no cell goes missing in silence.
 */

async function read(parts: Partial<Parts>): Promise<ReadFile> {
  return readBytes(await packed(parts));
}

const client = '01980000-0000-7000-8000-000000000001';
const references = {
  find: (_kind: string, word: string) =>
    word === 'Nordlicht'
      ? { id: client, row: null }
      : { problem: 'there is no client of that name' },
};

function plansOf(file: ReadFile) {
  return planRows('client-total', file, [], null, references);
}

describe('what a cell of a workbook can be', () => {
  const row = (cells: string): string => `${headerRow()}<row r="2">${cells}</row>`;
  const good =
    '<c r="B2" t="s"><v>5</v></c><c r="C2" t="inlineStr"><is><t>2026-10</t></is></c><c r="D2" t="str"><v>EUR 12.50</v></c>';

  test('is read from a sound one', async () => {
    const [plan] = plansOf(await read({ rows: row(`${good}<c r="E2"><v>7</v></c>`) }));
    expect(plan).toMatchObject({
      outcome: 'create',
      values: {
        client,
        month: '2026-10',
        total: { amountMinor: 1_250, currency: 'EUR' },
        orders: 7,
      },
    });
  });

  test.each([
    ['an error', '<c r="E2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['an error of a formula', '<c r="E2" t="e"><f>A1</f><v>#REF!</v></c>', '#VALUE!'],
    ['an error without a name', '<c r="E2" t="e"><v></v></c>', '#VALUE!'],
    ['a formula without a result', '<c r="E2"><f>SUM(A1:A9)</f></c>', '#VALUE!'],
    ['a formula with an empty result', '<c r="E2"><f>SUM(A1:A9)</f><v/></c>', '#VALUE!'],
    ['a number that is none', '<c r="E2"><v>seven</v></c>', '#NUM!'],
    ['a number beyond all numbers', '<c r="E2"><v>1e999</v></c>', '#NUM!'],
    ['words that are not there', '<c r="E2" t="s"><v>99</v></c>', '#REF!'],
    ['words before the first', '<c r="E2" t="s"><v>-1</v></c>', '#REF!'],
    ['a day that is none', '<c r="E2" s="1"><v>1e300</v></c>', '#NUM!'],
  ])('%s is refused by row and field', async (_words, cell, value) => {
    const [plan] = plansOf(await read({ rows: row(good + cell) }));
    expect(plan?.problems).toEqual([
      {
        row: 2,
        field: 'orders',
        value,
        message: 'the spreadsheet has an error here, or a formula whose result was not saved',
      },
    ]);
  });

  test('words are not there at all', async () => {
    const parts = { strings: null, rows: row(good) };
    // The headers are words, too.
    const { shape } = await read(parts);
    expect(shape.columns.map(({ header }) => header)).not.toContain('Client');
  });

  test.each([
    ['directly after the sheet', ['rels', 'sheet', 'strings']],
    ['before it', ['strings', 'rels', 'sheet', 'styles']],
    ['behind all others', ['rels', 'styles', 'sheet', 'strings']],
    ['before the workbook itself', ['sheet', 'strings', 'rels', 'workbook']],
  ] as const)('words may be packed %s', async (_words, order) => {
    const file = await readBytes(await packed({ rows: row(good) }, order));
    expect(plansOf(file)).toMatchObject([{ outcome: 'create', values: { client } }]);
  });

  test('a merged cell stands in its first row only', async () => {
    const rows = `${row(good)}<row r="3"><c r="C3" t="s"><v>6</v></c><c r="D3" t="str"><v>$ 5</v></c></row>`;
    const file = await read({ rows, after: '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>' });
    expect(plansOf(file)[1]?.problems).toMatchObject([{ row: 3, field: 'client' }]);
  });

  test('a sheet may say that it is as large as it likes', async () => {
    const before = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols>';
    const { shape } = await read({ before, rows: row(good) });
    expect(shape).toMatchObject({ rows: 1, columns: { length: 5 } });
  });

  test('rows that come twice, backwards or without a number are refused', async () => {
    for (const second of ['<row r="2">', '<row r="1">', '<row>', '<row r="0">', '<row r="-4">']) {
      const rows = `${row(good)}${second}<c r="B3" t="s"><v>5</v></c></row>`;
      const message = await read({ rows }).then(() => 'read', String);
      expect(message, second).toMatch(/can’t be read (?:after row 2|at the beginning) of ‘Totals’/);
    }
  });

  test('a cell far outside is refused by its row', async () => {
    const rows = row(`${good}<c r="XFD2"><v>1</v></c>`);
    await expect(read({ rows })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: 'Row 2 has 16384 columns; at most 500 are read. Nothing was written.',
    });
  });
});

function readOrRefused(bytes: Uint8Array): Promise<'read' | 'refused'> {
  return expectReadOrRefused(bytes, kindOf('client-total'), plansOf);
}

test('1,000 workbooks with anything in their sheets are read or refused', async () => {
  const counts = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(chanceParts, async (given) => {
      counts[await readOrRefused(await packed(given))] += 1;
    }),
    { numRuns: 1_000, seed: randomInt(2 ** 31) },
  );
  // Neither is the exception: else the files would show nothing.
  expect(counts.read).toBeGreaterThan(100);
  expect(counts.refused).toBeGreaterThan(50);
}, 300_000);

test('and so are 300 sheets that were changed sign by sign', async () => {
  const zip = await JSZip.loadAsync(
    await packed({
      rows: `${headerRow()}<row r="2"><c r="B2" t="s"><v>5</v></c><c r="C2" s="1"><v>46000</v></c><c r="D2" t="e"><f>A1</f><v>#N/A</v></c></row>`,
    }),
  );
  const names = [
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
  ];
  const texts: string[] = [];
  for (const name of names) texts.push((await zip.file(name)?.async('string')) ?? '');
  const edit = fc.record({
    part: fc.nat({ max: names.length - 1 }),
    at: fc.nat({ max: 2_000 }),
    length: fc.integer({ min: 0, max: 30 }),
    text: odd(
      '<',
      '>',
      '"',
      '&',
      '/',
      '\u0000',
      '<v>',
      '</c>',
      '<!--',
      '<!DOCTYPE x [<!ENTITY a "b">]>',
      '&a;',
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const changed = [...texts];
      for (const { part, at, length, text } of edits) {
        const before = changed[part] ?? '';
        const from = at % Math.max(1, before.length);
        changed[part] = before.slice(0, from) + text + before.slice(from + length);
      }
      names.forEach((name, at) => zip.file(name, changed[at] ?? ''));
      await readOrRefused(await zip.generateAsync({ type: 'uint8array' }));
    }),
    { numRuns: 300, seed: randomInt(2 ** 31) },
  );
}, 300_000);
