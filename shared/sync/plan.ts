import { addMonths, formatDay, startOfMonth, utcDay, type Day } from '../kernel/days';
import type { DayWindow, Resource } from './batch';

/** What the data worker remembers about one resource of one connection; written with the rows it speaks of. */
export interface ResourceCursor {
  readonly resource: Resource;
  /** Windows read completely at least once, ascending, not overlapping. */
  readonly closed: readonly DayWindow[];
  /** ms UTC of the last time every window was walked; null before the first. */
  readonly walkedAt: number | null;
  /** ms UTC of the last answer that closed a window by validation or amendment date; null before the first. */
  readonly changesReadAt: number | null;
}

/** How often and how far back a source is read; part of a connector's description. */
export interface ReadingPolicy {
  readonly resource: Resource;
  /**
   * `roster`: one walk over everything. `days`: windows of days by transaction date, re-read for `rereadDays`.
   * `changes`: a read by another date that only merges (validation, amendment, last update).
   */
  readonly shape: 'roster' | 'days' | 'changes';
  /** Distinguishes several policies of one resource, such as `validation` and `amendment`. */
  readonly dateType?: string;
  /** Largest window of one request chain in days; windows are whole UTC months when this is 31. */
  readonly windowDays: number;
  readonly rereadDays: number;
  /** A roster that is walked only when its last walk is this many days old; `changes` keep it fresh in between. */
  readonly walkEveryDays?: number;
}

/** One stretch of one resource to read in this run. */
export interface SyncTask {
  readonly id: string;
  readonly resource: Resource;
  readonly dateType?: string;
  readonly window: DayWindow;
  readonly purpose: 'backfill' | 'reread' | 'walk';
  readonly exhaustive: boolean;
}

export interface PlanRequest {
  readonly policies: readonly ReadingPolicy[];
  readonly cursors: readonly ResourceCursor[];
  /** ms UTC. */
  readonly now: number;
  /** First day of the backfill. */
  readonly since: Day;
  /** The UTC day on which `since` begins in the program's zone; `since` itself when left out. */
  readonly instantsSince?: Day;
  /** The program's locking period in days; transactions are re-read at least that far back. */
  readonly lockingDays: number;
}

const millisecondsPerDay = 86_400_000;
const daysBetweenWalks = 7;

/** Default start of the backfill: the first day of the month 24 months before now. */
export function defaultSince(now: number): Day {
  return addMonths(startOfMonth(utcDay(now)), -24);
}

/**
 * What one run of a connection reads, in the order of its policies and newest first within each: what was never read,
 * the days that networks still restate, changes by other dates, and once a week everything. Windows are whole UTC
 * months (several of them where the vendor allows long windows), clipped to `since` and today.
 *
 * The cursors close the circle: a `days` window that was answered completely and cleanly belongs in `closed`;
 * `walkedAt` is set when a roster is complete, when all tasks of purpose `walk` of a resource were answered, or, while
 * it is still null, when `closed` first holds every day from `since` to today.
 */
export function planSync(request: PlanRequest): SyncTask[] {
  const today = utcDay(request.now);
  if (request.since > today) return [];
  return request.policies.flatMap((policy) => {
    const cursor = request.cursors.find((candidate) => candidate.resource === policy.resource);
    switch (policy.shape) {
      case 'roster':
        return planRoster(policy, cursor, request, today);
      case 'days':
        return planDays(policy, cursor, request, today);
      case 'changes':
        return planChanges(policy, cursor, request, today);
    }
  });
}

/** Does this list of windows (in any order) hold every day from `from` to `to`? */
export function coversDays(windows: readonly DayWindow[], from: Day, to: Day): boolean {
  let next = from;
  for (const window of [...windows].sort((left, right) => left.from - right.from)) {
    if (window.from > next) break;
    next = Math.max(next, window.to + 1);
  }
  return next > to;
}

function planRoster(
  policy: ReadingPolicy,
  cursor: ResourceCursor | undefined,
  request: PlanRequest,
  today: Day,
): SyncTask[] {
  const first = (cursor?.walkedAt ?? null) === null;
  const walk = isWalkDue(cursor, request.now, policy.walkEveryDays);
  if (policy.walkEveryDays !== undefined && !first && !walk) return [];
  return [
    {
      id: `${policy.resource}:all`,
      resource: policy.resource,
      window: { from: request.since, to: today },
      purpose: first ? 'backfill' : walk ? 'walk' : 'reread',
      exhaustive: true,
    },
  ];
}

