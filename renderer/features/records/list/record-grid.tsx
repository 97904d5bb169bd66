import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { columnLabel, listColumns } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useScope } from '../../../app/scope';
import { dayText, isRight, onlyCurrency, sumTexts, type CellContext } from '../cell';
import { changePlace, changeSettings, listPlace, useListPlace } from './list-state';
import { lineId, ListedLine } from './record-line';
import type { RecordList } from './use-records';

const rowHeight = 32;
/** Beside an open panel there is room for what one steers by; the rest is in the panel. */
const columnsBesidePanel = 2;

interface RecordGridProps {
  readonly list: RecordList;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onPick: (at: number, event: MouseEvent<HTMLElement>) => void;
  readonly onOpen: (at: number) => void;
}

/** The columns that are shown: the name and those that were chosen, as far as the kind has them. */
export function shownColumns(
  { definition, settings }: RecordList,
  isPanelOpen: boolean,
): readonly string[] {
  const possible = new Set(listColumns(definition));
  const chosen = settings.columns.filter((column) => possible.has(column));
  return [definition.nameField, ...(isPanelOpen ? chosen.slice(0, columnsBesidePanel) : chosen)];
}

/** The lines that the screen has room for, of as many as there are, with the sums of all below. */
export function RecordGrid({ list, onKey, onPick, onOpen }: RecordGridProps) {
  const { definition, window, state, names } = list;
  const { kind } = definition;
  const { today } = useScope();
  const cursor = useListPlace(kind, (place) => place.cursor);
  const column = useListPlace(kind, (place) => place.column);
  const selected = useListPlace(kind, (place) => place.selected);
  const open = useListPlace(kind, (place) => place.open);
  const editing = useListPlace(kind, (place) => place.editing);
  const folded = useListPlace(kind, (place) => place.folded);
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => shownColumns(list, open !== null), [list, open]);
  const sums = state.head?.sums ?? {};
  // The same functions for all of a line's life, so that it is drawn only for what it says.
  const newest = useRef({ onPick, onOpen });
  useEffect(() => {
    newest.current = { onPick, onOpen };
  });
  const pick = useCallback((at: number, event: MouseEvent<HTMLElement>) => {
    newest.current.onPick(at, event);
  }, []);
  const openLine = useCallback((at: number) => {
    newest.current.onOpen(at);
  }, []);
  const fold = useCallback((key: string) => toggleGroup(kind, key), [kind]);
  // Nothing here is memoized by a compiler, which is what the rule is about.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: state.lines,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
    initialOffset: () => listPlace(kind).scrollTop,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => window.show(first, last), [window, first, last, state]);
  // Another list begins at its top; a list that one comes back to stands where it was.
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = listPlace(kind).scrollTop;
  }, [state.question, kind]);
  useEffect(() => {
    if (cursor < state.lines && box.current?.contains(document.activeElement)) {
      virtual.scrollToIndex(cursor, { align: 'auto' });
    }
  }, [virtual, cursor, state.lines]);
  const context = useMemo<CellContext>(
    () => ({ definition, names, today: dayText(today) }),
    [definition, names, today],
  );
  const { template, width } = gridOf(definition, columns);
  const isCursorDrawn = cursor >= first && cursor <= last && state.lines > 0;
  const hasSums = columns.some((each) => (sums[each] ?? []).length > 0);
  return (
    <div
      ref={box}
      className="list-grid"
      role="grid"
      aria-label={definition.plural}
      aria-multiselectable="true"
      aria-rowcount={state.lines + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={
        isCursorDrawn ? lineId(cursor, column === 0 ? undefined : column) : undefined
      }
      tabIndex={0}
      onKeyDown={onKey}
      onScroll={(event) => changePlace(kind, { scrollTop: event.currentTarget.scrollTop })}
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
          {columns.map((each) => (
            <Heading key={each} column={each} list={list} />
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className="list-rows"
        style={{ height: virtual.getTotalSize(), minWidth: width }}
      >
        {items.map(({ index, start }) => {
          const line = window.lineAt(index);
          const id = line?.type === 'record' ? line.id : null;
          return (
            <ListedLine
              key={index}
              line={line}
              at={index}
              top={start}
              template={template}
              columns={columns}
              context={context}
              sums={sums}
              isSelected={id !== null && selected.has(id)}
              cursorColumn={index === cursor ? column : null}
              isEditing={editing && index === cursor}
              isOpen={id !== null && id === open}
              isFolded={line?.type === 'group' && folded.includes(line.key)}
              onPick={pick}
              onOpen={openLine}
              onFold={fold}
            />
          );
        })}
      </div>
      {hasSums ? (
        <div className="list-foot" role="rowgroup" style={{ minWidth: width }}>
          <div className="list-line" role="row" style={{ gridTemplateColumns: template }}>
            <span role="gridcell" />
            {columns.map((each, index) => (
              <span
                key={each}
                role={index === 0 ? 'rowheader' : 'gridcell'}
                className={`list-cell${isRight(definition, each) ? ' number' : ''}`}
              >
                {index === 0
                  ? 'Total'
                  : sumTexts(definition, each, sums[each] ?? []).map((words) => (
                      <span key={words}>{words}</span>
                    ))}
              </span>
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Folds a group, or unfolds it. */
export function toggleGroup(kind: string, key: string): void {
  const { folded } = listPlace(kind);
  changePlace(kind, {
    folded: folded.includes(key) ? folded.filter((each) => each !== key) : [...folded, key],
  });
}

/** A heading that sorts: by words from A on, by numbers from the highest on, and then the other way. */
function Heading({ column, list }: { readonly column: string; readonly list: RecordList }) {
  const { definition, settings, state } = list;
  const { sort } = settings;
  const isSorted = sort.column === column;
  const isNumber = isRight(definition, column);
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  const field = definition.fields[column];
  const currency = onlyCurrency(state.head?.sums ?? {}, column);
  const unit =
    field?.type === 'money' ? currency : (field?.unit ?? definition.ratios?.[column]?.unit);
  const change = (): void => {
    const first = isNumber ? 'descending' : 'ascending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const direction = isSorted && sort.direction === first ? other : first;
    changeSettings(definition.kind, { sort: { column, direction } });
  };
  return (
    <span
      role="columnheader"
      aria-sort={isSorted ? sort.direction : undefined}
      className={isNumber ? 'number' : undefined}
    >
      <button type="button" className="list-sort" tabIndex={-1} onClick={change}>
        <span className="one-line">
          {columnLabel(definition, column)}
          {unit === undefined || unit === null ? null : <small className="quiet"> {unit}</small>}
        </span>
        {isSorted ? <Arrow size={12} stroke={2} aria-hidden="true" /> : null}
      </button>
    </span>
  );
}

function gridOf(
  definition: KindDefinition,
  columns: readonly string[],
): { readonly template: string; readonly width: number } {
  const widths = columns.map((column, index) => (index === 0 ? 220 : widthOf(definition, column)));
  const parts = widths.map((width, index) => {
    const type = definition.fields[columns[index] ?? '']?.type;
    const grows = index === 0 || type === 'text' || type === 'long-text' || type === 'link';
    return `minmax(${width}px, ${index === 0 ? '2.4fr' : grows ? '1.4fr' : '1fr'})`;
  });
  return {
    template: `36px ${parts.join(' ')}`,
    width: 36 + widths.reduce((sum, width) => sum + width, 0),
  };
}

function widthOf({ fields, ratios, due }: KindDefinition, column: string): number {
  // The day by which it is due can say that it is late.
  if (column === due) return 148;
  if (ratios?.[column] !== undefined) return 92;
  switch (fields[column]?.type) {
    case 'integer':
    case 'number':
    case 'flag':
      return 92;
    case 'money':
      return 116;
    case 'day':
      return 124;
    case 'instant':
      return 168;
    default:
      return 124;
  }
}
