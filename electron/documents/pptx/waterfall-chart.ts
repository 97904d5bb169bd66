import type { Chart } from '../../../shared/documents/model';
import { waterfallColors, waterfallSteps } from '../../../shared/documents/waterfall';
import type { Canvas } from '../layout/canvas';
import { earlier, ink, muted } from '../layout/look';
import type { Box } from '../layout/marks';
import { categoryRoom, uprightPlot } from './chart-frame';
import type { ChartSpec, LabelSpec, PointSpec, SeriesSpec } from './chart-spec';

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
