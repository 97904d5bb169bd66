import { stat } from 'node:fs/promises';
import { openToRead } from '../files';
import { mostFileBytes } from '../../shared/imports/limits';
import type { FileSettings } from '../../shared/ipc/imports';
import { detectDelimiter, readCsv } from './csv';
import { detectEncoding, type Encoding } from './encoding';
import { refused } from './refusals';
import type { FileRow } from './rows';
import { readWorkbook } from './workbook';
import { checkWorkbook } from './zip-check';

/** How a file is cut into rows, as far as somebody has said it. */
export type Cut = Partial<Pick<FileSettings, 'sheet' | 'delimiter' | 'encoding'>>;

/** A file that was looked at and found to be a table. */
export interface TableFile {
  readonly format: 'csv' | 'xlsx';
  readonly bytes: number;
  readonly encoding: Encoding | null;
  readonly delimiter: FileSettings['delimiter'];
  /** Gives its rows; of a workbook those of one sheet, and the names of all. */
  readonly rows: (onBytes: (bytes: number) => void) => AsyncGenerator<readonly FileRow[]>;
  /** The sheets that were met while reading, and the one whose rows were given. */
  readonly sheets: string[];
  readonly sheet: () => string | null;
}

/** Opens a file by what it is, whatever its name says. Throws `NOT_A_TABLE`, `FILE_EMPTY`, `FILE_TOO_LARGE`, `FILE_MISSING`. */
export async function openTable(path: string, cut: Cut): Promise<TableFile> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true)
    throw refused('FILE_MISSING', 'There is no such file, or it can’t be read.');
  const { size } = found;
  if (size === 0) throw refused('FILE_EMPTY', 'The file is empty.');
  if (size > mostFileBytes)
    throw refused('FILE_TOO_LARGE', 'The file is larger than 1 GB; split it.');
  const start = await firstBytes(path);
  if (start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4])))
    return openWorkbook(path, size, cut);
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw refused(
      'NOT_A_TABLE',
      'This workbook is of the old kind (.xls) or protected with a password. Save it as .xlsx without a password, or as CSV.',
    );
  }
  const encoding = cut.encoding ?? (await detectEncoding(path));
  const delimiter = cut.delimiter ?? (await detectDelimiter(path, encoding));
  return {
    format: 'csv',
    bytes: size,
    encoding,
    delimiter,
    sheets: [],
    sheet: () => null,
    rows: (onBytes) => readCsv(path, { encoding, delimiter }, onBytes),
  };
}

async function openWorkbook(path: string, size: number, cut: Cut): Promise<TableFile> {
  const parts = await checkWorkbook(path);
  const sheets: string[] = [];
  let chosen: string | null = cut.sheet ?? null;
  async function* rows(): AsyncGenerator<readonly FileRow[]> {
    for await (const piece of readWorkbook(path, parts)) {
      if (!sheets.includes(piece.sheet)) sheets.push(piece.sheet);
      // Without a word about it, it is the first sheet that holds something.
      if (chosen === null && piece.rows.length > 0) chosen = piece.sheet;
      if (piece.sheet === chosen && piece.rows.length > 0) yield piece.rows;
    }
  }
  return {
    format: 'xlsx',
    bytes: size,
    encoding: null,
    delimiter: null,
    sheets,
    sheet: () => chosen,
    rows,
  };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await openToRead(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
