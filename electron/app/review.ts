import type { z } from 'zod';
import type { ExportedReview, WorkProgress } from '../../shared/ipc/channels';
import type { composeReviewSchema } from '../../shared/ipc/data-contract';
import type { Desk } from './desk';

/**
 * Composes a review in the data worker, renders it in the documents process, keeps the file by its content and freezes
 * the review with the file's hash.
 */
export async function exportReview(
  desk: Desk,
  request: z.infer<typeof composeReviewSchema>,
  signal: AbortSignal,
  onProgress: (progress: WorkProgress) => void,
): Promise<ExportedReview> {
  onProgress({ words: 'Putting the review together', done: 0, total: 3 });
  const composed = await desk.data.call('reviews.compose', request);
  onProgress({ words: 'Drawing the pages', done: 1, total: 3 });
  const { bytes, pages } = await desk.renderPdf(composed.model, signal);
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
