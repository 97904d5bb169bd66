import { isOver } from '../../../shared/documents/review/compare';
import { composeDocument } from '../../../shared/documents/review/build-review';
import type { Finding } from '../../../shared/documents/review/draft';
import { inspectTexts } from '../../../shared/documents/review/inspect';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import { readDraft, subjectOf } from './drafts';
import { keptReview } from './kept';

/** Looks a draft over before it goes out. An empty list means that nothing was found. */
export async function preflight({
  draft: id,
}: DataArguments<'reviews.preflight'>): Promise<{ readonly findings: readonly Finding[] }> {
  const draft = await readDraft(id);
  const data = await keptReview(await subjectOf(draft));
  const composed = composeDocument(data, draft);
  const findings: Finding[] = [...inspectTexts(composed)];
  const unjudged = data.commitments.filter(
    (line) => line.dueOn <= data.period.to && line.verdict === null,
  );
  for (const { promise } of unjudged) {
    findings.push({
      code: 'UNJUDGED',
      sentence: `‘${promise}’ was due in the period and has no verdict. Judge it before the review is finished.`,
      section: 'commitments',
      slot: null,
      blocking: true,
    });
  }
  if (!isOver(data)) {
    findings.push({
      code: 'PERIOD_RUNNING',
      sentence: `${data.period.name} was not over when the sources were read last. Sync after its end, so that the review holds all of it.`,
      section: 'cover',
      slot: null,
      blocking: false,
    });
  }
  return { findings };
}
