import type { WorkProgress } from '../../shared/ipc/work';

/** Who follows long work: hears how far it is, and may end it. */
export interface Follower {
  /** Work that is ended leaves nothing half done. */
  readonly signal: AbortSignal;
  readonly onProgress: (step: WorkProgress) => void;
}

/** For work that nobody waits for in a window. */
export const nobody: Follower = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

/**
 * Follows one part of longer work, which takes it from one share of the whole to another: about what it takes of the time
 * at a large desk.
 */
export function partOf({ signal, onProgress }: Follower, from: number, to: number): Follower {
  return {
    signal,
    onProgress: (step) => {
      const { done, total } = step;
      const within = step.share ?? (total === null || total === 0 ? 0 : done / total);
      onProgress({ ...step, share: from + (to - from) * Math.min(1, within) });
    },
  };
}
