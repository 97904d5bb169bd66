import { scaleBand, scaleLinear } from 'd3-scale';
import type { Chart } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { faint, ink, inkOn, muted, rule } from '../layout/look';
import type { Box } from '../layout/marks';
import { coordinate } from '../pdf/svg';

const tallestBar = 24;

/** Lying bars from zero, one line per category: its name at the left, its words at the end of the bar. */
export function drawBars(canvas: Canvas, chart: Chart, box: Box): void {
  const { names, ends } = barRooms(canvas, chart, box);
  const left = box.x + names + 12;
  const height = Math.min(box.height, chart.categories.length * (tallestBar + 14));
  const band = scaleBand(
    chart.categories.map((_, index) => String(index)),
    [box.y, box.y + height],
  )
    .paddingInner(0.38)
    .paddingOuter(0.15);
  const x = scaleLinear(
    [0, Math.max(largest(chart), 1e-9)],
    [left, Math.max(left + 10, box.x + box.width - ends - 8)],
  );
  chart.categories.forEach((name, index) => {
    const top = band(String(index)) ?? box.y;
    const middle = top + band.bandwidth() / 2;
    canvas.text(
      name,
      { size: 10, weight: 500, color: ink },
      {
        x: left - 12,
        baseline: middle + 3.5,
        align: 'end',
        room: names,
      },
    );
    if (chart.stacked) stackedBar(canvas, chart, index, top, band.bandwidth(), x);
    else sideBySide(canvas, chart, index, { top, room: band.bandwidth(), ends }, x);
  });
  canvas.line([left, box.y], [left, box.y + height], rule, 0.75);
}

/** The widths of the names at the left and of the words at the ends of bars; neither crowds out the bars. */
export function barRooms(
  { typesetter }: Canvas,
  chart: Chart,
  box: Box,
): { readonly names: number; readonly ends: number } {
  const widest = (words: readonly string[], weight: 500 | 600, size: number): number =>
    Math.max(0, ...words.map((one) => typesetter.width(one, weight, size)));
  const words = chart.series.flatMap(({ points }) => points.map((point) => point.words));
  return {
    names: Math.min(box.width * 0.34, Math.max(20, widest(chart.categories, 500, 10))),
    ends: chart.stacked ? 0 : Math.min(box.width * 0.34, widest(words, 600, 9.5)),
  };
}

type Scale = (value: number) => number;

function sideBySide(
  canvas: Canvas,
  chart: Chart,
  index: number,
  { top, room, ends }: { readonly top: number; readonly room: number; readonly ends: number },
  x: Scale,
): void {
  const height = room / chart.series.length;
  chart.series.forEach((series, place) => {
    const point = series.points[index];
    if (!point) return;
    const y = top + place * height;
    const value = Math.max(0, point.value ?? 0);
    if (value > 0)
      lyingBar(
        canvas,
        x(0),
        x(value),
        y,
        height * (chart.series.length > 1 ? 0.92 : 1),
        canvas.color(series.color),
      );
    canvas.text(
      point.words,
      {
        size: height < 11 ? 8 : 9.5,
        weight: place === 0 ? 500 : 400,
        color: point.value === null ? faint : place === 0 ? ink : muted,
      },
      {
        x: x(value) + 6,
        baseline: y + height / 2 + (height < 11 ? 2.9 : 3.4),
        room: ends + 2,
      },
    );
  });
}

function stackedBar(
  canvas: Canvas,
  chart: Chart,
  index: number,
  top: number,
  height: number,
  x: Scale,
): void {
  let base = 0;
  for (const series of chart.series) {
    const point = series.points[index];
    const value = Math.max(0, point?.value ?? 0);
    if (!point || value === 0) continue;
    const color = canvas.color(series.color);
    lyingBar(canvas, x(base), x(base + value), top, height, color);
    const width = x(base + value) - x(base);
    if (canvas.typesetter.width(point.words, 500, 9) <= width - 6) {
      canvas.text(
        point.words,
        { size: 9, weight: 500, color: inkOn(color) },
        {
          x: x(base) + width / 2,
          baseline: top + height / 2 + 3.2,
          align: 'middle',
        },
      );
    }
    base += value;
  }
}

function lyingBar(
  canvas: Canvas,
  from: number,
  to: number,
  y: number,
  height: number,
  color: string,
): void {
  const path = `M${coordinate(from)},${coordinate(y)}H${coordinate(to)}V${coordinate(y + height)}H${coordinate(from)}Z`;
  canvas.add({ kind: 'path', path, fill: color });
}

function largest(chart: Chart): number {
  const sums = chart.categories.map((_, index) => {
    const values = chart.series.map((series) => Math.max(0, series.points[index]?.value ?? 0));
    return chart.stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  return Math.max(0, ...sums);
}
