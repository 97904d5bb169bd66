import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SyncState } from '../../shared/ipc/channels';
import { toFailure, type DeskFailure } from '../../shared/kernel/result';
import type { DeskShell } from './desk-shell';

/** Long work that main does; it goes on while one works elsewhere. */
export type WorkKind = 'sync' | 'sample' | 'review';

/** A step of long work; `total` is null while it isn't known. */
export interface WorkStep {
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
}

export interface Activity {
  /** What this window asked for and waits for. */
  readonly running: WorkKind | null;
  /** The scheduler's view: a sync that nobody here asked for counts too. */
  readonly sync: SyncState;
  /** The newest step of the sample or the review at work. */
  readonly step: WorkStep | null;
  /** The newest step of each connection in the running sync. */
  readonly byConnection: Readonly<Record<string, WorkStep>>;
  readonly cancelling: boolean;
  /** Why the last work ended early, until the next one starts. */
  readonly failure: { readonly work: WorkKind; readonly failure: DeskFailure } | null;
}

export type ActivityStore = StoreApi<Activity>;

const idle = { running: null, step: null, byConnection: {}, cancelling: false } as const;

/** Makes the store and feeds it with main's events. */
export function createActivityStore(shell: DeskShell): ActivityStore {
  const store = createStore<Activity>(() => ({
    ...idle,
    sync: { running: false, nextRunAt: null },
    failure: null,
  }));
  shell.on('sync.state', (sync) => {
    const began = sync.running && !store.getState().sync.running;
    store.setState({ sync, ...(began ? { byConnection: {} } : {}) });
    if (!sync.running && store.getState().running === null) store.setState(idle);
  });
  shell.on('sync.progress', ({ connection, program, words, done, total }) => {
    store.setState(({ byConnection }) => ({
      byConnection: {
        ...byConnection,
        [connection]: { words: `${program}: ${words}`, done, total },
      },
    }));
  });
  for (const event of ['explore.progress', 'reviews.progress'] as const) {
    shell.on(event, (step) => store.setState({ step }));
  }
  shell.call('sync.state', {}).then(
    (sync) => store.setState({ sync }),
    // The first event will tell the same; until then nothing is known to run.
    () => undefined,
  );
  return store;
}

/** Runs one piece of long work and keeps the store true; answers null when it failed or was cancelled. */
export async function runWork<Value>(
  store: ActivityStore,
  work: WorkKind,
  start: () => Promise<Value>,
): Promise<Value | null> {
  if (store.getState().running !== null) return null;
  store.setState({ ...idle, running: work, failure: null });
  try {
    return await start();
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code !== 'CANCELLED') store.setState({ failure: { work, failure } });
    return null;
  } finally {
    store.setState(idle);
  }
}

/** Asks main to stop; the work ends by itself when main has put everything in order. */
export function cancelWork(store: ActivityStore, shell: DeskShell): void {
  store.setState({ cancelling: true });
  shell.call('sync.cancel', {}).catch((thrown: unknown) => {
    store.setState({ cancelling: false, failure: { work: 'sync', failure: toFailure(thrown) } });
  });
}

/** The steps of a sync as one: tasks done and known over all its connections, and the newest words. */
export function syncStep(byConnection: Activity['byConnection']): WorkStep | null {
  const steps = Object.values(byConnection);
  if (steps.length === 0) return null;
  const busy = steps.filter(({ done, total }) => total === null || done < total);
  return {
    words: (busy[0] ?? steps[steps.length - 1])?.words ?? '',
    done: steps.reduce((sum, { done }) => sum + done, 0),
    total: steps.reduce((sum, { total }) => sum + (total ?? 0), 0),
  };
}
