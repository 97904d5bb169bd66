/**
 * Columns of a block: numbers as typed arrays, repeated words as dictionaries, unique words as they are. A block is a
 * directory of columns by name, so that a later version adds a column without rewriting what is stored.
 */

/** Any typed array of numbers; stored in the smallest type that is exact, NaN means unknown. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export interface NumberColumn {
  readonly kind: 'numbers';
  readonly values: Numbers;
}

export interface DictionaryColumn {
  readonly kind: 'words';
  readonly words: readonly string[];
  readonly codes: Numbers;
}

export interface TextColumn {
  readonly kind: 'texts';
  readonly values: readonly string[];
}

export type Column = NumberColumn | DictionaryColumn | TextColumn;

/** Rows as columns; every column has `length` values. */
export interface Table {
  readonly length: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** What a column is called, how it is kept and what an absent one reads as. */
export interface ColumnSpec {
  readonly name: string;
  readonly kind: Column['kind'];
  /** Read where an older block lacks the column. */
  readonly absent: number;
}

const maxima = { uint8: 0xff, uint16: 0xffff, uint32: 0xffff_ffff, int32: 0x7fff_ffff };

/** The same numbers in the smallest typed array that holds each of them exactly. */
export function compactNumbers(values: ArrayLike<number>): Numbers {
  const isKnownWhole = ArrayBuffer.isView(values) && !(values instanceof Float64Array);
  if (!isKnownWhole && !areWhole(values)) return new Float64Array(values);
  let low = 0;
  let high = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low >= 0) {
    if (high <= maxima.uint8) return new Uint8Array(values);
    if (high <= maxima.uint16) return new Uint16Array(values);
    if (high <= maxima.uint32) return new Uint32Array(values);
  } else if (low >= -maxima.int32 && high <= maxima.int32) {
    return new Int32Array(values);
  }
  return new Float64Array(values);
}

function areWhole(values: ArrayLike<number>): boolean {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? NaN;
    // Negative zero is not a whole number's form: it would come back as zero, which compares as different.
    if (!Number.isInteger(value) || (value === 0 && 1 / value < 0)) return false;
  }
  return true;
}

/** Codes words in the order in which they first appear. */
export class WordCoder {
  readonly words: string[] = [];
  private readonly codeOf = new Map<string, number>();

  code(word: string): number {
    const known = this.codeOf.get(word);
    if (known !== undefined) return known;
    const code = this.words.length;
    this.words.push(word);
    this.codeOf.set(word, code);
    return code;
  }
}

/** A dictionary column of a list of words. */
export function encodeWords(list: readonly string[]): DictionaryColumn {
  const coder = new WordCoder();
  const codes = new Uint32Array(list.length);
  for (let row = 0; row < list.length; row += 1) codes[row] = coder.code(list[row] ?? '');
  return { kind: 'words', words: coder.words, codes: compactNumbers(codes) };
}

/** Reads a word of a dictionary or text column; empty where the column is absent. */
export function wordAt(table: Table, name: string, row: number): string {
  const column = table.columns[name];
  if (column === undefined) return '';
  if (column.kind === 'words') return column.words[column.codes[row] ?? 0] ?? '';
  if (column.kind === 'texts') return column.values[row] ?? '';
  return String(column.values[row] ?? '');
}

/** Reads a number; `absent` where an older block has no such column. */
export function numberAt(table: Table, name: string, row: number, absent = NaN): number {
  const column = table.columns[name];
  if (column?.kind !== 'numbers') return absent;
  return column.values[row] ?? absent;
}

/** The numbers of a column, or null where the block has none. */
export function numbersOf(table: Table, name: string): Numbers | null {
  const column = table.columns[name];
  return column?.kind === 'numbers' ? column.values : null;
}

/** The words of every row, cheap to read many times. */
export function wordReader(table: Table, name: string): (row: number) => string {
  const column = table.columns[name];
  if (column === undefined || column.kind === 'numbers') return () => '';
  if (column.kind === 'texts') return (row) => column.values[row] ?? '';
  return (row) => column.words[column.codes[row] ?? 0] ?? '';
}

