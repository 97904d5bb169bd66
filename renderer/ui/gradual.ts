import { useEffect, useState } from 'react';

/** Added on both sides of the first that is wanted in each pause. */
const step = 2;
/** A window that never pauses goes on all the same, ms. */
const patience = 300;

/**
 * Draws a long list of heavy things without ever stopping the window: the one at `wanted` at once, the others by and by
 * in the pauses. Says of each place whether it is its turn.
 */
export function useGradually(count: number, wanted: number): (place: number) => boolean {
  const [reach, setReach] = useState(0);
  const isDone = reach >= count;
  useEffect(() => {
    if (isDone) return undefined;
    const pause = requestIdleCallback(() => setReach((known) => known + step), {
      timeout: patience,
    });
    return () => cancelIdleCallback(pause);
  }, [reach, isDone]);
  return (place) => isDone || Math.abs(place - wanted) <= reach;
}
