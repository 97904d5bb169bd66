import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readDecimal, textIn, type Cell, type DecimalSign } from '../../shared/imports/cells';
import { agreed, ColumnLook, type ColumnProfile } from '../../shared/imports/column-profile';
import {
  findHeader,
  isEmptyLine,
  isTotalsLine,
  nameColumns,
} from '../../shared/imports/table-shape';
import type { FileSettings, FileShape, SaidSettings } from '../../shared/ipc/imports';
import { refused } from './refusals';
import type { FileRow } from './rows';
import { openTable } from './source';

const leadingRows = 30;

/**
 * Says what a file is: its cut, its columns with what their values look like, its rows and its hash. Of a workbook it is the
 * first sheet that holds a table: many have a cover.
 */
export async function inspectFile(
  path: string,
  name: string,
  said: SaidSettings,
  onBytes: (bytes: number) => void,
): Promise<FileShape> {
  const first = await inspectSheet(path, name, said, onBytes);
  if ((said.sheet ?? null) !== null || isTable(first)) return first;
  for (const sheet of first.sheets) {
    if (sheet === first.settings.sheet) continue;
    const other = await inspectSheet(path, name, { ...said, sheet }, onBytes).catch(() => first);
    if (isTable(other)) return other;
  }
  return first;
}

function isTable({ columns, rows }: FileShape): boolean {
  return columns.length > 1 && rows > 0;
}

/** Reads a whole file once. */
async function inspectSheet(
  path: string,
  name: string,
  said: SaidSettings,
  onBytes: (bytes: number) => void,
): Promise<FileShape> {
  const table = await openTable(path, said);
  const looking = new TableLook(said.headerRow ?? null);
  for await (const rows of table.rows(onBytes)) for (const row of rows) looking.add(row);
  const { headerRow, columns, rows, totalsRow, footRow, unclearSigns } = looking.finish();
  if (columns.length === 0) throw refused('FILE_EMPTY', 'The file holds no table.');
  const dates = agreed(columns.map((column) => column.dates));
  const currency = agreed(columns.map((column) => column.currency));
  return {
    name,
    format: table.format,
    bytes: table.bytes,
    sha256: await hashOf(path),
    sheets: table.sheets.slice(0, 500),
    settings: {
      sheet: table.sheet(),
      delimiter: table.delimiter,
      encoding: table.encoding,
      headerRow,
      decimal: said.decimal ?? decimalOf(columns, unclearSigns, table.delimiter),
      dates: said.dates ?? (dates === 'dmy' || dates === 'mdy' ? dates : null),
      currency: said.currency ?? (currency === 'unclear' ? null : currency),
    },
    columns,
    rows,
    totalsRow,
    ...(footRow === undefined ? {} : { footRow }),
  };
}

/** The decimal sign that the numbers show; null when they could be a thousand times another. */
function decimalOf(
  columns: readonly ColumnProfile[],
  unclearSigns: ReadonlySet<'.' | ','>,
  delimiter: FileSettings['delimiter'],
): DecimalSign | null {
  const said = agreed(columns.map(({ decimal }) => decimal));
  if (said === 'point' || said === 'comma') return said;
  // Where the comma stands between decimals, the semicolon stands between cells.
  const usual = delimiter === ';' ? 'comma' : 'point';
  // Thousands are more likely than three decimals, and the usual sign for these says so only of the other one.
  return unclearSigns.has(usual === 'comma' ? ',' : '.') ? null : usual;
}

/** Finds the header among the first rows, then looks at every column of the rows below. */
class TableLook {
  private readonly saidHeader: number | null;
  private leading: FileRow[] = [];
  private header: FileRow | null = null;
  private looks: ColumnLook[] = [];
  private rows = 0;
  /** The newest rows that hold something: if no others follow, they may be the totals and what is said below them. */
  private readonly last: FileRow[] = [];
  /** A first row that adds the others up. */
  private above: FileRow | null = null;

  constructor(saidHeader: number | null) {
    this.saidHeader = saidHeader;
  }