/** Do two rows hold the same values? Unknown equals unknown. */
export function rowsEqual(
  specs: readonly ColumnSpec[],
  left: Table,
  leftRow: number,
  right: Table,
  rightRow: number,
): boolean {
  for (const spec of specs) {
    if (spec.kind === 'numbers') {
      const a = numberAt(left, spec.name, leftRow, spec.absent);
      const b = numberAt(right, spec.name, rightRow, spec.absent);
      if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return false;
    } else if (wordAt(left, spec.name, leftRow) !== wordAt(right, spec.name, rightRow)) {
      return false;
    }
  }
  return true;
}

/** Some rows of one table, by index. */
export interface RowPick {
  readonly table: Table;
  readonly rows: ArrayLike<number>;
}

/** A new table of the picked rows in the given order; its dictionaries hold only words in use. */
export function gatherRows(specs: readonly ColumnSpec[], picks: readonly RowPick[]): Table {
  let length = 0;
  for (const pick of picks) length += pick.rows.length;
  const columns: Record<string, Column> = {};
  for (const spec of specs) columns[spec.name] = gatherColumn(spec, picks, length);
  return { length, columns };
}

function gatherColumn(spec: ColumnSpec, picks: readonly RowPick[], length: number): Column {
  if (spec.kind === 'numbers') return gatherNumbers(spec, picks, length);
  if (spec.kind === 'texts') {
    const values: string[] = [];
    for (const { table, rows } of picks) {
      const read = wordReader(table, spec.name);
      for (let index = 0; index < rows.length; index += 1) values.push(read(rows[index] ?? 0));
    }
    return { kind: 'texts', values };
  }
  return gatherWords(spec, picks, length);
}

function gatherNumbers(spec: ColumnSpec, picks: readonly RowPick[], length: number): NumberColumn {
  const values = new Float64Array(length);
  let at = 0;
  for (const { table, rows } of picks) {
    const source = numbersOf(table, spec.name);
    for (let index = 0; index < rows.length; index += 1) {
      values[at] = source === null ? spec.absent : (source[rows[index] ?? 0] ?? spec.absent);
      at += 1;
    }
  }
  return { kind: 'numbers', values: compactNumbers(values) };
}

function gatherWords(
  spec: ColumnSpec,
  picks: readonly RowPick[],
  length: number,
): DictionaryColumn {
  const coder = new WordCoder();
  const codes = new Uint32Array(length);
  let at = 0;
  for (const { table, rows } of picks) {
    const column = table.columns[spec.name];
    if (column?.kind !== 'words') {
      const read = wordReader(table, spec.name);
      for (let index = 0; index < rows.length; index += 1) {
        codes[at] = coder.code(read(rows[index] ?? 0));
        at += 1;
      }
      continue;
    }
    const codeOf = new Int32Array(column.words.length).fill(-1);
    for (let index = 0; index < rows.length; index += 1) {
      const old = column.codes[rows[index] ?? 0] ?? 0;
      let code = codeOf[old] ?? -1;
      if (code < 0) {
        code = coder.code(column.words[old] ?? '');
        codeOf[old] = code;
      }
      codes[at] = code;
      at += 1;
    }
  }
  return { kind: 'words', words: coder.words, codes: compactNumbers(codes) };
}

/** A word column's rows as indexes of our own list of words; words that we don't know read as the last one. */
export function codesOf(block: Table, name: string, list: readonly string[]): Uint8Array {
  const column = block.columns[name];
  const codes = new Uint8Array(block.length);
  if (column?.kind !== 'words') return codes;
  const own = column.words.map((word) => {
    const code = list.indexOf(word);
    return code < 0 ? list.length - 1 : code;
  });
  for (let row = 0; row < block.length; row += 1) codes[row] = own[column.codes[row] ?? 0] ?? 0;
  return codes;
}
