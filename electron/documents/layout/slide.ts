import { assertNever } from '../../../shared/kernel/result';
import type { Block, DocumentModel, GridRow, Slide } from '../../../shared/documents/model';
import { setChart } from '../charts/chart-block';
import type { Typesetter } from '../text/typesetter';
import { Canvas } from './canvas';
import { setCover } from './cover';
import {
  bodyBottom,
  bodyTop,
  contentWidth,
  gutter,
  hairline,
  ink,
  margin,
  muted,
  page,
} from './look';
import type { Box, Mark, Overflow } from './marks';
import { metricsHeight, setMetrics } from './metrics-block';
import { setTable, tableHeight } from './table-block';
import { setText, textHeight } from './text-block';

export interface LaidOutPage {
  readonly id: string;
  readonly marks: readonly Mark[];
}

export interface LaidOutDocument {
  readonly pages: readonly LaidOutPage[];
  /** What did not fit at its smallest setting; empty for every document that the product composes. */
  readonly overflows: readonly Overflow[];
}

const rowGap = 20;

/** Puts every slide of a model on its page. One slide is one page. */
export function layOutDocument(model: DocumentModel, typesetter: Typesetter): LaidOutDocument {
  const canvases = model.slides.map((slide, index) => {
    const canvas = new Canvas(typesetter, model.theme, slide.id);
    if (slide.layout === 'cover') setCover(canvas, slide);
    else setContent(canvas, slide);
    setFoot(canvas, model, slide, index + 1);
    return { id: slide.id, canvas };
  });
  return {
    pages: canvases.map(({ id, canvas }) => ({ id, marks: canvas.marks })),
    overflows: canvases.flatMap(({ canvas }) => canvas.overflows),
  };
}

function setContent(canvas: Canvas, slide: Slide): void {
  canvas.text(
    slide.part,
    { size: 9.5, weight: 600, color: canvas.accent },
    {
      x: margin.left,
      baseline: 46,
      room: contentWidth,
    },
  );
  const lines = canvas.typesetter.wrap([{ words: slide.title, weight: 600 }], 22, contentWidth, 2);
  lines.forEach((line, index) => {
    canvas.text(
      line
        .map((span) => span.words)
        .join('')
        .trimEnd(),
      { size: 22, weight: 600, color: ink },
      {
        x: margin.left,
        baseline: 74 + index * 28,
      },
    );
  });
  const top = lines.length > 1 ? bodyTop + 8 : bodyTop - 18;
  setRows(canvas, slide.rows, {
    x: margin.left,
    y: top,
    width: contentWidth,
    height: bodyBottom - top,
  });
}

/** Rows take their natural height, or their share of what is left. */
function setRows(canvas: Canvas, rows: readonly GridRow[], box: Box): void {
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
      setBlock(canvas, block, { x: columnStart(column), y, width: spanWidth(span), height });
      column += span;
    }
    y += height + rowGap;
  });
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

function setBlock(canvas: Canvas, block: Block, box: Box): void {
  switch (block.kind) {
    case 'text':
      setText(canvas, block, box);
      return;
    case 'metrics':
      setMetrics(canvas, block, box);
      return;
    case 'table':
      setTable(canvas, block, box);
      return;
    case 'chart':
      setChart(canvas, block, box);
      return;
    default:
      assertNever(block);
  }
}

const columnWidth = (contentWidth - 11 * gutter) / 12;

function columnStart(column: number): number {
  return margin.left + column * (columnWidth + gutter);
}

function spanWidth(span: number): number {
  return span * columnWidth + (span - 1) * gutter;
}

/** Source and basis, then what the document is, whether it holds sample data, and the page number. */
function setFoot(canvas: Canvas, model: DocumentModel, slide: Slide, number: number): void {
  const small = { size: 8, weight: 400, color: muted } as const;
  if (slide.layout === 'content') {
    const note = [slide.source, slide.basis].filter((part) => part !== '').join(' · ');
    const lines = canvas.typesetter.wrap([{ words: note, weight: 400 }], 8, contentWidth, 2);
    lines.forEach((line, index) => {
      canvas.text(
        line
          .map((span) => span.words)
          .join('')
          .trimEnd(),
        small,
        {
          x: margin.left,
          baseline: 500 - (lines.length - 1 - index) * 11,
        },
      );
    });
    canvas.line([margin.left, 508], [page.width - margin.right, 508], hairline);
  }
  canvas.text(model.footer, small, { x: margin.left, baseline: 522, room: contentWidth * 0.7 });
  const right = page.width - margin.right;
  canvas.text(String(number), { ...small, weight: 600 }, { x: right, baseline: 522, align: 'end' });
  if (model.sample) {
    const style = { size: 8, weight: 600, color: '#8A5A00' } as const;
    const words = model.sampleMark ?? 'Sample data';
    const width = canvas.typesetter.width(words, 600, 8) + 12;
    const x = right - 28 - width;
    canvas.add({
      kind: 'rectangle',
      x,
      y: 512.5,
      width,
      height: 13.5,
      radius: 3,
      color: '#FFF6E0',
      outline: '#E0B860',
    });
    canvas.text(words, style, { x: x + 6, baseline: 522 });
  }
}
