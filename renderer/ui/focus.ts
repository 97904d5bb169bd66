import { useEffect, useRef, type RefObject } from 'react';

/** Has no control the focus? Then the page has it, or the screen as a whole, which a screen may take it from. */
export function isFocusFree(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.tagName === 'MAIN';
}

/** When something that was open closes with the focus in it, what opened it has the focus again. */
export function useFocusBack(isOpen: boolean, opener: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && isFocusFree()) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, opener]);
}
