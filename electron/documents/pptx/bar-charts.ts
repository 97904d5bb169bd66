import type { Chart, ChartSeries } from '../../../shared/documents/model';
import { barRooms } from '../charts/bars';
import type { Canvas } from '../layout/canvas';
import { earlier, ink, inkOn, muted, quietFill, tint } from '../layout/look';
import type { Box } from '../layout/marks';
import {
  categoryRoom,
  labelRoom,
  legendOf,
  legendRoom,
  uprightPlot,
  valuesOf,
} from './chart-frame';
import type { ChartSpec, LabelSpec, PointSpec, SeriesSpec } from './chart-spec';

/** Upright bars; the newest one in full colour, those before it lighter, an unfinished one dashed. */
export function columnsSpec(canvas: Canvas, chart: Chart, box: Box, language: string): ChartSpec {
  const legend = legendOf(canvas, chart, box);
  const last = chart.categories.length - 1;
  const categories = categoriesOf(chart);
  const below = categories.some((name) => name.includes('\n')) ? 38 : categoryRoom;
  const series = chart.series.map((one): SeriesSpec => {
    const color = seriesColor(canvas, chart, one);
    const alone = chart.series.length === 1 && !chart.stacked;
    return {
      name: one.name,
      color,
      values: one.points.map(({ value }) => value),
      points: one.points.flatMap((_, index): PointSpec[] => {
        const shown = alone && index !== last ? earlier(color) : color;
        if (chart.unfinished.includes(index))
          return [{ index, fill: tint(shown, 0.18), outline: shown }];
        return alone && index !== last ? [{ index, fill: shown }] : [];
      }),
      labels: one.points.flatMap(({ value, words }, index): LabelSpec[] => {
        if (value === null || words === '') return [];
        if (chart.stacked) return stackedLabel(canvas, chart, box, index, value, words, color);
        return [
          {
            index,
            words,
            color: index === last ? ink : muted,
            size: 9.5,
            bold: index === last,
            position: 'outEnd',
          },
        ];
      }),
    };
  });
  const values = chart.stacked ? stackTops(chart) : valuesOf(chart);
  return {
    kind: 'columns',
    stacked: chart.stacked,
    categories,
    series,
    legend,
    plot: uprightPlot(box, legend, 1, below),
    least: Math.min(0, ...valuesOf(chart)),
    most: Math.max(0, ...values) || 1,
    gap: chart.series.length > 1 && !chart.stacked ? 60 : 56,
    language,
  };
}

/** Lying bars: names at the left, words at the end of each. */
export function barsSpec(canvas: Canvas, chart: Chart, box: Box, language: string): ChartSpec {
  const { typesetter } = canvas;
  const legend = legendOf(canvas, chart, box);
  const { names, ends } = barRooms(canvas, chart, box);
  const top = legend === null ? 0 : legendRoom;
  const height = Math.min(box.height - top, chart.categories.length * 38);
  const left = names + 14;
  const values = chart.stacked ? stackTops(chart) : valuesOf(chart);
  return {
    kind: 'bars',
    stacked: chart.stacked,
    categories: chart.categories.map((name) => typesetter.fit(name, 500, 10, names)),
    legend,
    plot: {
      x: left / box.width,
      y: top / box.height,
      width: Math.max(0.1, (box.width - left - ends - 12) / box.width),
      height: height / box.height,
    },
    least: 0,
    most: Math.max(0, ...values) || 1,
    gap: 62,
    language,
    series: chart.series.map((one, place): SeriesSpec => {
      const color = seriesColor(canvas, chart, one);
      return {
        name: one.name,
        color,
        values: one.points.map(({ value }) => (value === null ? null : Math.max(0, value))),
        points: [],
        labels: one.points.flatMap(({ value, words }, index): LabelSpec[] => {
          if (value === null || words === '') return [];
          if (chart.stacked) return stackedLabel(canvas, chart, box, index, value, words, color);
          const size = chart.series.length > 1 ? 8.5 : 9.5;
          const look = place === 0 ? ink : muted;
          const shown = typesetter.fit(words, 600, size, ends);
          return [
            { index, words: shown, color: look, size, bold: place === 0, position: 'outEnd' },
          ];
        }),
      };
    }),
  };
}

function seriesColor(canvas: Canvas, chart: Chart, series: ChartSeries): string {
  return chart.series.length === 1 && series.color === 'quiet'
    ? quietFill
    : canvas.color(series.color);
}

function stackTops(chart: Chart): number[] {
  return chart.categories.map((_, index) =>
    chart.series.reduce((sum, { points }) => sum + Math.max(0, points[index]?.value ?? 0), 0),
  );
}

/** Where nothing is known, the words stand under the category: no mark can carry them. */
function categoriesOf(chart: Chart): string[] {
  const [only] = chart.series;
  return chart.categories.map((name, index) => {
    const point = chart.series.length === 1 ? only?.points[index] : undefined;
    return point?.value === null && point.words !== '' ? `${name}\n${point.words}` : name;
  });
}

/** In a stack a label stands where its part is tall enough. */
function stackedLabel(
  canvas: Canvas,
  chart: Chart,
  box: Box,
  index: number,
  value: number,
  words: string,
  color: string,
): LabelSpec[] {
  const most = Math.max(...stackTops(chart)) || 1;
  const lying = chart.type === 'bars';
  const room = lying ? box.width * 0.6 : box.height - legendRoom - labelRoom - categoryRoom;
  const length = (value / most) * room;
  const needed = lying ? canvas.typesetter.width(words, 500, 9) + 8 : 14;
  const label = {
    index,
    words,
    color: inkOn(color),
    size: 9,
    bold: false,
    position: 'ctr',
  } as const;
  return length >= needed ? [label] : [];
}
