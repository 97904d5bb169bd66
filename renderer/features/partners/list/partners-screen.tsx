import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { useStore } from 'zustand';
import {
  partnerLevelSchema,
  type Measure,
  type PartnerLevel,
} from '../../../../shared/domain/partner-list';
import { useDesk } from '../../../app/desk';
import { useOpening } from '../../../app/opening';
import { goTo } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { notifyUndo } from '../../../app/undo';
import { isFocusFree } from '../../../ui/focus';
import { formatCount, formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { useSteady } from '../../../ui/use-steady';
import { modelName } from '../../../ui/words';
import { PartnerPanel } from '../page/partner-panel';
import { usePaintedMark } from './painted-mark';
import { BulkBar } from './bulk-bar';
import { bulkWork } from '../../../app/records/write-for-all';
import { copyRows, saveRows } from './copy-rows';
import { FilterBar } from './filter-bar';
import { ColumnsMenu, showInList, ViewsMenu } from './list-menus';
import { changeSettings, listPlace, type ListSettings } from './list-state';
import { PartnerGrid } from './partner-grid';
import { openPage, openPanel, pickLine, useListKeys } from './use-list-keys';
import type { ListHead } from './partner-window';
import { usePartnerList } from './use-partner-list';

const levels: readonly { readonly value: PartnerLevel; readonly label: string }[] = [
  { value: 'company', label: 'Companies' },
  { value: 'partner', label: 'Partners' },
  { value: 'account', label: 'Network accounts' },
];

const nouns: Readonly<Record<PartnerLevel, readonly [string, string]>> = {
  company: ['company', 'companies'],
  partner: ['partner', 'partners'],
  account: ['network account', 'network accounts'],
};

/** Every partner of the desk, or of the client or program in scope. */
export function PartnersScreen() {
  const { data, shell } = useDesk();
  useOpening({ area: 'partners' }, showInList);
  const list = usePartnerList();
  const { state, window, settings } = list;
  const selected = useStore(listPlace, (place) => place.selected);
  const open = useStore(listPlace, (place) => place.open);
  const isWorking = useStore(bulkWork, ({ work }) => work !== null);
  const searchRef = useRef<HTMLInputElement>(null);
  const screenRef = useRef<HTMLDivElement>(null);
  const focusList = useCallback(
    () => screenRef.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(),
    [],
  );
  usePaintedMark(state);
  const addPartner = useAddPartner();
  const onKey = useListKeys(list, { searchRef, focusList, onAdd: addPartner });
  const cursor = useStore(listPlace, (place) => place.cursor);
  const { head, failure } = state;
  const isListed = head !== null && head.total > 0;
  const add = useSteady(addPartner);
  const save = useSteady(() => void saveRows(list, data, shell));
  const openAt = useSteady((at: number) => openPage(list, at));
  const pickAt = useSteady((at: number, event: MouseEvent<HTMLElement>) =>
    pickLine(list, at, event),
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
        <Head
          head={head}
          level={settings.level}
          columns={settings.columns}
          onSave={save}
          onAdd={add}
        />
        <FilterBar
          filters={settings.filters}
          isSearched={settings.search !== ''}
          whole={list.whole}
          measure={measure}
          searchRef={searchRef}
          onLeave={focusList}
        >
          {choices}
        </FilterBar>
        {failure ? (
          <FailureState
            title="The partners could not be listed"
            failure={failure}
            onRetry={() => window.ask({ ...list.question }, 0)}
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
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => changeSettings({ filters: [], search: '' })}
                >
                  Clear them
                </Button>
              </p>
            ) : null}
          </div>
        ) : null}
        {selected.size > 0 || isWorking ? (
          <BulkBar
            selected={selected}
            isEditable={settings.level === 'partner'}
            onCopy={() => void copyRows(list, data)}
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
            listPlace.setState({ open: null });
            focusList();
          }}
        />
      ) : null}
    </div>
  );
}

interface HeadProps {
  readonly head: ListHead | null;
  readonly level: PartnerLevel;
  readonly columns: ListSettings['columns'];
  readonly onSave: () => void;
  readonly onAdd: () => void;
}

const Head = memo(({ head, level, columns, onSave, onAdd }: HeadProps) => {
  const { period } = useScope();
  const [one, many] = nouns[level];
  const isAll = head !== null && head.matched === head.total;
  return (
    <header className="page-head">
      <div>
        <h1>Partners</h1>
        <p className="quiet" aria-live="polite">
          {head === null
            ? 'Reading…'
            : isAll
              ? formatCounted(head.total, one, many)
              : `${formatCount(head.matched)} of ${formatCounted(head.total, one, many)}`}
          {` · ${period.label} against ${period.previousLabel}`}
        </p>
      </div>
      <HeadActions columns={columns} onSave={onSave} onAdd={onAdd} />
    </header>
  );
});

const HeadActions = memo(
  ({ columns, onSave, onAdd }: Pick<HeadProps, 'columns' | 'onSave' | 'onAdd'>) => (
    <div className="page-actions">
      <ColumnsMenu columns={columns} />
      <ViewsMenu />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileSpreadsheet size={14} stroke={1.6} aria-hidden="true" />}
        onClick={onSave}
      >
        Save as CSV
      </Button>
      <Button size="xs" onClick={onAdd}>
        Add partner
      </Button>
    </div>
  ),
);

const LevelChoice = memo(({ level }: { readonly level: PartnerLevel }) => (
  <SegmentedControl<PartnerLevel>
    aria-label="Level"
    size="xs"
    data={[...levels]}
    value={level}
    onChange={(value) => changeSettings({ level: partnerLevelSchema.parse(value) })}
  />
));

interface MeasureChoiceProps {
  readonly measures: readonly Measure[];
  readonly measure: Measure;
}

/** Figures are of one model in one currency: nothing adds two of either. */
const MeasureChoice = memo(({ measures, measure }: MeasureChoiceProps) => {
  const word = ({ model, currency }: Measure): string => `${modelName(model)} · ${currency}`;
  return (
    <Select
      aria-label="Figures of"
      title="Figures are of one model in one currency; two are never added."
      size="xs"
      w={132}
      allowDeselect={false}
      data={measures.map(word)}
      value={word(measure)}
      onChange={(value) => {
        const chosen = measures.find((each) => word(each) === value);
        if (chosen !== undefined) changeSettings({ measure: chosen });
      }}
    />
  );
});

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
