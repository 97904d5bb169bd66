import { useEffect } from 'react';

const name = 'portfolio:painted';

/**
 * Notes in the page's performance timeline when the figures were on the screen for the first time: the next frame is
 * drawn after the effect, and what the frame's callback puts off runs after that.
 */
export function usePaintedMark(isShown: boolean): void {
  useEffect(() => {
    if (!isShown || performance.getEntriesByName(name).length > 0) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => performance.mark(name));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isShown]);
}
