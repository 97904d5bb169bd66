import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useDesk } from '../../../app/desk';
import { SearchKey } from '../../../app/key-caps';
import { goTo } from '../../../app/routes';
import { showFailure } from '../../../ui/notify';
import { useRowKeys } from '../../../app/row-keys';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { ReviewTable } from './review-table';
import { reviewStates, stateWords, type ReviewRow } from './review-rows';
import { StartReview } from './start-review';
import { reviewFilter, useReviewList } from './use-review-list';

const stateChoices = [
  { value: 'all', label: 'All' },
  ...reviewStates.map((state) => ({ value: state, label: stateWords[state] })),
];

/** Every client's reviews: the quarters that wait for one, drafts, and finished ones with their files. */
export function ReviewsScreen() {
  const { data } = useDesk();
  const { clients, rows, failure: failed, retry } = useReviewList();
  const { filter, state } = useStore(reviewFilter);
  const [starting, setStarting] = useState(false);
  const filterField = useRef<HTMLInputElement>(null);
  const list = useRowKeys(filterField);

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

  const hasClients = (clients?.length ?? 0) > 0;
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
        <FailureState title="The reviews could not be read" failure={failed} onRetry={retry} />
      ) : null}
      {!clients && !failed ? <TableSkeleton rows={8} /> : null}
      {clients && !hasClients ? (
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
      {clients && hasClients ? (
        <>
          <StartReview
            clients={clients}
            busy={starting}
            onStart={(client, period) => void start(client, period)}
          />
          <div className="list-tools">
            <TextInput
              ref={filterField}
              aria-label="Filter reviews"
              placeholder="Filter by client, quarter or state"
              rightSection={filter === '' ? <SearchKey /> : null}
              value={filter}
              onChange={({ currentTarget }) =>
                reviewFilter.setState({ filter: currentTarget.value })
              }
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                reviewFilter.setState({ filter: '' });
                event.currentTarget.blur();
              }}
            />
            <SegmentedControl
              aria-label="State"
              data={stateChoices}
              value={state}
              onChange={(value) =>
                reviewFilter.setState({
                  state: reviewStates.find((each) => each === value) ?? 'all',
                })
              }
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
                    onClick={() => reviewFilter.setState({ filter: '', state: 'all' })}
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
