import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { DecimalSign } from '../../shared/imports/cells';
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

/** Reads a whole file once and says what it is: its cut, its columns with what their values look like, its rows and its hash. */
export async function inspectFile(
  path: string,
  name: string,
  said: SaidSettings,
  onBytes: (bytes: number) => void,
): Promise<FileShape> {
  const table = await openTable(path, said);
  const looking = new TableLook(said.headerRow ?? null);
  for await (const rows of table.rows(onBytes)) for (const row of rows) looking.add(row);
  const { headerRow, columns, rows, totalsRow, unclearSigns } = looking.finish();
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
  /** The newest row that holds something: if no other follows, it may be the totals. */
  private last: FileRow | null = null;

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

  finish(): Pick<FileShape, 'columns' | 'rows' | 'totalsRow'> & {
    readonly headerRow: number;
    readonly unclearSigns: ReadonlySet<'.' | ','>;
  } {
    if (this.header === null) this.settle();
    const { last } = this;
    const isTotals = last !== null && isTotalsLine(last.cells) && this.rows > 0;
    if (last !== null && !isTotals) this.count(last);
    return {
      headerRow: this.header?.row ?? 1,
      columns: this.looks.map((look) => look.finish()),
      rows: this.rows,
      totalsRow: isTotals ? last.row : null,
      unclearSigns: new Set(this.looks.flatMap((look) => [...look.unclearSigns])),
    };
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
    if (this.last !== null) this.count(this.last);
    this.last = row;
  }

  private count({ cells }: FileRow): void {
    this.rows += 1;
    this.looks.forEach((look, column) => look.add(cells[column]));
  }
}

/** The sha256 of a file. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (piece instanceof Buffer) hash.update(piece);
  }
  return hash.digest('hex');
}
