import { useSyncExternalStore } from 'react';

const beat = 30_000;
let current = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = Date.now();
    for (const each of listeners) each();
  }, beat);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time in ms UTC, renewed every half minute, so that 'synced 3 minutes ago' stays true. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => current);
}
