import { DeskError } from '../../shared/kernel/result';
import { kinds } from '../../shared/records/index';
import type { Desk } from './desk';
import {
  writeAllAsCsv,
  writeAllAsJson,
  writeExport,
  type ExportFormat,
  type ReadPage,
} from './export-file';
import { writeAllAsWorkbook } from './export-workbook';

/** Rows that networks or files sent, beside the records of people. */
const factKinds = ['transaction', 'traffic'];

interface ExportOptions {
  readonly tell?: (words: string) => void;
  /** The records as they were at the end of this day; facts are not kept by day. */
  readonly asOf?: string;
}

/**
 * Writes everything of a kind, or with null of every kind, to a file; gives the number of rows. One CSV file holds one
 * kind, so everything is a folder of them.
 */
export async function exportData(
  desk: Desk,
  kind: string | null,
  format: ExportFormat,
  file: string,
  signal: AbortSignal,
  { tell, asOf }: ExportOptions = {},
): Promise<number> {
  const readPageOf =
    (of: string): ReadPage =>
    (after) => {
      if (signal.aborted)
        throw new DeskError('CANCELLED', 'The export was cancelled. Nothing was written.');
      tell?.(`Writing ${of}`);
      return desk.data.call('export.read', {
        kind: of,
        after,
        ...(asOf === undefined ? {} : { asOf }),
      });
    };
  const all = kind === null ? [...kinds.map((each) => each.kind), ...factKinds] : [kind];
  if (format === 'xlsx') return writeAllAsWorkbook(file, all, readPageOf, signal);
  if (kind !== null) return writeExport(file, format, readPageOf(kind));
  if (format === 'json') return writeAllAsJson(file, all, readPageOf);
  return writeAllAsCsv(file, all, readPageOf);
}
