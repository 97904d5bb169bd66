import Papa from 'papaparse';
import type { Cell } from '../../shared/imports/cells';
import type { FileShape } from '../../shared/ipc/imports';
import { guardText } from '../../shared/kernel/table-cells';
import { ErasedFinder, type ErasureLists, type Hashing } from '../../shared/privacy/erasure-list';
import { withSigns, type ErasedKeys } from '../../shared/privacy/mentions';
import { openDocumentStore } from '../files';
import { openTable } from './source';

/** Texts that come again and again are written anew once; so many are remembered. */
const mostRemembered = 200_000;
const longestRemembered = 80;
/** Lines that are written at once. */
const linesAtOnce = 2_000;

/** What of a file's shape says how it is read. */
type ReadAs = Pick<FileShape, 'format' | 'settings'>;

/**
 * Writes a file of figures anew without the people on the lists: the same rows under the same numbers, as CSV, kept beside
 * other documents under the hash of what it is then. A person's name gives way to a sign, because rows are told apart by
 * it. A workbook is always written anew: it holds more than the cells that are read, other sheets and its author. Gives
 * the shape with what is different; null for a file that names none of them. Throws what a file is refused for.
 */
export async function eraseTable(
  path: string,
  shape: FileShape,
  { lists, hashing, folder }: ErasureTools,
): Promise<FileShape | null> {
  const keys = await keysIn(path, shape, lists, hashing);
  if (keys.size === 0 && shape.format === 'csv') return null;
  const { sha256, bytes } = await openDocumentStore(folder).keepPieces('csv', async (write) => {
    for await (const piece of csvWithout(path, shape, keys)) await write(piece);
  });
  const { settings } = shape;
  return {
    ...shape,
    sha256,
    bytes,
    format: 'csv',
    settings: {
      ...settings,
      decimal: settings.decimal ?? 'point',
      sheet: null,
      delimiter: ',',
      encoding: 'utf-8',
    },
    sheets: [],
  };
}

/** With whom a file is compared, and where it is kept when it names them. */
interface ErasureTools {
  readonly lists: ErasureLists;
  readonly hashing: Hashing;
  readonly folder: string;
}

async function keysIn(
  path: string,
  { settings }: ReadAs,
  lists: ErasureLists,
  hashing: Hashing,
): Promise<ErasedKeys> {
  const finder = new ErasedFinder(lists);
  const table = await openTable(path, settings);
  for await (const rows of table.rows(() => undefined)) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        if (typeof cell === 'string' || typeof cell === 'number') finder.look(String(cell));
      }
    }
  }
  return finder.found(hashing);
}

/** The rows of a file as CSV, each in the line of its number. */
async function* csvWithout(
  path: string,
  { format, settings }: ReadAs,
  keys: ErasedKeys,
): AsyncGenerator<string> {
  const known = new Map<string, string>();
  const clean = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const erased = withSigns(text, keys);
    if (text.length <= longestRemembered && known.size < mostRemembered) known.set(text, erased);
    return erased;
  };
  const wordOf = (cell: Cell): string => {
    if (cell === null) return '';
    const text = clean(String(cell));
    // Text of a workbook is no formula, and becomes none in a file of text.
    if (typeof cell === 'string') return format === 'xlsx' ? guardText(text) : text;
    // A number is read with the decimal sign of the file's other numbers.
    const isComma = typeof cell === 'number' && settings.decimal === 'comma';
    return isComma ? text.replace('.', ',') : text;
  };
  const table = await openTable(path, settings);
  let lines: string[][] = [];
  let written = 0;
  for await (const rows of table.rows(() => undefined)) {
    for (const { row, cells } of rows) {
      // A workbook leaves out rows without cells.
      while (written < row - 1) {
        lines.push([]);
        written += 1;
      }
      lines.push(cells.map(wordOf));
      written += 1;
    }
    if (lines.length < linesAtOnce) continue;
    yield csvOf(lines);
    lines = [];
  }
  if (lines.length > 0) yield csvOf(lines);
}

function csvOf(lines: readonly string[][]): string {
  return `${Papa.unparse([...lines], { newline: '\n' })}\n`;
}
