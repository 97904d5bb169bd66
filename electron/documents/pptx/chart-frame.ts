import type { Chart } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import type { Box } from '../layout/marks';
import type { PlaceSpec } from './chart-spec';

export const legendRoom = 22;
export const labelRoom = 20;
export const categoryRoom = 26;

/** Room above the marks for the names of several series; none where one stands alone. */
export function legendOf(canvas: Canvas, chart: Chart, box: Box): PlaceSpec | null {
  if (chart.series.length < 2) return null;
  const words = chart.series.reduce(
    (sum, { name }) => sum + canvas.typesetter.width(name, 500, 9) + 34,
    0,
  );
  const width = Math.min(1, (words + 12) / box.width);
  return { x: 0, y: 0, width, height: Math.min(0.3, 18 / box.height) };
}

/** The room that is left between the labels above and the categories below. */
export function uprightPlot(
  box: Box,
  legend: PlaceSpec | null,
  width = 1,
  below = categoryRoom,
): PlaceSpec {
  const top = (legend === null ? 0 : legendRoom) + labelRoom;
  const height = Math.max(20, box.height - top - below);
  return { x: 0, y: top / box.height, width, height: height / box.height };
}

/** Every known value of a chart. */
export function valuesOf(chart: Chart): number[] {
  return chart.series.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
}
