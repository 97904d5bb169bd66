import { Button } from '@mantine/core';
import { useDeskQuery } from '../../../app/desk';
import { goTo, hrefOf } from '../../../app/routes';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatBytes, frozenReviewsOf, type FrozenReview } from './frozen-review';
import { MakeReview } from './make-review';

/** The reviews that were made, and making one. */
export function ReviewsScreen() {
  const reviews = useDeskQuery('records.list', { kind: 'review' });
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const failed = reviews.failure ?? clients.failure;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Reviews &amp; reports</h1>
          <p className="quiet">
            A review is frozen when it is made: the file, its figures and its hash stay as they
            were.
          </p>
        </div>
      </header>
      {clients.value === undefined ? null : <MakeReview clients={clients.value} />}
      {failed ? (
        <FailureState
          title="The reviews could not be read"
          failure={failed}
          onRetry={() => {
            reviews.retry();
            clients.retry();
          }}
        />
      ) : null}
      {reviews.value === undefined && !failed ? <TableSkeleton rows={5} /> : null}
      {clients.value?.length === 0 ? (
        <EmptyState
          title="No client to review yet"
          action={
            <Button onClick={() => goTo({ area: 'connect', connection: null })}>
              Connect a network
            </Button>
          }
        >
          A review is made of what the networks report. Connect a client’s first program, then a
          quarter of it becomes a PDF of eight pages or more, such as “Northwind, Q3 FY2026”.
        </EmptyState>
      ) : null}
      {reviews.value?.length === 0 && clients.value && clients.value.length > 0 ? (
        <EmptyState title="No review yet">
          Choose a client and a quarter above. You get a PDF of eight pages or more, such as
          “Northwind, Q3 FY2026”: summary, scorecard, trend, partners, commitments, definitions.
        </EmptyState>
      ) : null}
      {reviews.value && reviews.value.length > 0 ? (
        <ReviewTable reviews={frozenReviewsOf(reviews.value)} clients={clients.value ?? []} />
      ) : null}
    </div>
  );
}

interface ReviewTableProps {
  readonly reviews: readonly FrozenReview[];
  readonly clients: readonly DeskRecord[];
}

function ReviewTable({ reviews, clients }: ReviewTableProps) {
  const names = new Map(clients.map(({ id, values }) => [id, values['name']]));
  return (
    <div className="grid-scroll whole-page">
      <table className="grid flat">
        <caption className="visually-hidden">Reviews, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Review</th>
            <th scope="col">Client</th>
            <th scope="col">Period</th>
            <th scope="col">Made</th>
            <th scope="col" className="number">
              Pages
            </th>
            <th scope="col" className="number">
              Size
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => (
            <tr key={review.id}>
              <th scope="row" className="strong">
                <a href={hrefOf({ area: 'review', id: review.id })}>{review.title}</a>
              </th>
              <td>{clientWords(names.get(review.clientId))}</td>
              <td title={review.days}>{review.period}</td>
              <td>{formatInstant(review.frozenAt)}</td>
              <td className="number">{review.pages}</td>
              <td className="number">{formatBytes(review.bytes)}</td>
              <td className="mono" title={review.sha256}>
                {review.sha256.slice(0, 12)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function clientWords(name: unknown): string {
  return typeof name === 'string' ? name : '–';
}
