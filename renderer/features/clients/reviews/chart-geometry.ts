import type { Chart, ChartSeries } from '../../../../shared/documents/model';
import { waterfallColors, waterfallSteps } from '../../../../shared/documents/waterfall';

/** The room for a chart in px, and the size of a letter there. */
export interface ChartBox {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly unfinished: boolean;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly strong: boolean;
  /** Stands on a mark so dark that it must be white. */
  readonly onDark?: boolean;
}

/** What is to be drawn, in px. */
export interface Drawing {
  readonly rectangles: readonly Rectangle[];
  readonly lines: readonly {
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly color: string;
  }[];
  readonly labels: readonly Label[];
}

/** Okabe–Ito without its yellow, which is too pale for text: distinct for colour-blind readers. */
const palette = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00'] as const;

/** The colour of a series: the document's own, a quiet grey, or a place in the palette. */
export function seriesColor({ color }: Pick<ChartSeries, 'color'>): string {
  if (color === 'accent') return 'var(--slide-accent)';
  if (color === 'second') return 'var(--slide-second)';
  if (color === 'quiet') return '#B0BBC4';
  return palette[color % palette.length] ?? palette[0];
}

/** Are white words easier to read on this colour than dark ones? True for the accent and the palette's blue. */
function isDark({ color }: Pick<ChartSeries, 'color'>): boolean {
  return color === 'accent' || (typeof color === 'number' && color % palette.length === 0);
}

/** The largest value that has to fit: the highest stack, or the highest single value. */
export function chartTop({ series, categories, stacked }: Chart): number {
  const tops = categories.map((_, index) => {
    const values = series.map(({ points }) => Math.max(0, points[index]?.value ?? 0));
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  return Math.max(0, ...tops) || 1;
}

/** Upright bars per category; a cover's rhythm is the same without words. */
export function columnsOf(chart: Chart, { width, height, unit }: ChartBox): Drawing {
  const isQuiet = chart.type === 'rhythm';
  const room = isQuiet ? height : height - unit * 3.6;
  const base = isQuiet ? height : height - unit * 1.8;
  const top = chartTop(chart);
  const slot = width / Math.max(1, chart.categories.length);
  const across = chart.stacked ? 1 : Math.max(1, chart.series.length);
  const bar = Math.min((slot * 0.72) / across, 72);
  const rectangles: Rectangle[] = [];
  const labels: Label[] = [];
  chart.categories.forEach((category, index) => {
    const middle = slot * (index + 0.5);
    let stack = 0;
    chart.series.forEach((series, place) => {
      const point = series.points[index];
      if (point?.value === null || point?.value === undefined) return;
      const size = (Math.max(0, point.value) / top) * room;
      const x = chart.stacked ? middle - bar / 2 : middle + (place - across / 2) * bar;
      const y = base - stack - size;
      rectangles.push({
        x,
        y,
        width: Math.max(1, bar - 1),
        height: size,
        color: isQuiet && series.color === 'accent' ? 'var(--slide-brand)' : seriesColor(series),
        unfinished: chart.unfinished.includes(index),
      });
      const labelY = chart.stacked ? y + unit * 1.2 : y - unit * 0.4;
      if (!isQuiet && point.words !== '' && (!chart.stacked || size > unit * 1.4)) {
        labels.push({
          x: x + bar / 2,
          y: labelY,
          words: point.words,
          anchor: 'middle',
          strong: true,
          onDark: chart.stacked && isDark(series),
        });
      }
      if (chart.stacked) stack += size;
    });
    if (!isQuiet) {
      labels.push({
        x: middle,
        y: height - unit * 0.4,
        words: category,
        anchor: 'middle',
        strong: false,
      });
    }
  });
  return { rectangles, lines: [], labels };
}

/** Lying bars, one line per category, the words on the left and the value at the end of its bar. */
export function barsOf(chart: Chart, { width, height, unit }: ChartBox): Drawing {
  const longest = Math.max(0, ...chart.categories.map((category) => category.length));
  const start = Math.min(width * 0.4, longest * unit * 0.62 + unit);
  const room = width - start - unit * 6;
  const top = chartTop(chart);
  const slot = height / Math.max(1, chart.categories.length);
  const across = chart.stacked ? 1 : Math.max(1, chart.series.length);
  const bar = Math.min((slot * 0.7) / across, 28);
  const rectangles: Rectangle[] = [];
  const labels: Label[] = [];
  chart.categories.forEach((category, index) => {
    const middle = slot * (index + 0.5);
    const baseline = middle + unit * 0.4;
    let stack = 0;
    labels.push({
      x: start - unit * 0.6,
      y: baseline,
      words: category,
      anchor: 'end',
      strong: false,
    });
    chart.series.forEach((series, place) => {
      const point = series.points[index];
      if (point?.value === null || point?.value === undefined) return;
      const size = (Math.max(0, point.value) / top) * room;
      const y = chart.stacked ? middle - bar / 2 : middle + (place - across / 2) * bar;
      rectangles.push({
        x: start + stack,
        y,
        width: size,
        height: Math.max(1, bar - 1),
        color: seriesColor(series),
        unfinished: chart.unfinished.includes(index),
      });
      stack += chart.stacked ? size : 0;
      if (point.words !== '') {
        const end = start + (chart.stacked ? stack : size);
        const y1 = y + bar / 2 + unit * 0.4;
        labels.push({
          x: end + unit * 0.5,
          y: y1,
          words: point.words,
          anchor: 'start',
          strong: true,
        });
      }
    });
  });
  return { rectangles, lines: [], labels };
}

/** A first sum, the changes that lead from it to the last one, each bar beginning where the one before it ended. */
export function waterfallOf(chart: Chart, { width, height, unit }: ChartBox): Drawing {
  const steps = waterfallSteps(chart);
  const ends = steps.flatMap((step) => (step ? [step.from, step.to] : []));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const base = height - unit * (least < 0 ? 3.4 : 1.8);
  const scale = (base - unit * 1.8) / (most - least || 1);
  const yOf = (value: number): number => base - (value - least) * scale;
  const slot = width / Math.max(1, chart.categories.length);
  const bar = Math.min(slot * 0.7, 72);
  const rectangles: Rectangle[] = [];
  const labels: Label[] = [];
  chart.categories.forEach((category, index) => {
    const middle = slot * (index + 0.5);
    labels.push({
      x: middle,
      y: height - unit * 0.4,
      words: category,
      anchor: 'middle',
      strong: false,
    });
    const step = steps[index];
    if (!step) return;
    const top = yOf(Math.max(step.from, step.to));
    rectangles.push({
      x: middle - bar / 2,
      y: top,
      width: bar,
      height: Math.max(1, yOf(Math.min(step.from, step.to)) - top),
      color: step.role === 'total' ? 'var(--slide-accent)' : waterfallColors[step.role],
      unfinished: chart.unfinished.includes(index),
    });
    labels.push({
      x: middle,
      y: top - unit * 0.4,
      words: step.words,
      anchor: 'middle',
      strong: true,
    });
  });
  return { rectangles, lines: [], labels };
}
