import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { DataArguments, DataMethod, DataValue } from '../../shared/ipc/data-contract';
import { useStore } from 'zustand';
import type { Activity, ActivityStore } from './activity';
import type { Answer, DataCache, DataSource } from './data-cache';
import type { DeskShell } from './desk-shell';
import type { MainState, MainStateStore } from './main-state';

/** Everything a screen reaches for: answers of the data worker, calls to it, and what main does for the page. */
export interface Desk {
  readonly cache: DataCache;
  readonly data: DataSource;
  readonly shell: DeskShell;
  readonly activity: ActivityStore;
  readonly main: MainStateStore;
  /** Does main do something with the store before it is opened? Then no answer comes until that is done. */
  readonly isMadeReady: boolean;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A screen was rendered outside the window.');
  return desk;
}

export interface DeskAnswer<Value> extends Answer<Value> {
  readonly retry: () => void;
}

const notAsked: Answer<never> = { value: undefined, failure: undefined, pending: false };

/** How a question is asked. */
export interface AskOptions {
  /** What the first screen shows: the next start paints this answer until it has a newer one. */
  readonly isKept?: boolean;
}

/**
 * Asks the data worker, and asks again whenever the data changes. The last value stays while a newer one comes. With null
 * for the arguments nothing is asked.
 */
export function useDeskQuery<Method extends DataMethod>(
  method: Method,
  args: DataArguments<Method> | null,
  { isKept = false }: AskOptions = {},
): DeskAnswer<DataValue<Method>> {
  const { cache } = useDesk();
  // Arguments are plain data: equal text means the same question, whatever object it came in.
  const key = JSON.stringify(args);
  const subscribe = useCallback(
    (listener: () => void) => {
      const asked = JSON.parse(key) as DataArguments<Method> | null;
      return asked === null ? () => undefined : cache.subscribe(method, asked, listener, isKept);
    },
    [cache, method, key, isKept],
  );
  const answer = useSyncExternalStore(subscribe, () =>
    args === null ? notAsked : cache.read(method, args),
  );
  const retry = useCallback(() => {
    const asked = JSON.parse(key) as DataArguments<Method> | null;
    if (asked !== null) cache.retry(method, asked);
  }, [cache, method, key]);
  return { ...answer, retry };
}

/** A part of what runs at the moment. */
export function useActivity<Part>(select: (activity: Activity) => Part): Part {
  return useStore(useDesk().activity, select);
}

/** A part of what main has told about itself. */
export function useMainState<Part>(select: (state: MainState) => Part): Part {
  return useStore(useDesk().main, select);
}
