import { scaleLinear, scalePoint } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import type { Chart, ChartSeries } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { muted, readable, rule } from '../layout/look';
import type { Box } from '../layout/marks';
import { roomAround } from './categories';

const categoryRoom = 24;
const leastApart = 13;

/** The name and last value of each line, kept apart at the right of a chart. */
export interface EndLabels {
  /** The width that they take, in points. */
  readonly room: number;
  readonly labels: readonly {
    readonly series: number;
    /** The last category with a known value. */
    readonly index: number;
    readonly words: string;
    readonly y: number;
    /** How far the label stands under its line's end. */
    readonly down: number;
  }[];
}

/** One line per series, named at its right end; a gap where nothing is known, dashes to what is not over. */
export function drawLines(canvas: Canvas, chart: Chart, box: Box): void {
  const ends = endLabels(canvas, chart, box);
  const area = areaOf(box, ends.room);
  const x = scalePoint(
    chart.categories.map((_, index) => String(index)),
    [area.x, area.x + area.width],
  ).padding(0.5);
  const y = valueScale(chart, area);
  canvas.line([area.x, y(0)], [area.x + area.width, y(0)], rule, 0.75);
  setCategoryNames(
    canvas,
    chart,
    area,
    box,
    (index) => x(String(index)) ?? area.x,
    chart.categories.length > 1 ? x.step() : area.width,
  );
  const place = lineShape<[number, number | null]>()
    .defined(([, value]) => value !== null)
    .x(([index]) => x(String(index)) ?? area.x)
    .y(([, value]) => y(value ?? 0));
  chart.series.forEach((series) => {
    const color = readable(canvas.color(series.color), 3);
    for (const { points, dashed } of stretches(series, chart.unfinished)) {
      const path = place(points);
      if (path !== null)
        canvas.add({
          kind: 'path',
          path,
          stroke: color,
          width: 1.75,
          ...(dashed ? { dashed } : {}),
        });
    }
  });
  const peak = peakOf(chart);
  if (peak !== null) {
    const words = canvas.typesetter.fit(peak.words, 600, peakSize, area.width);
    const half = canvas.typesetter.width(words, 600, peakSize) / 2;
    const middle = x(String(peak.index)) ?? area.x;
    canvas.text(
      words,
      {
        size: peakSize,
        weight: 600,
        color: readable(canvas.color(chart.series[peak.series]?.color ?? 'quiet'), 4.5),
      },
      {
        x: Math.min(Math.max(middle, area.x + half), area.x + area.width - half),
        baseline: y(peak.value) - 5,
        align: 'middle',
      },
    );
  }
  for (const label of ends.labels) {
    const series = chart.series[label.series];
    canvas.text(
      label.words,
      { size: 9.5, weight: 600, color: series ? readable(canvas.color(series.color), 4.5) : muted },
      { x: area.x + area.width + 6, baseline: label.y + 3.4, room: ends.room - 8 },
    );
  }
}

/** The words of a chart's highest point are this large. */
export const peakSize = 9;

interface Peak {
  readonly series: number;
  readonly index: number;
  readonly value: number;
  readonly words: string;
}

/** The highest point of all lines, which gives the scale; null where it is named at its line's end, or has no words. */
export function peakOf(chart: Chart): Peak | null {
  let peak: Peak | null = null;
  chart.series.forEach(({ points }, series) => {
    points.forEach(({ value, words }, index) => {
      if (value !== null && value > (peak?.value ?? 0)) peak = { series, index, value, words };
    });
  });
  const found = peak as Peak | null;
  if (found === null || found.words === '') return null;
  const after = chart.series[found.series]?.points.slice(found.index + 1) ?? [];
  return after.some(({ value }) => value !== null) ? found : null;
}

/** Where each line is named, no name over another. */
export function endLabels(canvas: Canvas, chart: Chart, box: Box): EndLabels {
  const named = chart.series.flatMap((series, index) => {
    const last = series.points.reduce((found, { value }, at) => (value === null ? found : at), -1);
    const point = series.points[last];
    if (point === undefined) return [];
    const words = point.words === '' ? series.name : `${series.name} ${point.words}`;
    return [{ series: index, index: last, words, value: point.value ?? 0 }];
  });
  const widest = Math.max(0, ...named.map(({ words }) => canvas.typesetter.width(words, 600, 9.5)));
  const room = Math.min(box.width * 0.3, widest + 12);
  const area = areaOf(box, room);
  const y = valueScale(chart, area);
  const sorted = named.map((one) => ({ ...one, y: y(one.value) })).sort((a, b) => a.y - b.y);
  const apart = spread(
    sorted.map((one) => one.y),
    area.y + area.height,
  );
  return {
    room,
    labels: sorted.map(({ series, index, words, y: own }, place) => {
      const at = apart[place] ?? own;
      return {
        series,
        index,
        words: canvas.typesetter.fit(words, 600, 9.5, room - 8),
        y: at,
        down: at - own,
      };
    }),
  };
}

function areaOf(box: Box, room: number): Box {
  return {
    x: box.x + 6,
    y: box.y + 12,
    width: box.width - room - 6,
    height: box.height - 12 - categoryRoom,
  };
}

function valueScale(chart: Chart, area: Box): (value: number) => number {
  const known = chart.series.flatMap((series) => series.points.map((point) => point.value ?? 0));
  return scaleLinear(
    [Math.min(0, ...known), Math.max(...known, 1e-9)],
    [area.y + area.height, area.y],
  );
}

/** Names under every so many categories, the first among them, that none touches the next one. */
export function namedEvery(canvas: Canvas, chart: Chart, step: number): number {
  const widths = chart.categories.map((words) => canvas.typesetter.width(words, 400, 9.5));
  return Math.max(1, Math.ceil((Math.max(0, ...widths) + 6) / Math.max(1, step)));
}

function setCategoryNames(
  canvas: Canvas,
  chart: Chart,
  area: Box,
  box: Box,
  middleOf: (index: number) => number,
  step: number,
): void {
  const every = namedEvery(canvas, chart, step);
  chart.categories.forEach((words, index) => {
    if (index % every !== 0) return;
    canvas.text(
      words,
      { size: 9.5, weight: 400, color: muted },
      {
        x: middleOf(index),
        baseline: area.y + area.height + 15,
        align: 'middle',
        // Names reach as far as the chart's box does, beyond the lines.
        room: roomAround(middleOf(index), box, step * every) - 1,
      },
    );
  });
}

interface Stretch {
  readonly points: [number, number | null][];
  readonly dashed: boolean;
}

/** A line cut where it becomes dashed: the step that leads to a category which is not over. */
function stretches(series: ChartSeries, unfinished: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  series.points.forEach(({ value }, index) => {
    const dashed = unfinished.includes(index);
    const last = found.at(-1);
    const before = series.points[index - 1]?.value ?? null;
    if (last?.dashed === dashed) last.points.push([index, value]);
    else {
      const start: [number, number | null][] = index === 0 ? [] : [[index - 1, before]];
      found.push({ points: [...start, [index, value]], dashed });
    }
  });
  return found;
}

/** Pushes places down until none covers another, then the last ones up again where they would leave the chart. */
function spread(sorted: readonly number[], bottom: number): number[] {
  const places = [...sorted];
  for (let index = 1; index < places.length; index += 1)
    places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + leastApart);
  let limit = bottom;
  for (let index = places.length - 1; index >= 0 && (places[index] ?? 0) > limit; index -= 1) {
    places[index] = limit;
    limit -= leastApart;
  }
  return places;
}
