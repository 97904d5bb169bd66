import { connectorOf } from '../../../shared/sync/connectors';
import type { Day } from '../../../shared/kernel/days';
import type { DayWindow, Resource } from '../../../shared/sync/batch';
import type { ProgramEntry } from '../directory';
import type { AnswerSegment } from './cursor';
import { linesOfDays } from './lines';
import type { SourceSeries } from './series';

/** Does this network offer the resource at all, or has a file brought it? */
export function offers({ network, files }: ProgramEntry, resource: Resource): boolean {
  const connector = connectorOf(network);
  return connector === null
    ? files.some((file) => file.resource === resource)
    : connector.policies.some((policy) => policy.resource === resource);
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
  const [first, end] = linesOfDays(orders.day, window.from, window.to);
  for (let line = first; line < end; line += 1) if ((orders.count[line] ?? 0) > 0) return true;
  return false;
}

/** What of a source's days is known: 1 for each day from `from` to `to` that was read, 0 where it was refused, unreadable or is missing. */
export interface KnownDays {
  readonly traffic: Uint8Array;
  /** Sales or payments: a day that was read and has none has no orders; any other has an unknown number. */
  readonly orders: Uint8Array;
  /** What partners earn: from transactions, or from rewards where the network lists them apart. */
  readonly commission: Uint8Array;
  readonly leads: Uint8Array;
}

/** What was read of one source between two days, by what is counted from it. */
export function knownDaysOf(
  program: ProgramEntry,
  series: SourceSeries,
  from: Day,
  to: Day,
): KnownDays {
  const read = (resource: Resource): Uint8Array => daysRead(series, resource, from, to);
  const orders = read('transactions');
  return {
    traffic: read('traffic'),
    orders,
    commission: offers(program, 'rewards') ? read('rewards') : orders,
    // Networks without a list of leads give them among the transactions.
    leads: offers(program, 'leads') ? read('leads') : orders,
  };
}

function daysRead(series: SourceSeries, resource: Resource, from: Day, to: Day): Uint8Array {
  const known = new Uint8Array(Math.max(0, to - from + 1));
  for (const segment of answersOf(series, resource)) {
    const isRead = segment.state === 'answered' || segment.state === 'empty';
    if (!isRead || segment.to < from || segment.from > to) continue;
    if (resource === 'traffic' && isImplausible(segment, series)) continue;
    known.fill(1, Math.max(segment.from, from) - from, Math.min(segment.to, to) - from + 1);
  }
  return known;
}
