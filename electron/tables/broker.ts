import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { ExportCell } from '../../shared/ipc/data-contract';
import type { FileShape, SaidSettings } from '../../shared/ipc/imports';
import { DeskError } from '../../shared/kernel/result';
import type { ErasureList } from '../../shared/privacy/erasure-list';
import { appPaths } from '../app/paths';
import { makeTemporaryFolder } from '../files';
import { tableAnswerSchema, type TableAnswer, type TableRequest } from './messages';

interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

/** Words of a large workbook are kept in memory while it is read. */
const memoryLimit = '--max-old-space-size=3072';
/** A file of the largest size is read in a fraction of it. */
const longestReading = 30 * 60_000;

/** Says what a file is. Throws `CANCELLED`, `FILE_UNREADABLE` and what the file is refused for. */
export async function inspectTable(
  path: string,
  name: string,
  said: SaidSettings,
  options: ReadOptions,
): Promise<FileShape> {
  const answer = await ask({ kind: 'inspect', path, name, said }, null, options);
  if (answer.kind !== 'shape') throw broken('it gave an unclear answer');
  return answer.shape;
}

/** Sends the rows of a file to the data worker, over this port. Throws as `inspectTable` does. */
export async function stageTable(
  path: string,
  id: string,
  shape: FileShape,
  port: MessagePortMain,
  options: ReadOptions,
): Promise<void> {
  const answer = await ask({ kind: 'stage', path, id, shape }, port, options);
  if (answer.kind !== 'staged') throw broken('it gave an unclear answer');
}

/**
 * Keeps a file of figures in a folder without people on the lists; null for one that names none of them. Throws as
 * `inspectTable` does.
 */
export async function eraseInTable(
  path: string,
  shape: FileShape,
  { lists, folder }: { readonly lists: ErasureList[]; readonly folder: string },
  options: ReadOptions,
): Promise<FileShape | null> {
  const answer = await ask({ kind: 'erase', path, shape, lists, folder }, null, options);
  if (answer.kind !== 'erased') throw broken('it gave an unclear answer');
  return answer.shape;
}

/**
 * Writes a workbook: gives what begins its sheets and takes their rows, each when the one before is written. `onBytes` gets
 * the file piece by piece.
 */
export async function writeWorkbook(
  onBytes: (bytes: Uint8Array) => Promise<void>,
  signal: AbortSignal,
  produce: (sheets: WorkbookSheets) => Promise<void>,
): Promise<void> {
  await withProcess(async (child) => {
    let written: Promise<void> = Promise.resolve();
    // Bytes come whenever a piece is packed, also between two requests.
    child.on('message', (message: unknown) => {
      const answer = tableAnswerSchema.safeParse(message);
      if (answer.data?.kind !== 'bytes') return;
      const { bytes } = answer.data;
      written = written.then(() => onBytes(bytes));
      written.catch(() => undefined);
    });
    const tell = async (request: TableRequest): Promise<void> => {
      await answerOf(child, request, null, signal, () => undefined);
      await written;
    };
    await produce({
      sheet: (name, columns) => tell({ kind: 'sheet', name, columns: [...columns] }),
      rows: (rows) => tell({ kind: 'rows', rows: rows.map((row) => [...row]) }),
    });
    await tell({ kind: 'end' });
  });
}

/** What a workbook is made of. */
export interface WorkbookSheets {
  readonly sheet: (name: string, columns: readonly string[]) => Promise<void>;
  readonly rows: (rows: readonly (readonly ExportCell[])[]) => Promise<void>;
}

function ask(
  request: TableRequest,
  port: MessagePortMain | null,
  { signal, onBytes }: ReadOptions,
): Promise<TableAnswer> {
  return withProcess((child) =>
    answerOf(child, request, port, signal, (answer) => {
      if (answer.kind === 'progress') onBytes(answer.bytes);
    }),
  );
}

async function withProcess<Value>(use: (child: UtilityProcess) => Promise<Value>): Promise<Value> {
  // Parts of a workbook lie in temporary files while it is read; they go with the process, however it ends.
  const folder = makeTemporaryFolder();
  const { TMPDIR: _tmpdir, TEMP: _temp, TMP: _tmp, ...environment } = process.env;
  const child = utilityProcess.fork(appPaths.process('tables'), [], {
    serviceName: 'Quarterdeck tables',
    execArgv: [memoryLimit],
    env: { ...environment, TMPDIR: folder.path, TEMP: folder.path, TMP: folder.path },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await new Promise((resolve) => child.once('spawn', () => resolve(undefined)));
    return await use(child);
  } finally {
    child.kill();
    folder.remove();
  }
}

/** Sends one request and waits for its last answer; those before it go to `onStep`. */
function answerOf(
  child: UtilityProcess,
  request: TableRequest,
  port: MessagePortMain | null,
  signal: AbortSignal,
  onStep: (answer: TableAnswer) => void,
): Promise<TableAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      child.off('exit', onExit);
      child.off('message', onMessage);
      finish();
    };
    const fail = (error: DeskError): void => settle(() => reject(error));
    const onAbort = (): void => fail(cancelled());
    const onExit = (code: number): void => fail(broken(`its reader ended with code ${code}`));
    const onMessage = (message: unknown): void => {
      const answer = tableAnswerSchema.safeParse(message);
      if (!answer.success) fail(broken('it gave an unclear answer'));
      else if (answer.data.kind === 'failed') {
        const { error } = answer.data;
        settle(() => reject(new DeskError(error.code, error.message, error)));
      } else if (answer.data.kind === 'progress' || answer.data.kind === 'bytes') {
        onStep(answer.data);
      } else {
        const { data } = answer;
        settle(() => resolve(data));
      }
    };
    const timer = setTimeout(() => fail(broken('it took too long')), longestReading);
    signal.addEventListener('abort', onAbort);
    child.on('exit', onExit);
    child.on('message', onMessage);
    if (signal.aborted) onAbort();
    else child.postMessage(request, port === null ? [] : [port]);
  });
}

function cancelled(): DeskError {
  return new DeskError('CANCELLED', 'Reading the file was cancelled. Nothing was written.');
}

function broken(detail: string): DeskError {
  return new DeskError(
    'FILE_UNREADABLE',
    'The file could not be read to its end. Nothing was written. Save it as CSV and try again.',
    { detail },
  );
}
