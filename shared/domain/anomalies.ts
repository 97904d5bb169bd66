import type { Day } from '../kernel/days';

/** An amount of one day; null where the day is not known. */
export interface DayValue {
  readonly day: Day;
  readonly value: number | null;
}

/** A day that is far from what its weekday usually brings. */
export interface UnusualDay {
  readonly day: Day;
  readonly value: number;
  /** Median of the same weekday in the weeks before. */
  readonly usual: number;
  /** How many scaled deviations it is away; negative below. */
  readonly distance: number;
}

/** So many earlier weeks say what is usual; with fewer known ones a day is not judged. */
const weeks = 8;
const fewestWeeks = 5;
/** Beyond so many deviations a day is unusual. */
const limit = 3;
/** Makes the median absolute deviation comparable with a standard deviation of normal data. */
const scale = 1.4826;

/**
 * Days that lie more than three scaled median absolute deviations from the median of the same weekday in the eight weeks
 * before. Where earlier weeks hardly differ, a tenth of the median counts as a deviation, so that a quiet program doesn't
 * alarm over one order. `series` ascends by day without gaps; only its last `judged` days are looked at.
 */
export function unusualDays(series: readonly DayValue[], judged: number): UnusualDay[] {
  const found: UnusualDay[] = [];
  for (let at = Math.max(0, series.length - judged); at < series.length; at += 1) {
    const { day, value } = series[at] ?? { day: 0, value: null };
    if (value === null) continue;
    const before: number[] = [];
    for (let week = 1; week <= weeks; week += 1) {
      const earlier = series[at - 7 * week]?.value ?? null;
      if (earlier !== null) before.push(earlier);
    }
    if (before.length < fewestWeeks) continue;
    const usual = median(before);
    const spread = scale * median(before.map((each) => Math.abs(each - usual)));
    const deviation = Math.max(spread, usual * 0.1);
    if (deviation === 0) continue;
    const distance = (value - usual) / deviation;
    if (Math.abs(distance) > limit) found.push({ day, value, usual, distance });
  }
  return found;
}

/** A partner's figures in two stretches of days. */
export interface PartnerMove {
  readonly partner: string;
  readonly id: string;
  /** Minor units. */
  readonly before: number;
  readonly now: number;
}

/** Partners who sold before and no more; the largest first. */
export function stoppedPartners(moves: readonly PartnerMove[]): PartnerMove[] {
  return moves.filter(({ before, now }) => before > 0 && now === 0).sort(byLoss);
}

/** Partners who left the ten largest although they still sell; the largest loss first. */
export function leftTopTen(moves: readonly PartnerMove[]): PartnerMove[] {
  const top = (valueOf: (move: PartnerMove) => number): Set<PartnerMove> =>
    new Set(
      [...moves]
        .filter((move) => valueOf(move) > 0)
        .sort((a, b) => valueOf(b) - valueOf(a))
        .slice(0, 10),
    );
  const [earlier, later] = [top(({ before }) => before), top(({ now }) => now)];
  return [...earlier].filter((move) => move.now > 0 && !later.has(move)).sort(byLoss);
}

/** Has an amount fallen by more than a quarter? Null where it can't be said. */
export function fellByAQuarter(before: number | null, now: number | null): boolean | null {
  return before === null || now === null || before <= 0 ? null : now / before < 0.75;
}

/** Is the reversed share more than twice what it was before? Null where it can't be said. */
export function reversalsDoubled(before: number | null, now: number | null): boolean | null {
  return before === null || now === null || before <= 0 ? null : now > 2 * before;
}

function byLoss(a: PartnerMove, b: PartnerMove): number {
  return b.before - b.now - (a.before - a.now);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
