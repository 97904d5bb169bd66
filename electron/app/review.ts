import type { z } from 'zod';
import type { ExportedReview, WorkProgress } from '../../shared/ipc/channels';
import type { composeReviewSchema } from '../../shared/ipc/data-contract';
import { DeskError } from '../../shared/kernel/result';
import type { Desk } from './desk';
import { resumeOnLoss } from './resume';

/**
 * Composes a review in the data worker, renders it in the documents process, keeps both files by their content and
 * freezes the review with their hashes. `CANCELLED` leaves nothing behind. A page that is loaded anew only makes it begin again.
 */
export function exportReview(
  desk: Desk,
  request: z.infer<typeof composeReviewSchema>,
  signal: AbortSignal,
  onProgress: (progress: WorkProgress) => void,
): Promise<ExportedReview> {
  return resumeOnLoss({ losses: desk.dataHost.losses, log: desk.log }, signal, () =>
    exportOnce(desk, request, signal, onProgress),
  );
}

async function exportOnce(
  desk: Desk,
  request: z.infer<typeof composeReviewSchema>,
  signal: AbortSignal,
  onProgress: (progress: WorkProgress) => void,
): Promise<ExportedReview> {
  onProgress({ words: 'Putting the review together', done: 0, total: 3 });
  const composed = await desk.data.call('reviews.compose', request);
  stopIfCancelled(signal);
  onProgress({ words: 'Drawing the pages', done: 1, total: 3 });
  const { pdf, pptx } = await desk.renderFiles(composed.model, signal);
  stopIfCancelled(signal);
  onProgress({ words: 'Keeping the documents', done: 2, total: 3 });
  const sha256 = await desk.documents.keep(pdf.bytes, 'pdf');
  const pptxSha256 = await desk.documents.keep(pptx.bytes, 'pptx');
  const record = await desk.data.call('reviews.freeze', {
    ...composed,
    programs: [...composed.programs],
    sha256,
    bytes: pdf.bytes.byteLength,
    pages: pdf.pages,
    pptxSha256,
    pptxBytes: pptx.bytes.byteLength,
  });
  onProgress({ words: 'Done', done: 3, total: 3 });
  return {
    review: record.id,
    title: composed.model.title,
    pages: pdf.pages,
    sha256,
    pptx: { slides: pptx.pages, sha256: pptxSha256 },
  };
}

/** What the data worker composes can't be stopped halfway; between the steps it can. */
function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new DeskError('CANCELLED', 'The review was cancelled. Nothing was kept.');
  }
}
