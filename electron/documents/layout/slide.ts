import { assertNever } from '../../../shared/kernel/result';
import type { DocumentModel, Slide } from '../../../shared/documents/model';
import { setChart } from '../charts/chart-block';
import { wordsOf, type Typesetter } from '../text/typesetter';
import { Canvas } from './canvas';
import { setCover } from './cover';
import { contentWidth, hairline, ink, margin, muted, page } from './look';
import type { Mark, Overflow } from './marks';
import { footLogo, setLogo } from './logo';
import { setMetrics } from './metrics-block';
import { placeContent, titlePlace, type PlacedBlock } from './placing';
import { setTable } from './table-block';
import { setText } from './text-block';

export interface LaidOutPage {
  readonly id: string;
  readonly marks: readonly Mark[];
}

export interface LaidOutDocument {
  readonly pages: readonly LaidOutPage[];
  /** What did not fit at its smallest setting; empty for every document that the product composes. */
  readonly overflows: readonly Overflow[];
}

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
    { size: 9.5, weight: 600, color: canvas.accentInk },
    { x: margin.left, baseline: titlePlace.part, room: contentWidth },
  );
  const { title, blocks } = placeContent(canvas, slide);
  title.forEach((words, index) => {
    canvas.text(
      words,
      { size: titlePlace.size, weight: 600, color: ink },
      { x: margin.left, baseline: titlePlace.baseline + index * titlePlace.leading },
    );
  });
  for (const placed of blocks) setBlock(canvas, placed);
}

function setBlock(canvas: Canvas, { block, box, part }: PlacedBlock): void {
  switch (block.kind) {
    case 'text':
      setText(canvas, block, box);
      return;
    case 'metrics':
      setMetrics(canvas, block, box);
      return;
    case 'table':
      setTable(canvas, block, box, part);
      return;
    case 'chart':
      setChart(canvas, block, box);
      return;
    default:
      assertNever(block);
  }
}

/** Source and basis of a slide in at most two lines. */
export function footLines(canvas: Canvas, { source, basis }: Slide): readonly string[] {
  const note = [source, basis].filter((part) => part !== '').join(' · ');
  return canvas.typesetter.wrap([{ words: note, weight: 400 }], 8, contentWidth, 2).map(wordsOf);
}

/** Source and basis, then what the document is, whether it holds sample data, and the page number. */
function setFoot(canvas: Canvas, model: DocumentModel, slide: Slide, number: number): void {
  const small = { size: 8, weight: 400, color: muted } as const;
  if (slide.layout === 'content') {
    const lines = footLines(canvas, slide);
    lines.forEach((words, index) => {
      canvas.text(words, small, {
        x: margin.left,
        baseline: 500 - (lines.length - 1 - index) * 11,
      });
    });
    canvas.line([margin.left, 508], [page.width - margin.right, 508], hairline);
  }
  const mark = slide.layout === 'cover' ? null : footLogo(canvas);
  setLogo(canvas, mark);
  const left = mark === null ? margin.left : mark.x + mark.width + 10;
  canvas.text(model.footer, small, {
    x: left,
    baseline: 522,
    room: margin.left + contentWidth * 0.76 - left,
  });
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
