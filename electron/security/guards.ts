import { app, type WebContents } from 'electron';
import type { Log } from '../log/log';
import { isOwnPage } from './origin';

/** Keeps every page where it is: no foreign navigation, no new window, no webview. Must run before windows are made. */
export function guardContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, log);
    contents.setWindowOpenHandler(() => {
      log.warn('window-open-refused');
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      log.warn('webview-refused');
    });
  });
}

function guardNavigation(contents: WebContents, log: Log): void {
  contents.on('will-navigate', (event) => {
    refuseForeign(event, event.url, event.isMainFrame, log);
  });
  contents.on('will-frame-navigate', (event) => {
    refuseForeign(event, event.url, event.isMainFrame, log);
  });
  contents.on('will-redirect', (event) => {
    refuseForeign(event, event.url, event.isMainFrame, log);
  });
}

/** Only a main frame navigates, and only to one of our pages. */
function refuseForeign(
  event: { preventDefault(): void },
  address: string,
  isMainFrame: boolean,
  log: Log,
): void {
  if (isMainFrame && isOwnPage(address)) return;
  event.preventDefault();
  log.warn('navigation-refused', { isMainFrame });
}
