import type { Dimension } from '../../../shared/domain/query';
import type { Day } from '../../../shared/kernel/days';
import { dayAxis, isDayDimension } from '../facts';

/** Inclusive days. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The stretches of time between two days, such as `2026-07`, `2026-08`; null for a dimension that is no time. */
export function bucketsOf(dimension: Dimension, { from, to }: Days): readonly string[] | null {
  if (!isDayDimension(dimension)) return null;
  return dayAxis(dimension, from, to).axis.values.flatMap((word) => word ?? []);
}

/**
 * Where a stretch of the earlier days stands today: the third month is held against the third month. Null for one
 * that has no counterpart, because the earlier days are one stretch longer.
 */
export function counterparts(
  dimension: Dimension,
  earlier: Days,
  current: Days,
): ReadonlyMap<string, string> | null {
  const before = bucketsOf(dimension, earlier);
  const now = bucketsOf(dimension, current);
  if (before === null || now === null) return null;
  return new Map(
    before.flatMap((word, at) => {
      const mine = now[at];
      return mine === undefined ? [] : [[word, mine] as const];
    }),
  );
}
