import { scaleBand, scaleLinear } from 'd3-scale';
import type { Chart } from '../../../shared/documents/model';
import {
  waterfallColors,
  waterfallSteps,
  type WaterfallStep,
} from '../../../shared/documents/waterfall';
import type { Canvas } from '../layout/canvas';
import { earlier, faint, ink, muted, rule } from '../layout/look';
import type { Box } from '../layout/marks';
import { coordinate } from '../pdf/svg';
import { roomAround, setCategories } from './categories';

const labelRoom = 18;
const widestBar = 110;

/** A first sum, the changes that lead from it to the last one, and hairlines that carry each end to the next bar. */
export function drawWaterfall(canvas: Canvas, chart: Chart, box: Box): void {
  const band = scaleBand(
    chart.categories.map((_, index) => String(index)),
    [box.x, box.x + box.width],
  )
    .paddingInner(0.3)
    .paddingOuter(0.1);
  const width = Math.min(band.bandwidth(), widestBar);
  const middleOf = (index: number): number => (band(String(index)) ?? box.x) + band.bandwidth() / 2;
  const last = chart.categories.length - 1;
  const step = Math.min(band.step(), box.width);
  const room = setCategories(canvas, chart.categories, box, {
    middleOf,
    step,
    strong: (index) => index === last,
  });
  const steps = waterfallSteps(chart);
  const ends = steps.flatMap((step) => (step ? [step.from, step.to] : []));
  const least = Math.min(0, ...ends);
  const y = scaleLinear(
    [least, Math.max(...ends, 1e-9)],
    // Words under a bar that ends below zero need room too.
    [box.y + box.height - room - (least < 0 ? labelRoom : 0), box.y + labelRoom],
  );
  let carried: { readonly x: number; readonly value: number } | null = null;
  steps.forEach((one, index) => {
    const middle = middleOf(index);
    if (one === null) {
      canvas.text(
        chart.series[0]?.points[index]?.words ?? '',
        { size: 9, weight: 400, color: faint },
        {
          x: middle,
          baseline: y(carried?.value ?? 0) - 5,
          align: 'middle',
          room: roomAround(middle, box, step) - 4,
        },
      );
      return;
    }
    const left = middle - width / 2;
    if (carried) {
      const start = one.role === 'total' ? one.to : one.from;
      if (Math.abs(y(start) - y(carried.value)) < 0.5)
        canvas.line([carried.x, y(start)], [left, y(start)], rule);
    }
    drawStep(canvas, one, { left, width, last: index === last }, y);
    const under = one.role === 'fall' && one.to < 0 && one.from <= 0;
    const edge = under ? Math.min(one.from, one.to) : Math.max(one.from, one.to, 0);
    canvas.text(
      one.words,
      { size: 9.5, weight: one.role === 'total' ? 600 : 500, color: index === last ? ink : muted },
      {
        x: middle,
        baseline: under ? y(edge) + 12 : y(edge) - 5,
        align: 'middle',
        room: roomAround(middle, box, step) - 3,
      },
    );
    carried = { x: left + width, value: one.to };
  });
  canvas.line([box.x, y(0)], [box.x + box.width, y(0)], rule, 0.75);
}

/** A change too small to see is still a line. */
function drawStep(
  canvas: Canvas,
  step: WaterfallStep,
  bar: { readonly left: number; readonly width: number; readonly last: boolean },
  y: (value: number) => number,
): void {
  const top = y(Math.max(step.from, step.to));
  const height = Math.max(1, y(Math.min(step.from, step.to)) - top);
  const color =
    step.role === 'total'
      ? bar.last
        ? canvas.accent
        : earlier(canvas.accent)
      : waterfallColors[step.role];
  const path = `M${coordinate(bar.left)},${coordinate(top)}h${coordinate(bar.width)}v${coordinate(height)}h${coordinate(-bar.width)}Z`;
  canvas.add({ kind: 'path', path, fill: color });
}
