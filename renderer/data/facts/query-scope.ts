import type { Query } from '../../../shared/domain/query';
import type { Status } from '../../../shared/domain/vocabulary';
import { parseDay, type Day } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { countsFor, type Directory, type ProgramEntry } from '../directory';
import type { SourceSeries } from './series';

/** What counts unless other statuses are asked for. */
export const trackedStatuses: readonly Status[] = ['pending', 'approved'];

/** Does an answer depend on which partner a line belongs to? */
export function needsPartners({ by, partners, partnerTypes }: Query): boolean {
  const isNarrowed = partners !== undefined || partnerTypes !== undefined;
  return isNarrowed || by.includes('partner') || by.includes('partnerType');
}

/** The programs that a question is about. */
export function programsOf(
  query: Pick<Query, 'programs' | 'clients'>,
  directory: Directory,
): ProgramEntry[] {
  return directory.programs.filter(
    (entry) =>
      (query.programs?.some((program) => countsFor(entry, program)) ?? true) &&
      (query.clients?.includes(entry.clientId) ?? true),
  );
}

export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

export interface SourceInScope {
  readonly program: ProgramEntry;
  readonly series: SourceSeries;
}

/** The asked days. Throws BAD_QUERY when they make no sense. */
export function readDays(query: Pick<Query, 'from' | 'to'>): DayRange {
  const from = parseDay(query.from);
  const to = parseDay(query.to);
  if (from === null || to === null) {
    throw new DeskError('BAD_QUERY', `'${from === null ? query.from : query.to}' is not a date.`);
  }
  if (from > to) {
    throw new DeskError(
      'BAD_QUERY',
      `The period ends (${query.to}) before it begins (${query.from}).`,
    );
  }
  return { from, to };
}

/** The asked days, no further than there are facts: a question over a century costs no more than over what is stored. */
export function clipDays(days: DayRange, sources: readonly SourceInScope[]): DayRange | null {
  let first = Infinity;
  let last = -Infinity;
  for (const { series } of sources) {
    for (const { day, length } of [series.orders, series.traffic]) {
      if (length === 0) continue;
      first = Math.min(first, day[0] ?? Infinity);
      last = Math.max(last, day[length - 1] ?? -Infinity);
    }
  }
  const from = Math.max(days.from, first);
  const to = Math.min(days.to, last);
  return from > to ? null : { from, to };
}
