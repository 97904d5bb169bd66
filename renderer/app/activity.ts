import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChannelName } from '../../shared/ipc/channel-names';
import type {
  RunningWork,
  SyncProgress,
  SyncState,
  WorkKind,
  WorkProgress,
  WorkState,
} from '../../shared/ipc/channels';
import { toFailure, type DeskFailure } from '../../shared/kernel/result';
import type { DeskShell } from './desk-shell';

type ByKind<Value> = { readonly [Kind in WorkKind]?: Value | undefined };

/**
 * What main is working on, as far as this window knows. Main is the one who knows: work goes on when the page is loaded
 * anew, and the page then shows it again.
 */
export interface Activity {
  /** At most one of each kind. */
  readonly running: ByKind<RunningWork>;
  /** When the scheduler syncs next. */
  readonly sync: SyncState;
  /** Why the last work of a kind failed, until the next one of that kind begins. */
  readonly failures: ByKind<DeskFailure>;
}

export type ActivityStore = StoreApi<Activity>;

/** Makes the store, asks main what runs, and then listens. */
export function createActivityStore(shell: DeskShell): ActivityStore {
  const store = createStore<Activity>(() => ({
    running: {},
    sync: { running: false, nextRunAt: null },
    failures: {},
  }));
  shell.on('work.state', (state) => store.setState(activityOf(state)));
  shell.on('sync.state', (sync) => store.setState({ sync }));
  shell.on('sync.progress', (progress) =>
    change(store, 'sync', (work) => withStep(work, progress)),
  );
  shell.on('explore.progress', (step) => change(store, 'sample', (work) => ({ ...work, step })));
  shell.on('reviews.progress', (step) => change(store, 'review', (work) => ({ ...work, step })));
  shell.on('weeklyNotes.progress', (step) => change(store, 'notes', (work) => ({ ...work, step })));
  shell.on('safety.progress', (step) => change(store, 'backup', (work) => ({ ...work, step })));
  shell.on('files.progress', (step) => {
    change(store, 'import', (work) => ({ ...work, step }));
    change(store, 'export', (work) => ({ ...work, step }));
  });
  // The first event will tell the same; until then nothing is known to run.
  shell.call('sync.state', {}).then(
    (sync) => store.setState({ sync }),
    () => undefined,
  );
  void refreshActivity(store, shell);
  return store;
}

/** Runs one piece of long work; answers null when it failed or was cancelled. What it says of itself is in the store. */
export async function runWork<Value>(
  store: ActivityStore,
  shell: DeskShell,
  kind: WorkKind,
  start: () => Promise<Value>,
): Promise<Value | null> {
  if (store.getState().running[kind] !== undefined) return null;
  const begun: RunningWork = { kind, step: null, connections: [], cancelling: false };
  store.setState(({ running, failures }) => ({
    running: { ...running, [kind]: begun },
    failures: { ...failures, [kind]: undefined },
  }));
  try {
    return await start();
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code !== 'CANCELLED') {
      store.setState(({ failures }) => ({ failures: { ...failures, [kind]: failure } }));
    }
    return null;
  } finally {
    store.setState(({ running }) => ({ running: { ...running, [kind]: undefined } }));
    await refreshRunning(store, shell);
  }
}

const cancelChannels = {
  sync: 'sync.cancel',
  sample: 'sync.cancel',
  review: 'reviews.cancel',
  notes: 'weeklyNotes.cancel',
  import: 'files.cancel',
  export: 'files.cancel',
  backup: 'safety.cancel',
} as const satisfies Record<WorkKind, ChannelName>;

/** Asks main to stop; the work ends by itself when main has put everything in order. */
export function cancelWork(store: ActivityStore, shell: DeskShell, kind: WorkKind): void {
  change(store, kind, (work) => ({ ...work, cancelling: true }));
  shell.call(cancelChannels[kind], {}).catch((thrown: unknown) => {
    change(store, kind, (work) => ({ ...work, cancelling: false }));
    store.setState(({ failures }) => ({ failures: { ...failures, [kind]: toFailure(thrown) } }));
  });
}

/** The steps of a sync as one: tasks done and known over all its connections, and the newest words. */
export function syncStep(connections: readonly SyncProgress[]): WorkProgress | null {
  if (connections.length === 0) return null;
  const busy = connections.find(({ done, total }) => done < total);
  const newest = busy ?? connections[connections.length - 1];
  return {
    words: newest === undefined ? '' : `${newest.program}: ${newest.words}`,
    done: connections.reduce((sum, { done }) => sum + done, 0),
    total: connections.reduce((sum, { total }) => sum + total, 0),
  };
}

async function refreshActivity(store: ActivityStore, shell: DeskShell): Promise<void> {
  const state = await shell.call('work.state', {}).catch(() => null);
  if (state !== null) store.setState(activityOf(state));
}

/** Only what runs: a failure that main never saw, such as a refused call, stays. */
async function refreshRunning(store: ActivityStore, shell: DeskShell): Promise<void> {
  const state = await shell.call('work.state', {}).catch(() => null);
  if (state !== null) store.setState({ running: activityOf(state).running });
}

function activityOf({ running, failures }: WorkState): Pick<Activity, 'running' | 'failures'> {
  return {
    running: Object.fromEntries(running.map((work) => [work.kind, work])),
    failures: Object.fromEntries(failures.map(({ kind, failure }) => [kind, failure])),
  };
}

function change(
  store: ActivityStore,
  kind: WorkKind,
  next: (work: RunningWork) => RunningWork,
): void {
  store.setState(({ running }) => {
    const work = running[kind];
    return work === undefined ? {} : { running: { ...running, [kind]: next(work) } };
  });
}

function withStep(work: RunningWork, progress: SyncProgress): RunningWork {
  const { connections } = work;
  const isKnown = connections.some(({ connection }) => connection === progress.connection);
  return {
    ...work,
    connections: isKnown
      ? connections.map((each) => (each.connection === progress.connection ? progress : each))
      : [...connections, progress],
  };
}
