import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useDesk } from '../../../app/desk';
import { useKeys } from '../../../app/keys';
import { goTo } from '../../../app/routes';
import { showFailure } from '../../../ui/notify';
import { copyRows } from './copy-rows';
import { listPlace } from './list-state';
import type { PartnerList } from './use-partner-list';

const pageLines = 15;

/** Selects one more or one less. */
function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Selects everything between two lines, as far as they have been read. */
function spanned({ window }: PartnerList, from: number, to: number): ReadonlySet<string> {
  const next = new Set(listPlace.getState().selected);
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
    const row = window.rowAt(at);
    if (row !== undefined) next.add(row.key);
  }
  return next;
}

/** A click: opens the side panel; with Shift selects up to here, with Ctrl or on the box this line. */
export function pickLine(list: PartnerList, at: number, event: MouseEvent<HTMLElement>): void {
  const row = list.window.rowAt(at);
  if (row === undefined) return;
  const { selected, anchor } = listPlace.getState();
  const isBox = event.target instanceof HTMLElement && event.target.closest('.list-check') !== null;
  if (event.shiftKey) {
    listPlace.setState({ selected: spanned(list, anchor, at), cursor: at });
  } else if (isBox || event.ctrlKey || event.metaKey) {
    listPlace.setState({ selected: toggled(selected, row.key), cursor: at, anchor: at });
  } else {
    openPanel(list, at);
  }
}

/** Opens a line beside the list; a company has its partners instead of a page. */
export function openPanel(list: PartnerList, at: number): void {
  const row = list.window.rowAt(at);
  const isPage = row !== undefined && list.settings.level !== 'company';
  listPlace.setState({ cursor: at, anchor: at, open: isPage ? (row.partner ?? row.key) : null });
}

/** Opens a line as a page. */
export function openPage(list: PartnerList, at: number): void {
  const row = list.window.rowAt(at);
  if (row !== undefined && list.settings.level !== 'company') {
    goTo({ area: 'partner', id: row.partner ?? row.key });
  }
}

interface ListKeyTargets {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly focusList: () => void;
  readonly onAdd: () => void;
}

/** The keys of the list: those that the sheet of keys shows, and the answer to those of a table that has the focus. */
export function useListKeys(
  list: PartnerList,
  { searchRef, focusList, onAdd }: ListKeyTargets,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { data } = useDesk();
  const last = (list.state.head?.matched ?? 0) - 1;
  const goto = (step: number): void => {
    const { cursor } = listPlace.getState();
    listPlace.setState(placeAt(Math.max(0, Math.min(last, cursor + step))));
    focusList();
  };
  const select = (): void => {
    const { cursor, selected } = listPlace.getState();
    const row = list.window.rowAt(cursor);
    if (row !== undefined) {
      listPlace.setState({ selected: toggled(selected, row.key), anchor: cursor });
    }
  };
  useKeys('Partners', [
    {
      keys: '/',
      words: 'Search the list',
      run: () => {
        searchRef.current?.focus();
        searchRef.current?.select();
      },
    },
    { keys: 'j', words: 'Next line', run: () => goto(1) },
    { keys: 'k', words: 'Previous line', run: () => goto(-1) },
    { keys: 'x', words: 'Select the line', run: select },
    {
      keys: 'space',
      words: 'Open beside the list',
      run: () => openPanel(list, listPlace.getState().cursor),
    },
    {
      keys: 'enter',
      words: 'Open as a page',
      run: () => openPage(list, listPlace.getState().cursor),
    },
    { keys: 'n', words: 'Add a partner', run: onAdd },
    {
      keys: 'escape',
      words: 'Clear the selection',
      run: () => listPlace.setState({ selected: new Set() }),
    },
  ]);

  return (event) => {
    // A heading's button has keys of its own.
    if (event.target !== event.currentTarget || last < 0 || event.altKey) return;
    const { cursor, anchor, open } = listPlace.getState();
    const isControl = event.ctrlKey || event.metaKey;
    const moved = movedTo(event.key, cursor, last);
    if (moved !== null) {
      event.preventDefault();
      if (event.shiftKey) {
        listPlace.setState({ cursor: moved, selected: spanned(list, anchor, moved) });
      } else if (open !== null) openPanel(list, moved);
      else listPlace.setState(placeAt(moved));
    } else if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      data
        .call('lists.partnerKeys', { question: list.question })
        .then((keys) => listPlace.setState({ selected: new Set(keys) }))
        .catch(showFailure);
    } else if (isControl && event.key.toLowerCase() === 'c') {
      event.preventDefault();
      void copyRows(list, data);
    }
  };
}

function placeAt(cursor: number): { readonly cursor: number; readonly anchor: number } {
  return { cursor, anchor: cursor };
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
