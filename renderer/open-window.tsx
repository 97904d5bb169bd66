import './zod-settings';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { createActivityStore } from './app/activity';
import { DataCache } from './app/data-cache';
import { openKeptAnswers } from './app/kept-answers';
import type { DeskShell } from './app/desk-shell';
import { createMainState } from './app/main-state';
import { keepBeforeBulk } from './app/records/keep-before-bulk';
import { Window } from './app/window';
import { askMain, createDataClient, desk, isStoreMadeReady } from './bridge';

/** What the build was made from, in a few characters. */
declare const __BUILD__: string;

/** How long the first screen has the window for itself before more faces are loaded, in ms. */
const facesAfter = 1_000;

/** How long a window has its worker for itself before attached files are read for search, in ms. */
const textsAfter = 5_000;

/** Renders the window, which asks the data worker on this port. */
export function openWindow(port: MessagePort): void {
  const styleNonce =
    document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
  setNonce(styleNonce);
  const shell: DeskShell = { call: askMain, on: desk.on };
  const data = keepBeforeBulk(createDataClient(port), shell);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the window.');
  setTimeout(() => {
    void import('./app/known-faces').then(({ loadKnownFaces }) => loadKnownFaces());
  }, facesAfter);
  setTimeout(() => {
    void import('./app/attachments/read-texts').then(({ readFileTexts }) => {
      readFileTexts({ data, shell });
    });
    void import('./app/window-memory').then(async ({ forgetErased }) => {
      const isGone = await forgetErased((texts) =>
        askMain('privacy.erasedIn', { texts: [...texts] }),
      );
      if (isGone) window.location.reload();
    });
  }, textsAfter);
  createRoot(root).render(
    <Window
      styleNonce={styleNonce}
      desk={{
        data,
        shell,
        cache: new DataCache(data, openKeptAnswers(window.localStorage, __BUILD__)),
        activity: createActivityStore(shell),
        main: createMainState(shell),
        isMadeReady: isStoreMadeReady(),
      }}
    />,
  );
}
