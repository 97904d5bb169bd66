import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus among the rows of a list with J and K, from wherever the keyboard is but in a field, and to the filter
 * with /. Rows are the elements with `data-row` inside the list; Enter is theirs.
 */
export function useRowKeys(
  filter?: RefObject<HTMLInputElement | null>,
): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/' && filter?.current) {
        event.preventDefault();
        filter.current.focus();
        filter.current.select();
        return;
      }
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step === 0 || list.current === null) return;
      const rows = [...list.current.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [filter]);
  return list;
}

/** Is this key meant for a field? */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
