import type {
  Block,
  DocumentModel,
  GridRow,
  Slide,
  TableBlock,
} from '../../../shared/documents/model';
import type { Typesetter } from '../text/typesetter';
import { Canvas } from './canvas';
import { breakText, type BrokenBlock } from './long-text';
import { placeContent, type PlacedBlock } from './placing';
import type { Box } from './marks';
import { measureTable, type MeasuredTable } from './table-measure';

/**
 * Continues tables and texts that are taller than their slide on further slides, tables under the same head, and corrects
 * the page numbers that stand beside links. Documents whose blocks all have room come back unchanged.
 */
export function breakLongBlocks(model: DocumentModel, typesetter: Typesetter): DocumentModel {
  const slides = model.slides.flatMap((slide) => {
    if (slide.layout === 'cover') return [slide];
    const canvas = new Canvas(typesetter, model.theme, slide.id);
    const { length } = breakSlide(slide, canvas);
    if (length === 1) return [slide];
    // With its number a title may need another line, which leaves less room under it.
    const parts = breakSlide({ ...slide, title: numbered(slide.title, length, length) }, canvas);
    return parts.map((part, index) => ({
      ...part,
      id: index === 0 ? slide.id : `${slide.id}~${String(index + 1)}`,
      title: numbered(slide.title, index + 1, parts.length),
    }));
  });
  if (slides.length === model.slides.length) return model;
  const pages = new Map(slides.map(({ id }, index) => [id, String(index + 1)]));
  return { ...model, slides: slides.map((slide) => withPages(slide, pages)) };
}

/** The slide with as much of each block as it has room for, and behind it what each has left. */
function breakSlide(slide: Slide, canvas: Canvas): Slide[] {
  for (const placed of placeContent(canvas, slide).blocks) {
    const broken = breakBlock(canvas, placed);
    if (broken === null) continue;
    const rows = slide.rows.map((row) => replaced(row, placed.block, broken.first));
    return [...breakSlide({ ...slide, rows }, canvas), ...continued(slide, broken.rest, canvas)];
  }
  return [slide];
}

/** What of a block has room in its box, and the rest; null where all has, or nothing would. */
function breakBlock(canvas: Canvas, { block, box, part }: PlacedBlock): BrokenBlock | null {
  if (block.kind === 'text') return breakText(canvas, block, box);
  if (block.kind !== 'table') return null;
  const table = measureTable(canvas, block, box, part);
  if (table.bottom <= box.y + box.height + 0.5) return null;
  const count = rowsThatFit(table, 0, box);
  if (count === 0) return null;
  return {
    first: { ...block, rows: block.rows.slice(0, count) },
    rest: { ...block, rows: block.rows.slice(count) },
  };
}

/** Slides that hold nothing but the rest of a block, as much on each as it has room for. */
function continued(slide: Slide, rest: Block, canvas: Canvas): Slide[] {
  const alone: Slide = { ...slide, rows: [{ share: 1, cells: [{ span: 12, block: rest }] }] };
  return rest.kind === 'table' ? continuedTable(alone, rest, canvas) : breakSlide(alone, canvas);
}

/** Slides of a table alone, measured once: all of them have its columns at the same widths. */
function continuedTable(slide: Slide, block: TableBlock, canvas: Canvas): Slide[] {
  const holding = (rows: TableBlock['rows']): Slide => ({
    ...slide,
    rows: [{ share: 1, cells: [{ span: 12, block: { ...block, rows } }] }],
  });
  const [place] = placeContent(canvas, holding(block.rows.slice(0, 1))).blocks;
  if (!place) return [];
  const table = measureTable(canvas, block, place.box);
  const slides: Slide[] = [];
  for (let start = 0; start < block.rows.length;) {
    const count = Math.max(1, rowsThatFit(table, start, place.box));
    slides.push(holding(block.rows.slice(start, start + count)));
    start += count;
  }
  return slides;
}

/** Rows from `start` on that a box has room for; a heading never stands alone at the foot of a slide. */
function rowsThatFit(table: MeasuredTable, start: number, box: Box): number {
  let y = table.bodyTop;
  let end = start;
  for (const { height } of table.rows.slice(start)) {
    if (y + height > box.y + box.height + 0.5) break;
    y += height;
    end += 1;
  }
  if (end < table.rows.length)
    while (end - start > 1 && table.rows[end - 1]?.row.role === 'heading') end -= 1;
  return end - start;
}

function replaced(row: GridRow, from: Block, to: Block): GridRow {
  return {
    ...row,
    cells: row.cells.map((cell) => (cell.block === from ? { ...cell, block: to } : cell)),
  };
}

function numbered(title: string, part: number, parts: number): string {
  return `${title} (${String(part)}/${String(parts)})`;
}

/** A number that leads to a slide is the number of its page. */
function withPages(slide: Slide, pages: ReadonlyMap<string, string>): Slide {
  const withNumbers = (block: TableBlock): TableBlock => ({
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const page = cell.goTo === undefined ? undefined : pages.get(cell.goTo);
        return page !== undefined && /^\d+$/.test(cell.words) ? { ...cell, words: page } : cell;
      }),
    })),
  });
  return {
    ...slide,
    rows: slide.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.block.kind === 'table' ? { ...cell, block: withNumbers(cell.block) } : cell,
      ),
    })),
  };
}
