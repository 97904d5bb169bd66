import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useRef, type MouseEvent } from 'react';
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
import { modelName } from '../../../ui/words';
import { PartnerPanel } from '../page/partner-panel';
import { usePaintedMark } from './painted-mark';
import { BulkBar } from './bulk-bar';
import { bulkWork } from './bulk-write';
import { copyRows, saveRows } from './copy-rows';
import { FilterBar } from './filter-bar';
import { ColumnsMenu, showInList, ViewsMenu } from './list-menus';
import { changeSettings, listPlace } from './list-state';
import { PartnerGrid } from './partner-grid';
import { openPage, openPanel, pickLine, useListKeys } from './use-list-keys';
import { usePartnerList, type PartnerList } from './use-partner-list';

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
  const { data } = useDesk();
  useOpening('partners', showInList);
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
  // The keyboard is in the list as soon as there is one, unless it is somewhere on purpose.
  useEffect(() => {
    if (isListed && isFocusFree()) focusList();
  }, [isListed, focusList]);
  return (
    <div className="partners" ref={screenRef}>
      <div className="partners-main">
        <Head list={list} onAdd={addPartner} />
        <FilterBar list={list} searchRef={searchRef} onLeave={focusList}>
          <LevelChoice level={settings.level} />
          {head?.measure ? <MeasureChoice measures={head.measures} measure={head.measure} /> : null}
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
              list={list}
              onKey={onKey}
              onOpen={(at: number) => openPage(list, at)}
              onPick={(at: number, event: MouseEvent<HTMLElement>) => pickLine(list, at, event)}
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

function Head({ list, onAdd }: { readonly list: PartnerList; readonly onAdd: () => void }) {
  const { data, shell } = useDesk();
  const { period } = useScope();
  const { settings, state } = list;
  const { head } = state;
  const [one, many] = nouns[settings.level];
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
      <div className="page-actions">
        <ColumnsMenu columns={settings.columns} />
        <ViewsMenu />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileSpreadsheet size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => void saveRows(list, data, shell)}
        >
          Save as CSV
        </Button>
        <Button size="xs" onClick={onAdd}>
          Add partner
        </Button>
      </div>
    </header>
  );
}

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
