import type { Chart } from '../../../shared/documents/model';
import { endLabels, namedEvery, peakOf, peakSize } from '../charts/lines';
import type { Canvas } from '../layout/canvas';
import { readable } from '../layout/look';
import type { Box } from '../layout/marks';
import { uprightPlot, valuesOf } from './chart-frame';
import type { ChartSpec, SeriesSpec } from './chart-spec';

/** Lines, each named at its right end; the way to an unfinished period is dashed. */
export function linesSpec(canvas: Canvas, chart: Chart, box: Box, language: string): ChartSpec {
  const ends = endLabels(canvas, chart, box);
  const peak = peakOf(chart);
  const width = Math.max(0.4, 1 - ends.room / box.width);
  const known = valuesOf(chart);
  return {
    kind: 'lines',
    stacked: false,
    categories: chart.categories,
    namedEvery: namedEvery(
      canvas,
      chart,
      (width * box.width) / Math.max(1, chart.categories.length),
    ),
    legend: null,
    plot: uprightPlot(box, null, width),
    least: Math.min(0, ...known),
    most: Math.max(0, ...known) || 1,
    gap: 0,
    language,
    series: chart.series.map((one, place): SeriesSpec => {
      const color = readable(canvas.color(one.color), 3);
      const end = ends.labels.find(({ series }) => series === place);
      return {
        name: one.name,
        color,
        values: one.points.map(({ value }) => value),
        points: chart.unfinished.map((index) => ({ index, fill: color, outline: color })),
        labels: [
          ...(peak?.series === place
            ? [
                {
                  index: peak.index,
                  words: peak.words,
                  color: readable(color, 4.5),
                  size: peakSize,
                  bold: true,
                  position: 't' as const,
                },
              ]
            : []),
          ...(end
            ? [
                {
                  index: end.index,
                  words: end.words,
                  color: readable(color, 4.5),
                  size: 9.5,
                  bold: true,
                  position: 'r' as const,
                  ...(Math.abs(end.down) < 0.5 ? {} : { down: end.down / box.height }),
                },
              ]
            : []),
        ],
      };
    }),
  };
}
