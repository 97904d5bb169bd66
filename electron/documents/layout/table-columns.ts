import type { TableBlock, TableColumn, TableRow } from '../../../shared/documents/model';
import type { Canvas } from './canvas';

/** How large a table's words and rows are, in points. */
export interface Density {
  readonly size: number;
  readonly headSize: number;
  readonly row: number;
  readonly leastRow: number;
  /** Rows may grow to this where the slide has room. */
  readonly mostRow: number;
}

export const densities: Readonly<Record<TableBlock['density'], Density>> = {
  normal: { size: 10.5, headSize: 9, row: 25, leastRow: 20, mostRow: 30 },
  compact: { size: 8.5, headSize: 8, row: 16.5, leastRow: 13, mostRow: 19 },
};

/** Height of the words over neighbouring columns. */
export const groupHeight = 17;

/** From one column's words to the next one's. */
const padding = 10;

/** Where the columns of a table stand, and where its rows begin. */
export interface Frame {
  /** Left edge and width of every column inside the table, and the free room before its words. */
  readonly columns: readonly {
    readonly x: number;
    readonly width: number;
    readonly before: number;
  }[];
  /** From the top of the block to the first row. */
  readonly top: number;
  readonly grouped: boolean;
  /** Is every word as it should be, none cut and none in the next column's room? */
  readonly fits: boolean;
}

/** Columns by their weight; one whose words need more gets it from those that have room to spare. */
export function frameOf(canvas: Canvas, block: TableBlock, density: Density, width: number): Frame {
  const before = block.columns.map((column, index) => {
    const last = block.columns[index - 1];
    if (last === undefined) return 0;
    const apart = column.group !== last.group || (column.align === 'start' && last.align === 'end');
    return apart ? padding * 2 : padding;
  });
  const measures = (['line', 'lines', 'word'] as const).map((least) =>
    block.columns.map(
      (_, index) => neededWidth(canvas, block, density, index, least) + (before[index] ?? 0),
    ),
  );
  const needs = measures.find((one) => sumOf(one) <= width);
  const widths = sharedWidths(block.columns, needs ?? [], width);
  let x = 0;
  const columns = widths.map((own, index) => {
    const place = { x, width: own, before: before[index] ?? 0 };
    x += own;
    return place;
  });
  const grouped = block.columns.some((column) => column.group !== undefined);
  const head = (grouped ? groupHeight : 0) + density.headSize + 11;
  return {
    columns,
    top: head + (block.heading === undefined ? 0 : 22),
    grouped,
    fits: needs !== undefined && needs !== measures[2],
  };
}

/**
 * What a column's words need without a cut: each cell in one line; in the lines that it may take; or in as many as its
 * longest word makes.
 */
function neededWidth(
  canvas: Canvas,
  block: TableBlock,
  density: Density,
  index: number,
  least: 'line' | 'lines' | 'word',
): number {
  const { typesetter } = canvas;
  const column = block.columns[index];
  const lines = column?.lines ?? 1;
  const head = typesetter.width(column?.label ?? '', 500, density.headSize);
  const cells = block.rows.map((row) => {
    if (row.role === 'heading') return 0;
    const words = row.cells[index]?.words ?? '';
    const weight = weightOf(row);
    const width = typesetter.width(words, weight, density.size);
    if (lines === 1 || least === 'line') return width;
    const parts = words.split(' ').map((word) => typesetter.width(word, weight, density.size));
    // Lines end where words do, so they are never quite full.
    return Math.max(least === 'lines' ? Math.min(width, (width / lines) * 1.2) : 0, ...parts);
  });
  // Other machines set the same words a little wider.
  return cells.reduce((most, cell) => Math.max(most, cell), head) * 1.04;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function sharedWidths(
  columns: readonly TableColumn[],
  needs: readonly number[],
  width: number,
): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const room = needs.reduce(
      (left, need, index) => (fixed.has(index) ? left - need : left),
      width,
    );
    const weights = columns.reduce(
      (sum, { weight }, index) => (fixed.has(index) ? sum : sum + weight),
      0,
    );
    const widths = columns.map(({ weight }, index) =>
      fixed.has(index) ? (needs[index] ?? 0) : (weight / weights) * room,
    );
    const narrow = widths.findIndex(
      (own, index) => !fixed.has(index) && own < (needs[index] ?? 0) - 1e-6,
    );
    if (narrow === -1) return widths;
    fixed.add(narrow);
  }
}

export function weightOf({ role }: TableRow): 400 | 600 {
  return role === 'plain' ? 400 : 600;
}
