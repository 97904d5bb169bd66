import { composeDocument } from '../../../shared/documents/review/build-review';
import type { Finding } from '../../../shared/documents/review/draft';
import { inspectReview } from '../../../shared/documents/review/preflight';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import { confidentialWords } from './confidential';
import { readDraft, subjectOf } from './draft-records';
import { gatherReview } from './gather';
import { countTotals } from './totals';
import { programsLeftOut } from './unread-sources';

/** Looks a draft over before it goes out: every figure is asked anew. An empty list means that nothing was found. */
export async function preflight({
  draft: id,
}: DataArguments<'reviews.preflight'>): Promise<{ readonly findings: readonly Finding[] }> {
  const draft = await readDraft(id);
  const subject = await subjectOf(draft);
  const data = await gatherReview(subject);
  const findings = inspectReview(composeDocument(data, draft), data, {
    totals: await countTotals(subject, data),
    confidential: await confidentialWords(subject),
    programsLeftOut: await programsLeftOut(subject),
  });
  return { findings };
}
