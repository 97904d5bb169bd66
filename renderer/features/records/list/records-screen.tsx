import { Button, SegmentedControl } from '@mantine/core';
import { IconFileSpreadsheet, IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { listColumns } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDesk } from '../../../app/desk';
import { useOpening } from '../../../app/opening';
import { bulkWork } from '../../../app/records/write-for-all';
import { goTo, pageOf } from '../../../app/routes';
import { isFocusFree } from '../../../ui/focus';
import { formatCount, formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { unreadableView } from '../../../app/lists/saved-views';
import { Board } from '../board/board';
import { useKind } from '../kind';
import { RecordPanel } from '../page/record-panel';
import { BulkBar } from './bulk-bar';
import { copyRecords, saveRecords } from './copy-records';
import { FilterBar } from './filter-bar';
import { isOpenOnly } from './filter-words';
import { ColumnsMenu, GroupChoice, ViewsMenu } from './list-menus';
import { changePlace, changeSettings, listSettingsSchema, useListPlace } from './list-state';
import { RecordGrid, shownColumns } from './record-grid';
import { openPage, openPanel, pickLine, useListKeys } from './use-list-keys';
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
  const list = useRecords(definition);
  const { state, window, settings } = list;
  const selected = useListPlace(kind, (place) => place.selected);
  const open = useListPlace(kind, (place) => place.open);
  const cursor = useListPlace(kind, (place) => place.cursor);
  const isWorking = useStore(bulkWork, ({ work }) => work !== null);
  const searchRef = useRef<HTMLInputElement>(null);
  const screenRef = useRef<HTMLDivElement>(null);
  const focusList = useCallback(
    () => screenRef.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(),
    [],
  );
  useOpening({ area: 'records', kind }, ({ values }) => {
    const found = listSettingsSchema.safeParse(values['settings']);
    if (found.success) changeSettings(kind, found.data);
    else showFailure(unreadableView());
  });
  const add = (): void => changePlace(kind, { open: 'new' });
  const isBoard = settings.layout === 'board' && definition.state !== undefined;
  const columns = shownColumns(list, open !== null);
  const onKey = useListKeys(list, { searchRef, columns, focusList, onAdd: add });
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
        <Head list={list} onAdd={add} />
        {head?.total === 0 ? null : (
          <FilterBar
            definition={definition}
            settings={settings}
            whole={list.whole}
            searchRef={searchRef}
            onLeave={focusList}
          >
            {definition.state === undefined ? null : (
              <LayoutChoice kind={kind} layout={settings.layout} />
            )}
            {/* Beside an open panel the bar keeps to one line: no line of the list moves away under the pointer. */}
            {isBoard || open !== null ? null : (
              <GroupChoice definition={definition} group={settings.group} />
            )}
          </FilterBar>
        )}
        {failure ? (
          <FailureState
            title={`The ${definition.plural.toLowerCase()} could not be listed`}
            failure={failure}
            onRetry={() => window.retry()}
          />
        ) : null}
        {head === null && !failure ? <TableSkeleton rows={14} /> : null}
        {head?.total === 0 ? <NoRecords definition={definition} onAdd={add} /> : null}
        {isListed && isBoard ? <Board definition={definition} question={list.question} /> : null}
        {isListed && !isBoard ? (
          <div className="list-box">
            <RecordGrid
              list={list}
              onKey={onKey}
              onOpen={(at) => openPage(list, at)}
              onPick={(at, event) => pickLine(list, at, event)}
            />
            {lines === 0 ? (
              <p className="list-none" role="status">
                {isOnlyClosedLeftOut(list)
                  ? `Nothing is open: all ${formatCounted(head.total, definition.label.toLowerCase(), definition.plural.toLowerCase())} are closed.`
                  : `None of the ${definition.plural.toLowerCase()} passes the search and filters.`}{' '}
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => changeSettings(kind, { filters: [], search: '' })}
                >
                  {isOnlyClosedLeftOut(list) ? 'Show all' : 'Clear them'}
                </Button>
              </p>
            ) : null}
          </div>
        ) : null}
        {selected.size > 0 || isWorking ? (
          <BulkBar
            definition={definition}
            selected={selected}
            onCopy={() => void copyRecords(list, columns, data)}
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
            changePlace(kind, { open: null });
            focusList();
          }}
        />
      )}
    </div>
  );
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

function Head({ list, onAdd }: { readonly list: RecordList; readonly onAdd: () => void }) {
  const { data, shell } = useDesk();
  const { definition, settings, state } = list;
  const { head } = state;
  const noun = [definition.label.toLowerCase(), definition.plural.toLowerCase()] as const;
  const isAll = head !== null && head.matched === head.total;
  const columns = settings.columns.filter((column) => listColumns(definition).includes(column));
  return (
    <header className="page-head">
      <div>
        <h1>{definition.plural}</h1>
        <p className="quiet" aria-live="polite">
          {head === null
            ? 'Reading…'
            : isAll
              ? formatCounted(head.total, ...noun)
              : `${formatCount(head.matched)} of ${formatCounted(head.total, ...noun)}`}
        </p>
      </div>
      <div className="page-actions">
        <ColumnsMenu definition={definition} columns={columns} />
        <ViewsMenu definition={definition} />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileSpreadsheet size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => void saveRecords(list, [definition.nameField, ...columns], data, shell)}
        >
          Save as CSV
        </Button>
        <Button size="xs" onClick={onAdd}>
          New {noun[0]}
        </Button>
      </div>
    </header>
  );
}

interface LayoutChoiceProps {
  readonly kind: string;
  readonly layout: 'table' | 'board';
}

function LayoutChoice({ kind, layout }: LayoutChoiceProps) {
  return (
    <SegmentedControl<'table' | 'board'>
      aria-label="Shown as"
      size="xs"
      data={[
        { value: 'table', label: <LayoutLabel Icon={IconTable} words="Table" /> },
        { value: 'board', label: <LayoutLabel Icon={IconLayoutKanban} words="Board" /> },
      ]}
      value={layout}
      onChange={(value) => changeSettings(kind, { layout: value })}
    />
  );
}

interface LayoutLabelProps {
  readonly Icon: typeof IconTable;
  readonly words: string;
}

function LayoutLabel({ Icon, words }: LayoutLabelProps) {
  return (
    <span className="layout-label">
      <Icon size={14} stroke={1.6} aria-hidden="true" />
      {words}
    </span>
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
