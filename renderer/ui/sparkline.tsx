interface SparklineProps {
  /** Oldest first. */
  readonly values: readonly number[];
  readonly label: string;
}

const width = 100;
const height = 32;

/** A small line over time that starts at zero, with its last point marked. */
export function Sparkline({ values, label }: SparklineProps) {
  const points = sparklinePoints(values);
  if (points.length < 2 || values.every((value) => value === 0)) return null;
  const last = points[points.length - 1];
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polyline
        points={points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {last === undefined ? null : (
        <line
          x1={last[0]}
          x2={last[0]}
          y1={last[1]}
          y2={last[1]}
          stroke="currentColor"
          strokeWidth={5}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

/** Places of the values in a box of 100 × 32, with a margin of 3; the base is zero, or the lowest value below it. */
export function sparklinePoints(values: readonly number[]): readonly (readonly [number, number])[] {
  const top = Math.max(...values, 0);
  const base = Math.min(...values, 0);
  const scale = top === base ? 0 : (height - 6) / (top - base);
  const step = values.length > 1 ? (width - 6) / (values.length - 1) : 0;
  return values.map((value, index) => [3 + index * step, height - 3 - (value - base) * scale]);
}
