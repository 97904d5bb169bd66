import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Height of every row of a table that shows a window of its rows, in px. */
const rowHeight = 32;

export interface RowWindow {
  /** Rows to draw, ascending. */
  readonly rows: readonly number[];
  /** Room of what is not drawn before and after them, in px. */
  readonly before: number;
  readonly after: number;
  readonly scrollTo: (row: number) => void;
}

/** Which of many rows a scrolling box shows; the rest is only room. */
export function useRowWindow(count: number, box: RefObject<HTMLElement | null>): RowWindow {
  // Nothing of the virtualizer leaves this hook but plain values of this very rendering.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  return {
    rows: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    scrollTo: (row) => virtual.scrollToIndex(row),
  };
}
