import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { changePlace, listPlace, useListPlace } from './list-place';

/** Px. */
const rowHeight = 32;
/** Lines above the one that will be on top. */
const firstVisible = 30;

/** The first line that a list that is shown again has to have. */
export function firstLine(list: string): number {
  return Math.max(0, Math.floor(listPlace(list).scrollTop / rowHeight) - firstVisible);
}

interface WindowedLines {
  readonly show: (first: number, last: number) => void;
}

interface ListState {
  readonly lines: number;
  readonly question: unknown;
}

/** The lines that the screen has room for, of as many as there are. */
export interface VisibleLines {
  readonly items: readonly VirtualItem[];
  /** Of all lines, px. */
  readonly height: number;
  readonly cursor: number;
  /** Is the line that the keyboard is on among them? */
  readonly isCursorDrawn: boolean;
  readonly onScroll: (scrollTop: number) => void;
}

/** Which lines of a list are to be drawn; asks the window for them and keeps where the list stands. */
export function useVisibleLines(
  list: string,
  window: WindowedLines,
  state: ListState,
): { readonly box: RefObject<HTMLDivElement | null>; readonly visible: VisibleLines } {
  const { lines, question } = state;
  const cursor = useListPlace(list, (place) => place.cursor);
  const box = useRef<HTMLDivElement>(null);
  const scrolledTo = useRef(0);
  // Nothing here is memoized by a compiler, which is what the rule is about.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
    initialOffset: () => listPlace(list).scrollTop,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => window.show(first, last), [window, first, last, state]);
  // Another list begins at its top; a list that one comes back to stands where it was.
  useLayoutEffect(() => {
    const { scrollTop } = listPlace(list);
    // Asking the box where it stands would lay out the whole page first.
    if (box.current === null || scrolledTo.current === scrollTop) return;
    box.current.scrollTop = scrollTop;
    scrolledTo.current = scrollTop;
  }, [question, list]);
  useEffect(() => {
    if (cursor < lines && box.current?.contains(document.activeElement)) {
      virtual.scrollToIndex(cursor, { align: 'auto' });
    }
  }, [virtual, cursor, lines]);
  const visible = {
    items,
    height: virtual.getTotalSize(),
    cursor,
    isCursorDrawn: cursor >= first && cursor <= last && lines > 0,
    onScroll: (scrollTop: number) => {
      scrolledTo.current = scrollTop;
      // Kept for coming back; nothing is drawn from it.
      changePlace(list, { scrollTop });
    },
  };
  return { box, visible };
}

interface ListGridProps {
  readonly label: string;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly visible: VisibleLines;
  readonly lines: number;
  /** How many columns there are, the boxes to select with left out. */
  readonly columnCount: number;
  /** The CSS grid of every line, and the least width at which every column fits. */
  readonly template: string;
  readonly width: number;
  /** The element that the keyboard is on. */
  readonly cursorId: string;
  readonly isBusy: boolean;
  readonly headings: ReactNode;
  /** The lines that are drawn. */
  readonly children: ReactNode;
  /** What stands below all lines, such as sums. */
  readonly foot?: ReactNode;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The frame of a list: headings that stay, the lines that are in sight, and what stands below them. */
export function ListGrid({ box, visible, template, width, ...props }: ListGridProps) {
  return (
    <div
      ref={box}
      className="list-grid"
      role="grid"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={props.lines + 1}
      aria-colcount={props.columnCount + 1}
      aria-busy={props.isBusy}
      aria-activedescendant={visible.isCursorDrawn ? props.cursorId : undefined}
      tabIndex={0}
      onKeyDown={props.onKey}
      onScroll={(event) => visible.onScroll(event.currentTarget.scrollTop)}
    >
      <div className="list-head" role="rowgroup" style={{ minWidth: width }}>
        <div
          className="list-line"
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template }}
        >
          <span role="columnheader">
            <span className="visually-hidden">Selected</span>
          </span>
          {props.headings}
        </div>
      </div>
      <div
        role="rowgroup"
        className="list-rows"
        style={{ height: visible.height, minWidth: width }}
      >
        {props.children}
      </div>
      {props.foot}
    </div>
  );
}
