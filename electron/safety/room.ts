import { join } from 'node:path';
import type { DataClient } from '../app/data-client';
import type { Profile } from '../app/profile';
import type { Log } from '../log/log';

/** What everything here works with. */
export interface SafetyRoom {
  /** The desk's own folder. */
  readonly profile: Profile;
  readonly data: DataClient;
  readonly log: Log;
  /** Of the application that runs. */
  readonly version: string;
  /** Lets the engine begin with fresh files; the damaged ones are kept beside them. */
  readonly renewStorage: () => Promise<void>;
  /** Major version of the engine that runs. */
  readonly engine: number;
}

/** Where the copies of a desk lie: beside its databases, in files of our own. */
export function safetyPaths(profileFolder: string) {
  const folder = join(profileFolder, 'safety');
  return {
    folder,
    marker: join(folder, 'marker.json'),
    settings: join(folder, 'settings.json'),
    erased: join(folder, 'erased.json'),
    /** There while an erasure has begun and not ended. */
    erasing: join(folder, 'erasing.json'),
    journal: join(folder, 'journal'),
    snapshots: join(folder, 'snapshots'),
    /** Backups are unpacked here while they are restored. */
    incoming: join(folder, 'incoming'),
    documents: join(profileFolder, 'documents'),
  };
}
