import type { Answer, DayWindow, Resource } from '../../../shared/sync/batch';

/** What the last answer for some days of one resource was; segments of a resource don't overlap. */
export interface AnswerSegment extends DayWindow {
  readonly state: 'answered' | 'empty' | 'refused' | 'unreadable';
  /** The vendor's plan lacks it, as opposed to a right that is missing. */
  readonly notOffered: boolean;
  readonly reason: string;
  /** Rows of these days that could not be read. */
  readonly quarantined: number;
  /** ms UTC. */
  readonly at: number;
}

/** The cursor of one resource of one source, stored with the rows that it speaks of. */
export interface CursorRecord {
  readonly key: string;
  readonly source: string;
  readonly resource: Resource;
  readonly closed: readonly DayWindow[];
  readonly walkedAt: number | null;
  readonly changesReadAt: number | null;
  readonly answers: readonly AnswerSegment[];
}

/** A cursor before the first answer. */
export function newCursor(key: string, source: string, resource: Resource): CursorRecord {
  return { key, source, resource, closed: [], walkedAt: null, changesReadAt: null, answers: [] };
}

/** The windows with one more; neighbors grow together, so the list stays short. */
export function addWindow(windows: readonly DayWindow[], added: DayWindow): DayWindow[] {
  let { from, to } = added;
  const apart: DayWindow[] = [];
  for (const window of windows) {
    if (window.to < from - 1 || window.from > to + 1) {
      apart.push(window);
    } else {
      from = Math.min(from, window.from);
      to = Math.max(to, window.to);
    }
  }
  return [...apart, { from, to }].sort((left, right) => left.from - right.from);
}

/** The windows without these days. */
export function cutWindow(windows: readonly DayWindow[], cut: DayWindow): DayWindow[] {
  return windows.flatMap((window) => partsOutside(window, cut));
}

/** The parts of a stretch of days that lie outside another; its other fields are kept. */
export function partsOutside<Stretch extends DayWindow>(
  stretch: Stretch,
  cut: DayWindow,
): Stretch[] {
  if (stretch.to < cut.from || stretch.from > cut.to) return [stretch];
  const parts: Stretch[] = [];
  if (stretch.from < cut.from) parts.push({ ...stretch, to: cut.from - 1 });
  if (stretch.to > cut.to) parts.push({ ...stretch, from: cut.to + 1 });
  return parts;
}

/** What an ended window says. */
export interface WindowEnd {
  readonly window: DayWindow;
  readonly answer: Answer;
  readonly received: number;
  readonly quarantined: number;
  readonly at: number;
}

/**
 * Segments after one more answer. An answer replaces what was known of its days; a refusal or an unreadable body says
 * something only of days that were never answered, because what is stored stays.
 */
export function recordAnswer(segments: readonly AnswerSegment[], end: WindowEnd): AnswerSegment[] {
  const { window, answer, at } = end;
  const byDay = (left: DayWindow, right: DayWindow): number => left.from - right.from;
  if (answer.state === 'answered') {
    const others = segments.flatMap((segment) => partsOutside(segment, window));
    const state = end.received > 0 ? 'answered' : 'empty';
    const told = {
      state,
      notOffered: false,
      reason: '',
      quarantined: end.quarantined,
      at,
    } as const;
    return [...others, { from: window.from, to: window.to, ...told }].sort(byDay);
  }
  const isRead = (segment: AnswerSegment): boolean =>
    segment.state === 'answered' || segment.state === 'empty';
  const read = segments.filter(isRead);
  const others = segments
    .filter((segment) => !isRead(segment))
    .flatMap((segment) => partsOutside(segment, window));
  const { state, notOffered, reason } = answer;
  let refused: AnswerSegment[] = [
    { from: window.from, to: window.to, state, notOffered, reason, quarantined: 0, at },
  ];
  for (const known of read) refused = refused.flatMap((part) => partsOutside(part, known));
  return [...read, ...others, ...refused].sort(byDay);
}

/**
 * The cursor after an exhaustive window has ended. It closes the window when it was read cleanly; rows that could not be
 * read leave it open, so that the next run asks again.
 */
export function endWindow(cursor: CursorRecord, end: WindowEnd, clean: boolean): CursorRecord {
  const closed =
    end.answer.state !== 'answered'
      ? cursor.closed
      : clean
        ? addWindow(cursor.closed, end.window)
        : cutWindow(cursor.closed, end.window);
  return { ...cursor, closed, answers: recordAnswer(cursor.answers, end) };
}
