import { join } from 'node:path';
import Papa from 'papaparse';
import type { ExportCell, ExportPage } from '../../shared/ipc/data-contract';
import { guardText } from '../../shared/kernel/table-cells';
import { replaceFile } from '../files';

/** Gives the page after a token; null is the first. */
export type ReadPage = (after: string | null) => Promise<ExportPage>;

export const exportFormats = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Writes every page of an export to a file, which appears whole or not at all; gives the number of rows. */
export async function writeExport(
  path: string,
  format: 'csv' | 'json',
  readPage: ReadPage,
): Promise<number> {
  let rows = 0;
  await replaceFile(path, async (write) => {
    rows =
      format === 'json'
        ? await writeList(readPage, write)
        : await eachPage(readPage, (page, isFirst) => write(csvPiece(page, isFirst)));
  });
  return rows;
}

/** Writes several kinds to one JSON object, a list of records under the name of each kind; gives the number of rows. */
export async function writeAllAsJson(
  path: string,
  kinds: readonly string[],
  readPageOf: (kind: string) => ReadPage,
): Promise<number> {
  let rows = 0;
  await replaceFile(path, async (write) => {
    for (const [at, kind] of kinds.entries()) {
      await write(`${at === 0 ? '{' : ','}\n${JSON.stringify(kind)}: `);
      rows += await writeList(readPageOf(kind), write);
    }
    await write('}\n');
  });
  return rows;
}

/** Writes a CSV file into a folder for each kind of which there is anything; gives the number of rows. */
export async function writeAllAsCsv(
  folder: string,
  kinds: readonly string[],
  readPageOf: (kind: string) => ReadPage,
): Promise<number> {
  let rows = 0;
  for (const kind of kinds) {
    const first = await readPageOf(kind)(null);
    if (first.rows.length === 0 && first.next === null) continue;
    rows += await writeExport(join(folder, `${kind}.csv`), 'csv', readPageOf(kind));
  }
  return rows;
}

/** Hands out the pages of an export in their order; gives the number of rows. */
export async function eachPage(
  readPage: ReadPage,
  take: (page: ExportPage, isFirst: boolean) => Promise<void>,
): Promise<number> {
  let rows = 0;
  let page = await readPage(null);
  await take(page, true);
  rows += page.rows.length;
  while (page.next !== null) {
    page = await readPage(page.next);
    await take(page, false);
    rows += page.rows.length;
  }
  return rows;
}

async function writeList(
  readPage: ReadPage,
  write: (piece: string) => Promise<void>,
): Promise<number> {
  let written = 0;
  const rows = await eachPage(readPage, async (page) => {
    await write(jsonPiece(page, written === 0));
    written += page.rows.length;
  });
  await write(rows === 0 ? '[]\n' : '\n]\n');
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
