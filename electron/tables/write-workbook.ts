import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { ExportCell } from '../../shared/ipc/data-contract';

/** A workbook that grows row by row; what is finished of it leaves at once. */
export interface WorkbookWriter {
  /** Begins a sheet; the one before is finished. */
  sheet(name: string, columns: readonly string[]): void;
  rows(rows: readonly (readonly ExportCell[])[]): void;
  end(): Promise<void>;
}

const mostRowsOfSheet = 1_000_000;
const mostCharacters = 32_000;
const headerStyle = { font: { bold: true } };
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Begins a workbook; `take` gets its bytes in their order. Text stays text: no cell is a formula, whatever it begins with. */
export function createWorkbook(take: (bytes: Uint8Array) => void): WorkbookWriter {
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      take(chunk);
      done();
    },
  });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  let current: ExcelJS.Worksheet | null = null;
  let begun: { readonly name: string; readonly columns: readonly string[] } = {
    name: '',
    columns: [],
  };
  let part = 1;
  let count = 0;

  function open(name: string): void {
    current?.commit();
    current = workbook.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
    current.columns = begun.columns.map((header) => ({
      header,
      width: Math.min(40, Math.max(12, header.length + 2)),
    }));
    Object.assign(current.getRow(1), headerStyle);
    current.getRow(1).commit();
    count = 0;
  }

  return {
    sheet: (name, columns) => {
      begun = { name, columns };
      part = 1;
      open(name);
    },
    rows: (rows) => {
      for (const row of rows) {
        if (count >= mostRowsOfSheet) {
          part += 1;
          open(`${begun.name.slice(0, 27)} ${part}`);
        }
        current?.addRow(row.map(cellValue)).commit();
        count += 1;
      }
    },
    end: async () => {
      current?.commit();
      await workbook.commit();
    },
  };
}

function cellValue(cell: ExportCell): ExcelJS.CellValue {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') return shortened(JSON.stringify(cell));
  if (!dayPattern.test(cell)) return shortened(cell);
  const date = new Date(`${cell}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1901 ? cell : date;
}

/** A spreadsheet program takes no longer text in one cell; a control character makes it refuse the file. */
function shortened(text: string): string {
  const clean = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
  return clean.length > mostCharacters ? `${clean.slice(0, mostCharacters)}… (cut)` : clean;
}
