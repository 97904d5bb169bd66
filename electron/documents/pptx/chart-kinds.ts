import type { Chart, ChartSeries } from '../../../shared/documents/model';
import { waterfallColors, waterfallSteps } from '../../../shared/documents/waterfall';
import { barRooms } from '../charts/bars';
import { endLabels, namedEvery, peakOf, peakSize } from '../charts/lines';
import type { Canvas } from '../layout/canvas';
import { earlier, ink, inkOn, muted, quietFill, readable, tint } from '../layout/look';
import type { Box } from '../layout/marks';
import type { ChartSpec, LabelSpec, PlaceSpec, PointSpec, SeriesSpec } from './chart-spec';

const legendRoom = 22;
const labelRoom = 20;
const categoryRoom = 26;

/** Room above the marks for the names of several series; none where one stands alone. */
function legendOf(canvas: Canvas, chart: Chart, box: Box): PlaceSpec | null {
  if (chart.series.length < 2) return null;
  const words = chart.series.reduce(
    (sum, { name }) => sum + canvas.typesetter.width(name, 500, 9) + 34,
    0,
  );
  const width = Math.min(1, (words + 12) / box.width);
  return { x: 0, y: 0, width, height: Math.min(0.3, 18 / box.height) };
}

/** The room that is left between the labels above and the categories below. */
function uprightPlot(
  box: Box,
  legend: PlaceSpec | null,
  width = 1,
  below = categoryRoom,
): PlaceSpec {
  const top = (legend === null ? 0 : legendRoom) + labelRoom;
  const height = Math.max(20, box.height - top - below);
  return { x: 0, y: top / box.height, width, height: height / box.height };
}

function seriesColor(canvas: Canvas, chart: Chart, series: ChartSeries): string {
  return chart.series.length === 1 && series.color === 'quiet'
    ? quietFill
    : canvas.color(series.color);
}

function valuesOf(chart: Chart): number[] {
  return chart.series.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
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

/** Steps as stacked bars on a foot that is not drawn; a last bar, not drawn either, carries the words. */
export function waterfallSpec(canvas: Canvas, chart: Chart, box: Box, language: string): ChartSpec {
  const steps = waterfallSteps(chart);
  const last = chart.categories.length - 1;
  const ends = steps.flatMap((step) => (step ? [step.from, step.to] : []));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends) || 1];
  const room = (most - least) * 0.1;
  const part = (
    name: string,
    color: string | null,
    pick: (step: NonNullable<(typeof steps)[number]>) => number,
    points: readonly PointSpec[] = [],
  ): SeriesSpec => ({
    name,
    color,
    values: steps.map((step) => (step ? pick(step) : null)),
    points,
    labels: [],
  });
  const above = (from: number, to: number): [number, number] => [
    Math.max(0, Math.min(from, to)),
    Math.max(0, from, to),
  ];
  const below = (from: number, to: number): [number, number] => [
    Math.min(0, Math.max(from, to)),
    Math.min(0, from, to),
  ];
  const name = chart.series[0]?.name ?? '';
  const roles = [
    ['total', canvas.accent, name],
    ['rise', waterfallColors.rise, '+'],
    ['fall', waterfallColors.fall, '−'],
  ] as const;
  const lighter = steps.flatMap((step, index): PointSpec[] =>
    step?.role === 'total' && index !== last ? [{ index, fill: earlier(canvas.accent) }] : [],
  );
  const carrier: SeriesSpec = {
    ...part('', null, () => room),
    labels: steps.flatMap((step, index): LabelSpec[] =>
      step
        ? [
            {
              index,
              words: step.words,
              color: index === last ? ink : muted,
              size: 9.5,
              bold: step.role === 'total',
              position: 'inBase',
            },
          ]
        : [],
    ),
  };
  const series = [
    part('', null, ({ from, to }) => above(from, to)[0]),
    part('', null, ({ from, to }) => below(from, to)[0]),
    ...roles.flatMap(([role, color, words]) => [
      part(
        words,
        color,
        (step) => {
          const [foot, top] = above(step.from, step.to);
          return step.role === role ? top - foot : 0;
        },
        role === 'total' ? lighter : [],
      ),
      part(words, color, (step) => {
        const [head, bottom] = below(step.from, step.to);
        return step.role === role ? bottom - head : 0;
      }),
    ]),
  ].filter(({ values }) => values.some((value) => value !== null && value !== 0));
  const lines = chart.categories.some(
    (words) => canvas.typesetter.width(words, 600, 9.5) > box.width / (last + 1) - 6,
  );
  return {
    kind: 'columns',
    stacked: true,
    categories: chart.categories,
    series: [...series, carrier],
    legend: null,
    plot: uprightPlot({ ...box }, null, 1, lines ? 38 : categoryRoom),
    least,
    most: most + room,
    gap: 43,
    language,
  };
}
