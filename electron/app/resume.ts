import type { Log } from '../log/log';

/** A page that ends again and again has another cause; then the work fails. */
const MOST_REPEATS = 3;

export interface ResumeRoom {
  /** How often the data worker went away until now. */
  readonly losses: () => number;
  readonly log: Log;
}

/**
 * Does work that may be repeated, and does it again when the data worker went away under it: a page that is loaded anew
 * takes its worker with it, and what was stored until then stays. `isWhole` tells whether a value came through undamaged.
 */
export async function resumeOnLoss<Value>(
  { losses, log }: ResumeRoom,
  signal: AbortSignal,
  work: () => Promise<Value>,
  isWhole: (value: Value) => boolean = () => true,
): Promise<Value> {
  for (let repeats = 0; ; repeats += 1) {
    const before = losses();
    const mayRepeat = (): boolean => repeats < MOST_REPEATS && losses() > before && !signal.aborted;
    try {
      const value = await work();
      if (isWhole(value) || !mayRepeat()) return value;
    } catch (thrown) {
      if (!mayRepeat()) throw thrown;
    }
    log.info('work-resumed', { repeats });
  }
}
