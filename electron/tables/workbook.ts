import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { isErrorCell, type Cell } from '../../shared/imports/cells';
import { DeskError } from '../../shared/kernel/result';
import { checkRow, refused } from './refusals';
import type { FileRow } from './rows';
import type { PlacedPart } from './zip-check';

const rowsAtOnce = 500;

/** Rows of one sheet of a workbook. */
export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly FileRow[];
}

/** What has to be known before a sheet can be read; a sheet's own words and numbers come after it. */
const partOrder = [
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/styles\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
];

/**
 * The parts of a workbook that are read, in this order, however they were packed: a sheet that comes before the words of its
 * cells would be put aside by the reader, which then loses the words now and then.
 */
async function* partsOf(path: string, parts: readonly PlacedPart[]): AsyncGenerator {
  for (const pattern of partOrder) {
    for (const { name, start, end } of parts) {
      if (pattern.test(name)) yield* createReadStream(path, { start, end: end - 1 });
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
  const source = Readable.from(partsOf(path, parts));
  try {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(source, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
      styles: 'cache',
      entries: 'ignore',
    });
    // A workbook without any words has none for its sheets to wait for.
    Reflect.set(reader, 'sharedStrings', []);
    let count = 0;
    for await (const worksheet of reader) {
      count += 1;
      const sheet = nameOf(worksheet, count);
      place = `at the beginning of ‘${sheet}’`;
      noteLostWords(reader);
      let rows: FileRow[] = [];
      let last = 0;
      yield { sheet, rows: [] };
      for await (const row of worksheet) {
        if (!Number.isSafeInteger(row.number) || row.number <= last) {
          throw damaged(`after row ${last} of ‘${sheet}’, where its rows are not in order`);
        }
        last = row.number;
        place = `after row ${last} of ‘${sheet}’`;
        const cells = cellsOf(row);
        checkRow(row.number, cells);
        rows.push({ row: row.number, cells });
        if (rows.length < rowsAtOnce) continue;
        yield { sheet, rows };
        rows = [];
      }
      yield { sheet, rows };
    }
  } catch (thrown) {
    if (thrown instanceof DeskError) throw thrown;
    throw damaged(place);
  } finally {
    source.destroy();
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

function cellsOf(row: ExcelJS.Row): readonly Cell[] {
  const cells: Cell[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    while (cells.length < column - 1) cells.push(null);
    cells.push(plainCell(cell.value, cell.numFmt));
  });
  return cells;
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
