import { app, powerMonitor, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { keepDaily } from '../safety';
import { createMainWindow, showCrashScreen } from '../windows';
import type { SyncState } from '../../shared/ipc/channels';
import { createBackgroundSync, type BackgroundSync } from './background-sync';
import { displayName } from './build-info';
import { openDesk, type Desk } from './desk';
import { createHandlers } from './handlers';
import { createLongWork } from './long-work';
import { watchMissingFiles } from './missing-files';
import { prepareProfileSession } from './profile-session';
import { onUnexpected } from './unexpected';

/** Opens the window of a profile and keeps it going: error screens, background syncs, a second start. */
export function runWindow(folder: string): void {
  const desk = openDesk(folder);
  const { ipc, windowOptions } = prepareProfileSession(desk, app.isPackaged);
  // First of all: its process starts while everything else here is made, and can't ask before this turn is over.
  const window = createMainWindow(windowOptions(desk.dataHost.detach), folder, displayName());
  const tellState = (): void => {
    ipc.tell('sync.state', syncState());
    ipc.tell('work.state', work.state());
  };
  const work = createLongWork(tellState);
  const background = createBackgroundSync(
    desk,
    work,
    (progress) => {
      ipc.tell('sync.progress', progress);
    },
    tellState,
  );
  const syncState = (): SyncState => ({
    running: work.isRunning('networks'),
    nextRunAt: background.nextRunAt(),
  });
  ipc.serve(
    createHandlers({
      desk,
      ipc,
      work,
      onWorkerFailed: () => {
        showCrashScreen(window, 'data-worker', desk.log);
      },
      syncState,
      onOnline: background.soon,
    }),
  );
  watchProcesses(desk);
  runInBackground(desk, background);
  keepDaily(desk.safety, desk.log);
  watchMissingFiles(desk, work);
  comeForward(window);
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', () => {
    desk.close();
  });
}

function watchProcesses({ log }: Desk): void {
  onUnexpected((thrown) => {
    log.error('unexpected', { thrown });
  });
  app.on('child-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    // Whoever started a process ends it when its work is done, and tells of one that ended before.
    const isEnded = details.type === 'Utility' && details.reason === 'killed';
    log[isEnded ? 'info' : 'error']('process-gone', {
      type: details.type,
      name: details.serviceName ?? details.name,
      reason: details.reason,
      exitCode: details.exitCode,
    });
  });
}

/** Syncs on a schedule, and once after sleep. */
function runInBackground(desk: Desk, background: BackgroundSync): void {
  background.start();
  powerMonitor.on('resume', () => {
    desk.log.info('resumed');
    background.soon();
  });
  app.on('before-quit', () => {
    background.stop();
  });
}

const startSchema = z.object({ mode: z.literal('window') });

/** A second start of the same profile brings the window that is there to the front. */
function comeForward(window: BrowserWindow): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const asked = startSchema.safeParse(data);
    if (!asked.success || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}
