import { scaleLinear, scalePoint } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import type { Chart, ChartSeries } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { hairline, muted, rule } from '../layout/look';
import type { Box } from '../layout/marks';

const categoryRoom = 24;
const leastApart = 13;

/** One line per series, named at its right end; a gap where nothing is known. */
export function drawLines(canvas: Canvas, chart: Chart, box: Box): void {
  const labels = chart.series.map((series) => endLabel(series));
  const end = Math.min(
    box.width * 0.3,
    Math.max(...labels.map((label) => canvas.typesetter.width(label, 600, 9.5)), 0) + 12,
  );
  const area: Box = {
    x: box.x + 6,
    y: box.y + 12,
    width: box.width - end - 6,
    height: box.height - 12 - categoryRoom,
  };
  const x = scalePoint(
    chart.categories.map((_, index) => String(index)),
    [area.x, area.x + area.width],
  ).padding(0.1);
  const known = chart.series.flatMap((series) => series.points.map((point) => point.value ?? 0));
  const y = scaleLinear(
    [Math.min(0, ...known), Math.max(...known, 1e-9)],
    [area.y + area.height, area.y],
  );
  canvas.line([area.x, y(0)], [area.x + area.width, y(0)], rule, 0.75);
  canvas.line([area.x, area.y], [area.x + area.width, area.y], hairline);
  chart.categories.forEach((category, index) => {
    canvas.text(
      category,
      { size: 9.5, weight: 400, color: muted },
      {
        x: x(String(index)) ?? area.x,
        baseline: area.y + area.height + 15,
        align: 'middle',
        room: x.step() - 4,
      },
    );
  });
  const path = lineShape<ChartSeries['points'][number]>()
    .defined((point) => point.value !== null)
    .x((_, index) => x(String(index)) ?? area.x)
    .y((point) => y(point.value ?? 0));
  const ends: { words: string; color: string; y: number }[] = [];
  chart.series.forEach((series, index) => {
    const color = canvas.color(series.color);
    const drawn = path([...series.points]);
    if (drawn !== null) canvas.add({ kind: 'path', path: drawn, stroke: color, width: 1.75 });
    const last = lastKnown(series);
    if (last) ends.push({ words: labels[index] ?? '', color, y: y(last.value ?? 0) });
  });
  for (const label of spread(ends)) {
    canvas.text(
      label.words,
      { size: 9.5, weight: 600, color: label.color },
      {
        x: area.x + area.width + 6,
        baseline: label.y + 3.4,
        room: end - 8,
      },
    );
  }
}

function endLabel(series: ChartSeries): string {
  const last = lastKnown(series);
  return last === undefined || last.words === '' ? series.name : `${series.name} ${last.words}`;
}

/** Pushes labels apart so that none covers another, keeping their order. */
function spread<Label extends { y: number }>(labels: readonly Label[]): Label[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  sorted.forEach((label, index) => {
    const above = sorted[index - 1];
    if (above) label.y = Math.max(label.y, above.y + leastApart);
  });
  return sorted;
}

function lastKnown(series: ChartSeries): ChartSeries['points'][number] | undefined {
  return series.points.filter((point) => point.value !== null).at(-1);
}
