import type { TableBlock, TableCell, TableColumn, TableRow } from '../../../shared/documents/model';
import type { Canvas } from './canvas';
import type { Box } from './marks';
import { densities, frameOf, weightOf, type Density, type Frame } from './table-columns';
import { wordsOf } from '../text/typesetter';

/** A short table is set larger, in steps, as long as it leaves a quarter of its box free. */
const larger = [1.24, 1.16, 1.08] as const;
const fills = 0.75;

/** The height that a table needs with rows at their natural height, or at their least. */
export function tableHeight(
  canvas: Canvas,
  block: TableBlock,
  width: number,
  rows: 'natural' | 'least' = 'natural',
): number {
  const { row, leastRow, ...density } = densities[block.density];
  const height = rows === 'natural' ? row : leastRow;
  const set = { ...density, leastRow, row: height };
  return heightWith(canvas, block, set, frameOf(canvas, block, set, width));
}

function heightWith(canvas: Canvas, block: TableBlock, density: Density, frame: Frame): number {
  return block.rows.reduce(
    (sum, row) => sum + rowHeight(canvas, block, row, frame, density, density.row),
    frame.top,
  );
}

/** How much larger than usual a table is set in its box, so that one of few rows does not look lost on its slide. */
export function enlargement(canvas: Canvas, block: TableBlock, box: Box): number {
  const base = densities[block.density];
  if (block.density === 'compact') return 1;
  const lines = (density: Density, frame: Frame): number[] =>
    block.rows.map((row) => lineCount(canvas, block, row, frame, density));
  const before = lines(base, frameOf(canvas, block, base, box.width));
  const grown = larger.find((part) => {
    const density = scaled(base, part);
    const frame = frameOf(canvas, block, density, box.width);
    return (
      frame.fits &&
      heightWith(canvas, block, density, frame) <= box.height * fills &&
      lines(density, frame).every((count, row) => count <= (before[row] ?? 1))
    );
  });
  return grown ?? 1;
}

function scaled(density: Density, part: number): Density {
  return {
    size: density.size * part,
    headSize: density.headSize * Math.min(part, 1.12),
    row: density.row * part,
    leastRow: density.leastRow,
    mostRow: density.mostRow * part,
  };
}

/** A table as it stands in its box: what every cell shows, and how tall each line of it is. */
export interface MeasuredTable {
  readonly frame: Frame;
  readonly density: Density;
  /** Where the words over the columns begin; the first row begins at `bodyTop`. */
  readonly headTop: number;
  readonly bodyTop: number;
  readonly rows: readonly {
    readonly row: TableRow;
    readonly height: number;
    /** The lines of each cell, cut to their room. */
    readonly cells: readonly (readonly string[])[];
  }[];
  readonly bottom: number;
}

/**
 * Rows at the height that suits the box: a little taller where it has room, tighter where it has not. `part` is how much
 * larger than usual the table is set; by itself it is as large as its own box allows.
 */
export function measureTable(
  canvas: Canvas,
  block: TableBlock,
  box: Box,
  part = enlargement(canvas, block, box),
): MeasuredTable {
  const density = part === 1 ? densities[block.density] : scaled(densities[block.density], part);
  const frame = frameOf(canvas, block, density, box.width);
  const natural = heightWith(canvas, block, density, frame);
  const lacking = natural - box.height;
  const fitting = density.row - lacking / Math.max(1, block.rows.length);
  const least = Math.min(density.mostRow, Math.max(density.leastRow, fitting));
  const bodyTop = box.y + frame.top;
  const rows = block.rows.map((row) => ({
    row,
    height: rowHeight(canvas, block, row, frame, density, least),
    cells: block.columns.map((column, index) => {
      const cell = row.cells[index];
      if (!cell || cell.words === '') return [];
      const { room } = cellPlace(frame, row, column, index, box);
      return cellLines(canvas, column, cell, density.size, room, weightOf(row));
    }),
  }));
  return {
    frame,
    density,
    headTop: box.y + (block.heading === undefined ? 0 : 22),
    bodyTop,
    rows,
    bottom: rows.reduce((y, { height }) => y + height, bodyTop),
  };
}

/** The words of a heading reach over the whole table. */
export function cellPlace(
  frame: Frame,
  row: TableRow,
  column: TableColumn,
  index: number,
  box: Box,
): { x: number; align: 'start' | 'end'; room: number } {
  return row.role === 'heading' && index === 0
    ? { x: box.x, align: 'start', room: box.width }
    : placeOf(frame, column, index, box);
}

export function placeOf(
  frame: Frame,
  column: TableColumn,
  index: number,
  box: Box,
): { x: number; align: 'start' | 'end'; room: number } {
  const place = frame.columns[index] ?? { x: 0, width: 0, before: 0 };
  const room = Math.max(4, place.width - place.before);
  return column.align === 'end'
    ? { x: box.x + place.x + place.width, align: 'end', room }
    : { x: box.x + place.x + place.before, align: 'start', room };
}

function cellLines(
  canvas: Canvas,
  column: TableColumn,
  cell: TableCell,
  size: number,
  room: number,
  weight: 400 | 600,
): string[] {
  const lines = column.lines ?? 1;
  if (lines === 1) return [canvas.typesetter.fit(cell.words, weight, size, room)];
  return canvas.typesetter.wrap([{ words: cell.words, weight }], size, room, lines).map(wordsOf);
}

function rowHeight(
  canvas: Canvas,
  block: TableBlock,
  row: TableRow,
  frame: Frame,
  density: Density,
  least: number,
): number {
  return least + (lineCount(canvas, block, row, frame, density) - 1) * density.size * 1.3;
}

/** The lines of a row's tallest cell. */
function lineCount(
  canvas: Canvas,
  block: TableBlock,
  row: TableRow,
  frame: Frame,
  { size }: Density,
): number {
  return Math.max(
    1,
    ...block.columns.map((column, index) => {
      const cell = row.cells[index];
      if (!cell || (column.lines ?? 1) === 1) return 1;
      const { room } = placeOf(frame, column, index, { x: 0, y: 0, width: 0, height: 0 });
      return cellLines(canvas, column, cell, size, room, 400).length;
    }),
  );
}