function planDays(
  policy: ReadingPolicy,
  cursor: ResourceCursor | undefined,
  request: PlanRequest,
  today: Day,
): SyncTask[] {
  const closed = cursor?.closed ?? [];
  const walk = isWalkDue(cursor, request.now);
  return groupMonths(monthsToRead(policy, cursor, request, today), policy.windowDays).map(
    (window) => ({
      id: `${policy.resource}:${formatDay(window.from)}..${formatDay(window.to)}`,
      resource: policy.resource,
      window,
      purpose: walk ? 'walk' : hasUnreadMonth(window, closed) ? 'backfill' : 'reread',
      exhaustive: true,
    }),
  );
}

function planChanges(
  policy: ReadingPolicy,
  cursor: ResourceCursor | undefined,
  request: PlanRequest,
  today: Day,
): SyncTask[] {
  // What this run reads from end to end needs no second look by another date.
  const walked = request.policies.find(
    (other) => other.resource === policy.resource && other.shape !== 'changes',
  );
  if (walked && readsEverything(walked, cursor, request, today)) return [];
  const dateType = policy.dateType ?? 'change';
  return [
    {
      id: `${policy.resource}:by-${dateType}`,
      resource: policy.resource,
      dateType,
      window: { from: today - policy.windowDays + 1, to: today },
      purpose: 'reread',
      exhaustive: false,
    },
  ];
}

function readsEverything(
  policy: ReadingPolicy,
  cursor: ResourceCursor | undefined,
  request: PlanRequest,
  today: Day,
): boolean {
  if (policy.shape === 'roster') return planRoster(policy, cursor, request, today).length > 0;
  const months = monthsToRead(policy, cursor, request, today);
  return coversDays(months, firstDay(policy, request), today);
}

/** The months (clipped to since and today) that this run must read, newest first. */
function monthsToRead(
  policy: ReadingPolicy,
  cursor: ResourceCursor | undefined,
  request: PlanRequest,
  today: Day,
): DayWindow[] {
  const closed = cursor?.closed ?? [];
  const walk = isWalkDue(cursor, request.now);
  // A program's locking period is about transactions; nobody validates a click.
  const locking = policy.resource === 'traffic' ? 0 : request.lockingDays;
  const rereadFrom = today - Math.max(policy.rereadDays, locking) + 1;
  return monthsOf(firstDay(policy, request), today).filter(
    ({ from, to }) => walk || to >= rereadFrom || !coversDays(closed, from, to),
  );
}

/** Reports are asked for by days of the program's zone, everything else by UTC instants. */
function firstDay(policy: ReadingPolicy, request: PlanRequest): Day {
  return policy.resource === 'traffic' ? request.since : (request.instantsSince ?? request.since);
}

/** The UTC months from `since` to today, clipped to both, newest first. */
function monthsOf(since: Day, today: Day): DayWindow[] {
  const months: DayWindow[] = [];
  let to = today;
  while (to >= since) {
    const from = Math.max(since, startOfMonth(to));
    months.push({ from, to });
    to = from - 1;
  }
  return months;
}

/** Joins neighboring months (newest first) into windows of at most so many days. */
function groupMonths(months: readonly DayWindow[], windowDays: number): DayWindow[] {
  const groups: DayWindow[] = [];
  for (const month of months) {
    const last = groups.at(-1);
    if (last && month.to === last.from - 1 && last.to - month.from < windowDays) {
      groups[groups.length - 1] = { from: month.from, to: last.to };
    } else {
      groups.push(month);
    }
  }
  return groups;
}

/** Is there a month in the window of which no day has ever been read? */
function hasUnreadMonth(window: DayWindow, closed: readonly DayWindow[]): boolean {
  return monthsOf(window.from, window.to).some(
    (month) => !closed.some((read) => read.from <= month.to && read.to >= month.from),
  );
}

function isWalkDue(
  cursor: ResourceCursor | undefined,
  now: number,
  everyDays: number = daysBetweenWalks,
): boolean {
  const walkedAt = cursor?.walkedAt ?? null;
  return walkedAt !== null && now - walkedAt >= everyDays * millisecondsPerDay;
}
