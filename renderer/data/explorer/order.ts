import type { ExploreRow, ExploreSort } from '../../../shared/domain/explore';
import type { Metric } from '../../../shared/domain/query';

/** Rows in the asked order. What is unknown stands last in either direction; equal rows keep the order of their names. */
export function orderRows(
  rows: readonly ExploreRow[],
  metrics: readonly Metric[],
  sort: ExploreSort,
): readonly ExploreRow[] {
  const sign = sort.direction === 'ascending' ? 1 : -1;
  if (sort.by === 'name') return [...rows].sort((left, right) => sign * byNames(left, right));
  const at = Math.max(0, metrics.indexOf(sort.metric ?? metrics[0] ?? 'revenue'));
  const valueOf = (row: ExploreRow): number | null => {
    const value = row.values[at] ?? null;
    if (sort.by === 'value') return value;
    const before = row.previous[at] ?? null;
    return sort.by === 'previous' ? before : changeOf(value, before);
  };
  return [...rows]
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((left, right) => {
      if (left.value === right.value) return byNames(left.row, right.row);
      if (left.value === null) return 1;
      if (right.value === null) return -1;
      return sign * (left.value - right.value);
    })
    .map(({ row }) => row);
}

/** The change as a ratio: 0.1 is a tenth more; null where there is nothing to hold it against. */
export function changeOf(value: number | null, before: number | null): number | null {
  return value === null || before === null || before === 0 ? null : value / before - 1;
}

function byNames(left: ExploreRow, right: ExploreRow): number {
  for (const [at, name] of left.names.entries()) {
    const other = right.names[at] ?? null;
    if (name === other) continue;
    if (name === null) return 1;
    if (other === null) return -1;
    return name < other ? -1 : 1;
  }
  const [mine, theirs] = [groupWord(left), groupWord(right)];
  return mine === theirs ? 0 : mine < theirs ? -1 : 1;
}

function groupWord({ model, currency }: ExploreRow): string {
  return `${model} ${currency ?? ''}`;
}
