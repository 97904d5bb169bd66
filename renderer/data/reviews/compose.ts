import { composeDocument } from '../../../shared/documents/review/build-review';
import type { ComposedReview, DataArguments } from '../../../shared/ipc/data-contract';
import { decisionsFor, readDraft, subjectOf } from './drafts';
import { gatherReview } from './gather';
import { findSubject } from './subject';

/** The quarterly review of a client, or of one of its programs, as a document model. */
export async function composeReview(
  request: DataArguments<'reviews.compose'>,
): Promise<ComposedReview> {
  const subject =
    request.draft === undefined
      ? await findSubject(request)
      : await subjectOf(await readDraft(request.draft));
  const data = await gatherReview(subject);
  const { label, from, to } = data.period;
  return {
    model: composeDocument(data, await decisionsFor(request, subject)).model,
    client: subject.client.id,
    programs: [...new Set(subject.programs.map((program) => program.programId))],
    period: { label, from, to },
  };
}
