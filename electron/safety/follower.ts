/** Who follows long work: hears how far it is, and may end it. */
export interface Follower {
  /** Work that is ended leaves nothing half done. */
  readonly signal: AbortSignal;
  /** In megabytes or rows; `total` is null while it is not known. */
  readonly onProgress: (words: string, done: number, total: number | null) => void;
}

/** For work that nobody waits for in a window. */
export const nobody: Follower = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
