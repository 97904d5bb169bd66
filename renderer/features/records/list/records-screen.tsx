import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDesk } from '../../../app/desk';
import { pickLine, useListKeys } from '../../../app/lists/list-keys';
import { changePlace, useListPlace } from '../../../app/lists/list-place';
import { usePaintedMark } from '../../../app/lists/painted-mark';
import { showView } from '../../../app/lists/saved-views';
import { copyTable } from '../../../app/lists/take-out';
import { useOpening } from '../../../app/opening';
import { useWish } from '../../../app/wishes';
import { bulkWork } from '../../../app/records/write-for-all';
import { goTo, pageOf } from '../../../app/routes';
import { isFocusFree } from '../../../ui/focus';
import { formatCounted } from '../../../ui/format';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { Board } from '../board/board';
import { useKind } from '../kind';
import { RecordPanel } from '../page/record-panel';
import { PastDayBanner, usePastDay } from '../past-day';
import { selectedRecords } from './copy-records';
import { isOpenOnly } from './filter-words';
import { cellBindings, keyedRecords, onCellKey, openPanel } from './keyed-records';
import { LayoutChoice, RecordsHead } from './list-head';
import { GroupChoice } from './list-menus';
import { changeSettings, listOf, listSettingsSchema } from './list-state';
import { RecordBulkBar } from './record-bulk-bar';
import { clearFilters, RecordFilters } from './record-filters';
import { RecordGrid, shownColumns } from './record-grid';
import { useRecords, type RecordList } from './use-records';

/** Every record of a kind in scope: as a table, or as a board by where they stand. */
export function RecordsScreen({ kind }: { readonly kind: string }) {
  const definition = useKind(kind);
  return definition === undefined ? (
    <div className="page">
      <TableSkeleton rows={14} />
    </div>
  ) : (
    <KnownRecords definition={definition} />
  );
}

