import { connectors } from '../../../shared/sync/connectors';
import type { Day } from '../../../shared/kernel/days';
import type { DayWindow, Resource } from '../../../shared/sync/batch';
import type { ProgramEntry } from '../directory';
import type { AnswerSegment } from './cursor';
import type { SourceSeries } from './series';

/** Does this network offer the resource at all? */
export function offers(program: ProgramEntry, resource: Resource): boolean {
  return connectors[program.network].policies.some((policy) => policy.resource === resource);
}

/** What is known about each stretch of days of one resource. */
export function answersOf(series: SourceSeries, resource: Resource): readonly AnswerSegment[] {
  return series.cursors.find((cursor) => cursor.resource === resource)?.answers ?? [];
}

/** An empty report over days that have transactions is no report: nobody buys without a click. */
export function isImplausible(segment: AnswerSegment, series: SourceSeries): boolean {
  return segment.state === 'empty' && hasOrders(series, segment);
}

function hasOrders({ orders }: SourceSeries, window: DayWindow): boolean {
  for (let line = 0; line < orders.length; line += 1) {
    const day = orders.day[line] ?? 0;
    if (day >= window.from && day <= window.to && (orders.count[line] ?? 0) > 0) return true;
  }
  return false;
}

/** 1 for each day from `from` to `to` whose traffic is known, 0 where the report was refused, unreadable or is missing. */
export function knownTrafficDays(series: SourceSeries, from: Day, to: Day): Uint8Array {
  const known = new Uint8Array(Math.max(0, to - from + 1));
  for (const segment of answersOf(series, 'traffic')) {
    const isRead = segment.state === 'answered' || segment.state === 'empty';
    if (!isRead || segment.to < from || segment.from > to) continue;
    if (isImplausible(segment, series)) continue;
    known.fill(1, Math.max(segment.from, from) - from, Math.min(segment.to, to) - from + 1);
  }
  return known;
}

/** Are leads known for this source in these days? Networks without a list of leads give them among the transactions. */
export function leadsKnown(
  program: ProgramEntry,
  series: SourceSeries,
  from: Day,
  to: Day,
): boolean {
  if (!offers(program, 'leads')) return true;
  return answersOf(series, 'leads').some(
    (segment) =>
      (segment.state === 'answered' || segment.state === 'empty') &&
      segment.from <= to &&
      segment.to >= from,
  );
}
