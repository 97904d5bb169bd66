import type { Plugin } from 'chart.js';
import type { ChartMark } from './model';
import { labelFont } from './set-up';

/** Draws a dashed line where something begins that changes what is counted, with its words beside it. */
export function chartMarks(
  marks: readonly ChartMark[],
  line: string,
  text: string,
): Plugin<'line'> {
  return {
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      ctx.save();
      ctx.font = labelFont(400);
      ctx.textBaseline = 'top';
      for (const { at, words } of marks) {
        const x = scales['x']?.getPixelForValue(at);
        if (x === undefined) continue;
        ctx.strokeStyle = line;
        ctx.setLineDash([3, 3]);
        ctx.beginPath();
        ctx.moveTo(x, chartArea.top);
        ctx.lineTo(x, chartArea.bottom);
        ctx.stroke();
        const isLeft = x + 6 + ctx.measureText(words).width < chartArea.right;
        ctx.textAlign = isLeft ? 'left' : 'right';
        ctx.fillStyle = text;
        ctx.fillText(words, isLeft ? x + 6 : x - 6, chartArea.top + 4);
      }
      ctx.restore();
    },
  };
}
