import { toFailure, type DeskFailure } from '../../shared/kernel/result';
import {
  renderRequestSchema,
  type DocumentFormat,
  type RenderAnswer,
  type RenderedFile,
  type RenderRequest,
} from './messages';
import { renderPdf } from './pdf/render-pdf';
import { renderPptx } from './pptx/render-pptx';
import { Typesetter } from './text/typesetter';

/** The documents process: renders one model after the other and answers with the files' bytes. */
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
  const { id, formats } = request.data;
  try {
    const files: RenderedFile[] = [];
    const typesetter = new Typesetter(request.data.fontsDirectory);
    for (const format of new Set(formats))
      files.push(await render(request.data, format, typesetter));
    return { id, ok: true, files };
  } catch (thrown) {
    return { id, ok: false, error: toFailure(thrown) };
  }
}

/** Both formats are measured with one typesetter, which opens each font once. */
async function render(
  { model, fontsDirectory }: RenderRequest,
  format: DocumentFormat,
  typesetter: Typesetter,
): Promise<RenderedFile> {
  const { bytes, pages } =
    format === 'pdf'
      ? await renderPdf(model, fontsDirectory, typesetter)
      : await renderPptx(model, fontsDirectory, typesetter);
  return { format, bytes, pages };
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
