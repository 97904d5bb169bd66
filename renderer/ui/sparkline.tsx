interface SparklineProps {
  /** Oldest first; null is unknown and leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly label: string;
}

const width = 100;
const height = 32;

/** A small line over time that starts at zero, with its last known point marked. */
export function Sparkline({ values, label }: SparklineProps) {
  const points = sparklinePoints(values);
  if (points.length < 2 || values.every((value) => (value ?? 0) === 0)) return null;
  const last = points.filter((point) => point !== null).at(-1) ?? null;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path
        d={sparklinePath(points)}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {last === null ? null : (
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

type Point = readonly [number, number];

/** A line through the points, begun anew behind each gap; a point between two gaps is a dot. */
export function sparklinePath(points: readonly (Point | null)[]): string {
  return points
    .map((point, at) => {
      if (point === null) return '';
      const place = `${point[0].toFixed(2)} ${point[1].toFixed(2)}`;
      if ((points[at - 1] ?? null) !== null) return `L${place}`;
      return (points[at + 1] ?? null) === null ? `M${place}h0` : `M${place}`;
    })
    .join('');
}

/**
 * Places of the values in a box of 100 × 32, with a margin of 3, and null for what is unknown; the base is zero, or the
 * lowest value below it.
 */
export function sparklinePoints(values: readonly (number | null)[]): readonly (Point | null)[] {
  const known = values.filter((value) => value !== null);
  const top = Math.max(...known, 0);
  const base = Math.min(...known, 0);
  const scale = top === base ? 0 : (height - 6) / (top - base);
  const step = values.length > 1 ? (width - 6) / (values.length - 1) : 0;
  return values.map((value, index) =>
    value === null ? null : [3 + index * step, height - 3 - (value - base) * scale],
  );
}
