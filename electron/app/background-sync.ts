import { createScheduler } from '../sync/scheduler';
import { toFailure } from '../../shared/kernel/result';
import type { Desk } from './desk';
import type { LongWork } from './long-work';
import type { SyncProgress } from '../../shared/ipc/channels';

/** The background syncs of an open window. */
export interface BackgroundSync {
  start(): void;
  stop(): void;
  /** The computer woke up or is online again. */
  soon(): void;
  /** ms UTC of the next sync; null when none is planned. */
  nextRunAt(): number | null;
}

/** Syncs every connection on a schedule, as cancellable work that the window sees like any other. */
export function createBackgroundSync(
  desk: Desk,
  work: LongWork,
  onProgress: (progress: SyncProgress) => void,
  onPlanned: () => void,
): BackgroundSync {
  let nextRunAt: number | null = null;

  function setTimer(run: () => void, milliseconds: number): () => void {
    nextRunAt = Date.now() + milliseconds;
    const timer = setTimeout(() => {
      nextRunAt = null;
      run();
    }, milliseconds);
    onPlanned();
    return () => {
      nextRunAt = null;
      clearTimeout(timer);
    };
  }

  async function sync(): Promise<void> {
    if (work.isRunning('networks')) return;
    try {
      await work.run('sync', (teller) =>
        desk.runSync(null, teller.signal, (progress) => {
          teller.connection(progress);
          onProgress(progress);
        }),
      );
    } catch (thrown) {
      desk.log.warn('scheduled-sync-failed', { code: toFailure(thrown).code });
    }
  }

  const { start, stop, soon } = createScheduler({ setTimer, random: Math.random, sync });
  return {
    start: () => {
      start();
    },
    stop,
    soon,
    nextRunAt: () => nextRunAt,
  };
}
