import type { ProgramEntry } from '../../../renderer/data/directory';
import { monthKey, utcDay } from '../../../shared/kernel/days';
import type { Answer, Batch, DayWindow } from '../../../shared/sync/batch';
import { splitByMonth } from '../../../shared/sync/traffic-months';
import type { SyncAssignment } from '../../../shared/sync/connector';
import type { SyncTask } from '../../../shared/sync/plan';
import {
  plainRow,
  program,
  trafficColumnsOf,
  transactionColumnsOf,
  type TestRow,
  type TestTraffic,
} from '../../unit/facts/support';

/** What a network would answer, as a test describes it. */
export interface LabNetwork {
  /** PartnerStack lists rewards apart from the payments that they belong to. */
  readonly network?: 'awin' | 'partnerstack';
  readonly rows: readonly Partial<TestRow>[];
  readonly traffic?: readonly TestTraffic[];
  readonly publishers?: readonly string[];
  /** Months (`2026-07`) of which one row can't be read. */
  readonly unreadable?: readonly string[];
  /** The campaign report answers with a refusal. */
  readonly reportRefused?: boolean;
  /** Months of which the transactions can't be read at all. */
  readonly broken?: readonly string[];
  /** The program's zone; UTC where it is left out. */
  readonly timeZone?: string;
  /** Rows per page. */
  readonly page?: number;
  /** The process dies after so many batches: the run is never finished. */
  readonly diesAfter?: number;
  /** Batches that travel together; one where it is left out. */
  readonly together?: number;
}

/** The program whose network it is. */
export const entry = { ...program, since: utcDay(Date.UTC(2026, 3, 1)) };

/** What the network answers to everything that a session asks. */
export function batchesOf(
  { session, tasks }: Pick<SyncAssignment, 'session' | 'tasks'>,
  network: LabNetwork,
): Batch[] {
  return tasks
    .flatMap((task) => answerTo(task, network).map((part) => ({ task, part })))
    .map(({ task: { id, resource }, part }, index) => ({
      session,
      sequence: index + 1,
      resource,
      task: id,
      ...part,
    }))
    .slice(0, network.diesAfter);
}

type Part = Pick<Batch, 'note' | 'answer' | 'columns' | 'received' | 'quarantined'>;
export const answered: Answer = { state: 'answered' };

/** The program as a network tells it. */
export function entryOf({ network = 'awin', timeZone = 'UTC' }: LabNetwork): ProgramEntry {
  const model = network === 'awin' ? 'retail' : 'b2b';
  return { ...entry, network, model, timeZone };
}

function answerTo(task: SyncTask, network: LabNetwork): Part[] {
  const { window, exhaustive } = task;
  const note = (complete: boolean, days: DayWindow = window): Batch['note'] => ({
    window: days,
    complete,
    exhaustive,
  });
  if (task.resource === 'partnerships') {
    const rows = (network.publishers ?? []).map((id) => ({
      id,
      values: { name: `Partner ${id}` },
    }));
    const columns = { kind: 'roster', rows } as const;
    return [
      { note: note(true), answer: answered, columns, received: rows.length, quarantined: [] },
    ];
  }
  if (task.resource === 'traffic') {
    if (network.reportRefused) {
      const answer = { state: 'refused', reason: 'no right', notOffered: false } as const;
      return [{ note: note(true), answer, columns: null, received: 0, quarantined: [] }];
    }
    const inside = (network.traffic ?? []).filter(
      ({ day }) => day >= window.from && day <= window.to,
    );
    return splitByMonth(trafficColumnsOf(inside), window).map((month) => ({
      note: note(true, month.window),
      answer: answered,
      columns: month.columns,
      received: month.columns.length,
      quarantined: [],
    }));
  }
  const isListed = task.resource === 'transactions' || task.resource === 'rewards';
  if (!exhaustive || !isListed) {
    return [{ note: note(true), answer: answered, columns: null, received: 0, quarantined: [] }];
  }
  if (network.broken?.includes(monthKey(window.from))) {
    const answer = { state: 'unreadable', reason: 'not JSON', notOffered: false } as const;
    return [{ note: note(true), answer, columns: null, received: 0, quarantined: [] }];
  }
  const rows = network.rows
    .map((part, index) => ({ ...plainRow, id: `row-${index}`, ...part }))
    .filter(({ instant }) => utcDay(instant) >= window.from && utcDay(instant) <= window.to)
    .filter(
      ({ type }) =>
        network.network !== 'partnerstack' || (type === 'reward') === (task.resource === 'rewards'),
    );
  const size = network.page ?? 1_000;
  const bad = network.unreadable?.includes(monthKey(window.from)) ?? false;
  const parts: Part[] = [];
  for (let at = 0; at === 0 || at < rows.length; at += size) {
    const page = rows.slice(at, at + size);
    const quarantined =
      bad && at === 0 ? [{ reason: 'amount is not a number', raw: '{"id":1}' }] : [];
    parts.push({
      note: note(at + size >= rows.length),
      answer: answered,
      columns: transactionColumnsOf(page),
      received: page.length + quarantined.length,
      quarantined,
    });
  }
  return parts;
}
