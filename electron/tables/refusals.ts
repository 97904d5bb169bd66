import { mostCellLength, mostColumns, mostRows } from '../../shared/imports/limits';
import { DeskError } from '../../shared/kernel/result';

/** A file that isn't read any further. Nothing has been written when a file is read. */
export function refused(code: string, why: string): DeskError {
  return new DeskError(code, `${why} Nothing was written.`);
}

/** Ends the reading of a file with a row that no spreadsheet of people's work has. */
export function checkRow(row: number, cells: readonly unknown[]): void {
  if (row > mostRows) {
    throw refused(
      'FILE_TOO_LARGE',
      `The file has more than ${mostRows.toLocaleString('en')} rows; split it.`,
    );
  }
  if (cells.length > mostColumns) {
    throw refused(
      'FILE_TOO_LARGE',
      `Row ${row} has ${cells.length} columns; at most ${mostColumns} are read.`,
    );
  }
  const long = cells.findIndex((cell) => typeof cell === 'string' && cell.length > mostCellLength);
  if (long < 0) return;
  throw refused(
    'CELL_TOO_LONG',
    `Row ${row}, column ${long + 1} holds more than ${mostCellLength.toLocaleString('en')} characters. A quote that is opened there may never be closed.`,
  );
}
