import type PptxGenJS from 'pptxgenjs';
import type { TableBlock } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { hairline, ink, muted, rule, toneColor } from '../layout/look';
import type { Box } from '../layout/marks';
import { groupHeight } from '../layout/table-columns';
import { measureTable, type MeasuredTable } from '../layout/table-measure';
import { textRuns } from './text';
import { inches, plainColor } from './units';

/** Cells keep this much of their width free: another font may run a little wider. */
const slack = 0.97;

const none = { type: 'none' } as const;
const line = (color: string, points: number) =>
  ({ type: 'solid', color: plainColor(color), pt: points }) as const;

interface TableContext {
  readonly canvas: Canvas;
  readonly language: string;
  /** The number of a slide by its id, counted from 1. */
  readonly numberOf: (slide: string) => number | undefined;
}

/** A native table with the columns, row heights and words of the page. */
export function addTable(
  slide: PptxGenJS.Slide,
  block: TableBlock,
  box: Box,
  part: number,
  context: TableContext,
): void {
  const table = measureTable(context.canvas, block, box, part);
  const grouped = table.frame.grouped;
  const headHeight = table.bodyTop - table.headTop - (grouped ? groupHeight : 0);
  const rows = [
    ...(grouped ? [groupRow(block, table, context)] : []),
    headRow(block, table, context),
    ...table.rows.map((row, index) =>
      bodyRow(block, table, row, context, table.rows[index + 1]?.row.role === 'total'),
    ),
  ];
  slide.addTable(rows, {
    x: inches(box.x),
    y: inches(table.headTop),
    w: inches(box.width),
    colW: table.frame.columns.map(({ width }) => inches(width)),
    rowH: [
      ...(grouped ? [groupHeight] : []),
      headHeight,
      ...table.rows.map(({ height }) => height),
    ].map(inches),
    margin: 0,
    objectName: block.heading ?? 'Table',
  });
}

function headRow(
  block: TableBlock,
  table: MeasuredTable,
  { canvas, language }: TableContext,
): PptxGenJS.TableRow {
  const style = { size: table.density.headSize, weight: 500, color: muted } as const;
  return block.columns.map((column, index) => {
    const room = roomOf(table, index);
    const words = canvas.typesetter.fit(column.label, 500, style.size, room * slack);
    return {
      text: textRuns(words, style, language),
      options: {
        align: alignOf(column.align),
        valign: 'middle',
        margin: marginOf(table, index),
        border: [none, none, line(rule, 0.75), none],
      },
    };
  });
}

function groupRow(
  block: TableBlock,
  table: MeasuredTable,
  { language }: TableContext,
): PptxGenJS.TableRow {
  const cells: PptxGenJS.TableRow = [];
  let index = 0;
  while (index < block.columns.length) {
    const group = block.columns[index]?.group;
    let end = index + 1;
    while (end < block.columns.length && block.columns[end]?.group === group) end += 1;
    cells.push({
      text: textRuns(group ?? '', { size: 9, weight: 600, color: ink }, language),
      options: {
        align: 'right',
        valign: 'middle',
        colspan: end - index,
        margin: marginOf(table, index),
        border: [none, none, group === undefined ? none : line(hairline, 0.5), none],
      },
    });
    index = end;
  }
  return cells;
}

function bodyRow(
  block: TableBlock,
  table: MeasuredTable,
  { row, cells }: MeasuredTable['rows'][number],
  { canvas, language, numberOf }: TableContext,
  beforeTotal: boolean,
): PptxGenJS.TableRow {
  const weight = row.role === 'plain' ? 400 : 600;
  const { size } = table.density;
  const border = [
    row.role === 'total' ? line(rule, 0.75) : none,
    none,
    beforeTotal ? line(rule, 0.75) : line(hairline, 0.5),
    none,
  ] as [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps];
  const heading = row.role === 'heading';
  const columns = heading ? block.columns.slice(0, 1) : block.columns;
  return columns.map((column, index) => {
    const cell = row.cells[index];
    const lines = cells[index] ?? [];
    const room = heading
      ? table.frame.columns.reduce((sum, { width }) => sum + width, 0)
      : roomOf(table, index);
    const words =
      lines.length > 1
        ? lines.join(' ')
        : canvas.typesetter.fit(lines[0] ?? '', weight, size, room * slack);
    const target = cell?.goTo === undefined ? undefined : numberOf(cell.goTo);
    return {
      text: textRuns(
        words,
        { size, weight, color: toneColor(cell?.tone) },
        language,
        target === undefined ? {} : { hyperlink: { slide: target }, underline: { style: 'none' } },
      ),
      options: {
        align: alignOf(column.align),
        valign: 'middle',
        margin: marginOf(table, index),
        border,
        ...(heading ? { colspan: block.columns.length } : {}),
      },
    };
  });
}

function roomOf(table: MeasuredTable, index: number): number {
  const { width, before } = table.frame.columns[index] ?? { width: 0, before: 0 };
  return Math.max(4, width - before);
}

function alignOf(align: 'start' | 'end'): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left';
}

/** Top, right, bottom, left, in inches. */
function marginOf(table: MeasuredTable, index: number): [number, number, number, number] {
  return [0, 0, 0, inches(table.frame.columns[index]?.before ?? 0)];
}
