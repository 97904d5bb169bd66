import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { showFailure } from '../../ui/notify';
import { useKeys, type KeyBinding } from '../keys';
import { changePlace, clearSelection, listPlace } from './list-place';

const pageLines = 15;

/** A list as its keys and clicks know it. */
export interface KeyedList {
  /** Its name among the places. */
  readonly list: string;
  /** What the sheet of keys calls it. */
  readonly title: string;
  readonly lines: number;
  /** What is selected with a line; undefined for lines that can't be, or are still on their way. */
  readonly keyAt: (at: number) => string | undefined;
  /** Opens a line beside the list. */
  readonly openPanel: (at: number) => void;
  /** Takes an open panel along to a line. */
  readonly follow: (at: number) => void;
  readonly openPage: (at: number) => void;
  /** The keys of all lines that pass. */
  readonly allKeys: () => Promise<readonly string[]>;
  readonly copy: () => Promise<void>;
}

interface ListKeyTargets {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly focusList: () => void;
  readonly addWords: string;
  readonly onAdd: () => void;
  /** Keys that only this list has. */
  readonly more?: readonly KeyBinding[];
  /** Answers a key of the table that only this list has; false for any other. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => boolean;
}

/** The keys of a list: those that the sheet of keys shows, and the answer to those of a table that has the focus. */
export function useListKeys(
  keyed: KeyedList,
  { searchRef, focusList, addWords, onAdd, more = [], onKey }: ListKeyTargets,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { list } = keyed;
  const last = keyed.lines - 1;
  const stand = (cursor: number): void => {
    changePlace(list, { cursor, anchor: cursor, editing: false });
  };
  const step = (by: number): void => {
    stand(Math.max(0, Math.min(last, listPlace(list).cursor + by)));
    focusList();
  };
  const select = (): void => {
    const { cursor, selected } = listPlace(list);
    const key = keyed.keyAt(cursor);
    if (key !== undefined) changePlace(list, { selected: toggled(selected, key), anchor: cursor });
  };
  useKeys(keyed.title, [
    {
      keys: '/',
      words: 'Search the list',
      run: () => {
        searchRef.current?.focus();
        searchRef.current?.select();
      },
    },
    { keys: 'j', words: 'Next line', run: () => step(1) },
    { keys: 'k', words: 'Previous line', run: () => step(-1) },
    { keys: 'x', words: 'Select the line', run: select },
    ...more,
    {
      keys: 'space',
      words: 'Open beside the list',
      run: () => keyed.openPanel(listPlace(list).cursor),
    },
    { keys: 'enter', words: 'Open as a page', run: () => keyed.openPage(listPlace(list).cursor) },
    { keys: 'n', words: addWords, run: onAdd },
    { keys: 'escape', words: 'Clear the selection', run: () => clearSelection(list) },
  ]);

  return (event) => {
    // A heading's button and a cell's editor have keys of their own.
    if (event.target !== event.currentTarget || last < 0) return;
    if (onKey?.(event) === true) {
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const { cursor, anchor, open } = listPlace(list);
    const isControl = event.ctrlKey || event.metaKey;
    const moved = movedTo(event.key, cursor, last);
    if (moved !== null) {
      event.preventDefault();
      if (event.shiftKey) {
        changePlace(list, { cursor: moved, selected: spanned(keyed, anchor, moved) });
      } else if (open !== null && open !== 'new') keyed.follow(moved);
      else stand(moved);
    } else if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      keyed
        .allKeys()
        .then((keys) => changePlace(list, { selected: new Set(keys) }))
        .catch(showFailure);
    } else if (isControl && event.key.toLowerCase() === 'c') {
      event.preventDefault();
      void keyed.copy();
    }
  };
}

/** A click: opens the line; with Shift selects up to here, with Ctrl or on the box this line. */
export function pickLine(
  keyed: KeyedList,
  at: number,
  event: MouseEvent<HTMLElement>,
  open: (target: HTMLElement) => void,
): void {
  const key = keyed.keyAt(at);
  const { target } = event;
  if (key === undefined || !(target instanceof HTMLElement)) return;
  const { list } = keyed;
  const { selected, anchor } = listPlace(list);
  if (event.shiftKey) {
    changePlace(list, { selected: spanned(keyed, anchor, at), cursor: at });
  } else if (target.closest('.list-check') !== null || event.ctrlKey || event.metaKey) {
    changePlace(list, { selected: toggled(selected, key), cursor: at, anchor: at });
  } else open(target);
}

/** Selects one more or one less. */
function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Selects everything between two lines, as far as they have been read. */
function spanned({ list, keyAt }: KeyedList, from: number, to: number): ReadonlySet<string> {
  const next = new Set(listPlace(list).selected);
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
    const key = keyAt(at);
    if (key !== undefined) next.add(key);
  }
  return next;
}

function movedTo(key: string, cursor: number, last: number): number | null {
  const to = ((): number | null => {
    switch (key) {
      case 'ArrowDown':
        return cursor + 1;
      case 'ArrowUp':
        return cursor - 1;
      case 'PageDown':
        return cursor + pageLines;
      case 'PageUp':
        return cursor - pageLines;
      case 'Home':
        return 0;
      case 'End':
        return last;
      default:
        return null;
    }
  })();
  return to === null ? null : Math.max(0, Math.min(last, to));
}
