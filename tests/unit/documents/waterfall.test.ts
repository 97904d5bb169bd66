import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../shared/documents/model';
import { waterfallSteps } from '../../../shared/documents/waterfall';

function chart(values: readonly (number | null)[], totals?: number[]): Chart {
  return {
    type: 'waterfall',
    stacked: false,
    categories: values.map((_, index) => `c${String(index)}`),
    series: [
      {
        name: 'Revenue',
        color: 'accent',
        points: values.map((value) => ({ value, words: String(value) })),
      },
    ],
    unfinished: [],
    description: '',
    ...(totals === undefined ? {} : { totals }),
  };
}

describe('a waterfall', () => {
  it('begins every change where the one before it ended, and sums on zero', () => {
    const steps = waterfallSteps(chart([100, 30, -50, 80], [0, 3]));
    expect(steps.map((step) => [step?.from, step?.to, step?.role])).toEqual([
      [0, 100, 'total'],
      [100, 130, 'rise'],
      [130, 80, 'fall'],
      [0, 80, 'total'],
    ]);
  });

  it('keeps its sum over a change that is not known', () => {
    const steps = waterfallSteps(chart([100, null, -20]));
    expect(steps.map((step) => step?.to ?? null)).toEqual([100, null, 80]);
  });

  it('goes below zero', () => {
    const [, fall] = waterfallSteps(chart([10, -40]));
    expect(fall).toMatchObject({ from: 10, to: -30, role: 'fall' });
  });
});
