/** One line of the bench: a figure beside what it is measured against in the same run. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is compared with, in words and numbers; null where a bare limit is the goal. */
  readonly yardstick: { readonly name: string; readonly value: number; readonly unit: string } | null;
  /** value ÷ yardstick, or yardstick ÷ value where more is better; null without a yardstick. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean;
}

/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear interpolation between the closest ranks. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('No values to take a quantile of.');
  const ascending = [...values].sort((left, right) => left - right);
  const position = (ascending.length - 1) * share;
  const below = ascending[Math.floor(position)] ?? 0;
  const above = ascending[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}

/** A figure that must stay below `limit` times its yardstick. */
export function atMost(
  name: string,
  value: number,
  unit: string,
  yardstick: { name: string; value: number; unit: string },
  limit: number,
): BenchResult {
  const ratio = value / yardstick.value;
  return { name, value, unit, yardstick, ratio, goal: `≤ ${String(limit)} ×`, met: ratio <= limit };
}

/** A figure that must be at least `factor` times faster (smaller) than its yardstick. */
export function timesFaster(
  name: string,
  value: number,
  unit: string,
  yardstick: { name: string; value: number; unit: string },
  factor: number,
): BenchResult {
  const ratio = yardstick.value / value;
  return { name, value, unit, yardstick, ratio, goal: `≥ ${String(factor)} ×`, met: ratio >= factor };
}

/** A figure with a bare limit. */
export function below(name: string, value: number, unit: string, limit: number): BenchResult {
  return {
    name,
    value,
    unit,
    yardstick: null,
    ratio: null,
    goal: `≤ ${String(limit)} ${unit}`,
    met: value <= limit,
  };
}
