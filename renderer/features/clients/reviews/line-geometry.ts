import type { Chart } from '../../../../shared/documents/model';
import { chartTop, seriesColor, type ChartBox, type Drawing, type Label } from './chart-geometry';

/** The width of a letter, as a part of its size. */
const letter = 0.6;
/** Lines of words keep this apart, in letters. */
const leading = 1.25;

/** The last known point of a line, where it is named. */
interface End {
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

/**
 * One line per series from a zero base; an unknown value leaves a gap. As in the document a line is named at its end with
 * its last value, and the highest point of all has its words, because it gives the scale.
 */
export function linesOf(chart: Chart, { width, height, unit }: ChartBox): Drawing {
  const longest = Math.max(0, ...chart.series.map((series) => endWords(series).length));
  const room = width - Math.min(width * 0.34, longest * unit * letter + unit * 2);
  const base = height - unit * 1.8;
  const scale = (base - unit * 1.6) / chartTop(chart);
  const step = room / Math.max(1, chart.categories.length);
  const xOf = (index: number): number => step * (index + 0.5);
  const yOf = (value: number): number => base - Math.max(0, value) * scale;
  const lines: { points: { x: number; y: number }[]; color: string }[] = [];
  const ends: End[] = [];
  for (const series of chart.series) {
    const color = seriesColor(series);
    let points: { x: number; y: number }[] = [];
    for (const [index, { value }] of series.points.entries()) {
      if (value !== null) points.push({ x: xOf(index), y: yOf(value) });
      else if (points.length > 0) {
        lines.push({ points, color });
        points = [];
      }
    }
    if (points.length > 0) lines.push({ points, color });
    const last = lastKnown(series);
    if (last < 0) continue;
    const y = yOf(series.points[last]?.value ?? 0);
    ends.push({ words: endWords(series), x: xOf(last), y });
  }
  return {
    rectangles: [],
    lines,
    labels: [
      ...categoryLabels(chart, step, xOf, height - unit * 0.4, unit),
      ...peakLabel(chart, xOf, yOf, unit),
      ...endLabels(ends, base, unit),
    ],
  };
}

type Series = Chart['series'][number];

function lastKnown({ points }: Series): number {
  return points.reduce((found, { value }, at) => (value === null ? found : at), -1);
}

function endWords(series: Series): string {
  const words = series.points[lastKnown(series)]?.words ?? '';
  return words === '' ? series.name : `${series.name} ${words}`;
}

/** Names under every so many categories, so that none touches the next. */
function categoryLabels(
  { categories }: Chart,
  step: number,
  xOf: (index: number) => number,
  y: number,
  unit: number,
): Label[] {
  const widest = Math.max(0, ...categories.map((words) => words.length)) * unit * letter + unit;
  const every = Math.max(1, Math.ceil(widest / Math.max(1, step)));
  return categories.flatMap((words, index): Label[] =>
    index % every === 0 ? [{ x: xOf(index), y, words, anchor: 'middle', strong: false }] : [],
  );
}

/** The words of the highest point of all lines; none where its line is named. */
function peakLabel(
  { series }: Chart,
  xOf: (index: number) => number,
  yOf: (value: number) => number,
  unit: number,
): Label[] {
  const known = series.flatMap((one) =>
    one.points.flatMap(({ value, words }, index) =>
      value === null ? [] : [{ value, words, index, isLast: index === lastKnown(one) }],
    ),
  );
  const most = Math.max(0, ...known.map(({ value }) => value));
  const peak = known.find(({ value }) => value === most);
  if (peak === undefined || peak.isLast || peak.words === '') return [];
  const half = (peak.words.length * unit * letter) / 2;
  const x = Math.max(half, xOf(peak.index));
  return [
    { x, y: yOf(peak.value) - unit * 0.6, words: peak.words, anchor: 'middle', strong: true },
  ];
}

/** Where each line is named, no name over another and none below the base. */
function endLabels(ends: readonly End[], base: number, unit: number): Label[] {
  const apart = unit * leading;
  const sorted = [...ends].sort((one, other) => one.y - other.y);
  const right = Math.max(0, ...ends.map(({ x }) => x)) + unit;
  let lowest = base - apart * (sorted.length - 1);
  let before = -Infinity;
  return sorted.map(({ words, y }): Label => {
    const at = Math.min(Math.max(y, before + apart), Math.max(lowest, before + apart));
    before = at;
    lowest += apart;
    return { x: right, y: at + unit * 0.4, words, anchor: 'start', strong: true };
  });
}
