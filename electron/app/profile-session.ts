import { session, type BrowserWindow } from 'electron';
import { createIpcRegister, type IpcRegister } from '../ipc';
import { guardContents, guardPermissions, guardRequests, serveScheme } from '../security';
import { crashPages, type WindowOptions } from '../windows';
import { isTestBuild } from './build-info';
import type { Desk } from './desk';
import { appPaths } from './paths';

/** The page side of an open profile: scheme, guards and channels are in place before any window is made. */
export interface ProfileSession {
  readonly ipc: IpcRegister;
  /** What every window of this profile is made with. */
  readonly windowOptions: (onPageLost: (reason: string) => void) => WindowOptions;
}

/** Prepares the default session, which belongs to the profile's folder. */
export function prepareProfileSession(desk: Desk, isPackaged: boolean): ProfileSession {
  const { log } = desk;
  serveScheme(
    session.defaultSession,
    { page: appPaths.page(), fonts: appPaths.fonts() },
    crashPages,
    () => JSON.stringify(desk.safety.plan()),
    log,
  );
  guardPermissions(session.defaultSession);
  guardRequests(session.defaultSession, log);
  guardContents(log);
  const ipc = createIpcRegister(log);
  return {
    ipc,
    windowOptions: (onPageLost) => ({
      preload: appPaths.preload(),
      devTools: !isPackaged || isTestBuild(),
      log,
      onCreated: (window: BrowserWindow) => {
        ipc.admit(window.webContents);
      },
      onPageLost,
    }),
  };
}
