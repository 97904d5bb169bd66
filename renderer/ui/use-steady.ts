import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function for all of a component's life, which does what the newest rendering says: what is handed such a
 * function is not drawn again for it.
 */
export function useSteady<Args extends readonly unknown[], Result>(
  run: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(run);
  useLayoutEffect(() => {
    newest.current = run;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
