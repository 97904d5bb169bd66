/** What a figure is compared with: measured in the same run, on the same machine. */
export interface Yardstick {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** One line of the bench. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null where a bare limit is the goal. */
  readonly yardstick: Yardstick | null;
  /** value ÷ yardstick, or yardstick ÷ value where the goal is a factor of speed; null without a yardstick. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean;
}

/** The middle value; the mean of the two middle ones when their number is even. Throws for an empty list. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which `share` (0 to 1) of all lie, interpolated between the closest ranks. Throws for an empty list. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('No values to take a quantile of.');
  const ascending = [...values].sort((left, right) => left - right);
  const position = (ascending.length - 1) * share;
  const below = ascending[Math.floor(position)] ?? 0;
  const above = ascending[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}

/** A figure that must stay within `limit` times its yardstick. */
export function atMostTimes(
  name: string,
  value: number,
  unit: string,
  yardstick: Yardstick,
  limit: number,
): BenchResult {
  const ratio = value / yardstick.value;
  return { name, value, unit, yardstick, ratio, goal: `≤ ${limit} ×`, met: ratio <= limit };
}

/** A figure that must be `factor` times faster, which is smaller, than its yardstick. */
export function timesFaster(
  name: string,
  value: number,
  unit: string,
  yardstick: Yardstick,
  factor: number,
): BenchResult {
  const ratio = yardstick.value / value;
  return { name, value, unit, yardstick, ratio, goal: `${factor} × faster`, met: ratio >= factor };
}

/** A figure with a bare limit. */
export function atMost(name: string, value: number, unit: string, limit: number): BenchResult {
  const goal = `≤ ${limit} ${unit}`.trimEnd();
  return { name, value, unit, yardstick: null, ratio: null, goal, met: value <= limit };
}

/** A table for a terminal, one line per result. */
export function table(results: readonly BenchResult[]): string {
  const rows = results.map(({ name, value, unit, yardstick, ratio, goal, met }) => [
    name,
    `${readable(value)} ${unit}`,
    yardstick === null ? '' : `${yardstick.name}: ${readable(yardstick.value)} ${yardstick.unit}`,
    ratio === null ? '' : `${readable(ratio)} ×`,
    goal,
    met ? 'met' : 'MISSED',
  ]);
  const all = [['what', 'figure', 'yardstick', 'ratio', 'goal', ''], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Three significant digits, whole numbers whole. */
function readable(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1_000)
    return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}
