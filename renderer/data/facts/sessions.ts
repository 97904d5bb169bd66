import type { DataArguments, SyncOutcome } from '../../../shared/ipc/data-contract';
import { networkSchema } from '../../../shared/domain/vocabulary';
import { uuidv7 } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { utcDayOfStart } from '../../../shared/kernel/zones';
import type { DayWindow, QuarantinedRow, Resource } from '../../../shared/sync/batch';
import type { SyncAssignment } from '../../../shared/sync/connector';
import { connectors } from '../../../shared/sync/connectors';
import { planSync, type SyncTask } from '../../../shared/sync/plan';
import type { Directory, ProgramEntry } from '../directory';
import { announceChange } from './changes';
import { facts, newSource } from './database';
import { rebuildNow } from './rebuild';
import { rollupCodec } from './rollup';
import { inSourceOrder, SourceState } from './source-state';

/** What a task of a session has brought so far; kept in memory only, a killed task is simply read again. */
export interface TaskProgress {
  readonly task: SyncTask;
  /** Windows of the task that have ended. */
  ended: readonly DayWindow[];
  /** Of the window that is being read: ids, rows and what could not be read (by raw text). */
  readonly seen: Set<string>;
  received: number;
  readonly quarantined: Map<string, QuarantinedRow>;
}

/** One connection's run, from `beginSync` to `finishSync`. */
export interface Session {
  readonly id: string;
  readonly program: ProgramEntry;
  readonly startedAt: number;
  readonly state: SourceState;
  /** Tasks by id that have not ended yet. */
  readonly open: Map<string, TaskProgress>;
  readonly tasks: ReadonlyMap<string, SyncTask>;
  /** Resources of which every row comes in one walk. */
  readonly rosters: ReadonlySet<Resource>;
  /** Resources with a task that was refused or unreadable in this run. */
  readonly failed: Set<Resource>;
  sequence: number;
  received: number;
  changed: number;
  removed: number;
  readonly quarantined: Set<string>;
}

const sessions = new Map<string, Session>();

/** The running session of a batch; undefined once it has ended. */
export function sessionOf(id: string): Session | undefined {
  return sessions.get(id);
}

const chance = {
  now: () => Date.now(),
  fillRandom: (bytes: Uint8Array): void => {
    crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);
  },
};

/**
 * Plans one run of one connection, or of all that are not paused. An unfinished run of the same connection ends: its later batches are
 * refused. Throws NOT_FOUND for an unknown connection.
 */
export async function beginSync(
  connection: string | null,
  now: number,
  directory: Directory,
): Promise<SyncAssignment[]> {
  const programs = directory.programs.filter(
    ({ source, isConnected, paused }) =>
      isConnected && (connection === null ? !paused : source === connection),
  );
  if (connection !== null && programs.length === 0) {
    throw new DeskError('NOT_FOUND', `There is no connection '${connection}'.`);
  }
  const assignments: SyncAssignment[] = [];
  for (const program of programs) {
    assignments.push(await inSourceOrder(program.source, () => beginSource(program, now)));
  }
  return assignments;
}

async function beginSource(program: ProgramEntry, now: number): Promise<SyncAssignment> {
  for (const [id, session] of sessions) {
    if (session.program.source === program.source) sessions.delete(id);
  }
  await ensureSource(program);
  const state = await SourceState.load(program.source);
  const network = networkSchema.parse(program.network);
  const { policies } = connectors[network];
  const instantsSince = utcDayOfStart(program.since, program.timeZone);
  const tasks = planSync({
    policies,
    cursors: [...state.cursors.values()],
    now,
    since: program.since,
    instantsSince,
    lockingDays: program.lockingDays,
  });
  const session: Session = {
    id: uuidv7(chance),
    program,
    startedAt: now,
    state,
    open: new Map(tasks.map((task) => [task.id, newProgress(task)])),
    tasks: new Map(tasks.map((task) => [task.id, task])),
    rosters: new Set(
      policies.filter(({ shape }) => shape === 'roster').map(({ resource }) => resource),
    ),
    failed: new Set(),
    sequence: 0,
    received: 0,
    changed: 0,
    removed: 0,
    quarantined: new Set(),
  };
  sessions.set(session.id, session);
  return {
    session: session.id,
    connection: program.source,
    network,
    account: program.account,
    program: program.program,
    address: program.address,
    callsPerMinute: program.callsPerMinute,
    timeZone: program.timeZone,
    since: instantsSince,
    tasks,
  };
}

function newProgress(task: SyncTask): TaskProgress {
  return { task, ended: [], seen: new Set(), received: 0, quarantined: new Map() };
}

/** Makes the source's record, and derives its rollups anew when the program's zone or first day has changed. */
async function ensureSource(program: ProgramEntry): Promise<void> {
  const { source, timeZone, since } = program;
  const known = await facts.sources.get(source);
  if (known === undefined) {
    await facts.sources.put({ ...newSource(source, timeZone, since), rollupCodec });
  } else if (
    known.timeZone !== timeZone ||
    known.since !== since ||
    known.rollupCodec !== rollupCodec
  ) {
    const { reportZone } = connectors[networkSchema.parse(program.network)];
    const isOtherReport = reportZone(known.timeZone) !== reportZone(timeZone);
    await rebuildNow(program, isOtherReport);
  }
}

/** Ends a run: remembers how it went and counts what it did. Throws `SESSION_ENDED` for an unknown session. */
export async function finishSync(finish: DataArguments<'sync.finish'>): Promise<SyncOutcome> {
  const session = sessions.get(finish.session);
  if (session === undefined) {
    throw new DeskError('SESSION_ENDED', 'This sync has already ended.');
  }
  const { source, network, account } = session.program;
  return inSourceOrder(source, async () => {
    sessions.delete(session.id);
    const { error } = finish;
    await facts.transaction('rw', facts.sources, async () => {
      const record = await facts.sources.get(source);
      if (record === undefined) return;
      await facts.sources.put({
        ...record,
        lastSuccessAt: error === null ? session.startedAt : record.lastSuccessAt,
        lastError: error === null ? null : { code: error.code, message: error.message },
        lastRun: {
          at: session.startedAt,
          seconds: finish.seconds,
          requests: finish.requests,
          received: session.received,
          changed: session.changed,
          removed: session.removed,
        },
      });
    });
    announceChange(source);
    return {
      id: source,
      network,
      account,
      requests: finish.requests,
      received: session.received,
      changed: session.changed,
      removed: session.removed,
      quarantined: session.quarantined.size,
      seconds: finish.seconds,
      ...(error === null ? {} : { error: { code: error.code, message: error.message } }),
    };
  });
}

/** The state of a source as its running sync holds it; undefined when none runs. */
export function runningState(source: string): SourceState | undefined {
  for (const session of sessions.values()) {
    if (session.program.source === source) return session.state;
  }
  return undefined;
}

/** Ends a run that can't go on; its later batches are refused. */
export function dropSession(id: string): void {
  sessions.delete(id);
}
