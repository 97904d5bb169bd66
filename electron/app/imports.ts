import { randomFillSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type {
  BeginImport,
  FileShape,
  ImportPlan,
  ImportResult,
  KeptFile,
  SaidSettings,
} from '../../shared/ipc/imports';
import { uuidv7 } from '../../shared/kernel/ids';
import { DeskError } from '../../shared/kernel/result';
import { eraseInTable, inspectTable, stageTable } from '../tables/broker';
import type { Desk } from './desk';

/** How work on a file is followed and stopped. */
export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (words: string, done: number, total: number | null) => void;
}

/** An id for an import that is about to begin. */
export function newImportId(): string {
  return uuidv7({
    now: () => Date.now(),
    fillRandom: (bytes) => {
      randomFillSync(bytes);
    },
  });
}

/** Says what a file is: how it is cut, what its columns look like, how many rows it has. */
export function inspectFile(
  path: string,
  name: string,
  said: SaidSettings,
  { signal, onProgress }: ImportOptions,
): Promise<FileShape> {
  const onBytes = (bytes: number): void => onProgress('Reading the file', bytes, null);
  return inspectTable(path, basename(name).slice(-300), said, { signal, onBytes });
}

/** Hands a file's rows to the data worker and gives the dry run. */
export async function planFile(
  desk: Desk,
  path: string,
  begin: BeginImport,
  { signal, onProgress }: ImportOptions,
): Promise<ImportPlan> {
  const { id } = begin;
  await stageRows(desk, path, begin, { signal, onProgress });
  return untilCancelled(desk, id, { signal, onProgress }, () =>
    desk.data.call('imports.plan', { id }),
  );
}

/**
 * Writes what was planned, after a snapshot of what is there and with a copy of the file kept; a cancel takes back what was
 * written by then.
 */
export async function writeFile(
  desk: Desk,
  path: string,
  { id, file }: Pick<BeginImport, 'id' | 'file'>,
  withoutRejected: boolean,
  options: ImportOptions,
): Promise<ImportResult> {
  options.onProgress('Keeping a copy of the file', 0, null);
  const kept = await keepCopy(desk, path, { id, file }, options.signal);
  options.onProgress('Taking a snapshot of what is there', 0, null);
  await desk.safety.snapshotBefore('import');
  return untilCancelled(desk, id, options, () =>
    desk.data.call('imports.write', { id, withoutRejected, ...kept }),
  );
}

/** Keeps a copy of the file, without people who were erased here; says of one that is another file than it what it is. */
async function keepCopy(
  desk: Desk,
  path: string,
  { id, file }: Pick<BeginImport, 'id' | 'file'>,
  signal: AbortSignal,
): Promise<{ readonly kept?: KeptFile }> {
  const keeping = await desk.data.call('imports.keeping', { id });
  if (keeping === 'not') return {};
  if (keeping === 'without-people') {
    const tools = { lists: [...desk.safety.erased()], folder: desk.documents.folder };
    const erased = await eraseInTable(path, file, tools, { signal, onBytes: () => undefined });
    if (erased !== null) {
      const { sha256, format, bytes, sheets, settings } = erased;
      return { kept: { sha256, format, bytes, sheets, settings } };
    }
  }
  const { sha256 } = await desk.documents.keepFile(path, file.format);
  if (sha256 === file.sha256) return {};
  throw new DeskError(
    'FILE_CHANGED',
    'The file was changed after it had been looked at; choose it again. Nothing was written.',
  );
}

async function stageRows(
  desk: Desk,
  path: string,
  begin: BeginImport,
  { signal, onProgress }: ImportOptions,
): Promise<void> {
  const { id, file } = begin;
  await desk.data.call('imports.begin', begin);
  const port = await desk.data.openRowPort();
  try {
    const onBytes = (bytes: number): void => onProgress('Reading the rows', bytes, file.bytes);
    await stageTable(path, id, file, port, { signal, onBytes });
  } finally {
    port.close();
  }
}

async function untilCancelled<Value>(
  desk: Desk,
  id: string,
  { signal, onProgress }: ImportOptions,
  work: () => Promise<Value>,
): Promise<Value> {
  if (signal.aborted) {
    throw new DeskError('CANCELLED', 'The import was cancelled. Nothing of it was written.');
  }
  const onAbort = (): void => {
    void desk.data.call('imports.cancel', { id });
  };
  signal.addEventListener('abort', onAbort);
  const stopListening = desk.data.onEvent((event) => {
    if (event.event === 'progress') onProgress(event.words, event.done, event.total);
  });
  try {
    return await work();
  } finally {
    stopListening();
    signal.removeEventListener('abort', onAbort);
  }
}

/**
 * Reads the figures of kept files again where this computer's store lacks them, as after a restore or when an import that
 * was taken back is brought back. A file that is no longer there stays missing, and the sync centre says so.
 */
export async function readMissingFiles(desk: Desk, options: ImportOptions): Promise<void> {
  for (const { keptAs, begin } of await desk.data.call('imports.missing', {})) {
    const { id, file } = begin;
    const path = desk.documents.path(file.sha256, file.format);
    if (!existsSync(path)) {
      desk.log.warn('import-file-missing', { import: id, keptAs });
      continue;
    }
    await stageRows(desk, path, begin, options);
    await desk.data.call('imports.restore', { id });
  }
}
