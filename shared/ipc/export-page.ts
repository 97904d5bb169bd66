import type { FieldValue } from './desk-records';

/** A cell of an export: a structure (a client's calendar) stays one; a file of plain text writes it as JSON. */
export type ExportCell = FieldValue;

/** A page of an export: a header and rows of cells, in the order of the kind's columns. */
export interface ExportPage {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Hand it back for the next page; null after the last. */
  readonly next: string | null;
}
