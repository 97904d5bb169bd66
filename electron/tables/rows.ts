import type { Cell } from '../../shared/imports/cells';

/** A row of a file with its number, as a spreadsheet numbers its rows. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}
