import { toFailure, type DeskFailure } from '../../shared/kernel/result';
import { renderRequestSchema, type RenderAnswer } from './messages';
import { renderPdf } from './pdf/render-pdf';

/** The documents process: renders one model after the other and answers with the file's bytes. */
function start(): void {
  let queue = Promise.resolve();
  process.parentPort.on('message', ({ data }: { data: unknown }) => {
    queue = queue.then(async () => {
      process.parentPort.postMessage(await answer(data));
    });
  });
}

async function answer(data: unknown): Promise<RenderAnswer> {
  const request = renderRequestSchema.safeParse(data);
  if (!request.success) {
    return { id: idOf(data), ok: false, error: unreadable(request.error.message) };
  }
  const { id, model, fontsDirectory } = request.data;
  try {
    const { bytes, pages } = await renderPdf(model, fontsDirectory);
    return { id, ok: true, bytes, pages };
  } catch (thrown) {
    return { id, ok: false, error: toFailure(thrown) };
  }
}

function unreadable(detail: string): DeskFailure {
  return {
    code: 'DOCUMENT_UNREADABLE',
    message: 'This document can’t be rendered by this version of Quarterdeck. Nothing was written.',
    detail: detail.slice(0, 2_000),
  };
}

/** An answer without its id would leave the asker waiting. */
function idOf(data: unknown): number {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'number'
    ? data.id
    : -1;
}

start();
