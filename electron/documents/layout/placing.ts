import { assertNever } from '../../../shared/kernel/result';
import type { Block, GridRow, Slide, TableBlock } from '../../../shared/documents/model';
import { wordsOf } from '../text/typesetter';
import type { Canvas } from './canvas';
import { bodyBottom, bodyTop, contentWidth, gutter, margin } from './look';
import type { Box } from './marks';
import { metricsHeight } from './metrics-block';
import { enlargement, tableHeight } from './table-measure';
import { textHeight } from './text-block';

const rowGap = 20;
/** Rows that need more than there is stand closer, and then at less than their natural height. */
const leastGap = 8;

/** Where the small words and the title of a slide stand, in points. */
export const titlePlace = { part: 46, baseline: 74, leading: 28, size: 22 } as const;

/** A slide's title in its lines, and every block in its box of the grid. */
export interface PlacedContent {
  readonly title: readonly string[];
  readonly blocks: readonly PlacedBlock[];
}

export interface PlacedBlock {
  readonly block: Block;
  readonly box: Box;
  /** How much larger than usual the tables of the slide are set: all alike, so that their words have one size. */
  readonly part: number;
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
function placeRows(canvas: Canvas, rows: readonly GridRow[], box: Box): PlacedBlock[] {
  const blocks: { block: Block; box: Box }[] = [];
  const heights = (size: 'natural' | 'least'): number[] =>
    rows.map((row) => (row.share === undefined ? rowHeight(canvas, row, size) : 0));
  const natural = heights('natural');
  const needed = sumOf(natural);
  const between = Math.max(0, rows.length - 1);
  const hasShares = rows.some(({ share }) => share !== undefined);
  const gap = hasShares
    ? rowGap
    : Math.min(rowGap, Math.max(leastGap, (box.height - needed) / Math.max(1, between)));
  const room = box.height - gap * between;
  const free = Math.max(0, room - needed);
  const fitting = hasShares || needed <= room ? natural : shrunk(natural, heights('least'), room);
  const shares = rows.reduce((sum, row) => sum + (row.share ?? 0), 0);
  let y = box.y;
  rows.forEach((row, index) => {
    const wanted = row.share === undefined ? (fitting[index] ?? 0) : (row.share / shares) * free;
    const height = Math.min(wanted, box.y + box.height - y);
    let column = 0;
    for (const { span, block } of row.cells) {
      blocks.push({ block, box: { x: columnStart(column), y, width: spanWidth(span), height } });
      column += span;
    }
    y += height + gap;
  });
  const parts = blocks.flatMap(({ block, box: place }) =>
    isLarge(block) ? enlargement(canvas, block, place) : [],
  );
  const part = Math.min(...parts);
  return blocks.map((placed) => ({ ...placed, part: isLarge(placed.block) ? part : 1 }));
}

function isLarge(block: Block): block is TableBlock {
  return block.kind === 'table' && block.density === 'normal';
}

/** Heights between the natural and the least ones that together fit into the room, as far as they can. */
function shrunk(natural: readonly number[], least: readonly number[], room: number): number[] {
  const spare = sumOf(natural) - sumOf(least);
  const part = spare <= 0 ? 0 : Math.max(0, (room - sumOf(least)) / spare);
  return natural.map((height, index) => {
    const low = least[index] ?? height;
    return low + (height - low) * part;
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function rowHeight(canvas: Canvas, row: GridRow, size: 'natural' | 'least'): number {
  return Math.max(
    0,
    ...row.cells.map(({ span, block }) => blockHeight(canvas, block, spanWidth(span), size)),
  );
}

function blockHeight(
  canvas: Canvas,
  block: Block,
  width: number,
  size: 'natural' | 'least',
): number {
  switch (block.kind) {
    case 'text':
      return textHeight(canvas, block, width) * (size === 'natural' ? 1 : 0.86);
    case 'metrics':
      return metricsHeight(block);
    case 'table':
      return tableHeight(canvas, block, width, size);
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
