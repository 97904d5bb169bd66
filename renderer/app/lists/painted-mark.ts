import { useEffect } from 'react';

interface ListState {
  readonly question: unknown;
  readonly head: unknown;
}

/** Notes in the page's performance timeline when a list's first rows were on the screen, with the question they answer. */
export function usePaintedMark(list: string, { question, head }: ListState): void {
  useEffect(() => {
    if (question === null || head === null) return undefined;
    const name = `${list}:painted`;
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
  }, [list, question, head]);
}
