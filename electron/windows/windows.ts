import { BrowserWindow, nativeTheme } from 'electron';
import { pages } from '../security';
import type { Log } from '../log/log';
import type { CrashReason } from './crash-page';
import { webPreferences } from './preferences';
import { readWindowState, rememberWindowState } from './window-state';

export interface WindowOptions {
  readonly preload: string;
  readonly devTools: boolean;
  readonly log: Log;
  /** Called with every window before its page is loaded. */
  readonly onCreated: (window: BrowserWindow) => void;
  /** The page's process ended or its page could not be loaded. */
  readonly onPageLost: (reason: string) => void;
}

/** The window that people use. */
export function createMainWindow(
  options: WindowOptions,
  profile: string,
  title: string,
): BrowserWindow {
  const state = readWindowState(profile);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...state?.bounds,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181b' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: webPreferences(options.preload, options.devTools),
  });
  rememberWindowState(window, profile);
  window.once('ready-to-show', () => {
    if (state?.maximized === true) window.maximize();
    window.show();
  });
  watchMainWindow(window, options);
  options.onCreated(window);
  loadPage(window, pages.window, options);
  return window;
}

/** The page of a command: never shown, never slowed down. */
export function createHeadlessWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 100,
    height: 100,
    webPreferences: {
      ...webPreferences(options.preload, options.devTools),
      backgroundThrottling: false,
    },
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    options.log.error('page-gone', { reason: details.reason, exitCode: details.exitCode });
    options.onPageLost(details.reason);
  });
  options.onCreated(window);
  loadPage(window, pages.headless, options);
  return window;
}

/** Shows the error screen in place of the page. */
export function showCrashScreen(window: BrowserWindow, reason: CrashReason, log: Log): void {
  if (window.isDestroyed()) return;
  window.loadURL(`${pages.crash}?reason=${reason}`).catch((error: unknown) => {
    log.error('crash-screen-failed', { error });
  });
}

function watchMainWindow(window: BrowserWindow, options: WindowOptions): void {
  const { log } = options;
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('page-gone', { reason: details.reason, exitCode: details.exitCode });
    options.onPageLost(details.reason);
    if (details.reason === 'clean-exit') return;
    // A page can't be loaded before Chromium is done with the one that is gone.
    setImmediate(() => {
      showCrashScreen(window, 'crashed', log);
    });
  });
  window.webContents.on('did-start-navigation', (event) => {
    // A reload ends the page's worker with it; the new page says when it listens.
    if (event.isMainFrame && !event.isSameDocument) options.onPageLost('the page is loaded anew');
  });
  window.on('unresponsive', () => {
    log.warn('page-unresponsive');
  });
}

function loadPage(window: BrowserWindow, address: string, options: WindowOptions): void {
  window.loadURL(address).catch((error: unknown) => {
    if (window.isDestroyed()) return;
    options.log.error('page-load-failed', { address, error });
    options.onPageLost('its page could not be loaded');
    if (address === pages.window) showCrashScreen(window, 'failed-load', options.log);
  });
}
