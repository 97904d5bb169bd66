import type { FaultLevel } from './options';
import { entry, hashOf, hashOfText, unitOf } from './random';

/**
 * Ways in which an answer goes wrong.
 *
 * Each is fair: it can be seen, or it does no harm to a client that merges rows by their key.
 * - `repeated-page` puts up to three rows of the page before (on the first page: its own first rows) in front of the page's own. The last row
 *   and `has_more` are right, so the next cursor is right; who counts a key twice is wrong.
 * - `reordered-page` turns the rows of a page around. A client whose cursor is the key of the last row then asks from an earlier
 *   place on: it reads rows again and misses none, as the cursor is never behind the true end of the page. `has_more` is right.
 * Awin has no pages, so the two befall PartnerStack lists only.
 */
export const FAULT_KINDS = [
  'rate-limited',
  'server-error',
  'unavailable',
  'stalled',
  'reset',
  'truncated',
  'wrong-json',
  'captive-portal',
  'repeated-page',
  'reordered-page',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

interface Level {
  /** Chance that the first try of a request fails, and that each further one does. */
  readonly first: number;
  readonly further: number;
}

const LEVELS: Readonly<Record<FaultLevel, Level>> = {
  none: { first: 0, further: 0 },
  some: { first: 0.08, further: 0.25 },
  heavy: { first: 0.35, further: 0.35 },
};

/** A request fails at most this often in a row; the fifth try is answered right. */
const MOST_FAILURES = 4;

/** A stall costs a client its whole time-out, so it is rare. */
const STALL_SHARE = 0.02;
const BRIEF_KINDS = FAULT_KINDS.filter((kind) => kind !== 'stalled' && !kind.endsWith('-page'));
const BRIEF_AND_PAGE_KINDS = FAULT_KINDS.filter((kind) => kind !== 'stalled');

interface Course {
  /** How many right answers this request has had; each begins a new course. */
  round: number;
  failed: number;
}

/**
 * Decides which try of a request fails and how. The choice depends on the seed, the request (method, path, query and token) and the
 * number of the try, never on time or on other requests.
 */
export class FaultPlan {
  private readonly courses = new Map<number, Course>();

  constructor(
    private readonly seed: number,
    private level: FaultLevel,
  ) {}

  get current(): FaultLevel {
    return this.level;
  }

  /** Changes the level and forgets all tries. */
  set(level: FaultLevel): void {
    this.level = level;
    this.courses.clear();
  }

  /** What befalls the next try of a request, or undefined for a right answer. `paged` allows the kinds of pages. */
  next(identity: string, paged: boolean): FaultKind | undefined {
    const level = LEVELS[this.level];
    if (level.first === 0) return undefined;
    const request = hashOfText(identity);
    const course = this.courses.get(request) ?? { round: 0, failed: 0 };
    this.courses.set(request, course);
    const { round, failed } = course;
    const chance = failed === 0 ? level.first : level.further;
    if (failed >= MOST_FAILURES || unitOf(this.seed, 801, request, round, failed) >= chance) {
      course.round += 1;
      course.failed = 0;
      return undefined;
    }
    course.failed += 1;
    if (unitOf(this.seed, 802, request, round, failed) < STALL_SHARE) return 'stalled';
    const kinds = paged ? BRIEF_AND_PAGE_KINDS : BRIEF_KINDS;
    return entry(kinds, hashOf(this.seed, 803, request, round, failed) % kinds.length);
  }
}
