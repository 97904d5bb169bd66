import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useStore } from 'zustand';
import type { Measure, PartnerColumn, PartnerSort } from '../../../../shared/domain/partner-list';
import { gridOf, headingOf, isRight, listFeatures, tableColumns, type ListLine } from './columns';
import { lineId, PartnerLine } from './partner-line';
import { changeSettings, listPlace } from './list-state';
import type { PartnerWindow, WindowState } from './partner-window';

const rowHeight = 32;
const besidePanel: readonly PartnerColumn[] = ['type', 'revenue', 'change'];

/** The functions are the same for all of the list's life, so that it is drawn only for what it says. */
interface PartnerGridProps {
  readonly window: PartnerWindow;
  readonly state: WindowState;
  /** Columns beside the name. */
  readonly columns: readonly PartnerColumn[];
  readonly sort: PartnerSort;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onPick: (at: number, event: MouseEvent<HTMLElement>) => void;
  readonly onOpen: (at: number) => void;
}

/** The rows that the screen has room for, of as many as there are. */
export const PartnerGrid = memo(DrawnGrid);

function DrawnGrid(props: PartnerGridProps) {
  const { window, state, sort, onKey, onPick, onOpen } = props;
  const measure = state.head?.measure ?? null;
  const matched = state.head?.matched ?? 0;
  // Where it is scrolled to is kept for coming back; nothing is drawn from it.
  const cursor = useStore(listPlace, (place) => place.cursor);
  const selected = useStore(listPlace, (place) => place.selected);
  const openKey = useStore(listPlace, (place) => place.open);
  // Beside an open panel there is room for what one steers by; the rest is in the panel.
  const shown = useMemo(
    () =>
      openKey === null
        ? props.columns
        : props.columns.filter((column) => besidePanel.includes(column)),
    [props.columns, openKey],
  );
  const box = useRef<HTMLDivElement>(null);
  const scrolledTo = useRef(0);
  // Nothing here is memoized by a compiler, which is what the rule is about.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: matched,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    initialOffset: () => listPlace.getState().scrollTop,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => window.show(first, last), [window, first, last, state]);

  // Another list begins at its top; a list that one comes back to stands where it was.
  useLayoutEffect(() => {
    const { scrollTop } = listPlace.getState();
    // Asking the box where it stands would lay out the whole page first.
    if (box.current === null || scrolledTo.current === scrollTop) return;
    box.current.scrollTop = scrollTop;
    scrolledTo.current = scrollTop;
  }, [state.question]);
  useEffect(() => {
    if (cursor < matched && box.current?.contains(document.activeElement)) {
      virtual.scrollToIndex(cursor, { align: 'auto' });
    }
  }, [virtual, cursor, matched]);

  const columns = useMemo(() => tableColumns(shown, measure), [shown, measure]);
  const data = items.map(({ index }): ListLine => ({ at: index, row: window.rowAt(index) }));
  const table = useTable({
    features: listFeatures,
    columns,
    data,
    getRowId: ({ at }) => String(at),
  });
  const { template, width } = gridOf(shown);
  const isCursorDrawn = cursor >= first && cursor <= last && matched > 0;
  return (
    <div
      ref={box}
      className="list-grid"
      role="grid"
      aria-label="Partners"
      aria-multiselectable="true"
      aria-rowcount={matched + 1}
      aria-colcount={shown.length + 2}
      aria-busy={state.pending}
      aria-activedescendant={isCursorDrawn ? lineId(cursor) : undefined}
      tabIndex={0}
      onKeyDown={onKey}
      onScroll={(event) => {
        scrolledTo.current = event.currentTarget.scrollTop;
        listPlace.setState({ scrollTop: scrolledTo.current });
      }}
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
          {(['name', ...shown] as const).map((column) => (
            <Heading key={column} column={column} sort={sort} measure={measure} />
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className="list-rows"
        style={{ height: virtual.getTotalSize(), minWidth: width }}
      >
        {table.getRowModel().rows.map((line, index) => {
          const { at, row } = line.original;
          return (
            <PartnerLine
              key={line.id}
              line={line}
              row={row}
              at={at}
              top={items[index]?.start ?? 0}
              template={template}
              columns={columns}
              isSelected={row !== undefined && selected.has(row.key)}
              isCursor={at === cursor}
              isOpen={row !== undefined && row.key === openKey}
              onPick={onPick}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

interface HeadingProps {
  readonly column: PartnerColumn;
  readonly sort: PartnerSort;
  readonly measure: Measure | null;
}

/** A heading that sorts: by words from A on, by numbers and days from the highest on, and then the other way. */
const Heading = memo(({ column, sort, measure }: HeadingProps) => {
  const isSorted = sort.column === column;
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  const toggle = (): void => {
    const usual =
      isRight(column) || column === 'lastSale' || column === 'joined' ? 'descending' : 'ascending';
    const other = sort.direction === 'ascending' ? 'descending' : 'ascending';
    changeSettings({ sort: { column, direction: isSorted ? other : usual } });
  };
  const label = headingOf(column, measure);
  const isAmount = column === 'revenue' || column === 'commission';
  return (
    <span
      role="columnheader"
      aria-sort={isSorted ? sort.direction : undefined}
      className={isRight(column) ? 'number' : undefined}
    >
      <button type="button" className="list-sort" onClick={toggle}>
        <span className="one-line">
          {label}
          {isAmount && measure !== null ? <small> {measure.currency}</small> : null}
        </span>
        {isSorted ? <Arrow size={12} stroke={2} aria-hidden="true" /> : null}
      </button>
    </span>
  );
});
