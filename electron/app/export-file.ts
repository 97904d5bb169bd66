import Papa from 'papaparse';
import type { ExportCell, ExportPage } from '../../shared/ipc/data-contract';
import { guardText } from '../../shared/kernel/table-cells';
import { replaceFile } from '../files';

/** Gives the page after a token; null is the first. */
export type ReadPage = (after: string | null) => Promise<ExportPage>;

/** Writes every page of an export to a file, which appears whole or not at all; gives the number of rows. */
export async function writeExport(
  path: string,
  format: 'csv' | 'json',
  readPage: ReadPage,
): Promise<number> {
  let rows = 0;
  await replaceFile(path, async (write) => {
    let after: string | null = null;
    do {
      const page = await readPage(after);
      await write(format === 'csv' ? csvPiece(page, after === null) : jsonPiece(page, rows === 0));
      rows += page.rows.length;
      after = page.next;
    } while (after !== null);
    if (format === 'json') await write(rows === 0 ? '[]\n' : '\n]\n');
  });
  return rows;
}

/** Lines of RFC 4180: CRLF, quotes where needed; text that a spreadsheet would run as a formula is marked. */
export function csvPiece(page: ExportPage, withHeader: boolean): string {
  const rows = page.rows.map((row) => row.map(guardCell));
  const lines = withHeader ? [page.columns.map(guardCell), ...rows] : rows;
  if (lines.length === 0) return '';
  return `${Papa.unparse(lines, { newline: '\r\n' })}\r\n`;
}

function jsonPiece(page: ExportPage, isFirst: boolean): string {
  return page.rows
    .map((row, index) => {
      const record = Object.fromEntries(
        page.columns.map((column, at) => [column, row[at] ?? null]),
      );
      return `${isFirst && index === 0 ? '[\n' : ',\n'}${JSON.stringify(record)}`;
    })
    .join('');
}

/**
 * Text whose first character, also after leading blanks, could start a formula gets a leading apostrophe. Numbers and
 * flags stay as they are; a structure is its JSON.
 */
export function guardCell(cell: ExportCell): ExportCell {
  if (typeof cell === 'object' && cell !== null) return JSON.stringify(cell);
  if (typeof cell !== 'string') return cell;
  return guardText(cell);
}
