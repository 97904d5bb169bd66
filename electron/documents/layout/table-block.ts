import type { TableBlock, TableCell, TableColumn, TableRow } from '../../../shared/documents/model';
import type { Canvas } from './canvas';
import { hairline, ink, muted, rule, toneColor } from './look';
import type { Box } from './marks';
import { setHeading } from './text-block';
import { wordsOf } from '../text/typesetter';

interface Density {
  readonly size: number;
  readonly headSize: number;
  readonly row: number;
  readonly leastRow: number;
  /** Rows may grow to this where the slide has room. */
  readonly mostRow: number;
}

const densities: Readonly<Record<TableBlock['density'], Density>> = {
  normal: { size: 10.5, headSize: 9, row: 25, leastRow: 20, mostRow: 30 },
  compact: { size: 8.5, headSize: 8, row: 16.5, leastRow: 14, mostRow: 19 },
};

/** From one column's words to the next one's. */
export const padding = 10;

/** The height that a table needs with rows at their natural height. */
export function tableHeight(canvas: Canvas, block: TableBlock, width: number): number {
  const frame = frameOf(block, width);
  return (
    frame.top +
    block.rows.reduce(
      (sum, row) => sum + rowHeight(canvas, block, row, frame, densities[block.density].row),
      0,
    )
  );
}

interface Frame {
  /** Left edge and width of every column inside the table. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  /** From the top of the block to the first row. */
  readonly top: number;
  readonly grouped: boolean;
}

function frameOf(block: TableBlock, width: number): Frame {
  const sum = block.columns.reduce((total, column) => total + column.weight, 0);
  let x = 0;
  const columns = block.columns.map((column) => {
    const place = { x, width: (column.weight / sum) * width };
    x += place.width;
    return place;
  });
  const grouped = block.columns.some((column) => column.group !== undefined);
  const head = (grouped ? 17 : 0) + densities[block.density].headSize + 11;
  return { columns, top: head + (block.heading === undefined ? 0 : 22), grouped };
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

/** Rows at the height that suits the box: a little taller where it has room, tighter where it has not. */
export function measureTable(canvas: Canvas, block: TableBlock, box: Box): MeasuredTable {
  const density = densities[block.density];
  const frame = frameOf(block, box.width);
  const natural = tableHeight(canvas, block, box.width);
  const lacking = natural - box.height;
  const fitting = density.row - lacking / Math.max(1, block.rows.length);
  const least = Math.min(density.mostRow, Math.max(density.leastRow, fitting));
  const bodyTop = box.y + frame.top;
  const rows = block.rows.map((row) => ({
    row,
    height: rowHeight(canvas, block, row, frame, least),
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

/** Sets a table with hairlines: labels in small grey, numbers to the right, totals bold under a darker rule. */
export function setTable(canvas: Canvas, block: TableBlock, box: Box): number {
  const table = measureTable(canvas, block, box);
  if (block.heading !== undefined) setHeading(canvas, block.heading, box);
  setHead(canvas, block, table.frame, box, table.headTop);
  let y = table.bodyTop;
  for (const row of table.rows) {
    setRow(canvas, block, row, table, { ...box, y, height: row.height });
    y += row.height;
  }
  canvas.check(`table of ${String(block.rows.length)} rows`, y, box);
  return y;
}

function setHead(canvas: Canvas, block: TableBlock, frame: Frame, box: Box, top: number): void {
  const { headSize } = densities[block.density];
  let y = top;
  if (frame.grouped) {
    setGroups(canvas, block.columns, frame, box, y);
    y += 17;
  }
  const baseline = y + headSize + 1;
  block.columns.forEach((column, index) => {
    const place = placeOf(frame, column, index, box);
    canvas.text(
      column.label,
      { size: headSize, weight: 500, color: muted },
      { ...place, baseline },
    );
  });
  const bottom = y + headSize + 11;
  canvas.line([box.x, bottom], [box.x + box.width, bottom], rule, 0.75);
}

/** Words over neighbouring columns, with a hairline that shows how far they reach. */
function setGroups(
  canvas: Canvas,
  columns: readonly TableColumn[],
  frame: Frame,
  box: Box,
  y: number,
): void {
  let index = 0;
  while (index < columns.length) {
    const group = columns[index]?.group;
    let end = index;
    while (end + 1 < columns.length && columns[end + 1]?.group === group) end += 1;
    const first = frame.columns[index];
    const last = frame.columns[end];
    if (group !== undefined && first && last) {
      const from = box.x + first.x + padding;
      const to = box.x + last.x + last.width;
      canvas.text(
        group,
        { size: 9, weight: 600, color: ink },
        {
          x: to,
          baseline: y + 9,
          align: 'end',
          room: to - from,
        },
      );
      canvas.line([from, y + 14], [to, y + 14], hairline);
    }
    index = end + 1;
  }
}

function setRow(
  canvas: Canvas,
  block: TableBlock,
  { row, cells }: MeasuredTable['rows'][number],
  { frame, density: { size } }: MeasuredTable,
  box: Box,
): void {
  const bottom = box.y + box.height;
  if (row.role === 'total') canvas.line([box.x, box.y], [box.x + box.width, box.y], rule, 0.75);
  block.columns.forEach((column, index) => {
    const cell = row.cells[index];
    const lines = cells[index] ?? [];
    const place = cellPlace(frame, row, column, index, box);
    const leading = size * 1.3;
    const first = box.y + (box.height - leading * (lines.length - 1)) / 2 + size * 0.36;
    lines.forEach((words, line) => {
      canvas.text(
        words,
        { size, weight: weightOf(row), color: toneColor(cell?.tone) },
        {
          x: place.x,
          align: place.align,
          baseline: first + line * leading,
          ...(cell?.goTo === undefined ? {} : { goTo: cell.goTo }),
        },
      );
    });
  });
  canvas.line([box.x, bottom], [box.x + box.width, bottom], hairline);
}

function weightOf({ role }: TableRow): 400 | 600 {
  return role === 'plain' ? 400 : 600;
}

/** The words of a heading reach over the whole table. */
function cellPlace(
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

function placeOf(
  frame: Frame,
  column: TableColumn,
  index: number,
  box: Box,
): { x: number; align: 'start' | 'end'; room: number } {
  const place = frame.columns[index] ?? { x: 0, width: 0 };
  const before = index === 0 ? 0 : padding;
  const room = Math.max(4, place.width - before);
  return column.align === 'end'
    ? { x: box.x + place.x + place.width, align: 'end', room }
    : { x: box.x + place.x + before, align: 'start', room };
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
  least: number,
): number {
  const { size } = densities[block.density];
  const most = Math.max(
    1,
    ...block.columns.map((column, index) => {
      const cell = row.cells[index];
      if (!cell || (column.lines ?? 1) === 1) return 1;
      const { room } = placeOf(frame, column, index, { x: 0, y: 0, width: 0, height: 0 });
      return cellLines(canvas, column, cell, size, room, 400).length;
    }),
  );
  return least + (most - 1) * size * 1.3;
}
