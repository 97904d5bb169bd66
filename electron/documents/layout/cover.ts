import type { ChartBlock, Slide } from '../../../shared/documents/model';
import { drawRhythm } from '../charts/rhythm';
import { wordsOf } from '../text/typesetter';
import type { Canvas } from './canvas';
import { contentWidth, hairline, ink, margin, muted, page } from './look';
import { coverLogo, setLogo } from './logo';
import type { Box, TextStyle } from './marks';

const graphic: Box = { x: margin.left, y: 286, width: contentWidth, height: 186 };
const right = page.width - margin.right;
/** Long names get smaller before they take two lines. */
const titleSizes = [44, 38, 32, 27] as const;
const twoLineSize = 30;

interface CoverText extends TextStyle {
  readonly name: string;
  readonly words: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

/** What stands on a cover, and where. */
export interface CoverLines {
  readonly title: TextStyle & {
    readonly words: string;
    readonly lines: readonly string[];
    readonly baseline: number;
    readonly leading: number;
  };
  readonly texts: readonly CoverText[];
  readonly charts: readonly { readonly block: ChartBlock; readonly box: Box }[];
}

/** Client, period, programs, and the rhythm of the client's own figures along the foot. */
export function coverLines(canvas: Canvas, slide: Slide): CoverLines {
  const { typesetter } = canvas;
  const style = (size: number): TextStyle => ({ size, weight: 400, color: muted });
  const mark = coverLogo(canvas);
  const texts: CoverText[] = [];
  const add = (name: string, words: string, baseline: number, look: TextStyle, width: number) => {
    const shown = typesetter.fit(words, look.weight, look.size, width);
    if (shown !== '') texts.push({ name, words: shown, x: margin.left, baseline, width, ...look });
  };
  add(
    'Part',
    slide.part,
    78,
    { size: 12, weight: 600, color: canvas.accentInk },
    (mark?.x ?? right) - margin.left - (mark === null ? 0 : 24),
  );
  const size =
    titleSizes.find((one) => typesetter.width(slide.title, 700, one) <= contentWidth) ??
    twoLineSize;
  const lines = typesetter
    .wrap([{ words: slide.title, weight: 700 }], size, contentWidth, 2)
    .map(wordsOf);
  const title = {
    words: lines.join(' '),
    lines,
    size,
    weight: 700 as const,
    color: ink,
    baseline: 132,
    leading: size * 1.15,
  };
  let baseline = title.baseline + lines.length * title.leading + (lines.length > 1 ? -8 : -12);
  add('Subtitle', slide.subtitle, baseline, { ...style(19), color: ink }, contentWidth);
  baseline += 26;
  for (const detail of [slide.source, slide.basis]) {
    if (detail === '') continue;
    for (const line of typesetter.wrap([{ words: detail, weight: 400 }], 10, 620, 2)) {
      add('Details', wordsOf(line), baseline, style(10), 640);
      baseline += 15;
    }
  }
  const charts = slide.rows.flatMap(({ cells }) =>
    cells.flatMap(({ block }) => (block.kind === 'chart' ? [block] : [])),
  );
  for (const { heading } of charts)
    add('Caption', heading ?? '', graphic.y + graphic.height + 14, style(8), contentWidth);
  return {
    title,
    texts,
    charts: charts.map((block) => ({
      block: { kind: block.kind, chart: block.chart },
      box: graphic,
    })),
  };
}

/** A cover without a photo. */
export function setCover(canvas: Canvas, slide: Slide): void {
  const { title, texts, charts } = coverLines(canvas, slide);
  canvas.add({ kind: 'rectangle', x: 0, y: 0, width: page.width, height: 6, color: canvas.brand });
  for (const { block, box } of charts) {
    drawRhythm(canvas, block.chart, box);
    const foot = box.y + box.height;
    canvas.line([box.x, foot], [box.x + box.width, foot], canvas.accentLine, 1);
  }
  setLogo(canvas, coverLogo(canvas));
  title.lines.forEach((words, index) => {
    canvas.text(words, title, {
      x: margin.left - 1,
      baseline: title.baseline + index * title.leading,
    });
  });
  for (const { words, x, baseline, size, weight, color } of texts)
    canvas.text(words, { size, weight, color }, { x, baseline });
  canvas.line([margin.left, 508], [right, 508], hairline);
}
