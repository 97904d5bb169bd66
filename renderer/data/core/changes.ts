/** What a write touched, told to everything that keeps something in memory. */
export interface CoreChange {
  readonly kinds: readonly string[];
  readonly identities: boolean;
}

type Listener = (change: CoreChange) => void;

const listeners = new Set<Listener>();

/** Calls back after every committed write, until the returned function is called. */
export function onCoreChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Tells that a write has been committed. */
export function announceChange(change: CoreChange): void {
  for (const listener of listeners) listener(change);
}
