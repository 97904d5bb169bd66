import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { columnLabel, listColumns, type ColumnSums } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { ListGrid, useVisibleLines } from '../../../app/lists/list-grid';
import { changePlace, listPlace, useListPlace } from '../../../app/lists/list-place';
import { SortHeading, type ListSort } from '../../../app/lists/sort-heading';
import { useScope } from '../../../app/scope';
import { dayText, isRight, onlyCurrency, sumTexts, type CellContext } from '../cell';
import { changeSettings, listOf } from './list-state';
import { lineId, ListedLine } from './record-line';
import type { RecordList } from './use-records';
import { gridOf } from './widths';

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
  const place = listOf(kind);
  const column = useListPlace(place, ({ column: at }) => at);
  const selected = useListPlace(place, (at) => at.selected);
  const open = useListPlace(place, (at) => at.open);
  const editing = useListPlace(place, (at) => at.editing);
  const folded = useListPlace(place, (at) => at.folded);
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
  const { box, visible } = useVisibleLines(place, window, state);
  const { cursor } = visible;
  const context = useMemo<CellContext>(
    () => ({ definition, names, today: dayText(today) }),
    [definition, names, today],
  );
  const { template, width } = gridOf(definition, columns);
  const hasSums = columns.some((each) => (sums[each] ?? []).length > 0);
  const sortBy = useCallback(
    (sort: ListSort) => changeSettings(definition.kind, { sort }),
    [definition.kind],
  );
  return (
    <ListGrid
      label={definition.plural}
      box={box}
      visible={visible}
      lines={state.lines}
      columnCount={columns.length}
      template={template}
      width={width}
      cursorId={lineId(cursor, column === 0 ? undefined : column)}
      isBusy={state.pending}
      onKey={onKey}
      headings={columns.map((each) => (
        <SortHeading
          key={each}
          column={each}
          label={columnLabel(definition, each)}
          unit={unitOf(definition, each, sums)}
          isRight={isRight(definition, each)}
          usual={isRight(definition, each) ? 'descending' : 'ascending'}
          sort={list.settings.sort}
          onSort={sortBy}
        />
      ))}
      foot={
        hasSums ? (
          <Sums
            definition={definition}
            columns={columns}
            sums={sums}
            template={template}
            width={width}
          />
        ) : null
      }
    >
      {visible.items.map(({ index, start }) => {
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
    </ListGrid>
  );
}

interface SumsProps {
  readonly definition: KindDefinition;
  readonly columns: readonly string[];
  readonly sums: ColumnSums;
  readonly template: string;
  readonly width: number;
}

/** The sums of all lines, each currency for itself. */
function Sums({ definition, columns, sums, template, width }: SumsProps) {
  return (
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
  );
}

/** Folds a group, or unfolds it. */
export function toggleGroup(kind: string, key: string): void {
  const { folded } = listPlace(listOf(kind));
  changePlace(listOf(kind), {
    folded: folded.includes(key) ? folded.filter((each) => each !== key) : [...folded, key],
  });
}

/** The unit of a whole column: of money, where all of it is in one currency. */
function unitOf(
  { fields, ratios }: KindDefinition,
  column: string,
  sums: ColumnSums,
): string | null | undefined {
  const field = fields[column];
  return field?.type === 'money'
    ? onlyCurrency(sums, column)
    : (field?.unit ?? ratios?.[column]?.unit);
}
