import { createStore, type StoreApi } from 'zustand/vanilla';
import type { z } from 'zod';

/**
 * Interface state that survives a restart: it lies in the page's own storage, so in the profile. What is kept is checked
 * when it is read; anything that no longer fits is the initial state. Never rows of the business.
 */
export function createKeptStore<State extends object>(
  name: string,
  schema: z.ZodType<State>,
  initial: State,
): StoreApi<State> {
  const key = `quarterdeck.${name}`;
  const store = createStore<State>(() => readKept(key, schema) ?? initial);
  store.subscribe((state) => {
    try {
      storage()?.setItem(key, JSON.stringify(state));
    } catch {
      // A full or closed storage forgets how the window looked; nothing else depends on it.
    }
  });
  return store;
}

function readKept<State>(key: string, schema: z.ZodType<State>): State | undefined {
  try {
    const text = storage()?.getItem(key) ?? null;
    return text === null ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function storage(): Storage | undefined {
  return typeof localStorage === 'undefined' ? undefined : localStorage;
}
