import type { Canvas } from '../layout/canvas';
import { ink, muted } from '../layout/look';
import type { Box } from '../layout/marks';
import { wordsOf } from '../text/typesetter';

const size = 9.5;
const leading = 12;
const gap = 15;

interface Places {
  readonly middleOf: (index: number) => number;
  /** From one category to the next. */
  readonly step: number;
  /** The category that the eye should find. */
  readonly strong: (index: number) => boolean;
}

/** The width of words around a middle: as far as the next ones, and no further than the edge of the box. */
export function roomAround(middle: number, box: Box, step: number): number {
  const toEdge = Math.min(middle - box.x, box.x + box.width - middle);
  return Math.max(4, Math.min(step, 2 * toEdge));
}

/**
 * Names of categories under upright marks, on two lines where one is too short. Gives the room that they take at the
 * foot of the box.
 */
export function setCategories(
  canvas: Canvas,
  categories: readonly string[],
  box: Box,
  { middleOf, step, strong }: Places,
): number {
  const wrapped = categories.map((words, index) =>
    canvas.typesetter
      .wrap(
        [{ words, weight: strong(index) ? 600 : 400 }],
        size,
        roomAround(middleOf(index), box, step) - 4,
        2,
      )
      .map(wordsOf),
  );
  const lines = Math.max(1, ...wrapped.map((one) => one.length));
  const room = gap + (lines - 1) * leading + 9;
  const first = box.y + box.height - room + gap;
  wrapped.forEach((one, index) => {
    const style = strong(index)
      ? ({ size, weight: 600, color: ink } as const)
      : ({ size, weight: 400, color: muted } as const);
    one.forEach((words, line) => {
      canvas.text(words, style, {
        x: middleOf(index),
        baseline: first + line * leading,
        align: 'middle',
        room: roomAround(middleOf(index), box, step) - 2,
      });
    });
  });
  return room;
}
