import { BrowserWindow, dialog, type WebContents } from 'electron';
import { formatDay } from '../../shared/kernel/days';
import { DeskError } from '../../shared/kernel/result';
import type { Handlers, IpcRegister } from '../ipc';
import type { Follower } from '../safety';
import type { Desk } from './desk';
import type { LongWork } from './long-work';

type SafetyHandlers = Pick<Handlers, Extract<keyof Handlers, `safety.${string}`>>;

/** What the window asks about copies, snapshots and backups. */
export function createSafetyHandlers(
  { safety, backups }: Desk,
  ipc: IpcRegister,
  work: LongWork,
): SafetyHandlers {
  safety.onState((state) => {
    ipc.tell('safety.state', state);
  });

  /** A sync writes into the store that is about to be exchanged. */
  function whileQuiet<Value>(action: () => Promise<Value>): Promise<Value> {
    if (!work.isRunning('networks')) return action();
    throw new DeskError(
      'WORK_RUNNING',
      'The networks are being read. Wait until that is done, or cancel it, and try again.',
      { retryable: true },
    );
  }

  /** Runs it as long work of the window: with its progress, and an end that leaves nothing half done. */
  function follow<Value>(job: (follower: Follower) => Promise<Value>): Promise<Value> {
    return work.run('backup', ({ signal, step }) =>
      job({
        signal,
        onProgress: (progress) => {
          step(progress);
          ipc.tell('safety.progress', progress);
        },
      }),
    );
  }

  return {
    'safety.state': () => safety.state(),
    'safety.snapshot': async ({ reason }) => {
      const { path: _path, database: _database, ...info } = await safety.snapshotBefore(reason);
      return info;
    },
    'safety.restore': ({ snapshot }) => whileQuiet(() => safety.restore(snapshot)),
    'safety.goOn': () => {
      safety.goOn();
      return null;
    },
    'safety.startEmpty': async () => {
      await safety.startEmpty();
      return null;
    },
    'safety.verify': () => safety.verify(),
    'safety.secondFolder': async ({ choose }, page) => {
      const folder = choose ? await askForFolder(ipc.page(page)) : null;
      if (choose && folder === null) return null;
      await safety.chooseSecondFolder(folder);
      return null;
    },
    'safety.backup': async ({ passphrase }, page) => {
      const file = await askWhereTo(ipc.page(page));
      return file === null ? null : follow((follower) => backups.write(file, passphrase, follower));
    },
    'safety.openBackup': async ({ passphrase }, page) => {
      const file = await askForBackup(ipc.page(page));
      return file === null ? null : follow((follower) => backups.open(file, passphrase, follower));
    },
    'safety.restoreBackup': () => whileQuiet(() => follow(backups.restore)),
    'safety.forgetBackup': async () => {
      await backups.forget();
      return null;
    },
    'safety.drill': async ({ passphrase }, page) => {
      const file = await askForBackup(ipc.page(page));
      return file === null ? null : follow((follower) => backups.drill(file, passphrase, follower));
    },
    'safety.cancel': () => {
      work.cancel('backup');
      return null;
    },
  };
}

const filters = [{ name: 'Quarterdeck backup', extensions: ['qdbackup'] }];

async function askWhereTo(page: WebContents | null): Promise<string | null> {
  const defaultPath = `Quarterdeck ${formatDay(Math.floor(Date.now() / 86_400_000))}.qdbackup`;
  const window = page === null ? null : BrowserWindow.fromWebContents(page);
  const options = { title: 'Back up this desk', defaultPath, filters };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
}

async function askForBackup(page: WebContents | null): Promise<string | null> {
  return askToOpen(page, { title: 'Choose a backup', filters, properties: ['openFile'] });
}

async function askForFolder(page: WebContents | null): Promise<string | null> {
  return askToOpen(page, {
    title: 'A second place for snapshots: another disk is best',
    properties: ['openDirectory', 'createDirectory'],
  });
}

async function askToOpen(
  page: WebContents | null,
  options: Electron.OpenDialogOptions,
): Promise<string | null> {
  const window = page === null ? null : BrowserWindow.fromWebContents(page);
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}
