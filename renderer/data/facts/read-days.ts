import type { CoverageCause, CoverageState } from '../../../shared/domain/query';
import { formatDay } from '../../../shared/kernel/days';
import type { DayWindow, Resource } from '../../../shared/sync/batch';
import { answersOf, isImplausible } from './known-days';
import type { SourceSeries } from './series';

/** How far something can be trusted, and why no further. */
export interface Finding {
  readonly state: CoverageState;
  readonly note?: string;
  readonly causes?: readonly CoverageCause[];
}

/** Nothing is missing. */
export const complete: Finding = { state: 'complete' };

/** Were all the days read, and how? */
export function readState(resource: Resource, days: DayWindow, series: SourceSeries): Finding {
  const answers = within(answersOf(series, resource), days);
  const failure = answers.find(({ state }) => state === 'refused' || state === 'unreadable');
  if (failure !== undefined) {
    const did = failure.state === 'refused' ? 'was refused' : 'could not be read';
    const reason = failure.reason === '' ? '' : `: ${failure.reason}`;
    const code = failure.state === 'refused' ? 'refused' : 'unreadable';
    return {
      state: 'failed',
      note: `${resource} ${stretch(failure, days)} ${did}${reason}`,
      causes: [{ code, resource, ...asked(failure, days), reason: failure.reason }],
    };
  }
  if (resource === 'traffic') {
    const silent = answers.find((answer) => isImplausible(answer, series));
    if (silent !== undefined) {
      const note = `the report is empty although there are transactions (${stretch(silent, days)})`;
      return {
        state: 'failed',
        note,
        causes: [{ code: 'empty-report', ...asked(silent, days) }],
      };
    }
  }
  const gap = firstGap(answers, days);
  if (gap !== null) {
    const note =
      answers.length === 0
        ? `${resource} not read yet`
        : `${resource} not read: ${stretch(gap, days)}`;
    const cause: CoverageCause =
      answers.length === 0
        ? { code: 'never-read', resource }
        : { code: 'not-read', resource, ...asked(gap, days) };
    return { state: 'partial', note, causes: [cause] };
  }
  const quarantined = answers.reduce((sum, answer) => sum + answer.quarantined, 0);
  if (quarantined > 0) {
    const rows = quarantined === 1 ? '1 row' : `${quarantined} rows`;
    return {
      state: 'partial',
      note: `${rows} of ${resource} could not be read`,
      causes: [{ code: 'unread-rows', resource, rows: quarantined }],
    };
  }
  return complete;
}

function firstGap(answers: readonly DayWindow[], days: DayWindow): DayWindow | null {
  let next = days.from;
  for (const { from, to } of [...answers].sort((left, right) => left.from - right.from)) {
    if (from > next) return { from: next, to: from - 1 };
    next = Math.max(next, to + 1);
  }
  return next > days.to ? null : { from: next, to: days.to };
}

/** The part of a stretch of days that was asked for. */
export function asked(window: DayWindow, days: DayWindow): { from: string; to: string } {
  return {
    from: formatDay(Math.max(window.from, days.from)),
    to: formatDay(Math.min(window.to, days.to)),
  };
}

/** The same in words: `2026-10-01 to 2026-10-31`. */
export function stretch(window: DayWindow, days: DayWindow): string {
  const { from, to } = asked(window, days);
  return `${from} to ${to}`;
}

/** The stretches that meet these days. */
export function within<Stretch extends DayWindow>(
  stretches: readonly Stretch[],
  days: DayWindow,
): Stretch[] {
  return stretches.filter(({ from, to }) => from <= days.to && to >= days.from);
}
