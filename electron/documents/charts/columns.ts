import { scaleBand, scaleLinear } from 'd3-scale';
import type { Chart, ChartSeries } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { earlier, faint, ink, inkOn, muted, quietFill, rule, tint } from '../layout/look';
import type { Box } from '../layout/marks';
import { coordinate } from '../pdf/svg';
import { roomAround } from './categories';

const categoryRoom = 24;
const labelRoom = 18;
const widestBar = 110;

/** Upright bars from zero, labelled with their words; stacked ones carry a label where it fits. */
export function drawColumns(canvas: Canvas, chart: Chart, box: Box): void {
  const area: Box = {
    ...box,
    y: box.y + labelRoom,
    height: Math.max(20, box.height - labelRoom - categoryRoom),
  };
  const band = scaleBand(
    chart.categories.map((_, index) => String(index)),
    [area.x, area.x + area.width],
  )
    .paddingInner(0.36)
    .paddingOuter(0.12);
  const [least, most] = chart.stacked ? stackedExtent(chart) : extent(chart.series);
  const y = scaleLinear([Math.min(0, least), Math.max(most, 1e-9)], [area.y + area.height, area.y]);
  chart.categories.forEach((category, index) => {
    const width = Math.min(band.bandwidth(), widestBar);
    const left = (band(String(index)) ?? area.x) + (band.bandwidth() - width) / 2;
    const unfinished = chart.unfinished.includes(index);
    const step = Math.min(band.step(), area.width);
    const last = !chart.stacked && index === chart.categories.length - 1;
    canvas.text(
      category,
      { size: 9.5, weight: last ? 600 : 400, color: last ? ink : muted },
      {
        x: left + width / 2,
        baseline: area.y + area.height + 15,
        align: 'middle',
        room: roomAround(left + width / 2, area, step) - 4,
      },
    );
    const column: Column = { index, left, width, step, unfinished, last, area };
    if (chart.stacked) drawStack(canvas, chart, column, y);
    else drawSideBySide(canvas, chart, column, y);
  });
  canvas.line([area.x, y(0)], [area.x + area.width, y(0)], rule, 0.75);
}

interface Column {
  readonly index: number;
  readonly left: number;
  readonly width: number;
  /** From one category to the next. */
  readonly step: number;
  readonly unfinished: boolean;
  readonly last: boolean;
  readonly area: Box;
}

type Scale = (value: number) => number;

function drawSideBySide(canvas: Canvas, chart: Chart, column: Column, y: Scale): void {
  const width = column.width / chart.series.length;
  chart.series.forEach((series, place) => {
    const point = series.points[column.index];
    if (!point) return;
    const center = column.left + (place + 0.5) * width;
    if (point.value === null) {
      canvas.text(
        point.words,
        { size: 9, weight: 400, color: faint },
        {
          x: center,
          baseline: y(0) - 5,
          align: 'middle',
          room: roomAround(center, column.area, column.step / chart.series.length) - 2,
        },
      );
      return;
    }
    const alone = chart.series.length === 1;
    const color = alone && series.color === 'quiet' ? quietFill : canvas.color(series.color);
    const shown = alone && !column.last ? earlier(color) : color;
    bar(
      canvas,
      center - width * 0.46,
      width * 0.92,
      y(Math.max(0, point.value)),
      y(Math.min(0, point.value)),
      shown,
      column.unfinished,
    );
    const labelColor = column.last ? ink : muted;
    canvas.text(
      point.words,
      { size: 9.5, weight: column.last ? 600 : 500, color: labelColor },
      {
        x: center,
        baseline: y(Math.max(0, point.value)) - 5,
        align: 'middle',
        room:
          roomAround(center, column.area, Math.max(width, column.step / chart.series.length)) - 3,
      },
    );
  });
}

function drawStack(canvas: Canvas, chart: Chart, column: Column, y: Scale): void {
  let base = 0;
  for (const series of chart.series) {
    const point = series.points[column.index];
    if (point?.value === null || point === undefined || point.value <= 0) continue;
    const top = y(base + point.value);
    const bottom = y(base);
    const color = canvas.color(series.color);
    bar(canvas, column.left, column.width, top, bottom, color, column.unfinished);
    const fits = canvas.typesetter.width(point.words, 500, 9) <= column.width - 6;
    if (point.words !== '' && bottom - top >= 13 && fits) {
      canvas.text(
        point.words,
        { size: 9, weight: 500, color: inkOn(color) },
        {
          x: column.left + column.width / 2,
          baseline: (top + bottom) / 2 + 3.2,
          align: 'middle',
        },
      );
    }
    base += point.value;
  }
}

/** An unfinished period is an outline in dashes over a light fill. */
function bar(
  canvas: Canvas,
  x: number,
  width: number,
  top: number,
  bottom: number,
  color: string,
  unfinished: boolean,
): void {
  if (bottom - top < 0.1) return;
  const path = `M${coordinate(x)},${coordinate(bottom)}V${coordinate(top)}H${coordinate(x + width)}V${coordinate(bottom)}Z`;
  if (unfinished)
    canvas.add(
      { kind: 'path', path, fill: tint(color, 0.18) },
      { kind: 'path', path, stroke: color, width: 1, dashed: true },
    );
  else canvas.add({ kind: 'path', path, fill: color });
}

function extent(series: readonly ChartSeries[]): [number, number] {
  const known = series.flatMap((one) => one.points.map((point) => point.value ?? 0));
  return [Math.min(0, ...known), Math.max(0, ...known)];
}

function stackedExtent(chart: Chart): [number, number] {
  const sums = chart.categories.map((_, index) =>
    chart.series.reduce((sum, series) => sum + Math.max(0, series.points[index]?.value ?? 0), 0),
  );
  return [0, Math.max(0, ...sums)];
}
