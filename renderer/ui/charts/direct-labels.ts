import type { Plugin } from 'chart.js';
import { placeLabels } from './place-labels';
import { labelFont } from './set-up';

const lineHeight = 15;

interface EndLabel {
  readonly words: string;
  readonly color: string;
  /** Place of the last value that is known. */
  readonly last: number;
}

/** Names each line at its end, in its own colour, so that nobody has to look up a legend. */
export function endLabels(labels: readonly EndLabel[]): Plugin<'line'> {
  return {
    id: 'end-labels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const ends = labels.flatMap((label, index) => {
        const end = chart.getDatasetMeta(index).data[label.last];
        return end === undefined ? [] : [{ label, y: end.y }];
      });
      const places = placeLabels(
        ends.map(({ y }) => y),
        lineHeight,
        { top: chartArea.top - 6, bottom: chartArea.bottom + 6 },
      );
      ctx.save();
      ctx.font = labelFont(550);
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [index, { label }] of ends.entries()) {
        ctx.fillStyle = label.color;
        ctx.fillText(label.words, chartArea.right + 8, places[index] ?? 0);
      }
      ctx.restore();
    },
  };
}

/** Writes each bar's value at its end. */
export function barLabels(
  words: readonly (readonly string[])[],
  color: string,
  quiet: string,
): Plugin<'bar'> {
  return {
    id: 'bar-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [series, list] of words.entries()) {
        ctx.font = labelFont(series === 0 ? 550 : 400);
        ctx.fillStyle = series === 0 ? color : quiet;
        const bars = chart.getDatasetMeta(series).data;
        for (const [index, label] of list.entries()) {
          const bar = bars[index];
          if (bar !== undefined && label !== '') ctx.fillText(label, bar.x + 6, bar.y + 1);
        }
      }
      ctx.restore();
    },
  };
}
