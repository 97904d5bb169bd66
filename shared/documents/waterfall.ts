import type { Chart } from './model';

/** One step of a waterfall: from where to where its bar reaches, in the unit of the values. */
export interface WaterfallStep {
  readonly from: number;
  readonly to: number;
  readonly role: 'total' | 'rise' | 'fall';
  /** The label, with its sign. */
  readonly words: string;
}

/** The steps of a waterfall by category; null where a value is not known, after which the sum stays where it was. */
export function waterfallSteps(chart: Chart): readonly (WaterfallStep | null)[] {
  const totals = new Set(chart.totals ?? [0]);
  let sum = 0;
  return chart.categories.map((_, index) => {
    const point = chart.series[0]?.points[index];
    if (point === undefined || point.value === null) return null;
    const { value, words } = point;
    if (totals.has(index)) {
      sum = value;
      return { from: 0, to: value, role: 'total', words };
    }
    const from = sum;
    sum += value;
    return { from, to: sum, role: value < 0 ? 'fall' : 'rise', words };
  });
}

/** Bars that rise and fall: blue and vermilion, which colour-blind readers tell apart. Their words carry the sign. */
export const waterfallColors = { rise: '#0072B2', fall: '#D55E00' } as const;