  add(row: FileRow): void {
    if (this.header !== null) {
      this.look(row);
      return;
    }
    this.leading.push(row);
    if (this.leading.length >= leadingRows && row.row >= (this.saidHeader ?? 0)) this.settle();
  }

  finish(): Pick<FileShape, 'columns' | 'rows' | 'totalsRow' | 'footRow'> & {
    readonly headerRow: number;
    readonly unclearSigns: ReadonlySet<'.' | ','>;
  } {
    if (this.header === null) this.settle();
    // A line above nothing is a row like others.
    if (this.above !== null && this.last.length === 0) this.last.push(this.above);
    const at = this.totalsAt();
    const totals = at < 0 ? undefined : this.last[at];
    for (const row of totals === undefined ? this.last : this.last.slice(0, at)) this.count(row);
    const foot = at < 0 ? undefined : this.last[at + 1];
    const above = this.rows > 0 ? (this.above?.row ?? null) : null;
    const totalsRow = totals?.row ?? above;
    return {
      headerRow: this.header?.row ?? 1,
      columns: this.looks.map((look) => look.finish()),
      rows: this.rows,
      totalsRow,
      ...(foot === undefined ? {} : { footRow: foot.row }),
      unclearSigns: new Set(this.looks.flatMap((look) => [...look.unclearSigns])),
    };
  }

  /** Where among the last rows the totals stand, with nothing but remarks below; -1 when nowhere. */
  private totalsAt(): number {
    return this.last.findIndex(({ cells }, at) => {
      const below = this.last.slice(at + 1);
      const isEnd =
        below.length === 0 ||
        (this.looks.length > 1 && below.every((row) => filledIn(row.cells) === 1));
      return isTotalsLine(cells) && isEnd && this.rows + at > 0;
    });
  }

  private settle(): void {
    const { leading, saidHeader } = this;
    const at =
      saidHeader === null
        ? findHeader(leading.map(({ cells }) => cells))
        : leading.findIndex(({ row }) => row === saidHeader);
    const header = leading[at];
    if (header === undefined) {
      if (saidHeader === null) return;
      throw refused('NO_HEADER', `The file has no row ${saidHeader} to take the headers from.`);
    }
    if (isEmptyLine(header.cells)) return;
    this.header = header;
    this.looks = nameColumns(header.cells, header.cells.length).map((name) => new ColumnLook(name));
    for (const row of leading.slice(at + 1)) this.look(row);
    this.leading = [];
  }

  private look(row: FileRow): void {
    if (isEmptyLine(row.cells)) return;
    // Some reports add up above their rows; numbers tell such a line from whoever is called so.
    const isFirst = this.rows === 0 && this.last.length === 0 && this.above === null;
    if (isFirst && isTotalsLine(row.cells) && holdsNumbersOnly(row.cells)) {
      this.above = row;
      return;
    }
    this.last.push(row);
    const first = this.last.length > lastRows ? this.last.shift() : undefined;
    if (first !== undefined) this.count(first);
  }

  private count({ cells, currencies }: FileRow): void {
    this.rows += 1;
    this.looks.forEach((look, column) => {
      look.add(cells[column]);
      const currency = currencies?.get(column);
      if (currency !== undefined) look.noteCurrency(currency);
    });
  }
}

/** The totals and a few remarks below them. */
const lastRows = 4;

function filledIn(cells: readonly Cell[]): number {
  return cells.filter((cell) => textIn(cell) !== null).length;
}

/** Does a line hold one word and numbers beside it? */
function holdsNumbersOnly(cells: readonly Cell[]): boolean {
  const [, ...others] = cells.flatMap((cell) => textIn(cell) ?? []);
  const isNumber = (text: string): boolean =>
    readDecimal(text, 'point') !== null || readDecimal(text, 'comma') !== null;
  return others.length > 0 && others.every(isNumber);
}

/** The sha256 of a file. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (piece instanceof Buffer) hash.update(piece);
  }
  return hash.digest('hex');
}
