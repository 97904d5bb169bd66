import { join } from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import type { DocumentModel } from '../../shared/documents/model';
import { DeskError, unwrap } from '../../shared/kernel/result';
import { appPaths } from '../app/paths';
import {
  renderAnswerSchema,
  type DocumentFormat,
  type RenderAnswer,
  type RenderedFile,
  type RenderRequest,
} from './messages';

interface RenderOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds until the process is given up; two minutes unless said. */
  readonly limit?: number;
}

const usualLimit = 120_000;
/** A document of 500 slides stays far below it; a runaway one ends its own process and nothing else. */
const memoryLimit = '--max-old-space-size=1024';

/**
 * Renders a model to files in a process of its own, which ends with the answer: the window never waits, a cancel or a
 * crash costs nothing else. Throws `CANCELLED`, `DOCUMENT_TIMEOUT`, `DOCUMENT_FAILED` or what the renderer said.
 */
export async function renderDocument<Format extends DocumentFormat>(
  model: DocumentModel,
  formats: readonly Format[],
  options: RenderOptions = {},
): Promise<Readonly<Record<Format, RenderedFile>>> {
  if (options.signal?.aborted === true) throw cancelled();
  const child = utilityProcess.fork(appPaths.process('documents'), [], {
    serviceName: 'Quarterdeck documents',
    execArgv: [memoryLimit],
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const fontsDirectory = join(app.getAppPath(), 'resources', 'fonts');
    const request = { id: 1, model, fontsDirectory, formats: [...formats] };
    const answer = await answerOf(child, request, options);
    if (!answer.ok) {
      const { code, message, retryable, detail } = answer.error;
      return unwrap<never>({
        ok: false,
        error: {
          code,
          message,
          ...(retryable === undefined ? {} : { retryable }),
          ...(detail === undefined ? {} : { detail }),
        },
      });
    }
    return byFormat(answer.files, formats);
  } finally {
    child.kill();
  }
}

function byFormat<Format extends DocumentFormat>(
  files: readonly RenderedFile[],
  formats: readonly Format[],
): Readonly<Record<Format, RenderedFile>> {
  const found: Partial<Record<DocumentFormat, RenderedFile>> = {};
  for (const file of files) found[file.format] = file;
  const isWhole = (
    some: Partial<Record<Format, RenderedFile>>,
  ): some is Record<Format, RenderedFile> => formats.every((format) => some[format] !== undefined);
  if (!isWhole(found)) throw failed('the documents process left a file out');
  return found;
}

function answerOf(
  child: UtilityProcess,
  request: RenderRequest,
  { signal, limit = usualLimit }: RenderOptions,
): Promise<RenderAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    const timer = setTimeout(() => {
      settle(() => reject(timedOut(limit)));
    }, limit);
    const onAbort = (): void => {
      settle(() => reject(cancelled()));
    };
    signal?.addEventListener('abort', onAbort);
    child.once('spawn', () => {
      child.postMessage(request);
    });
    child.once('exit', (code) => {
      settle(() => reject(failed(`the documents process ended with code ${code}`)));
    });
    child.once('message', (message: unknown) => {
      const answer = renderAnswerSchema.safeParse(message);
      if (answer.success) settle(() => resolve(answer.data));
      else settle(() => reject(failed('the documents process gave an unclear answer')));
    });
  });
}

function cancelled(): DeskError {
  return new DeskError('CANCELLED', 'The document was cancelled. Nothing was written.');
}

function timedOut(limit: number): DeskError {
  const seconds = Math.round(limit / 1_000);
  return new DeskError(
    'DOCUMENT_TIMEOUT',
    `The document was not ready after ${seconds} seconds and was given up. Nothing was written; please try again.`,
    { retryable: true },
  );
}

function failed(detail: string): DeskError {
  return new DeskError(
    'DOCUMENT_FAILED',
    'The document could not be rendered. Nothing was written; please try again.',
    { retryable: true, detail },
  );
}
