import { assertNever } from '../../../shared/kernel/result';
import type { Block, GridRow, Slide } from '../../../shared/documents/model';
import { wordsOf } from '../text/typesetter';
import type { Canvas } from './canvas';
import { bodyBottom, bodyTop, contentWidth, gutter, margin } from './look';
import type { Box } from './marks';
import { metricsHeight } from './metrics-block';
import { tableHeight } from './table-measure';
import { textHeight } from './text-block';

const rowGap = 20;

/** Where the small words and the title of a slide stand, in points. */
export const titlePlace = { part: 46, baseline: 74, leading: 28, size: 22 } as const;

/** A slide's title in its lines, and every block in its box of the grid. */
export interface PlacedContent {
  readonly title: readonly string[];
  readonly blocks: readonly { readonly block: Block; readonly box: Box }[];
}

/** Gives each block of a content slide its box; what renderers do inside the boxes is theirs. */
export function placeContent(canvas: Canvas, slide: Slide): PlacedContent {
  const title = balancedLines(canvas, slide.title);
  const top = title.length > 1 ? bodyTop + 8 : bodyTop - 18;
  return {
    title,
    blocks: placeRows(canvas, slide.rows, {
      x: margin.left,
      y: top,
      width: contentWidth,
      height: bodyBottom - top,
    }),
  };
}

/** A title that needs two lines breaks near its middle: no word stands alone on the second. */
function balancedLines({ typesetter }: Canvas, title: string): readonly string[] {
  const broken = (room: number, lines: number): string[] =>
    typesetter.wrap([{ words: title, weight: 600 }], titlePlace.size, room, lines).map(wordsOf);
  const widest = broken(contentWidth, 2);
  if (broken(contentWidth, 3).length !== 2) return widest;
  let [narrow, wide] = [contentWidth / 2, contentWidth];
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    if (broken(middle, 3).length > 2) narrow = middle;
    else wide = middle;
  }
  return broken(wide, 2);
}

/** Rows take their natural height, or their share of what is left. */
function placeRows(canvas: Canvas, rows: readonly GridRow[], box: Box): PlacedContent['blocks'] {
  const blocks: { block: Block; box: Box }[] = [];
  const natural = rows.map((row) => (row.share === undefined ? naturalHeight(canvas, row) : 0));
  const gaps = rowGap * Math.max(0, rows.length - 1);
  const free = Math.max(0, box.height - gaps - natural.reduce((sum, height) => sum + height, 0));
  const shares = rows.reduce((sum, row) => sum + (row.share ?? 0), 0);
  let y = box.y;
  rows.forEach((row, index) => {
    const wanted = row.share === undefined ? (natural[index] ?? 0) : (row.share / shares) * free;
    const height = Math.min(wanted, box.y + box.height - y);
    let column = 0;
    for (const { span, block } of row.cells) {
      blocks.push({ block, box: { x: columnStart(column), y, width: spanWidth(span), height } });
      column += span;
    }
    y += height + rowGap;
  });
  return blocks;
}

function naturalHeight(canvas: Canvas, row: GridRow): number {
  return Math.max(
    0,
    ...row.cells.map(({ span, block }) => blockHeight(canvas, block, spanWidth(span))),
  );
}

function blockHeight(canvas: Canvas, block: Block, width: number): number {
  switch (block.kind) {
    case 'text':
      return textHeight(canvas, block, width);
    case 'metrics':
      return metricsHeight(block);
    case 'table':
      return tableHeight(canvas, block, width);
    case 'chart':
      return 160;
    default:
      return assertNever(block);
  }
}

const columnWidth = (contentWidth - 11 * gutter) / 12;

function columnStart(column: number): number {
  return margin.left + column * (columnWidth + gutter);
}

function spanWidth(span: number): number {
  return span * columnWidth + (span - 1) * gutter;
}
