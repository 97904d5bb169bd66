import type { SyncProgress } from '../../shared/ipc/channels';
import type {
  DataArguments,
  DataMethod,
  DataValue,
  SyncOutcome,
} from '../../shared/ipc/data-contract';
import { toFailure, type DeskFailure } from '../../shared/kernel/result';
import type { SyncAssignment } from '../../shared/sync/connector';
import type { ConnectorHost } from './connector-host';
import { fetchPage, type HttpRoom, type Target } from './fetch-page';

/** Connections that are read at the same time; each has one request on its way. */
const connectionsAtOnce = 4;

/** The words of a connection that is not being read yet. */
const waiting = 'Waiting for its turn';

/** What a run needs. */
export interface RunRoom {
  readonly call: <Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ) => Promise<DataValue<Method>>;
  readonly startHost: () => Promise<ConnectorHost>;
  /** Throws when a connection has no token or no address that may be used. */
  readonly targetOf: (assignment: SyncAssignment) => Promise<Target>;
  readonly http: Omit<HttpRoom, 'onRequest'>;
  readonly info: (event: string, fields: Readonly<Record<string, unknown>>) => void;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SyncProgress) => void;
}

/**
 * Syncs one connection, or all of them: asks the data worker what to read, has it read, tells the data worker how it
 * ended. A connection that fails says so in its outcome and leaves the others alone.
 */
export async function runSync(
  room: RunRoom,
  connection: string | null,
  { signal, onProgress }: RunOptions,
): Promise<readonly SyncOutcome[]> {
  const assignments = await room.call('sync.begin', { connection, now: room.http.now() });
  if (assignments.length === 0) return [];
  const host = await room.startHost();
  const cancel = (): void => {
    host.cancel();
  };
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const outcomes = new Map<string, SyncOutcome>();
    // Told at the start, so that everybody sees the whole of what is to be done.
    for (const { connection: id, program, tasks } of assignments) {
      const total = tasks.length;
      onProgress({ connection: id, program, done: 0, total, rows: 0, words: waiting });
    }
    await inTurn(assignments, connectionsAtOnce, async (assignment) => {
      const outcome = await runOne(room, host, assignment, { signal, onProgress });
      outcomes.set(assignment.connection, outcome);
    });
    await room.call('partners.derive', {});
    return assignments.flatMap(({ connection: id }) => outcomes.get(id) ?? []);
  } finally {
    signal.removeEventListener('abort', cancel);
    host.close();
  }
}

async function runOne(
  room: RunRoom,
  host: ConnectorHost,
  assignment: SyncAssignment,
  { signal, onProgress }: RunOptions,
): Promise<SyncOutcome> {
  const { session, connection, program, network, account } = assignment;
  const started = room.http.now();
  let requests = 0;
  const countRequest = (): void => {
    requests += 1;
  };
  const error = await attempt(async () => {
    const target = await room.targetOf(assignment);
    return host.run(assignment, {
      fetchPage: (request, tries) =>
        fetchPage({ ...room.http, onRequest: countRequest }, target, request, tries, signal),
      onProgress: (progress) => {
        onProgress({ connection, program, ...progress });
      },
    });
  });
  const seconds = Math.max(0, room.http.now() - started) / 1_000;
  const outcome = await room.call('sync.finish', { session, requests, seconds, error });
  // Its detail may be what the network answered, which names people.
  const ended = error === null ? {} : { error: error.code };
  room.info('sync-connection', { network, account, requests, seconds, ...ended });
  return outcome;
}

async function attempt(work: () => Promise<DeskFailure | null>): Promise<DeskFailure | null> {
  try {
    return await work();
  } catch (thrown) {
    return toFailure(thrown);
  }
}

/** Works through a list with so many hands. */
async function inTurn<Item>(
  items: readonly Item[],
  hands: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const hand = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}
