import type { ReviewData } from '../../../shared/documents/review/data';
import { onCoreChange } from '../core/changes';
import { onFactsChanged } from '../facts';
import { gatherReview } from './gather';
import type { Subject } from './subject';

/** What people write about a review changes nothing of what it is made from. */
const withoutEffect: ReadonlySet<string> = new Set([
  'review-draft',
  'review',
  'weekly-note',
  'view',
  'note',
]);

/** So many reviews are worked on at a time; each is a few hundred kilobytes. */
const most = 4;
const kept = new Map<string, Promise<ReviewData>>();

onFactsChanged(() => kept.clear());
onCoreChange(({ kinds, identities }) => {
  if (identities || kinds.some((kind) => !withoutEffect.has(kind))) kept.clear();
});

/**
 * `gatherReview`, kept until the facts or a record that it reads change: while somebody writes, each key composes the
 * document anew from the same data.
 */
export function keptReview(subject: Subject): Promise<ReviewData> {
  const programs = subject.programs.map(({ source }) => source).sort();
  const key = JSON.stringify([subject.client.id, subject.period.label, programs]);
  const known = kept.get(key);
  if (known) return known;
  const gathering = gatherReview(subject);
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  kept.set(key, gathering);
  // What failed is tried again next time.
  gathering.catch(() => {
    if (kept.get(key) === gathering) kept.delete(key);
  });
  return gathering;
}
