import type { ReviewPeriod } from '../../../shared/documents/review/data';
import {
  nextPeriod,
  parsePeriod,
  samePeriodLastYear,
  trendPeriods,
  type ReviewPeriod as PeriodOfDays,
} from '../../../shared/domain/period';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatDay } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { clientCalendarSchema, defaultCalendar } from '../../../shared/records/clients/client';
import { currentCore } from '../core/current';
import { findRecord, getRecord } from '../core/read';
import { countsFor, loadDirectory, type ProgramEntry } from '../directory';

const quarters = 6;

/** Whom a review is about, and when. */
export interface Subject {
  readonly client: DeskRecord;
  readonly clientName: string;
  /** The programs of the review with their sources; a program without a connection has no figures. */
  readonly programs: readonly ProgramEntry[];
  readonly allPrograms: boolean;
  readonly period: ReviewPeriod;
  /** Six periods, the oldest first; the last is the period. */
  readonly trend: readonly ReviewPeriod[];
  readonly lastYear: ReviewPeriod;
  /** The one after the period. */
  readonly next: ReviewPeriod;
}

/**
 * Finds client, programs and period by the words of a person. Throws `NOT_FOUND`, `AMBIGUOUS`, `BAD_PERIOD`, and
 * `NO_CONNECTION` when none of the programs is connected to a network.
 */
export async function findSubject(request: DataArguments<'reviews.compose'>): Promise<Subject> {
  const core = currentCore();
  const only =
    request.program === undefined ? null : await findRecord(core, 'program', request.program);
  const client = only
    ? await clientOf(only)
    : await findRecord(core, 'client', request.client ?? '');
  if (only && request.client !== undefined) {
    const named = await findRecord(core, 'client', request.client);
    if (named.id !== client.id) {
      throw new DeskError(
        'NOT_FOUND',
        `'${request.program ?? ''}' is not a program of '${request.client}'.`,
      );
    }
  }
  const { programs } = await loadDirectory('programs');
  const ofClient = programs.filter((program) => program.clientId === client.id);
  const chosen = only ? ofClient.filter((program) => countsFor(program, only.id)) : ofClient;
  const clientName = nameOf(client);
  if (chosen.length === 0) {
    throw new DeskError(
      'NO_CONNECTION',
      `No program of ${clientName} is connected to a network, so there is nothing to review. Connect one first.`,
    );
  }
  const calendar =
    clientCalendarSchema.safeParse(client.values['calendar']).data ?? defaultCalendar;
  const period = parsePeriod(request.period, calendar);
  return {
    client,
    clientName,
    programs: chosen,
    allPrograms: new Set(chosen.map(({ source }) => source)).size === ofClient.length,
    period: named(period),
    trend: trendPeriods(period, calendar, quarters).map(named),
    lastYear: named(samePeriodLastYear(period, calendar)),
    next: named(nextPeriod(period, calendar)),
  };
}

async function clientOf(program: DeskRecord): Promise<DeskRecord> {
  const id = program.values['client'];
  const client = typeof id === 'string' ? await getRecord(currentCore(), 'client', id) : null;
  if (!client) throw new DeskError('NOT_FOUND', `The program '${nameOf(program)}' has no client.`);
  return client;
}

function nameOf(record: DeskRecord): string {
  const name = record.values['name'];
  return typeof name === 'string' ? name : record.id;
}

function named({ label, from, to }: PeriodOfDays): ReviewPeriod {
  return { label, from: formatDay(from), to: formatDay(to) };
}
