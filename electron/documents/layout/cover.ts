import type { Slide } from '../../../shared/documents/model';
import { drawRhythm } from '../charts/rhythm';
import type { Canvas } from './canvas';
import { hairline, ink, margin, muted, page } from './look';

const graphic = { y: 286, height: 186 } as const;

/** A cover without a photo: the client's name, the period, and the rhythm of the client's own figures along the foot. */
export function setCover(canvas: Canvas, slide: Slide): void {
  const right = page.width - margin.right;
  canvas.add({ kind: 'rectangle', x: 0, y: 0, width: page.width, height: 6, color: canvas.accent });
  for (const row of slide.rows) {
    for (const { block } of row.cells) {
      if (block.kind !== 'chart') continue;
      drawRhythm(canvas, block.chart, {
        x: margin.left,
        y: graphic.y,
        width: right - margin.left,
        height: graphic.height,
      });
      canvas.line(
        [margin.left, graphic.y + graphic.height],
        [right, graphic.y + graphic.height],
        canvas.accent,
        1,
      );
      if (block.heading !== undefined) {
        canvas.text(
          block.heading,
          { size: 8, weight: 400, color: muted },
          {
            x: margin.left,
            baseline: graphic.y + graphic.height + 14,
            room: right - margin.left,
          },
        );
      }
    }
  }
  canvas.text(
    slide.part,
    { size: 12, weight: 600, color: canvas.accent },
    { x: margin.left, baseline: 78 },
  );
  const size = [44, 38, 32, 27].find(
    (candidate) => canvas.typesetter.width(slide.title, 700, candidate) <= right - margin.left,
  );
  const lines = canvas.typesetter.wrap(
    [{ words: slide.title, weight: 700 }],
    size ?? 30,
    right - margin.left,
    2,
  );
  let baseline = 132;
  for (const line of lines) {
    canvas.text(
      line
        .map((span) => span.words)
        .join('')
        .trimEnd(),
      { size: size ?? 30, weight: 700, color: ink },
      {
        x: margin.left - 1,
        baseline,
      },
    );
    baseline += (size ?? 30) * 1.15;
  }
  baseline += lines.length > 1 ? -8 : -12;
  canvas.text(
    slide.subtitle,
    { size: 19, weight: 400, color: ink },
    {
      x: margin.left,
      baseline,
      room: right - margin.left,
    },
  );
  const details = [slide.source, slide.basis].filter((part) => part !== '');
  baseline += 26;
  for (const detail of details) {
    for (const line of canvas.typesetter.wrap([{ words: detail, weight: 400 }], 10, 620, 2)) {
      canvas.text(
        line
          .map((span) => span.words)
          .join('')
          .trimEnd(),
        { size: 10, weight: 400, color: muted },
        {
          x: margin.left,
          baseline,
        },
      );
      baseline += 15;
    }
  }
  canvas.line([margin.left, 508], [right, 508], hairline);
}
