import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartProps } from './model';

export type { ChartMark, ChartProps, ChartSeries } from './model';

// The drawing library is read when the first chart is shown: a start needs none.
const Lines = lazy(() =>
  import('./line-chart').then(({ LineChart: drawn }) => ({ default: drawn })),
);
const Bars = lazy(() => import('./bar-chart').then(({ BarChart: drawn }) => ({ default: drawn })));

/** Lines over time, each named at its end. */
export function LineChart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height + 52} />}>
      <Lines {...props} />
    </Suspense>
  );
}

/** Lying bars of the largest of something. */
export function BarChart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height + 52} />}>
      <Bars {...props} />
    </Suspense>
  );
}
