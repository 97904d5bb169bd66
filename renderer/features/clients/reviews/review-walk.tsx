import { placeAmong } from '../../../../shared/domain/record-list';
import { RecordWalk } from '../../../app/lists/record-walk';
import type { ReviewRow } from './review-rows';
import { useReviewList } from './use-review-list';

/** The way through the list of reviews, over drafts and finished ones. */
export function ReviewWalk({ id }: { readonly id: string }) {
  const { clients, rows } = useReviewList();
  const pages = rows.flatMap((row) => {
    const page = pageOfRow(row);
    return page === null ? [] : [page];
  });
  const ids = pages.map((page) => page.id);
  return (
    <RecordWalk
      id={id}
      place={clients === undefined ? undefined : placeAmong(ids, id)}
      list={null}
      toList={{ area: 'reviews' }}
      pageOf={(other) => pages.find((page) => page.id === other) ?? { area: 'reviews' }}
      title="Review"
    />
  );
}

type ReviewPage = { readonly area: 'review' | 'review-draft'; readonly id: string };

/** A quarter that no review has been begun for has no page. */
function pageOfRow({ frozen, draft }: ReviewRow): ReviewPage | null {
  if (frozen !== null) return { area: 'review', id: frozen.id };
  return draft === null ? null : { area: 'review-draft', id: draft };
}
