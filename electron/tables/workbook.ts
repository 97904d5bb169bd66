import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { currencyIn, isErrorCell, type Cell } from '../../shared/imports/cells';
import { DeskError } from '../../shared/kernel/result';
import { checkRow, refused } from './refusals';
import type { FileRow } from './rows';
import { readPart, type PlacedPart } from './zip-check';

const rowsAtOnce = 500;

/** Rows of one sheet of a workbook. */
export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly FileRow[];
}

/** Of the reader's own steps those that are taken here one by one. */
interface PartSteps {
  _parseRels(part: Readable): Promise<void>;
  _parseWorkbook(part: Readable): Promise<void>;
  _parseStyles(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncIterator<unknown>;
  _parseWorksheet(
    part: Readable,
    sheet: string,
  ): Iterable<{ readonly value: ExcelJS.stream.xlsx.WorksheetReader }>;
}

const steps = ['Rels', 'Workbook', 'Styles', 'SharedStrings', 'Worksheet'];

function hasSteps(reader: object): reader is PartSteps {
  return steps.every((step) => typeof Reflect.get(reader, `_parse${step}`) === 'function');
}

const sheetPart = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/**
 * Gives the sheets of a workbook when everything is known that they need: their names, the formats and words of their cells.
 * The reader's own way through a packed file loses sheets, or takes the end for a cut, when the computer is busy.
 */
async function* sheetsOf(
  path: string,
  parts: readonly PlacedPart[],
): AsyncGenerator<ExcelJS.stream.xlsx.WorksheetReader> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'ignore',
  });
  if (!hasSteps(reader)) throw new Error('The reader of workbooks has other steps.');
  const each = async (name: string, step: (part: Readable) => Promise<void>): Promise<void> => {
    const part = parts.find((one) => one.name === name);
    if (part !== undefined) await step(readPart(path, part));
  };
  await each('xl/_rels/workbook.xml.rels', (part) => reader._parseRels(part));
  await each('xl/workbook.xml', (part) => reader._parseWorkbook(part));
  await each('xl/styles.xml', (part) => reader._parseStyles(part));
  await each('xl/sharedStrings.xml', async (part) => {
    // They are kept, not handed out: the first step goes to their end.
    await reader._parseSharedStrings(part).next();
  });
  noteLostWords(reader);
  for (const part of parts) {
    const number = sheetPart.exec(part.name)?.[1];
    if (number === undefined) continue;
    const text = readPart(path, part);
    try {
      for (const { value } of reader._parseWorksheet(text, number)) yield value;
    } finally {
      text.destroy();
    }
  }
}

/**
 * Reads the sheets of a workbook, one after the other, row by row. A row without cells isn't named by the file and is left
 * out. Throws `FILE_DAMAGED` and what `checkRow` throws.
 */
export async function* readWorkbook(
  path: string,
  parts: readonly PlacedPart[],
): AsyncGenerator<SheetRows> {
  let place = 'at its beginning';
  try {
    let count = 0;
    for await (const worksheet of sheetsOf(path, parts)) {
      count += 1;
      const sheet = nameOf(worksheet, count);
      place = `at the beginning of ‘${sheet}’`;
      let rows: FileRow[] = [];
      let last = 0;
      yield { sheet, rows: [] };
      for await (const row of worksheet) {
        if (!Number.isSafeInteger(row.number) || row.number <= last) {
          throw damaged(`after row ${last} of ‘${sheet}’, where its rows are not in order`);
        }
        last = row.number;
        place = `after row ${last} of ‘${sheet}’`;
        const read = readRow(row);
        checkRow(row.number, read.cells);
        rows.push(read);
        if (rows.length < rowsAtOnce) continue;
        yield { sheet, rows };
        rows = [];
      }
      yield { sheet, rows };
    }
  } catch (thrown) {
    if (thrown instanceof DeskError) throw thrown;
    throw damaged(place);
  }
}

function damaged(place: string): DeskError {
  return refused(
    'FILE_DAMAGED',
    `The workbook can’t be read ${place}. Open it in your spreadsheet program and save it anew as .xlsx, or as CSV.`,
  );
}

/**
 * Words of cells are kept once for the whole workbook, and cells name them by number. The reader takes a number without
 * words for an empty cell; here it becomes an error, so that nothing goes missing in silence.
 */
function noteLostWords(reader: object): void {
  const known: unknown = Reflect.get(reader, 'sharedStrings');
  const words = Array.isArray(known) ? known : [];
  Reflect.set(
    reader,
    'sharedStrings',
    new Proxy(words, {
      get: (list, at): unknown => (Object.hasOwn(list, at) ? list[Number(at)] : { error: '#REF!' }),
    }),
  );
}

/** The reader knows a sheet's name and doesn't say so in its types. */
function nameOf(worksheet: object, count: number): string {
  const name = 'name' in worksheet ? worksheet.name : null;
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : `Sheet ${count}`;
}

function readRow(row: ExcelJS.Row): FileRow {
  const cells: Cell[] = [];
  const currencies = new Map<number, string>();
  row.eachCell({ includeEmpty: false }, ({ value, numFmt }, column) => {
    while (cells.length < column - 1) cells.push(null);
    const cell = plainCell(value, numFmt);
    const currency = typeof cell === 'number' ? currencyOfFormat(numFmt) : null;
    if (currency !== null) currencies.set(column - 1, currency);
    cells.push(typeof cell === 'number' && isPercentFormat(numFmt) ? percentText(cell) : cell);
  });
  return currencies.size === 0
    ? { row: row.number, cells }
    : { row: row.number, cells, currencies };
}

const formats = new Map<
  string,
  { readonly currency: string | null; readonly isPercent: boolean }
>();

/** What a number format shows beside the number; formats are few and come again with every cell. */
function lookAt(format = '') {
  const known = formats.get(format);
  if (known !== undefined) return known;
  const [, sign] = /\[\$([^\]-]+)/.exec(format) ?? [];
  const bare = format.replace(/\[[^\]]*\]/g, '').replace(/["\\]/g, ' ');
  const looked = {
    currency: isDateFormat(format) ? null : currencyIn(`1 ${sign ?? bare}`),
    isPercent: bare.includes('%'),
  };
  if (formats.size < mostFormats) formats.set(format, looked);
  return looked;
}

/** More than any workbook has, and no more than fits. */
const mostFormats = 10_000;

function currencyOfFormat(format: string | undefined): string | null {
  return lookAt(format).currency;
}

function isPercentFormat(format: string | undefined): boolean {
  return lookAt(format).isPercent;
}

/** 0.075 as people see it, `7.5%`. Three decimals get a fourth, because three could be thousands. */
function percentText(share: number): string {
  const percent = String(Number((share * 100).toPrecision(12)));
  return `${/\.\d{3}$/.test(percent) ? `${percent}0` : percent}%`;
}

/**
 * Numbers, words and flags as they are; days as ISO text; what a formula gave; the words of a link or a colored text. What
 * is no number, or a formula whose result was not saved, is an error, as a spreadsheet would show one.
 */
function plainCell(value: ExcelJS.CellValue, format: string | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return dayText(value);
  if ('error' in value) return isErrorCell(value.error) ? value.error : '#VALUE!';
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  const { result } = value;
  if (typeof result === 'number' && isDateFormat(format)) {
    return dayText(new Date(Math.round((result - 25_569) * 86_400_000)));
  }
  return result === undefined ? '#VALUE!' : plainCell(result, format);
}

function isDateFormat(format: string | undefined): boolean {
  const plain = format?.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '') ?? '';
  return /[dy]/i.test(plain) && !/general/i.test(plain);
}

function dayText(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return '#NUM!';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
