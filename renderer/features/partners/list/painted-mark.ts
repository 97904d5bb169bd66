import { useEffect } from 'react';
import type { PartnerList } from './use-partner-list';

const name = 'partners:painted';

/** Notes in the page's performance timeline when a list's first rows were on the screen, with the question they answer. */
export function usePaintedMark({ question, head }: PartnerList['state']): void {
  useEffect(() => {
    if (question === null || head === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        performance.clearMarks(name);
        performance.mark(name, { detail: question });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [question, head]);
}
