import { createReadStream } from 'node:fs';
import { openToRead } from '../files';
import Papa from 'papaparse';
import { z } from 'zod';
import { mostCellLength } from '../../shared/imports/limits';
import type { FileSettings } from '../../shared/ipc/imports';
import { TextReader, type Encoding } from './encoding';
import { checkRow, refused } from './refusals';
import type { FileRow } from './rows';

type Delimiter = NonNullable<FileSettings['delimiter']>;

const bytesAtOnce = 1 << 18;
const parsedSchema = z.object({
  data: z.array(z.array(z.string())),
  meta: z.object({ cursor: z.number() }),
  errors: z.array(z.object({ code: z.string(), row: z.number().optional() })),
});

/** What stands between the cells of a text file, as its first lines show; a `sep=;` of a spreadsheet says it. */
export async function detectDelimiter(path: string, encoding: Encoding): Promise<Delimiter> {
  const file = await openToRead(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(bytesAtOnce), 0, bytesAtOnce, 0);
    const text = new TextReader(encoding).read(buffer.subarray(0, bytesRead));
    const said = separatorLine.exec(text)?.[1];
    const isWhole = bytesRead < bytesAtOnce;
    return delimiters.find((each) => each === said) ?? likeliestDelimiter(text, isWhole);
  } finally {
    await file.close();
  }
}

/** The one that cuts most lines into equally many cells, and of two such the one with more cells. */
function likeliestDelimiter(text: string, isWhole: boolean): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 200 });
    const lines = (isWhole || data.length === 200 ? data : data.slice(0, -1)).filter((line) =>
      line.some((cell) => cell.trim() !== ''),
    );
    const times = new Map<number, number>();
    for (const { length } of lines) if (length > 1) times.set(length, (times.get(length) ?? 0) + 1);
    const [width = 1, count = 0] = [...times].sort(([, one], [, other]) => other - one).at(0) ?? [];
    return { delimiter, width, share: count / Math.max(1, lines.length) };
  });
  scored.sort((one, other) => other.share - one.share || other.width - one.width);
  return scored[0]?.delimiter ?? ',';
}

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const separatorLine = /^sep=([,;\t|])\r?\n/i;

/**
 * Reads a text file row by row, as RFC 4180 has it and as programs really write it: any line ends (those within a cell
 * become line feeds), quotes in cells without quotes, rows of different lengths. Throws `CELL_TOO_LONG`, `FILE_TOO_LARGE`,
 * `NOT_A_TABLE`, `QUOTE_OPEN`.
 */
export async function* readCsv(
  path: string,
  { encoding, delimiter }: { readonly encoding: Encoding; readonly delimiter: Delimiter },
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly FileRow[]> {
  const reader = new TextReader(encoding);
  const cutter = new RowCutter(delimiter);
  for await (const piece of createReadStream(path, { highWaterMark: bytesAtOnce })) {
    if (!(piece instanceof Buffer)) continue;
    onBytes(piece.byteLength);
    const rows = cutter.take(reader.read(piece), false);
    if (rows.length > 0) yield rows;
  }
  const last = cutter.take(reader.end(), true);
  if (last.length > 0) yield last;
}

/** Cuts text into rows; what may go on in the next piece waits for it. */
class RowCutter {
  private readonly delimiter: Delimiter;
  private newline: '\n' | '\r' | null = null;
  private rest = '';
  private row = 0;
  private isBegun = false;

  constructor(delimiter: Delimiter) {
    this.delimiter = delimiter;
  }

  take(piece: string, isLast: boolean): readonly FileRow[] {
    if (!this.isBegun && piece.includes('\0')) throw notATable();
    this.isBegun ||= piece !== '';
    let text = this.rest + piece;
    if (text.includes('\r\n')) text = text.replace(/\r\n/g, '\n');
    if (this.row === 0) text = text.replace(separatorLine, '');
    this.newline ??= lineEndOf(text, isLast);
    this.rest = isLast ? '' : text;
    if (text === '' || this.newline === null) return [];
    // A return at the very end may be half of a line end whose other half never came.
    if (isLast && this.newline === '\n' && text.endsWith('\r')) text = text.slice(0, -1);
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: this.newline });
    const { data, meta, errors } = parsedSchema.parse(parser.parse(text, 0, !isLast));
    const open = isLast ? errors.find(({ code }) => code === 'MissingQuotes') : undefined;
    if (open !== undefined) throw quoteOpen(this.row + (open.row ?? data.length - 1) + 1);
    if (!isLast) this.rest = text.slice(meta.cursor);
    const rows = data.map((cells) => {
      this.row += 1;
      checkRow(this.row, cells);
      return { row: this.row, cells };
    });
    if (this.rest.length > longestRow) checkRow(this.row + 1, [this.rest]);
    return rows;
  }
}

const longestRow = 20 * mostCellLength;

/** Old programs end lines with a return alone; in a short text only its end shows that no line feed comes. */
function lineEndOf(text: string, isLast: boolean): '\n' | '\r' | null {
  if (text.includes('\n')) return '\n';
  if (text.includes('\r') && (isLast || text.length > 10_000)) return '\r';
  return isLast || text.length > longestRow ? '\n' : null;
}

function quoteOpen(row: number): Error {
  return refused(
    'QUOTE_OPEN',
    `A quote that is opened in row ${row} is never closed: the file ends before it should, or a cell has one quote too many.`,
  );
}

function notATable(): Error {
  return refused(
    'NOT_A_TABLE',
    'This is no table: the file holds neither text nor a workbook. Save it as CSV or as an Excel workbook (.xlsx).',
  );
}
