import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { utcDay } from '../../../../shared/kernel/days';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { showFailure } from '../../../ui/notify';
import { useRowKeys } from '../../../ui/row-keys';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { useNow } from '../../../ui/use-now';
import { ReviewTable } from './review-table';
import {
  matchingRows,
  reviewRows,
  reviewStates,
  stateWords,
  type ReviewRow,
  type ReviewState,
} from './review-rows';
import { StartReview } from './start-review';

const stateChoices = [
  { value: 'all', label: 'All' },
  ...reviewStates.map((state) => ({ value: state, label: stateWords[state] })),
];

/** Every client's reviews: the quarters that wait for one, drafts, and finished ones with their files. */
export function ReviewsScreen() {
  const { data } = useDesk();
  const { client: scoped } = useScope();
  const today = utcDay(useNow());
  const reviews = useDeskQuery('records.list', { kind: 'review' });
  const drafts = useDeskQuery('records.list', { kind: 'review-draft' });
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const team = useDeskQuery('records.list', { kind: 'team-member' });
  const [filter, setFilter] = useState('');
  const [state, setState] = useState<ReviewState | 'all'>('all');
  const [starting, setStarting] = useState(false);
  const filterField = useRef<HTMLInputElement>(null);
  const list = useRowKeys(filterField);
  const failed = reviews.failure ?? drafts.failure ?? clients.failure;
  const known =
    reviews.value && drafts.value && clients.value
      ? {
          clients: clients.value,
          drafts: drafts.value,
          reviews: reviews.value,
          team: team.value ?? [],
        }
      : undefined;

  const start = async (client: string, period: string): Promise<void> => {
    setStarting(true);
    try {
      const draft = await data.call('reviews.draft.open', { client, period });
      goTo({ area: 'review-draft', id: draft.id });
    } catch (thrown) {
      showFailure(thrown);
    } finally {
      setStarting(false);
    }
  };
  const open = (row: ReviewRow): void => {
    if (row.frozen !== null) goTo({ area: 'review', id: row.frozen.id });
    else if (row.draft !== null) goTo({ area: 'review-draft', id: row.draft });
    else void start(row.clientId, row.periodLabel);
  };

  const all = known
    ? reviewRows(known, today).filter(({ clientId }) => scoped === null || clientId === scoped)
    : [];
  const rows = matchingRows(all, filter, state);
  const hasClients = (known?.clients.length ?? 0) > 0;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Reviews &amp; reports</h1>
          <p className="quiet">
            A review is written as a draft that follows the figures. Finishing freezes it: file,
            figures and hash stay as they were.
          </p>
        </div>
        <div className="page-actions">
          <Button variant="default" onClick={() => goTo({ area: 'weekly-notes' })}>
            Weekly notes
          </Button>
        </div>
      </header>
      {failed ? (
        <FailureState
          title="The reviews could not be read"
          failure={failed}
          onRetry={() => {
            reviews.retry();
            drafts.retry();
            clients.retry();
          }}
        />
      ) : null}
      {!known && !failed ? <TableSkeleton rows={8} /> : null}
      {known && !hasClients ? (
        <EmptyState
          title="No client to review yet"
          action={
            <Button onClick={() => goTo({ area: 'connect', connection: null })}>
              Connect a network
            </Button>
          }
        >
          A review is made of what the networks report. Connect a client’s first program, then a
          quarter of it becomes a document such as “Northwind, Q3 FY2026”, as PDF and PowerPoint.
        </EmptyState>
      ) : null}
      {known && hasClients ? (
        <>
          <StartReview
            clients={known.clients}
            busy={starting}
            onStart={(client, period) => void start(client, period)}
          />
          <div className="list-tools">
            <TextInput
              ref={filterField}
              aria-label="Filter reviews"
              placeholder="Filter by client, quarter or state   /"
              value={filter}
              onChange={({ currentTarget }) => setFilter(currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                setFilter('');
                event.currentTarget.blur();
              }}
            />
            <SegmentedControl
              aria-label="State"
              data={stateChoices}
              value={state}
              onChange={(value) => setState(reviewStates.find((each) => each === value) ?? 'all')}
            />
          </div>
          <div ref={list}>
            {rows.length > 0 ? (
              <ReviewTable rows={rows} onOpen={open} />
            ) : (
              <EmptyState
                title="No review here"
                action={
                  <Button
                    variant="default"
                    onClick={() => {
                      setFilter('');
                      setState('all');
                    }}
                  >
                    Show all
                  </Button>
                }
              >
                No client, quarter or state matches what is chosen.
              </EmptyState>
            )}
          </div>
        </>
      ) : null}
    </div>
  );
}
