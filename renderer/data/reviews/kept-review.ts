import type { ReviewData } from '../../../shared/documents/review/data';
import { onCoreChange } from '../core/changes';
import { onFactsChanged } from '../facts';
import { gatherReview } from './gather';
import type { Subject } from './subject';

let kept: { readonly key: string; readonly data: Promise<ReviewData> } | null = null;

/** Kinds whose change leaves the data of a review as it is: what people do to the review itself above all. */
const without: readonly string[] = ['review', 'review-draft', 'weekly-note', 'note', 'view'];

onCoreChange(({ kinds, identities }) => {
  if (identities || kinds.some((kind) => !without.includes(kind))) kept = null;
});
onFactsChanged(() => {
  kept = null;
});

/**
 * `gatherReview`, kept for the review that was asked for last until facts or records change: whoever types in a draft
 * waits for composing alone.
 */
export function keptReview(subject: Subject): Promise<ReviewData> {
  const programs = subject.programs.map(({ source }) => source).join(' ');
  const key = `${subject.client.id} ${subject.period.label} ${programs}`;
  if (kept?.key === key) return kept.data;
  const data = gatherReview(subject);
  kept = { key, data };
  data.catch(() => {
    if (kept?.data === data) kept = null;
  });
  return data;
}
