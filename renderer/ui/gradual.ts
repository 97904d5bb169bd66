import { useEffect, useState } from 'react';

/** Drawn at once on both sides of the first that is wanted, and added on both sides in each pause. */
const firstReach = 2;
const step = 2;
/** A window that never pauses goes on all the same, ms. */
const patience = 300;

/**
 * Draws a long list of heavy things without ever stopping the window: those around `wanted` at once, the others by and by
 * in the pauses. Says of each place whether it is its turn.
 */
export function useGradually(count: number, wanted: number): (place: number) => boolean {
  const [reach, setReach] = useState(firstReach);
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
