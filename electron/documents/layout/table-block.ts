import type { TableBlock, TableColumn } from '../../../shared/documents/model';
import type { Canvas } from './canvas';
import { hairline, ink, muted, rule, toneColor } from './look';
import type { Box } from './marks';
import { groupHeight, weightOf, type Frame } from './table-columns';
import { cellPlace, measureTable, placeOf, type MeasuredTable } from './table-measure';
import { setHeading } from './text-block';

/** Sets a table with hairlines: labels in small grey, numbers to the right, totals bold under a darker rule. */
export function setTable(canvas: Canvas, block: TableBlock, box: Box, part?: number): number {
  const table = measureTable(canvas, block, box, part);
  if (block.heading !== undefined) setHeading(canvas, block.heading, box);
  setHead(canvas, block, table, box);
  let y = table.bodyTop;
  for (const row of table.rows) {
    setRow(canvas, block, row, table, { ...box, y, height: row.height });
    y += row.height;
  }
  canvas.check(`table of ${String(block.rows.length)} rows`, y, box);
  return y;
}

function setHead(
  canvas: Canvas,
  block: TableBlock,
  { frame, density: { headSize }, headTop }: MeasuredTable,
  box: Box,
): void {
  let y = headTop;
  if (frame.grouped) {
    setGroups(canvas, block.columns, frame, box, y);
    y += groupHeight;
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
      const from = box.x + first.x + first.before * 1.6;
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
