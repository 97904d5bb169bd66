import type { Cell } from '../../shared/imports/cells';

/** A row of a file with its number, as a spreadsheet numbers its rows. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Of a workbook, the currencies by which cells are formatted, by column; left out where there are none. */
  readonly currencies?: ReadonlyMap<number, string>;
}
