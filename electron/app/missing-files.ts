import { toFailure } from '../../shared/kernel/result';
import type { Desk } from './desk';
import { readMissingFiles } from './imports';
import type { LongWork } from './long-work';

/** A start is left alone, and a burst of changes is looked at once. */
const firstLookAfter = 10_000;
const lookAfter = 1_000;

/**
 * Reads kept files of figures again whenever their figures are not in the store: after a restore, and when an import that
 * was taken back is brought back. Runs as cancellable work that the window sees like any other.
 */
export function watchMissingFiles(desk: Desk, work: LongWork): void {
  let timer: NodeJS.Timeout | null = null;

  async function look(): Promise<void> {
    try {
      const missing = await desk.data.call('imports.missing', {});
      if (missing.length === 0) return;
      if (work.isRunning('files')) {
        soon(firstLookAfter);
        return;
      }
      await work.run('import', ({ signal, step }) =>
        readMissingFiles(desk, {
          signal,
          onProgress: (words, done, total) => step({ words, done, total }),
        }),
      );
    } catch (thrown) {
      desk.log.warn('missing-files-unread', { code: toFailure(thrown).code });
    }
  }

  function soon(after: number): void {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void look();
    }, after);
    timer.unref();
  }

  desk.data.onEvent((event) => {
    if (event.event === 'changed' && event.kinds.includes('import')) soon(lookAfter);
  });
  soon(firstLookAfter);
}
