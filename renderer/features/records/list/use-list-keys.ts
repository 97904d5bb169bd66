import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { RecordLine } from '../../../../shared/domain/record-list';
import { useDesk } from '../../../app/desk';
import { useKeys } from '../../../app/keys';
import { goTo, pageOf } from '../../../app/routes';
import { showFailure } from '../../../ui/notify';
import { copyRecords } from './copy-records';
import { moveRecord, orderFieldOf } from '../order';
import { changePlace, listPlace } from './list-state';
import { toggleGroup } from './record-grid';
import type { RecordList } from './use-records';

const pageLines = 15;

function recordAt({ window }: RecordList, at: number): RecordLine | undefined {
  const line = window.lineAt(at);
  return line?.type === 'record' ? line : undefined;
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Selects everything between two lines, as far as they have been read. */
function spanned(list: RecordList, from: number, to: number): ReadonlySet<string> {
  const next = new Set(listPlace(list.definition.kind).selected);
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
    const record = recordAt(list, at);
    if (record !== undefined) next.add(record.id);
  }
  return next;
}

/** A click: opens the side panel; with Shift selects up to here, with Ctrl or on the box this line. */
export function pickLine(list: RecordList, at: number, event: MouseEvent<HTMLElement>): void {
  const { kind } = list.definition;
  const record = recordAt(list, at);
  if (record === undefined || !(event.target instanceof HTMLElement)) return;
  const { selected, anchor } = listPlace(kind);
  const cell = event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
  const column = cell === undefined ? 0 : Number(cell);
  if (event.shiftKey) {
    changePlace(kind, { selected: spanned(list, anchor, at), cursor: at });
  } else if (event.target.closest('.list-check') !== null || event.ctrlKey || event.metaKey) {
    changePlace(kind, { selected: toggled(selected, record.id), cursor: at, anchor: at });
  } else {
    changePlace(kind, { cursor: at, anchor: at, column, open: record.id, editing: false });
  }
}

/** Opens a line beside the list; a group's heading is folded instead. */
export function openPanel(list: RecordList, at: number): void {
  const { kind } = list.definition;
  const line = list.window.lineAt(at);
  if (line?.type === 'group') toggleGroup(kind, line.key);
  changePlace(kind, {
    cursor: at,
    anchor: at,
    ...(line?.type === 'record' ? { open: line.id } : {}),
  });
}

/** Opens a line as a page. */
export function openPage(list: RecordList, at: number): void {
  const record = recordAt(list, at);
  if (record !== undefined) goTo(pageOf(list.definition.kind, record.id));
  else openPanel(list, at);
}

interface ListKeyTargets {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly columns: readonly string[];
  readonly focusList: () => void;
  readonly onAdd: () => void;
}

/** The keys of the list: those that the sheet of keys shows, and the answer to those of a table that has the focus. */
export function useListKeys(
  list: RecordList,
  { searchRef, columns, focusList, onAdd }: ListKeyTargets,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { data } = useDesk();
  const { definition, state, settings } = list;
  const { kind, label } = definition;
  const last = state.lines - 1;
  const place = () => listPlace(kind);
  const stand = (cursor: number): void => {
    changePlace(kind, { cursor, anchor: cursor, editing: false });
  };
  const goto = (step: number): void => {
    stand(Math.max(0, Math.min(last, place().cursor + step)));
    focusList();
  };
  const select = (): void => {
    const { cursor, selected } = place();
    const record = recordAt(list, cursor);
    if (record !== undefined) {
      changePlace(kind, { selected: toggled(selected, record.id), anchor: cursor });
    }
  };
  const edit = (): void => {
    const { cursor, column } = place();
    const name = columns[column];
    const isField = name !== undefined && definition.fields[name] !== undefined;
    if (isField && name !== definition.keyedBy && recordAt(list, cursor) !== undefined) {
      changePlace(kind, { editing: true });
    }
  };
  useKeys(definition.plural, [
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
    { keys: 'e', words: 'Edit the cell', run: edit },
    { keys: 'space', words: 'Open beside the list', run: () => openPanel(list, place().cursor) },
    { keys: 'enter', words: 'Open as a page', run: () => openPage(list, place().cursor) },
    { keys: 'n', words: `New ${label.toLowerCase()}`, run: onAdd },
    {
      keys: 'escape',
      words: 'Clear the selection',
      run: () => changePlace(kind, { selected: new Set() }),
    },
  ]);

  const order = orderFieldOf(definition);
  /** Alt with an arrow moves the line among its neighbors, where the list stands in its own order. */
  const move = (step: 1 | -1): void => {
    const { cursor } = place();
    const record = recordAt(list, cursor);
    const beyond = recordAt(list, cursor + step);
    if (record === undefined || beyond === undefined || order === undefined) return;
    const key = (line: RecordLine | undefined): string | null => {
      const value = line?.values[order];
      return typeof value === 'string' ? value : null;
    };
    const behind = key(recordAt(list, cursor + 2 * step));
    const [lower, upper] = step === 1 ? [key(beyond), behind] : [behind, key(beyond)];
    stand(cursor + step);
    void moveRecord(data, { kind, id: record.id }, order, lower, upper);
  };

  return (event) => {
    const isSorted = settings.sort.column === order && settings.sort.direction === 'ascending';
    if (event.altKey && isSorted && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    // A heading's button and a cell's editor have keys of their own.
    if (event.target !== event.currentTarget || last < 0 || event.altKey) return;
    const { cursor, anchor, column, open } = place();
    const isControl = event.ctrlKey || event.metaKey;
    const moved = movedTo(event.key, cursor, last);
    if (moved !== null) {
      event.preventDefault();
      if (event.shiftKey) {
        changePlace(kind, { cursor: moved, selected: spanned(list, anchor, moved) });
      } else if (open !== null && open !== 'new') openPanelAt(list, moved);
      else stand(moved);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const step = event.key === 'ArrowRight' ? 1 : -1;
      changePlace(kind, { column: Math.max(0, Math.min(columns.length - 1, column + step)) });
    } else if (event.key === 'F2') {
      event.preventDefault();
      edit();
    } else if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      data
        .call('lists.recordKeys', { question: list.question })
        .then((ids) => changePlace(kind, { selected: new Set(ids) }))
        .catch(showFailure);
    } else if (isControl && event.key.toLowerCase() === 'c') {
      event.preventDefault();
      void copyRecords(list, columns, data);
    }
  };
}

/** With the panel open the keyboard takes it along, over headings of groups as they are. */
function openPanelAt(list: RecordList, at: number): void {
  const { kind } = list.definition;
  const record = recordAt(list, at);
  changePlace(kind, {
    cursor: at,
    anchor: at,
    ...(record === undefined ? {} : { open: record.id }),
  });
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
