import { minorDigits } from '../../../shared/kernel/money';
import type { Chart, ChartBlock } from '../../../shared/documents/model';
import { drawRhythm } from '../charts/rhythm';
import { Canvas } from '../layout/canvas';
import type { Box } from '../layout/marks';
import { headingHeight } from '../layout/text-block';
import { cleanLine } from '../text/runs';
import { barsSpec, columnsSpec } from './bar-charts';
import type { ChartSpec } from './chart-spec';
import type { SlideContext } from './context';
import { linesSpec } from './line-chart';
import { addPaths } from './shapes';
import { inches } from './units';
import { waterfallSpec } from './waterfall-chart';

/** A native chart in its box; the cover's rhythm is shapes. */
export function addChart(context: SlideContext, block: ChartBlock, whole: Box): void {
  const { slide, canvas } = context;
  const top = block.heading === undefined ? 0 : headingHeight;
  const box = { ...whole, y: whole.y + top, height: Math.max(20, whole.height - top) };
  const chart = plainChart(block.chart);
  if (chart.type === 'rhythm') {
    const drawing = new Canvas(canvas.typesetter, canvas.theme, '');
    drawRhythm(drawing, chart, box);
    addPaths(slide, drawing.marks, chart.description);
    return;
  }
  const spec = { ...specOf(context, chart, box), ...formatOf(chart) };
  context.charts.push(spec);
  // The package takes its rows from the same numbers; its drawing is replaced by ours.
  slide.addChart(
    spec.kind === 'lines' ? 'line' : 'bar',
    spec.series.map(({ name, values }) => ({
      name,
      labels: [...spec.categories],
      values: values.map((value) => value ?? 0),
    })),
    {
      x: inches(box.x),
      y: inches(box.y),
      w: inches(box.width),
      h: inches(box.height),
      altText: chart.description,
      objectName: block.heading ?? 'Chart',
    },
  );
}

function specOf(context: SlideContext, chart: Chart, box: Box): ChartSpec {
  const { canvas, language } = context;
  switch (chart.type) {
    case 'columns':
      return columnsSpec(canvas, chart, box, language);
    case 'bars':
      return barsSpec(canvas, chart, box, language);
    case 'lines':
      return linesSpec(canvas, chart, box, language);
    case 'waterfall':
      return waterfallSpec(canvas, chart, box, language);
    case 'rhythm':
      throw new Error('A rhythm has no native chart');
  }
}

const symbols: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', JPY: '¥' };

/** Money in a workbook has its currency and that currency's decimals. */
function formatOf({ currency }: Chart): Pick<ChartSpec, 'format'> {
  if (currency === undefined) return {};
  const digits = minorDigits(currency);
  const symbol = symbols[currency] ?? `${currency} `;
  const amount = `[$${symbol}]#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}`;
  return { format: `${amount};-${amount}` };
}

/** Words without unprintable characters, and money in major units, as a person reads a workbook. */
function plainChart(chart: Chart): Chart {
  const unit = chart.currency === undefined ? 1 : 10 ** minorDigits(chart.currency);
  return {
    ...chart,
    categories: chart.categories.map(cleanLine),
    description: cleanLine(chart.description),
    series: chart.series.map((series) => ({
      ...series,
      name: cleanLine(series.name),
      points: series.points.map(({ value, words }) => ({
        value: value === null ? null : value / unit,
        words: cleanLine(words),
      })),
    })),
  };
}
