import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { utcDay } from '../../../../shared/kernel/days';
import type { DeskFailure } from '../../../../shared/kernel/result';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { useDeskQuery } from '../../../app/desk';
import { useScope } from '../../../app/scope';
import { useNow } from '../../../ui/use-now';
import { matchingRows, reviewRows, type ReviewRow, type ReviewState } from './review-rows';

/** What the list of reviews is narrowed to; kept while one looks at one of them, not over a restart. */
export const reviewFilter = createStore<{
  readonly filter: string;
  readonly state: ReviewState | 'all';
}>(() => ({ filter: '', state: 'all' }));

export interface ReviewList {
  /** Undefined until everything is read. */
  readonly clients: readonly DeskRecord[] | undefined;
  /** What passes the filter. */
  readonly rows: readonly ReviewRow[];
  readonly failure: DeskFailure | undefined;
  readonly retry: () => void;
}

/** The list of reviews in scope as it is narrowed now. */
export function useReviewList(): ReviewList {
  const { client: scoped } = useScope();
  const today = utcDay(useNow());
  const reviews = useDeskQuery('records.list', { kind: 'review' });
  const drafts = useDeskQuery('records.list', { kind: 'review-draft' });
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const team = useDeskQuery('records.list', { kind: 'team-member' });
  const { filter, state } = useStore(reviewFilter);
  const known =
    reviews.value && drafts.value && clients.value
      ? {
          clients: clients.value,
          drafts: drafts.value,
          reviews: reviews.value,
          team: team.value ?? [],
        }
      : undefined;
  const all = known
    ? reviewRows(known, today).filter(({ clientId }) => scoped === null || clientId === scoped)
    : [];
  return {
    clients: known?.clients,
    rows: matchingRows(all, filter, state),
    failure: reviews.failure ?? drafts.failure ?? clients.failure,
    retry: () => {
      reviews.retry();
      drafts.retry();
      clients.retry();
    },
  };
}