function KnownRecords({ definition }: { readonly definition: KindDefinition }) {
  const { data } = useDesk();
  const { kind } = definition;
  const place = listOf(kind);
  const list = useRecords(definition);
  const { state, window, settings } = list;
  usePaintedMark(place, state);
  const selected = useListPlace(place, (at) => at.selected);
  const open = useListPlace(place, (at) => at.open);
  const cursor = useListPlace(place, (at) => at.cursor);
  const isWorking = useStore(bulkWork, ({ work }) => work !== null);
  const searchRef = useRef<HTMLInputElement>(null);
  const screenRef = useRef<HTMLDivElement>(null);
  const focusList = useCallback(
    () => screenRef.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(),
    [],
  );
  useOpening({ area: 'records', kind }, (view) =>
    showView(view, listSettingsSchema, (kept) => changeSettings(kind, kept)),
  );
  const past = usePastDay();
  const add = (): void => {
    if (past === null) changePlace(place, { open: 'new' });
  };
  useWish({ area: 'records', kind }, (wish) => {
    if (wish === 'new') add();
  });
  const isBoard = settings.layout === 'board' && definition.state !== undefined && past === null;
  const columns = shownColumns(list, open !== null);
  const keyed = keyedRecords(list, columns, data);
  const onKey = useListKeys(keyed, {
    searchRef,
    focusList,
    addWords: `New ${definition.label.toLowerCase()}`,
    onAdd: add,
    more: cellBindings(list, columns),
    onKey: (event) => onCellKey(list, columns, data, event),
  });
  const { head, failure, lines } = state;
  const isListed = head !== null && head.total > 0;
  // The keyboard is in the list as soon as there is one, unless it is somewhere on purpose.
  useEffect(() => {
    if (isListed && !isBoard && isFocusFree()) focusList();
  }, [isListed, isBoard, focusList]);
  const step = (by: 1 | -1): (() => void) | undefined => {
    const to = nextRecord(list, cursor, by);
    return to === null ? undefined : () => openPanel(list, to);
  };
  return (
    <div className="partners records" ref={screenRef}>
      <div className="partners-main">
        <RecordsHead list={list} onAdd={add} />
        {past === null ? null : <PastDayBanner day={past} />}
        {head?.total === 0 ? null : (
          <RecordFilters
            definition={definition}
            filters={settings.filters}
            isSearched={settings.search !== ''}
            whole={list.whole}
            searchRef={searchRef}
            onLeave={focusList}
          >
            {definition.state === undefined || past !== null ? null : (
              <LayoutChoice kind={kind} layout={settings.layout} />
            )}
            {/* Beside an open panel the bar keeps to one line: no line of the list moves away under the pointer. */}
            {isBoard || open !== null ? null : (
              <GroupChoice definition={definition} group={settings.group} />
            )}
          </RecordFilters>
        )}
        {failure ? (
          <FailureState
            title={`The ${definition.plural.toLowerCase()} could not be listed`}
            failure={failure}
            onRetry={() => window.retry()}
          />
        ) : null}
        {head === null && !failure ? <TableSkeleton rows={14} /> : null}
        {head?.total === 0 ? (
          past === null ? (
            <NoRecords definition={definition} onAdd={add} />
          ) : (
            <EmptyState title={`There were no ${definition.plural.toLowerCase()} then`}>
              The first of those that stand here now were made later.
            </EmptyState>
          )
        ) : null}
        {isListed && isBoard ? <Board definition={definition} question={list.question} /> : null}
        {isListed && !isBoard ? (
          <div className="list-box">
            <RecordGrid
              list={list}
              onKey={onKey}
              onOpen={keyed.openPage}
              onPick={(at, event) =>
                pickLine(keyed, at, event, (target) => openCell(list, at, target))
              }
            />
            {lines === 0 ? (
              <p className="list-none" role="status">
                {isOnlyClosedLeftOut(list)
                  ? `Nothing is open: all ${formatCounted(head.total, definition.label.toLowerCase(), definition.plural.toLowerCase())} are closed.`
                  : `None of the ${definition.plural.toLowerCase()} passes the search and filters.`}{' '}
                <Button variant="default" size="xs" onClick={() => clearFilters(kind)}>
                  {isOnlyClosedLeftOut(list) ? 'Show all' : 'Clear them'}
                </Button>
              </p>
            ) : null}
          </div>
        ) : null}
        {past === null && (selected.size > 0 || isWorking) ? (
          <RecordBulkBar
            definition={definition}
            selected={selected}
            onCopy={() => void copyTable(() => selectedRecords(list, columns, data))}
          />
        ) : null}
      </div>
      {open === null ? null : (
        <RecordPanel
          key={open}
          definition={definition}
          id={open}
          onOpen={open === 'new' ? undefined : () => goTo(pageOf(kind, open))}
          onNext={open === 'new' ? undefined : step(1)}
          onPrevious={open === 'new' ? undefined : step(-1)}
          onClose={() => {
            changePlace(place, { open: null });
            focusList();
          }}
        />
      )}
    </div>
  );
}

/** A click on a record: it opens beside the list, and the keyboard is on the cell that was hit. */
function openCell(list: RecordList, at: number, target: HTMLElement): void {
  const cell = target.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
  openPanel(list, at);
  changePlace(listOf(list.definition.kind), {
    column: cell === undefined ? 0 : Number(cell),
    editing: false,
  });
}

/** The place of the next record in this direction, over headings of groups; null at the list's end. */
function nextRecord({ window, state }: RecordList, from: number, by: 1 | -1): number | null {
  for (let at = from + by; at >= 0 && at < state.lines; at += by) {
    if (window.lineAt(at)?.type === 'record') return at;
  }
  return null;
}

/** Does the list leave out only what has come to an end, as it does before anybody changed it? */
function isOnlyClosedLeftOut({ definition, settings }: RecordList): boolean {
  const [filter, ...more] = settings.filters;
  return (
    filter !== undefined &&
    more.length === 0 &&
    settings.search === '' &&
    isOpenOnly(definition, filter)
  );
}

interface NoRecordsProps {
  readonly definition: KindDefinition;
  readonly onAdd: () => void;
}

function NoRecords({ definition, onAdd }: NoRecordsProps) {
  const { label, plural, purpose, example } = definition;
  return (
    <EmptyState
      title={`No ${plural.toLowerCase()} yet`}
      action={<Button onClick={onAdd}>New {label.toLowerCase()}</Button>}
    >
      {purpose}
      {example === undefined ? null : <> Such as “{example}”.</>}
    </EmptyState>
  );
}
