import type { z } from 'zod';
import type { ExportedReview, WorkProgress } from '../../shared/ipc/channels';
import type { composeReviewSchema } from '../../shared/ipc/data-contract';
import { DeskError } from '../../shared/kernel/result';
import type { Desk } from './desk';
import { resumeOnLoss } from './resume';

/**
 * Composes a review in the data worker, renders it in the documents process, keeps the file by its content and freezes
 * the review with the file's hash. `CANCELLED` leaves nothing behind. A page that is loaded anew only makes it begin again.
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
  const { bytes, pages } = await desk.renderPdf(composed.model, signal);
  stopIfCancelled(signal);
  onProgress({ words: 'Keeping the document', done: 2, total: 3 });
  const sha256 = await desk.documents.keep(bytes);
  const record = await desk.data.call('reviews.freeze', {
    ...composed,
    programs: [...composed.programs],
    sha256,
    bytes: bytes.byteLength,
    pages,
  });
  onProgress({ words: 'Done', done: 3, total: 3 });
  return { review: record.id, title: composed.model.title, pages, sha256 };
}

/** What the data worker composes can't be stopped halfway; between the steps it can. */
function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new DeskError('CANCELLED', 'The review was cancelled. Nothing was kept.');
  }
}
