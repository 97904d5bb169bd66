import { join } from 'node:path';
import { app, session } from 'electron';
import type { DocumentModel } from '../../shared/documents/model';
import type { SyncProgress } from '../../shared/ipc/channels';
import type { SyncOutcome } from '../../shared/ipc/data-contract';
import { renderDocument } from '../documents/broker';
import type { RenderedFile } from '../documents/messages';
import {
  copyAside,
  makeTemporaryFolder,
  openDocumentStore,
  type DocumentStore,
  type TemporaryFolder,
} from '../files';
import { openLog, type Log } from '../log/log';
import { createBackups, openSafety, type Backups, type Safety } from '../safety';
import { openFileKey, openKeyring, openTokenStore, type TokenStore } from '../secrets';
import { createSyncService, type SyncService } from '../sync';
import type { DataClient } from './data-client';
import { createDataHost, type DataHost } from './data-host';
import { appPaths } from './paths';
import { resumeOnLoss } from './resume';
import { openProfile, type Profile } from './profile';
import { createSampleNetworks, type SampleNetworks } from './sample-networks';

/** One open profile and everything in main that works on it. */
export interface Desk {
  readonly profile: Profile;
  readonly log: Log;
  readonly logFolder: string;
  readonly data: DataClient;
  readonly dataHost: DataHost;
  readonly tokens: TokenStore;
  readonly documents: DocumentStore;
  /** What keeps and brings back what people entered. */
  readonly safety: Safety;
  readonly backups: Backups;
  readonly sample: SampleNetworks;
  readonly sync: SyncService;
  /** Syncs one connection or all of them; goes on by itself when the page that hosts the data worker is loaded anew. */
  readonly runSync: (
    connection: string | null,
    signal: AbortSignal,
    onProgress: (progress: SyncProgress) => void,
  ) => Promise<readonly SyncOutcome[]>;
  readonly renderPdf: (model: DocumentModel, signal: AbortSignal) => Promise<RenderedFile>;
  /** Renders a document as PDF and as a presentation. */
  readonly renderFiles: (
    model: DocumentModel,
    signal: AbortSignal,
  ) => Promise<{ readonly pdf: RenderedFile; readonly pptx: RenderedFile }>;
  /** Where copies for other programs are put; removed when the profile is closed. */
  readonly viewing: () => TemporaryFolder;
  /** Removes what was put there so far. */
  readonly forgetViewed: () => void;
  /** Ends the processes that were started for this profile. */
  close(): void;
}

/** Opens a profile whose lock this process holds; after the application is ready. */
export function openDesk(folder: string): Desk {
  const profile = openProfile(folder);
  const logFolder = join(folder, 'logs');
  const log = openLog(logFolder);
  const dataHost = createDataHost(log);
  const data = dataHost.client;
  const tokens = openTokenStore({
    profile: folder,
    keyring: openKeyring(),
    fileKey: openFileKey(appPaths.keys()),
    hide: log.hide,
  });
  const sample = createSampleNetworks(profile, log);
  const sync = createSyncService({
    dataClient: data,
    secrets: { read: tokens.read },
    log,
    sandboxAddresses: sample.addresses,
  });
  const room = {
    profile,
    data,
    log,
    version: app.getVersion(),
    renewStorage: async () => {
      await copyAside(join(folder, 'IndexedDB'));
      await session.defaultSession.clearStorageData({ storages: ['indexdb'] });
    },
    engine: Number.parseInt(process.versions.electron, 10),
  };
  const safety = openSafety(room);
  let viewing: TemporaryFolder | null = null;
  return {
    profile,
    log,
    logFolder,
    data,
    dataHost,
    tokens,
    documents: openDocumentStore(join(folder, 'documents')),
    safety,
    backups: createBackups(room, safety),
    sample,
    sync,
    runSync: (connection, signal, onProgress) =>
      resumeOnLoss(
        { losses: dataHost.losses, log },
        signal,
        () => sync.run({ connection }, { signal, onProgress }),
        (outcomes) => outcomes.every(({ error }) => error === undefined),
      ),
    renderPdf: async (model, signal) => (await renderDocument(model, ['pdf'], { signal })).pdf,
    renderFiles: (model, signal) => renderDocument(model, ['pdf', 'pptx'], { signal }),
    viewing: () => (viewing ??= makeTemporaryFolder()),
    forgetViewed: () => {
      viewing?.remove();
      viewing = null;
    },
    close: () => {
      safety.close();
      sample.stop();
      viewing?.remove();
    },
  };
}
