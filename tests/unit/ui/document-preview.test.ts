import { describe, expect, it } from 'vitest';
import {
  barsOf,
  chartTop,
  columnsOf,
} from '../../../renderer/features/clients/reviews/chart-geometry';
import { linesOf } from '../../../renderer/features/clients/reviews/line-geometry';
import { fileNameOf, formatBytes } from '../../../renderer/features/clients/reviews/frozen-review';
import { hrefOf, routeOf } from '../../../renderer/app/routes';
import { sparklinePath, sparklinePoints } from '../../../renderer/ui/sparkline';
import type { Chart } from '../../../shared/documents/model';

function chart(
  changes: Partial<Chart> & { values?: readonly (readonly (number | null)[])[] },
): Chart {
  const { values = [[10, 20]], ...rest } = changes;
  return {
    type: 'columns',
    stacked: false,
    categories: values[0]!.map((_, index) => `c${index}`),
    series: values.map((points, index) => ({
      name: `s${index}`,
      points: points.map((value) => ({ value, words: value === null ? '' : String(value) })),
      color: index,
    })),
    unfinished: [],
    description: 'test',
    ...rest,
  };
}

const box = { width: 400, height: 200, unit: 10 };

describe('a chart on the screen', () => {
  it('draws columns in proportion from a zero base', () => {
    const [small, large] = columnsOf(chart({}), box).rectangles;
    expect(large!.height / small!.height).toBeCloseTo(2);
    expect(small!.y + small!.height).toBeCloseTo(large!.y + large!.height);
  });

  it('stacks to the highest sum', () => {
    const stacked = chart({ stacked: true, values: [[10], [30]] });
    expect(chartTop(stacked)).toBe(40);
    const [below, above] = columnsOf(stacked, box).rectangles;
    expect(above!.y + above!.height).toBeCloseTo(below!.y);
  });

  it('draws no mark for an unknown value', () => {
    expect(columnsOf(chart({ values: [[10, null]] }), box).rectangles).toHaveLength(1);
    expect(barsOf(chart({ values: [[10, null]] }), box).rectangles).toHaveLength(1);
  });

  it('breaks a line at an unknown value', () => {
    const { lines } = linesOf(chart({ type: 'lines', values: [[1, 2, null, 4]] }), box);
    expect(lines.map(({ points }) => points.length)).toEqual([2, 1]);
  });

  it('names lines at their ends, apart from each other, and of all points only the highest', () => {
    const many = Array.from({ length: 13 }, (_, at) => 5_000 + ((at * 37) % 11) * 10);
    const values = [many, many.map((value, at) => (at === 4 ? 9_000 : value + 1))];
    const { labels } = linesOf(chart({ type: 'lines', values }), box);
    const strong = labels.filter((label) => label.strong);
    expect(strong.map(({ words }) => words)).toEqual([
      '9000',
      `s1 ${String(values[1]?.at(-1))}`,
      `s0 ${String(values[0]?.at(-1))}`,
    ]);
    const [, one, other] = strong;
    expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThanOrEqual(box.unit * 1.25);
    for (const { x, words, anchor } of labels) {
      const left = anchor === 'middle' ? x - words.length * 3 : x;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + words.length * 6).toBeLessThanOrEqual(box.width);
    }
  });

  it('marks what is not over yet', () => {
    const drawing = columnsOf(chart({ unfinished: [1] }), box);
    expect(drawing.rectangles.map(({ unfinished }) => unfinished)).toEqual([false, true]);
  });

  it('puts a sparkline on a zero base', () => {
    const points = sparklinePoints([0, 50, 100]);
    expect(points.map((point) => point?.[1])).toEqual([29, 16, 3]);
  });

  it('leaves a gap in a sparkline where nothing is known', () => {
    const points = sparklinePoints([null, 50, null, 0, 100]);
    expect(points.map((point) => point?.[1] ?? null)).toEqual([null, 16, null, 29, 3]);
    expect(sparklinePath(points)).toBe('M26.50 16.00h0M73.50 29.00L97.00 3.00');
  });
});

describe('a frozen review', () => {
  it('offers its copy under a name that every system takes', () => {
    expect(fileNameOf('Harrow & Finch: Q3/2026')).toBe('Harrow-Finch-Q3-2026');
    expect(fileNameOf('株式会社 Q3')).toBe('株式会社-Q3');
    expect(fileNameOf('///')).toBe('review');
  });

  it('tells its size', () => {
    expect([formatBytes(214_533), formatBytes(1_440_000)]).toEqual(['215 KB', '1.4 MB']);
  });

  it('has an address that leads back to it', () => {
    const route = { area: 'review', id: 'a/b c' } as const;
    expect(routeOf(hrefOf(route))).toEqual(route);
    expect(routeOf('#/nowhere')).toEqual({ area: 'portfolio' });
  });
});
