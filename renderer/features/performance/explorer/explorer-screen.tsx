import { Button, Switch } from '@mantine/core';
import { useDeskQuery } from '../../../app/desk';
import { SavedViews, showView } from '../../../app/lists/saved-views';
import { useOpening } from '../../../app/opening';
import { goTo } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatDayRange } from '../../../ui/times';
import { Controls } from './controls';
import { ExploreChart } from './explore-chart';
import { ExploreTable } from './explore-table';
import { FilterList } from './filter-list';
import { drill, isTime, transactionsOf, type Frame } from './narrowing';
import {
  addressOf,
  consistent,
  firstSettings,
  settingsSchema,
  type ExploreSettings,
} from './settings';
import { gapLine, Stamp } from './stamp';
import { TableActions } from './table-actions';
import { TransactionTable } from './transaction-table';
import { useExplorer, useFrame, useSettings } from './use-explorer';

/** Any metric by any two dimensions, held against an earlier period, down to the single transactions. */
export function ExplorerScreen() {
  const [settings, set] = useSettings();
  useOpening({ area: 'explorer' }, (view) => showView(view, settingsSchema, show));
  const frame = useFrame();
  const { subjectName, period } = useScope();
  const explorer = useExplorer(settings, frame);
  const { asked, models, hasPrograms, failure, pending, retry } = explorer;
  const isList = settings.by.length === 0;
  const labels = { current: period.label, previous: period.previousLabel };
  const shown = isList ? undefined : asked;
  const gap = shown === undefined ? null : gapLine(shown.answer.coverage);
  if (hasPrograms === false) return <NothingConnected />;

  return (
    <div className="page explore-page" aria-busy={!isList && pending}>
      <header className="page-head">
        <div>
          <h1>Explorer</h1>
          <p className="quiet">
            {subjectName}, {formatDayRange(frame.current.from, frame.current.to)}
            {settings.compare && !isList ? `, against ${period.previousLabel}` : ''}
          </p>
        </div>
        <div className="page-actions">
          {shown === undefined ? null : (
            <>
              <Stamp
                metrics={shown.settings.metrics}
                models={shown.models}
                statuses={shown.settings.statuses}
                days={shown.question.query}
                against={shown.question.previous}
                coverage={shown.answer.coverage}
              />
              <TableActions asked={shown} labels={labels} />
            </>
          )}
          <SavedViews
            screen="explorer"
            example="Commission by partner type"
            schema={settingsSchema}
            current={() => settings}
            onShow={show}
          />
        </div>
      </header>
      <Controls settings={settings} models={models} onChange={set} />
      <div className="explore-line">
        <FilterList filters={settings.filters} onChange={(filters) => set({ filters })} />
        {isList ? null : (
          <span className="explore-more">
            <Switch
              label="Compare"
              size="xs"
              checked={settings.compare}
              onChange={(event) => set({ compare: event.currentTarget.checked })}
            />
            <Button variant="subtle" size="xs" onClick={() => set({ by: [] })}>
              Show transactions
            </Button>
          </span>
        )}
      </div>
      {gap === null ? null : (
        <p className="caution explore-gap" role="status">
          {gap}
        </p>
      )}
      {failure ? (
        <FailureState title="This could not be answered" failure={failure} onRetry={retry} />
      ) : null}
      {isList ? <Transactions settings={settings} frame={frame} /> : null}
      {!isList && asked === undefined && !failure ? <TableSkeleton rows={14} /> : null}
      {shown === undefined ? null : shown.answer.count === 0 ? (
        <NothingFound onReset={() => set(firstSettings)} />
      ) : (
        <>
          {shown.answer.chart === null ? null : (
            <ExploreChart
              asked={shown}
              chart={shown.answer.chart}
              labels={labels}
              unfinished={period.unfinished && shown.settings.by.some(isTime) ? 1 : 0}
              onDraw={(drawn) => set({ drawn })}
            />
          )}
          <ExploreTable
            asked={shown}
            labels={labels}
            onSort={(sort) => set({ sort })}
            onOpen={(row) => set(drill(settings, row, frame.programs?.length === 1))}
          />
        </>
      )}
    </div>
  );
}

/** Goes to what a view kept: an address of its own, which back leads out of. */
function show(settings: ExploreSettings): void {
  window.location.hash = addressOf(consistent(settings));
}

interface TransactionsProps {
  readonly settings: ExploreSettings;
  readonly frame: Frame;
}

function Transactions({ settings, frame }: TransactionsProps) {
  const programs = useDeskQuery('records.list', { kind: 'program' });
  if (programs.value === undefined) return <TableSkeleton rows={12} />;
  return <TransactionTable question={transactionsOf(settings, frame, programs.value)} />;
}

function NothingConnected() {
  return (
    <div className="page explore-page">
      <header className="page-head">
        <h1>Explorer</h1>
      </header>
      <EmptyState
        title="Nothing to explore yet"
        action={
          <Button onClick={() => goTo({ area: 'set-up', step: 'accounts' })}>
            Connect a network
          </Button>
        }
      >
        Any figure by any two dimensions, such as “Revenue by partner type and month, against last
        year”, down to the single transactions. It is asked of what was read from the networks.
      </EmptyState>
    </div>
  );
}

function NothingFound({ onReset }: { readonly onReset: () => void }) {
  return (
    <EmptyState
      title="Nothing in these days"
      action={
        <Button variant="default" onClick={onReset}>
          Start over
        </Button>
      }
    >
      No transaction and no click of this scope, period and these filters has been read. Choose
      another period in the bar above, or begin with revenue, orders and commission by program.
    </EmptyState>
  );
}
