import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Where one is in a list: kept while one looks at something else, not over a restart. */
export interface ListPlace {
  /** Keys of the selected lines. */
  readonly selected: ReadonlySet<string>;
  /** The line that the keyboard is on, and the column, 0 for the name. */
  readonly cursor: number;
  readonly column: number;
  /** Where a selection with Shift begins. */
  readonly anchor: number;
  readonly scrollTop: number;
  /** The line whose side panel is open; `new` for a record that is begun. */
  readonly open: string | null;
  /** Is the cell under the keyboard being edited? */
  readonly editing: boolean;
  /** Keys of groups that are folded. */
  readonly folded: readonly string[];
}

const nowhere: ListPlace = {
  selected: new Set(),
  cursor: 0,
  column: 0,
  anchor: 0,
  scrollTop: 0,
  open: null,
  editing: false,
  folded: [],
};

/** The start of a list: another question begins there, with what was selected. */
export const listTop = { cursor: 0, anchor: 0, scrollTop: 0 } as const;

const places = createStore<Readonly<Record<string, ListPlace>>>(() => ({}));

/** Part of the place in a list; the component is drawn anew when that part changes. */
export function useListPlace<Part>(list: string, select: (place: ListPlace) => Part): Part {
  return useStore(places, (known) => select(known[list] ?? nowhere));
}

/** The place in a list now. */
export function listPlace(list: string): ListPlace {
  return places.getState()[list] ?? nowhere;
}

/** Goes somewhere else in a list. */
export function changePlace(list: string, change: Partial<ListPlace>): void {
  places.setState({ [list]: { ...listPlace(list), ...change } });
}

/** Selects nothing any more. */
export function clearSelection(list: string): void {
  changePlace(list, { selected: new Set() });
}
