import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../electron/tables/workbook';
import { checkWorkbook } from '../../../electron/tables/zip-check';
import { planRows, readBytes } from './support';

const spectrum = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'));
const cases = readdirSync(join(spectrum, 'csvs')).map((file) => file.replace(/\.csv$/, ''));

type Row = Record<string, string>;

describe('csv-spectrum', () => {
  test.each(cases)('%s', async (name) => {
    const file = await readBytes(readFileSync(join(spectrum, 'csvs', `${name}.csv`)), {
      headerRow: 1,
    });
    const headers = file.shape.columns.map(({ header }) => header);
    const read = file.rows.map(([, cells]) =>
      Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ''])),
    );
    const wanted = readFileSync(join(spectrum, 'json', `${name}.json`), 'utf8');
    // Line ends within a cell become line feeds, and a row without anything in it is none.
    const parsed = JSON.parse(wanted.replaceAll('\\r\\n', '\\n')) as Row | Row[];
    const rows = Array.isArray(parsed) ? parsed : [parsed];
    // The expectation of one case has another telephone number than its file.
    const phone = 'Contact Phone Number';
    for (const row of rows) if (row[phone] !== undefined) row[phone] = '2095257564';
    expect(read).toEqual(rows.filter((row) => Object.values(row).some((cell) => cell !== '')));
  });
});

describe('encodings', () => {
  const text = 'Name;Größe\r\nMüller;€ 5\r\nŽižek;7\r\n';
  const wanted = [
    [2, ['Müller', '€ 5']],
    [3, ['Žižek', '7']],
  ];

  test('UTF-8 with and without a mark', async () => {
    expect((await readBytes(text)).rows).toEqual(wanted);
    const marked = await readBytes(`\uFEFF${text}`);
    expect(marked.rows).toEqual(wanted);
    expect(marked.shape.columns[0]?.header).toBe('Name');
  });

  test('UTF-16 of both orders, with and without a mark', async () => {
    const little = Buffer.from(text, 'utf16le');
    const marked = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
    for (const bytes of [little, marked, swapped(little), swapped(marked)]) {
      expect((await readBytes(bytes)).rows).toEqual(wanted);
    }
  });

  test('windows-1252 where the text is no UTF-8', async () => {
    const bytes = Buffer.from(
      Array.from(text, (each) => ({ '€': 0x80, Ž: 0x8e, ž: 0x9e })[each] ?? each.charCodeAt(0)),
    );
    const { shape, rows } = await readBytes(bytes);
    expect(shape.settings.encoding).toBe('windows-1252');
    expect(rows).toEqual(wanted);
  });

  test('a character that is cut by the end of a piece', async () => {
    const long = `name,x\n${'é'.repeat(90_000)},1\n`.repeat(4);
    const { rows } = await readBytes(long);
    expect(rows.at(-1)?.[1]).toEqual(['é'.repeat(90_000), '1']);
  });
});

describe('the shape of a file', () => {
  test('a title before the headers, a totals row, decimal commas and days first', async () => {
    const { shape } = await readBytes(
      'Bericht Oktober 2026\n\nDatum;Umsatz (EUR);Bestellungen\n13.10.2026;1.234,50;3\n02.10.2026;99,00;1\nSumme;1.333,50;4\n',
    );
    expect(shape.settings).toMatchObject({
      delimiter: ';',
      headerRow: 3,
      decimal: 'comma',
      dates: 'dmy',
      currency: 'EUR',
    });
    expect(shape).toMatchObject({ rows: 2, totalsRow: 6 });
  });

  test('totals above the rows, and remarks below the totals, are none of the rows', async () => {
    const below = await readBytes(
      'Code;Clicks;Note\na;1;x\nSumme;1;\n\nErstellt am 01.10.2026;;\n',
    );
    expect(below.shape).toMatchObject({ rows: 1, totalsRow: 3, footRow: 5 });
    expect(
      planRows('task', await readBytes('Task,Note\na,x\nTotal,\nSaved today,\n')),
    ).toHaveLength(1);
    const above = await readBytes('Code,Clicks\nTotal,3\na,1\nb,2\n');
    expect(above.shape).toMatchObject({ rows: 2, totalsRow: 2 });
    // Whoever is called so is a row like others.
    const named = await readBytes('Company,Site\nTotal,total.example\nb,b.example\n');
    expect(named.shape).toMatchObject({ rows: 2, totalsRow: null });
  });

  test('dates that can be read either way say so', async () => {
    const { shape } = await readBytes('day,n\n01/02/2026,1\n03/04/2026,2\n');
    expect(shape.settings.dates).toBeNull();
    expect(shape.columns[0]?.dates).toBe('unclear');
  });

  test('numbers that could be a thousand times another say so', async () => {
    const decimalOf = async (text: string) => (await readBytes(text)).shape.settings.decimal;
    expect(await decimalOf('Name,Budget\na,1.200\nb,12.750\n')).toBeNull();
    expect(await decimalOf('Name,Budget\na,1.200\nb,12.75\n')).toBe('point');
    expect(await decimalOf('Name,Budget\na,"1,200"\nb,"12,750"\n')).toBe('point');
    expect(await decimalOf('Name;Budget\na;1.200\nb;12.750\n')).toBe('comma');
    expect(await decimalOf('Name;Budget\na;1,200\nb;12,750\n')).toBeNull();
    expect(await decimalOf('Name\tRate\na\t0.125\nb\t0.750\n')).toBe('point');
  });

  test('line ends of old programs, and a separator that the file names', async () => {
    expect((await readBytes('a,b\r1,2\r3,4')).rows).toEqual([
      [2, ['1', '2']],
      [3, ['3', '4']],
    ]);
    const named = await readBytes('sep=|\r\na|b\r\n1|2,3\r\n');
    expect(named.rows).toEqual([[2, ['1', '2,3']]]);
  });
});

