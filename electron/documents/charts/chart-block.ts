import { assertNever } from '../../../shared/kernel/result';
import type { ChartBlock } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { ink } from '../layout/look';
import type { Box } from '../layout/marks';
import { setHeading } from '../layout/text-block';
import { drawBars } from './bars';
import { drawColumns } from './columns';
import { drawLines } from './lines';
import { drawRhythm } from './rhythm';
import { drawWaterfall } from './waterfall';

/** Draws a chart description into a box: heading, the names of its series in their colours, then the marks. */
export function setChart(canvas: Canvas, block: ChartBlock, box: Box): void {
  const { chart } = block;
  let top = block.heading === undefined ? box.y : setHeading(canvas, block.heading, box);
  const named = chart.type === 'columns' || chart.type === 'bars';
  if (named && chart.series.length > 1) {
    nameSeries(canvas, block, { ...box, y: top });
    top += 22;
  }
  const area: Box = { ...box, y: top, height: box.y + box.height - top };
  switch (chart.type) {
    case 'columns':
      drawColumns(canvas, chart, area);
      return;
    case 'bars':
      drawBars(canvas, chart, area);
      return;
    case 'lines':
      drawLines(canvas, chart, area);
      return;
    case 'waterfall':
      drawWaterfall(canvas, chart, area);
      return;
    case 'rhythm':
      drawRhythm(canvas, chart, area);
      return;
    default:
      assertNever(chart.type);
  }
}

function nameSeries(canvas: Canvas, block: ChartBlock, box: Box): void {
  let x = box.x;
  for (const series of block.chart.series) {
    const color = canvas.color(series.color);
    const room = box.x + box.width - x - 14;
    if (room < 24) return;
    canvas.add({ kind: 'rectangle', x, y: box.y + 1, width: 9, height: 9, radius: 1.5, color });
    const width = canvas.text(
      series.name,
      { size: 9, weight: 500, color: ink },
      {
        x: x + 14,
        baseline: box.y + 9,
        room,
      },
    );
    x += 14 + width + 18;
  }
}
