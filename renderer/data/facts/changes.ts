type Listener = (source: string) => void;

const listeners = new Set<Listener>();

/** Calls the listener with a source's id after each commit that changed its facts; answers how to stop. */
export function onFactsChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Tells every listener that a source's facts are different now. */
export function announceChange(source: string): void {
  for (const listener of listeners) listener(source);
}