describe('refusals', () => {
  test.each([
    ['an empty file', '', 'FILE_EMPTY'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2]), 'NOT_A_TABLE'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'NOT_A_TABLE'],
    ['a quote that never ends', 'a,b\n1,"2\n3,4\n', 'QUOTE_OPEN'],
    ['a cell beyond all measure', `a,b\n1,${'x'.repeat(100_001)}\n`, 'CELL_TOO_LONG'],
    ['more columns than anybody has', `${'a,'.repeat(600)}\n`, 'FILE_TOO_LARGE'],
    ['half of a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]), 'FILE_DAMAGED'],
  ])('%s', async (_name, bytes, code) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ code });
  });
});

describe('workbooks', () => {
  async function workbook(): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Empty');
    const sheet = book.addWorksheet('People');
    sheet.addRow(['Name', 'Joined', 'Fee', 'Active', 'Site', 'Sum']);
    sheet.addRow([
      'Ada',
      new Date(Date.UTC(2026, 10, 22)),
      12.5,
      true,
      { text: 'her site', hyperlink: 'https://example.org' },
      { formula: 'C2*2', result: 25 },
    ]);
    sheet.addRow([{ richText: [{ text: 'Gr' }, { text: 'ace' }] }, null, 3]);
    return Buffer.from(await book.xlsx.writeBuffer());
  }

  test('give numbers, days, flags, links and what formulas gave', async () => {
    const { shape, rows } = await readBytes(await workbook());
    expect(shape).toMatchObject({ format: 'xlsx', sheets: ['Empty', 'People'], rows: 2 });
    expect(shape.settings.sheet).toBe('People');
    expect(rows).toEqual([
      [2, ['Ada', '2026-11-22', 12.5, true, 'her site', 25]],
      [3, ['Grace', null, 3]],
    ]);
  });

  test('are read whole however slowly their rows are taken', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
    try {
      const path = join(folder, 'file.xlsx');
      writeFileSync(path, await workbook());
      for (let time = 0; time < 5; time += 1) {
        const read = new Map<string, number>();
        for await (const { sheet, rows } of readWorkbook(path, await checkWorkbook(path))) {
          read.set(sheet, (read.get(sheet) ?? 0) + rows.length);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        expect([...read]).toEqual([
          ['Empty', 0],
          ['People', 3],
        ]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('have a cover that is no table, and a list of one column only where there is no other', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Cover').addRow(['Report of October']);
    const list = book.addWorksheet('Codes');
    list.addRow(['Code', 'Client']);
    list.addRow(['A', 'b']);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    expect((await readBytes(bytes)).shape.settings.sheet).toBe('Codes');
    expect((await readBytes(bytes, { sheet: 'Cover' })).shape.settings.sheet).toBe('Cover');
    book.removeWorksheet('Codes');
    book.addWorksheet('Notes');
    const alone = Buffer.from(await book.xlsx.writeBuffer());
    expect((await readBytes(alone)).shape.settings.sheet).toBe('Cover');
  });

  test('say percents and currencies by the format of a cell', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Codes');
    sheet.addRow(['Code', 'Discount', 'Amount off', 'From']);
    sheet.addRow(['A', 0.15, 10, new Date(Date.UTC(2026, 5, 30))]);
    sheet.addRow(['B', { formula: 'B2/2', result: 0.075 }, 1234.5]);
    sheet.addRow(['C', 0.12345, 5]);
    sheet.getColumn(2).numFmt = '0.0%';
    sheet.getColumn(3).numFmt = '#,##0.00 [$€-407]';
    const { shape, rows } = await readBytes(Buffer.from(await book.xlsx.writeBuffer()));
    expect(shape.settings).toMatchObject({ currency: 'EUR', decimal: 'point' });
    expect(rows.map(([, cells]) => cells)).toEqual([
      ['A', '15%', 10, '2026-06-30'],
      ['B', '7.5%', 1234.5],
      ['C', '12.3450%', 5],
    ]);
  });

  test('have their words letter by letter, wherever the file is cut into pieces', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Words');
    sheet.addRow(['Word', 'Other']);
    const words = Array.from(
      { length: 1_500 },
      (_each, at) => `${'üß€'.repeat(9)}${'x'.repeat(at % 3)}${at}`,
    );
    for (const word of words) sheet.addRow([word, 'b']);
    const { rows } = await readBytes(Buffer.from(await book.xlsx.writeBuffer()));
    expect(rows.map(([, [word]]) => word)).toEqual(words);
  });

  test('are refused when a part would become far larger than its packed size', async () => {
    const zip = await JSZip.loadAsync(await workbook());
    zip.file('xl/worksheets/sheet2.xml', Buffer.alloc(60_000_000, 0x30));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  test('are refused when something hides between their parts', async () => {
    const bytes = await workbook();
    const hidden = Buffer.concat([
      bytes.subarray(0, 0),
      Buffer.from('PK\u0003\u0004hidden'),
      bytes,
    ]);
    await expect(readBytes(hidden)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  test('are refused when they are another kind of packed file', async () => {
    const zip = new JSZip();
    zip.file('content.xml', '<x/>');
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'NOT_A_TABLE' });
  });
});
