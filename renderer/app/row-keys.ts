import { useRef, type RefObject } from 'react';
import { useKeys } from './keys';

/**
 * Moves the focus among the rows of a list with J and K, from wherever the keyboard is but in a field, and to the filter
 * with /. Rows are the elements with `data-row` inside the list; Enter is theirs.
 */
export function useRowKeys(
  filter?: RefObject<HTMLInputElement | null>,
): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1): void => {
    if (list.current === null) return;
    const rows = [...list.current.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const search = {
    keys: '/',
    words: 'Search the list',
    run: () => {
      filter?.current?.focus();
      filter?.current?.select();
    },
  };
  useKeys('In a list', [
    ...(filter === undefined ? [] : [search]),
    { keys: 'j', words: 'Next line', run: () => step(1) },
    { keys: 'k', words: 'Previous line', run: () => step(-1) },
  ]);
  return list;
}
