import { scaleLinear } from 'd3-scale';
import type { Chart } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { faintest } from '../layout/look';
import type { Box } from '../layout/marks';
import { coordinate } from '../pdf/svg';

/** The quiet graphic of a cover: slim bars of the client's own figures; the accent series is the period itself. */
export function drawRhythm(canvas: Canvas, chart: Chart, box: Box): void {
  const count = chart.categories.length;
  const known = chart.series.flatMap((series) => series.points.map((point) => point.value ?? 0));
  const most = Math.max(...known, 0);
  if (count === 0 || most <= 0) return;
  const height = scaleLinear([0, most], [0, box.height]);
  const step = box.width / count;
  const bottom = box.y + box.height;
  for (const series of chart.series) {
    const color = series.color === 'quiet' ? faintest(canvas.brand) : canvas.brand;
    series.points.forEach((point, index) => {
      if (point.value === null || point.value <= 0) return;
      const x = box.x + index * step;
      const path = `M${coordinate(x)},${coordinate(bottom)}V${coordinate(bottom - height(point.value))}H${coordinate(x + step * 0.68)}V${coordinate(bottom)}Z`;
      canvas.add({ kind: 'path', path, fill: color });
    });
  }
}
