import { createHash } from 'node:crypto';
import { parse, unparse } from 'papaparse';
import type { FileShape } from '../../../shared/ipc/imports';

/** A line of a CSV file: every cell a text. */
export type Row = Readonly<Record<string, string>>;

/** The lines of a CSV file. */
export function rowsOf(text: string): readonly Row[] {
  return parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** What main finds in a file with these rows. */
export function shapeOf(rows: readonly Row[]): FileShape {
  const text = unparse([...rows]);
  return {
    name: 'walk.csv',
    format: 'csv',
    bytes: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
    sheets: [],
    settings: {
      sheet: null,
      delimiter: ',',
      encoding: 'utf-8',
      headerRow: 1,
      decimal: 'point',
      dates: null,
      currency: null,
    },
    columns: Object.keys(rows[0] ?? {}).map((header) => ({
      header,
      samples: rows.slice(0, 10).map((row) => (row[header] ?? '').slice(0, 200)),
      filled: rows.filter((row) => row[header] !== '').length,
      looks: 'text',
      dates: null,
      decimal: null,
      currency: null,
    })),
    rows: rows.length,
    totalsRow: null,
  };
}
