import { composeDocument } from '../../../shared/documents/review/build-review';
import type { ComposedReview, DataArguments } from '../../../shared/ipc/data-contract';
import { DeskError } from '../../../shared/kernel/result';
import { readDraft, subjectOf } from './draft-records';
import { decisionsFor } from './drafts';
import { gatherReview } from './gather';
import { preflight } from './preflight';
import { findSubject } from './subject';

/** The quarterly review of a client, or of one of its programs, as a document model. */
export async function composeReview(
  request: DataArguments<'reviews.compose'>,
): Promise<ComposedReview> {
  const subject =
    request.draft === undefined
      ? await findSubject(request)
      : await subjectOf(await readDraft(request.draft));
  if (request.draft !== undefined) await refuseUnready(request.draft);
  const data = await gatherReview(subject);
  const { label, from, to } = data.period;
  return {
    model: composeDocument(data, await decisionsFor(request, subject)).model,
    client: subject.client.id,
    programs: [...new Set(subject.programs.map((program) => program.programId))],
    period: { label, from, to },
    ...(request.draft === undefined ? {} : { draft: request.draft }),
  };
}

/** A draft is finished when nothing keeps it from being; everybody can look at it before. */
async function refuseUnready(draft: string): Promise<void> {
  const { findings } = await preflight({ draft });
  const blocking = findings.filter((finding) => finding.blocking);
  const [first] = blocking;
  if (first === undefined) return;
  const others = blocking.length > 1 ? ` There are ${String(blocking.length - 1)} more.` : '';
  throw new DeskError(
    'NOT_READY',
    `The review was not finished, and nothing was written. ${first.sentence}${others}`,
  );
}
