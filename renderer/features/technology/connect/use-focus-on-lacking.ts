import { useEffect, useRef, type RefObject } from 'react';
import type { DeskFailure } from '../../../../shared/kernel/result';

/** After a try that failed the first field that is to blame is in sight and has the focus. */
export function useFocusOnLacking(
  tries: number,
  failure: DeskFailure | null,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries === 0) return;
    const lacking = form.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-lacking] input',
    );
    lacking?.focus();
  }, [tries, failure]);
  return form;
}
