import { app } from 'electron';
import type { ChannelArguments, ChannelValue, SyncState } from '../../shared/ipc/channels';
import { safeFileName, writeFileAtomically } from '../files';
import type { Handlers, IpcRegister } from '../ipc';
import { openExternal, openLocal } from '../security';
import { isTestBuild } from './build-info';
import { createAsking } from './asking';
import { connectAll, listAccounts } from './connect';
import type { Desk } from './desk';
import { exploreSample } from './explore';
import type { LongWork } from './long-work';
import { openProfileFolder } from './open-profile';
import { exportReview } from './review';
import { askForFile, createFileHandlers } from './file-handlers';
import { createAttachmentHandlers } from './attachment-handlers';
import { createPrivacyHandlers } from './privacy-handlers';
import { createSafetyHandlers } from './safety-handlers';

export interface HandlerParts {
  readonly desk: Desk;
  readonly ipc: IpcRegister;
  readonly work: LongWork;
  /** The page's data worker broke. */
  readonly onWorkerFailed: (message: string) => void;
  readonly syncState: () => SyncState;
  readonly onOnline: () => void;
}

/** What each channel does. The work itself is elsewhere; here it is only named. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { desk, ipc, work } = parts;
  const { log, tokens } = desk;
  const asking = createAsking((asked) => {
    ipc.tell('connections.asking', asked);
  });
  const tellTokenStore = (): ChannelValue<'tokenStore.state'> => {
    const state = tokens.state();
    ipc.tell('tokenStore.state', state);
    return state;
  };

  return {
    ...createSafetyHandlers(desk, ipc, work),
    ...createFileHandlers(desk, ipc, work),
    ...createAttachmentHandlers(desk, ipc),
    ...createPrivacyHandlers(desk, ipc, work),
    'app.info': () => ({
      name: app.getName(),
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      profile: desk.profile.sample() === null ? 'real' : 'sample',
      folder: desk.profile.folder,
      testBuild: isTestBuild(),
    }),
    'app.openLogFolder': async () => {
      await openLocal(desk.logFolder);
      return null;
    },
    'app.openProfileFolder': async () => {
      await openLocal(desk.profile.folder);
      return null;
    },
    'app.openProfile': (_args, page) => openProfileFolder(ipc.page(page)),
    'page.started': (facts) => {
      log.info('page-started', facts);
      return null;
    },
    'page.ready': (_args, page) => {
      const contents = ipc.page(page);
      if (contents !== null) {
        desk.dataHost.attach(contents);
        desk.safety.attached();
      }
      return null;
    },
    'page.failed': ({ message }) => {
      // The page only has the sentence; its sort is all of it that can't hold a record's text.
      log.error('data-worker-failed', { sort: /\b[A-Z]\w*Error\b/.exec(message)?.[0] ?? null });
      parts.onWorkerFailed(message);
      return null;
    },
    'page.online': () => {
      parts.onOnline();
      return null;
    },
    'reports.csp': (report) => {
      log.warn('csp-report', report);
      return null;
    },
    'connections.accounts': ({ token, ...door }) =>
      asking.run((options) => listAccounts(desk, door, token, options)),
    'connections.connect': async ({ token, connections }) => {
      const saved = await asking.run((options) => connectAll(desk, connections, token, options));
      tellTokenStore();
      return saved;
    },
    'connections.cancel': () => {
      asking.cancel();
      return null;
    },
    'tokenStore.state': () => tokens.state(),
    'tokenStore.choose': ({ store }) => {
      tokens.choose(store);
      return tellTokenStore();
    },
    'sync.run': ({ connection }) =>
      work.run('sync', (teller) =>
        desk.runSync(connection, teller.signal, (progress) => {
          teller.connection(progress);
          ipc.tell('sync.progress', progress);
        }),
      ),
    'sync.cancel': () => {
      work.cancel('networks');
      return null;
    },
    'sync.state': parts.syncState,
    'work.state': work.state,
    'explore.sample': (agency) =>
      work.run('sample', async (teller) => ({
        connections: await exploreSample(desk, agency, teller.signal, (progress) => {
          teller.step(progress);
          ipc.tell('explore.progress', progress);
        }),
      })),
    'reviews.export': (request) =>
      work.run('review', (teller) =>
        exportReview(desk, request, teller.signal, (progress) => {
          teller.step(progress);
          ipc.tell('reviews.progress', progress);
        }),
      ),
    'reviews.cancel': () => {
      work.cancel('document');
      return null;
    },
    'reviews.saveCopy': (file, page) => saveCopy(desk, ipc, page, file),
    'reviews.openFile': async ({ sha256, name, format = 'pdf' }) => {
      // The person's program gets a copy: the kept file must stay what its hash says.
      const copy = `${desk.viewing().path}/${safeFileName(name, format)}`;
      await writeFileAtomically(copy, await desk.documents.read(sha256, format));
      await openLocal(copy);
      return null;
    },
    'tables.save': async ({ name, content }, page) => {
      const filters = [{ name: 'CSV', extensions: ['csv'] }];
      const file = await askForFile(ipc, page, safeFileName(name, 'csv'), filters);
      if (file !== null) await writeFileAtomically(file, content, { mode: 0o644 });
      return { file };
    },
    'weeklyNotes.saveDrafts': async ({ notes }, page) => {
      // Loaded when it is asked for: a start needs nothing that writes mail.
      const { saveNoteDrafts } = await import('./weekly-notes');
      return saveNoteDrafts(desk, notes, ipc.page(page), (write) =>
        work.run('notes', (teller) =>
          write(teller.signal, (progress) => {
            teller.step(progress);
            ipc.tell('weeklyNotes.progress', progress);
          }),
        ),
      );
    },
    'weeklyNotes.cancel': () => {
      work.cancel('document');
      return null;
    },
    'external.open': async ({ address }) => {
      await openExternal(address);
      return null;
    },
  };
}

async function saveCopy(
  desk: Desk,
  ipc: IpcRegister,
  page: number,
  { sha256, name, format = 'pdf' }: ChannelArguments<'reviews.saveCopy'>,
): Promise<{ file: string | null }> {
  const bytes = await desk.documents.read(sha256, format);
  const filters = [{ name: format === 'pdf' ? 'PDF' : 'PowerPoint', extensions: [format] }];
  const file = await askForFile(ipc, page, safeFileName(name, format), filters);
  if (file !== null) await writeFileAtomically(file, bytes, { mode: 0o644 });
  return { file };
}
