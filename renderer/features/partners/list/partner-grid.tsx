import { useTable } from '@tanstack/react-table';
import { memo, useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import type { PartnerColumn, PartnerSort } from '../../../../shared/domain/partner-list';
import { ListGrid, useVisibleLines } from '../../../app/lists/list-grid';
import { useListPlace } from '../../../app/lists/list-place';
import { SortHeading } from '../../../app/lists/sort-heading';
import { gridOf, headingOf, isRight, listFeatures, tableColumns, type ListLine } from './columns';
import { lineId, PartnerLine } from './partner-line';
import { changeSettings, partnersList } from './list-state';
import type { PartnerList, PartnerWindow } from './use-partner-list';

const besidePanel: readonly PartnerColumn[] = ['type', 'revenue', 'change'];

/** The functions are the same for all of the list's life, so that it is drawn only for what it says. */
interface PartnerGridProps {
  readonly window: PartnerWindow;
  readonly state: PartnerList['state'];
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
  const selected = useListPlace(partnersList, (place) => place.selected);
  const openKey = useListPlace(partnersList, (place) => place.open);
  // Beside an open panel there is room for what one steers by; the rest is in the panel.
  const shown = useMemo(
    () =>
      openKey === null
        ? props.columns
        : props.columns.filter((column) => besidePanel.includes(column)),
    [props.columns, openKey],
  );
  const { box, visible } = useVisibleLines(partnersList, window, state);
  const { items, cursor } = visible;
  const columns = useMemo(() => tableColumns(shown, measure), [shown, measure]);
  const data = items.map(({ index }): ListLine => ({ at: index, row: window.lineAt(index) }));
  const table = useTable({
    features: listFeatures,
    columns,
    data,
    getRowId: ({ at }) => String(at),
  });
  const { template, width } = gridOf(shown);
  return (
    <ListGrid
      label="Partners"
      box={box}
      visible={visible}
      lines={state.lines}
      columnCount={shown.length + 1}
      template={template}
      width={width}
      cursorId={lineId(cursor)}
      isBusy={state.pending}
      onKey={onKey}
      headings={(['name', ...shown] as const).map((column) => (
        <SortHeading
          key={column}
          column={column}
          label={headingOf(column, measure)}
          unit={column === 'revenue' || column === 'commission' ? measure?.currency : null}
          isRight={isRight(column)}
          usual={usualDirection(column)}
          sort={sort}
          onSort={sortBy}
        />
      ))}
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
    </ListGrid>
  );
}

/** Words from A on; numbers from the highest, days from the latest on. */
function usualDirection(column: PartnerColumn): PartnerSort['direction'] {
  return isRight(column) || column === 'lastSale' || column === 'joined'
    ? 'descending'
    : 'ascending';
}

function sortBy(sort: PartnerSort): void {
  changeSettings({ sort });
}
