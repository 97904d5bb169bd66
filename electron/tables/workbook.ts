import ExcelJS from 'exceljs';
import type { Cell } from '../../shared/imports/cells';
import { DeskError } from '../../shared/kernel/result';
import { checkRow, refused } from './refusals';
import type { FileRow } from './rows';

const rowsAtOnce = 500;

/** Rows of one sheet of a workbook. */
export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly FileRow[];
}

/**
 * Reads the sheets of a workbook, one after the other, row by row. A row without cells isn't named by the file and is left
 * out. Throws `FILE_DAMAGED` and what `checkRow` throws.
 */
export async function* readWorkbook(path: string): AsyncGenerator<SheetRows> {
  try {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
      styles: 'cache',
      entries: 'ignore',
    });
    let count = 0;
    for await (const worksheet of reader) {
      count += 1;
      const sheet = nameOf(worksheet, count);
      let rows: FileRow[] = [];
      yield { sheet, rows: [] };
      for await (const row of worksheet) {
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
    throw refused(
      'FILE_DAMAGED',
      'The workbook can’t be read. Open it in your spreadsheet program and save it anew as .xlsx, or as CSV.',
    );
  }
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

/** Numbers, words and flags as they are; days as ISO text; what a formula gave; the words of a link or a colored text. */
function plainCell(value: ExcelJS.CellValue, format: string | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return dayText(value);
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  const { result } = value;
  if (typeof result === 'number' && isDateFormat(format)) {
    return dayText(new Date(Math.round((result - 25_569) * 86_400_000)));
  }
  return result === undefined ? null : plainCell(result, format);
}

function isDateFormat(format: string | undefined): boolean {
  const plain = format?.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '') ?? '';
  return /[dy]/i.test(plain) && !/general/i.test(plain);
}

function dayText(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
