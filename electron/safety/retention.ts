import type { SnapshotInfo } from '../../shared/ipc/safety';

type Kept = Pick<SnapshotInfo, 'name' | 'at' | 'app' | 'generation' | 'seq' | 'records'>;

const recent = 3;
const days = 7;
const weeks = 4;
const generations = 8;

const dayMilliseconds = 86_400_000;
const dayOf = (at: number): number => Math.floor(at / dayMilliseconds);
/** Weeks begin on Monday; the first of January 1970 was a Thursday. */
const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);

/**
 * Which snapshots may go: all but the three newest, the newest of each of seven days and four weeks, and the newest of each
 * version of Quarterdeck and of each generation of the store. What holds more than twice the records of the newest one, or
 * belongs to a later generation, stays in any case: a store that has lost its records must not push out the copies of the
 * full one.
 */
export function outdated<Snapshot extends Kept>(snapshots: readonly Snapshot[]): Snapshot[] {
  const sorted = [...snapshots].sort((one, other) => other.at - one.at);
  const newest = sorted[0];
  if (!newest) return [];
  const keep = new Set<Snapshot>([
    ...sorted.slice(0, recent),
    // After the clock was set back, the newest are of an earlier time.
    ...[...snapshots].sort(newestFirst).slice(0, recent),
    ...newestOfEach(sorted, ({ at }) => dayOf(at)).slice(0, days),
    ...newestOfEach(sorted, ({ at }) => weekOf(at)).slice(0, weeks),
    ...newestOfEach(sorted, ({ app }) => app),
    ...newestOfEach(sorted, ({ generation }) => generation).slice(0, generations),
  ]);
  return sorted.filter(
    (each) =>
      !keep.has(each) && each.records <= 2 * newest.records && each.generation <= newest.generation,
  );
}

function newestOfEach<Snapshot>(
  sorted: readonly Snapshot[],
  key: (snapshot: Snapshot) => number | string,
): Snapshot[] {
  const found = new Map<number | string, Snapshot>();
  for (const each of sorted) if (!found.has(key(each))) found.set(key(each), each);
  return [...found.values()];
}

type Ordered = Pick<SnapshotInfo, 'name' | 'at' | 'generation' | 'seq'>;

/** Orders snapshots by what they hold, the newest first. */
export function newestFirst(one: Ordered, other: Ordered): number {
  return (
    other.generation - one.generation ||
    other.seq - one.seq ||
    other.at - one.at ||
    (one.name < other.name ? 1 : -1)
  );
}
