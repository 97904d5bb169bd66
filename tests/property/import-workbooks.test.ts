import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../shared/records/index';
import { planRows, readBytes, type ReadFile } from '../unit/imports/support';
import { expectReadOrRefused } from './support/read-or-refused';

/*
 * Workbooks are packed soundly here and wrong inside: what programs that write them get wrong, and what somebody could put
 * there on purpose. Whatever it is, the file is read or refused in words, and no cell goes missing in silence.
 */

const headers = ['Name', 'Client', 'Month', 'Total sales', 'Orders'];
const words = [...headers, 'Nordlicht', '2026-10', 'Würde & <Bürde>', '1.234,50 €'];
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type PartName = 'workbook' | 'rels' | 'sheet' | 'styles' | 'strings';

interface Parts {
  /** Rows and what follows them in the sheet. */
  readonly rows: string;
  readonly after: string;
  readonly before: string;
  readonly strings: string | null;
  readonly styles: string | null;
  readonly rels: string | null;
}

function headerRow(): string {
  const cells = headers.map(
    (_header, at) => `<c r="${'ABCDE'.charAt(at)}1" t="s"><v>${at}</v></c>`,
  );
  return `<row r="1">${cells.join('')}</row>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const sound: Parts = {
  rows: headerRow(),
  before: '<dimension ref="A1:E9"/>',
  after: '',
  strings: words.map((word) => `<si><t>${escaped(word)}</t></si>`).join(''),
  styles:
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4"/></cellXfs>',
  rels: `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
};

/** A workbook whose parts are packed as they should be, whatever stands in them. */
async function packed(
  parts: Partial<Parts>,
  order: readonly PartName[] = ['workbook', 'rels', 'sheet', 'styles', 'strings'],
): Promise<Uint8Array> {
  const { rows, before, after, strings, styles, rels } = { ...sound, ...parts };
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const texts: Readonly<Record<PartName, readonly [name: string, text: string | null]>> = {
    workbook: [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Totals" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    rels: [
      'xl/_rels/workbook.xml.rels',
      rels && `<Relationships xmlns="${relations}">${rels}</Relationships>`,
    ],
    sheet: [
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    ],
    styles: ['xl/styles.xml', styles && `<styleSheet xmlns="${main}">${styles}</styleSheet>`],
    strings: ['xl/sharedStrings.xml', strings && `<sst xmlns="${main}">${strings}</sst>`],
  };
  const zip = new JSZip();
  for (const part of new Set<PartName>([...order, 'workbook'])) {
    const [name, text] = texts[part];
    if (text !== null) zip.file(name, `${xml}${text}`);
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

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

const odd = (...texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6 }).map(escaped) },
  );

const cellText = odd(
  ...'0 1 5 6 7 8 99 -1 46000 -3 1e999 NaN 12.5 1,5 2026-10 2026-11-22T10:00:00Z TRUE #N/A #DIV/0!'.split(
    ' ',
  ),
  '',
  '=cmd|calc',
);
const attribute = (name: string, values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.option(
    values.map((value) => ` ${name}="${value.replace(/"/g, '&quot;')}"`),
    { nil: '' },
  );

const cell = fc
  .tuple(
    fc.oneof(
      { weight: 60, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('', 'Z', 'AA', 'a', 'XFD', 'ZZZZ', '1') },
    ),
    attribute('t', odd('s', 'str', 'inlineStr', 'b', 'e', 'n', 'd')),
    attribute('s', odd('0', '1', '2', '99', '-1')),
    fc.constantFrom(
      ...Array<string>(300).fill(''),
      '<f>A1</f>',
      '<f>B2&amp;C2</f>',
      '<f t="shared" si="7"/>',
      '<f>',
      '</f>',
    ),
    fc.option(cellText, { nil: null }),
    fc.boolean(),
  )
  .map(([column, type, style, formula, text, isInline]) => ({
    column,
    xml: (ref: string): string => {
      const value = text === null ? '' : isInline ? `<is><t>${text}</t></is>` : `<v>${text}</v>`;
      return `<c r="${ref}"${type}${style}>${formula}${value}</c>`;
    },
  }));

const rowsOf = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 200, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: odd('3', '0', '1048576', '99999999', '-2') },
    ),
    fc.array(cell, { maxLength: 6 }),
  ),
  { maxLength: 6 },
);

const sheet = rowsOf.map((rows) =>
  rows
    .map(([number, cells], at) => {
      const row = number ?? String(at + 2);
      const texts = cells.map(({ column, xml }, index) =>
        xml(`${column ?? 'ABCDEF'.charAt(index)}${row}`),
      );
      return `<row r="${escaped(row)}">${texts.join('')}</row>`;
    })
    .join(''),
);

const parts = fc.record({
  rows: fc
    .tuple(sheet, fc.boolean())
    .map(([rows, isHeaded]) => (isHeaded ? headerRow() : '') + rows),
  before: fc.constantFrom(
    ...Array<string>(40).fill(sound.before),
    '',
    '<dimension ref="A1:XFD1048576"/>',
    '<dimension ref="nonsense"/>',
    '<cols><col min="9" max="3"/><col/></cols>',
    '<sheetData>',
  ),
  after: fc.constantFrom(
    ...Array<string>(40).fill(''),
    '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    '<mergeCells count="x"><mergeCell/></mergeCells>',
    '</worksheet>',
  ),
  strings: fc.option(
    fc.constantFrom(
      ...Array<string | null>(40).fill(sound.strings),
      '',
      '<si/><si><r><t>a</t></r></si>',
      '<si>',
    ),
    {
      nil: null,
      freq: 20,
    },
  ),
  styles: fc.option(
    fc.constantFrom(
      ...Array<string | null>(40).fill(sound.styles),
      '',
      '<cellXfs><xf/></cellXfs>',
      '<numFmts>',
    ),
    {
      nil: null,
      freq: 20,
    },
  ),
  rels: fc.option(
    fc.constantFrom(...Array<string | null>(40).fill(sound.rels), '', '<Relationship/>'),
    { nil: null, freq: 6 },
  ),
});

function readOrRefused(bytes: Uint8Array): Promise<'read' | 'refused'> {
  return expectReadOrRefused(bytes, kindOf('client-total'), plansOf);
}

test('1,000 workbooks with anything in their sheets are read or refused', async () => {
  const counts = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(parts, async (given) => {
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
