import { BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import type { WorkKind } from '../../shared/ipc/channels';
import { mostFileBytes } from '../../shared/imports/limits';
import type { BeginImport } from '../../shared/ipc/imports';
import { DeskError } from '../../shared/kernel/result';
import { safeFileName } from '../files';
import type { Handlers, IpcRegister } from '../ipc';
import { openLocal } from '../security';
import type { Desk } from './desk';
import { writeExport } from './export-file';
import { inspectFile, planFile, writeFile, type ImportOptions } from './imports';
import type { LongWork } from './long-work';
import { createReceivedFiles } from './received-files';

type FileHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `imports.${string}` | 'data.export' | 'files.cancel'>
>;

/** What the window asks about files that are brought in, and about everything that leaves as a file. */
export function createFileHandlers(desk: Desk, ipc: IpcRegister, work: LongWork): FileHandlers {
  const received = createReceivedFiles(() => desk.viewing().path, {
    bytes: mostFileBytes,
    words: 'The file is larger than 1 GB; split it. Nothing was written.',
  });
  let planned: { readonly path: string; readonly begin: BeginImport } | null = null;

  function run<Value>(
    kind: WorkKind,
    job: (options: ImportOptions) => Promise<Value>,
  ): Promise<Value> {
    return work.run(kind, ({ signal, step }) =>
      job({
        signal,
        onProgress: (words, done, total) => {
          const progress = { words, done, total };
          step(progress);
          ipc.tell('files.progress', progress);
        },
      }),
    );
  }

  return {
    'imports.receive': received.take,
    'imports.inspect': ({ file, said }) => {
      const { path, name } = received.find(file);
      return run('import', (options) => inspectFile(path, name, said, options));
    },
    'imports.plan': ({ file, begin }) => {
      const { path } = received.find(file);
      planned = { path, begin };
      return run('import', (options) => planFile(desk, path, begin, options));
    },
    'imports.write': ({ id, withoutRejected }) => {
      if (planned?.begin.id !== id) {
        throw new DeskError('FILE_MISSING', 'This file is no longer at hand; choose it again.');
      }
      const { path, begin } = planned;
      return run('import', (options) => writeFile(desk, path, begin, withoutRejected, options));
    },
    'imports.openFile': async ({ sha256, format, name }) => {
      // The person's program gets a copy: the kept file must stay what its hash says.
      const copy = `${desk.viewing().path}/${safeFileName(name, format)}`;
      await desk.documents.copyTo(sha256, format, copy);
      await openLocal(copy);
      return null;
    },
    'imports.saveLeft': async ({ id, name }, page) => {
      const filters = [{ name: 'CSV', extensions: ['csv'] }];
      const file = await askForFile(ipc, page, safeFileName(name, 'csv'), filters);
      if (file === null) return { file };
      await writeExport(file, 'csv', (after) => desk.data.call('imports.left', { id, after }));
      return { file };
    },
    'data.export': async ({ kind, format }, page) => {
      // A CSV file holds one kind of record: everything is a folder of them.
      const isFolder = kind === null && format === 'csv';
      const filters = isFolder
        ? []
        : [{ name: { csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[format], extensions: [format] }];
      const name = isFolder ? 'quarterdeck-export' : safeFileName(kind ?? 'quarterdeck', format);
      const file = await askForFile(ipc, page, name, filters);
      if (file === null) return { file, rows: 0 };
      // Loaded when it is asked for: a start needs no definitions of records here.
      const { exportData } = await import('./export-data');
      const rows = await run('export', ({ signal, onProgress }) =>
        exportData(desk, kind, format, file, signal, {
          tell: (words) => onProgress(words, 0, null),
        }),
      );
      return { file, rows };
    },
    'files.cancel': () => {
      work.cancel('files');
      return null;
    },
  };
}

/** Asks the person for a place; null when none was chosen. */
export async function askForFile(
  ipc: IpcRegister,
  page: number,
  defaultPath: string,
  filters: SaveDialogOptions['filters'] & object,
): Promise<string | null> {
  const contents = ipc.page(page);
  const window = contents === null ? null : BrowserWindow.fromWebContents(contents);
  const options = { defaultPath, filters };
  const { canceled, filePath } =
    window === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : filePath;
}
