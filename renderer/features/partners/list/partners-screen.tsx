import { Button } from '@mantine/core';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useStore } from 'zustand';
import type { PartnerLevel } from '../../../../shared/domain/partner-list';
import { useDesk } from '../../../app/desk';
import { pickLine, useListKeys } from '../../../app/lists/list-keys';
import { changePlace, useListPlace } from '../../../app/lists/list-place';
import { usePaintedMark } from '../../../app/lists/painted-mark';
import { copyTable, saveTable } from '../../../app/lists/take-out';
import { useOpening } from '../../../app/opening';
import { bulkWork } from '../../../app/records/write-for-all';
import { goTo } from '../../../app/routes';
import { useWish } from '../../../app/wishes';
import { notifyUndo } from '../../../app/undo';
import { isFocusFree } from '../../../ui/focus';
import { showFailure } from '../../../ui/notify';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { useSteady } from '../../../ui/use-steady';
import { PartnerPanel } from '../page/partner-panel';
import { allRows, selectedRows } from './copy-rows';
import { keyedPartners, openPage, openPanel } from './keyed-partners';
import { showInList } from './list-menus';
import { partnersList } from './list-state';
import { nouns, LevelChoice, MeasureChoice, PartnersHead } from './list-head';
import { PartnerBulkBar } from './partner-bulk-bar';
import { clearFilters, PartnerFilters } from './partner-filters';
import { PartnerGrid } from './partner-grid';
import { usePartnerList } from './use-partner-list';

/** Every partner of the desk, or of the client or program in scope. */
export function PartnersScreen() {
  const { data, shell } = useDesk();
  useOpening({ area: 'partners' }, showInList);
  const list = usePartnerList();
  const { state, window, settings } = list;
  const selected = useListPlace(partnersList, (place) => place.selected);
  const open = useListPlace(partnersList, (place) => place.open);
  const isWorking = useStore(bulkWork, ({ work }) => work !== null);
  const searchRef = useRef<HTMLInputElement>(null);
  const screenRef = useRef<HTMLDivElement>(null);
  const focusList = useCallback(
    () => screenRef.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(),
    [],
  );
  usePaintedMark(partnersList, state);
  const addPartner = useAddPartner();
  useWish({ area: 'partners' }, (wish) => {
    if (wish === 'new') addPartner();
  });
  const keyed = keyedPartners(list, data);
  const onKey = useListKeys(keyed, {
    searchRef,
    focusList,
    addWords: 'Add a partner',
    onAdd: addPartner,
  });
  const cursor = useListPlace(partnersList, (place) => place.cursor);
  const { head, failure } = state;
  const isListed = head !== null && head.total > 0;
  const add = useSteady(addPartner);
  const save = useSteady(() => void saveTable(shell, 'Partners', () => allRows(list, data)));
  const openAt = useSteady((at: number) => openPage(list, at));
  const pickAt = useSteady((at: number, event: MouseEvent<HTMLElement>) =>
    pickLine(keyed, at, event, () => openPanel(list, at)),
  );
  const pressKey = useSteady((event: KeyboardEvent<HTMLElement>) => onKey(event));
  const measure = head?.measure ?? null;
  const measures = head?.measures;
  const choices = useMemo(
    () => (
      <>
        <LevelChoice level={settings.level} />
        {measure !== null && measures ? (
          <MeasureChoice measures={measures} measure={measure} />
        ) : null}
      </>
    ),
    [settings.level, measures, measure],
  );
  // The keyboard is in the list as soon as there is one, unless it is somewhere on purpose.
  useEffect(() => {
    if (isListed && isFocusFree()) focusList();
  }, [isListed, focusList]);
  return (
    <div className="partners" ref={screenRef}>
      <div className="partners-main">
        <PartnersHead
          head={head}
          level={settings.level}
          columns={settings.columns}
          onSave={save}
          onAdd={add}
        />
        <PartnerFilters
          filters={settings.filters}
          isSearched={settings.search !== ''}
          whole={list.whole}
          measure={measure}
          searchRef={searchRef}
          onLeave={focusList}
        >
          {choices}
        </PartnerFilters>
        {failure ? (
          <FailureState
            title="The partners could not be listed"
            failure={failure}
            onRetry={() => window.retry()}
          />
        ) : null}
        {head === null && !failure ? <TableSkeleton rows={16} /> : null}
        {head?.total === 0 ? <NoPartners level={settings.level} /> : null}
        {isListed ? (
          <div className="list-box">
            <PartnerGrid
              window={window}
              state={state}
              columns={settings.columns}
              sort={settings.sort}
              onKey={pressKey}
              onOpen={openAt}
              onPick={pickAt}
            />
            {head.matched === 0 ? (
              <p className="list-none" role="status">
                No {nouns[settings.level][0]} passes the search and filters.{' '}
                <Button variant="default" size="xs" onClick={clearFilters}>
                  Clear them
                </Button>
              </p>
            ) : null}
          </div>
        ) : null}
        {selected.size > 0 || isWorking ? (
          <PartnerBulkBar
            selected={selected}
            isEditable={settings.level === 'partner'}
            onCopy={() => void copyTable(() => selectedRows(list, data))}
          />
        ) : null}
      </div>
      {open !== null ? (
        <PartnerPanel
          id={open}
          onOpen={() => goTo({ area: 'partner', id: open })}
          onNext={cursor + 1 < (head?.matched ?? 0) ? () => openPanel(list, cursor + 1) : undefined}
          onPrevious={cursor > 0 ? () => openPanel(list, cursor - 1) : undefined}
          onClose={() => {
            changePlace(partnersList, { open: null });
            focusList();
          }}
        />
      ) : null}
    </div>
  );
}

/** Makes a partner and opens its page, where it gets its name. */
function useAddPartner(): () => void {
  const { data } = useDesk();
  return () => {
    data
      .call('records.write', {
        changes: [{ op: 'create', kind: 'partner', values: { name: 'New partner' } }],
        origin: 'person',
        reason: 'New partner',
      })
      .then(({ entry, records }) => {
        const [made] = records;
        if (made === undefined) return;
        notifyUndo('Partner added.', entry);
        goTo({ area: 'partner', id: made.id });
      })
      .catch(showFailure);
  };
}

function NoPartners({ level }: { readonly level: PartnerLevel }) {
  if (level === 'company') {
    return (
      <EmptyState title="No companies yet">
        A company signs and is paid, often for several partners. Name it on a partner’s page, and
        the partners that belong to it have their totals here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No partners yet"
      action={
        <Button onClick={() => goTo({ area: 'connect', connection: null })}>
          Connect a network
        </Button>
      }
    >
      Everybody who is in one of your programs stands here after the first sync, such as “Trail
      Notes · Content · 12 orders”, with notes, contacts and promises that are yours.
    </EmptyState>
  );
}
