import { join } from 'node:path';
import type {
  BackupPreview,
  DrillRecord,
  RestoredDesk,
  WrittenBackup,
} from '../../shared/ipc/safety';
import { isShipped } from '../../shared/records/reference-data';
import { DeskError } from '../../shared/kernel/result';
import { makePrivateFolder, moveFilesInto, reasonOf, removeAll } from '../files';
import { runBackupProcess } from './backup/broker';
import { documentNames } from './documents';
import { nobody, type Follower } from './follower';
import { safetyPaths, type SafetyRoom } from './room';
import type { Safety } from './safety';
import { checkSnapshot, readSnapshotHead, type SnapshotHead } from './snapshot-file';

/** Backups of a desk to files that a person keeps elsewhere, and the way back from them. */
export interface Backups {
  /** Writes one encrypted file with everything that people entered and every kept document. */
  write(file: string, passphrase: string, follower?: Follower): Promise<WrittenBackup>;
  /** Unpacks a backup beside the desk, checked to its last byte, and says what restoring it would do. */
  open(file: string, passphrase: string, follower?: Follower): Promise<BackupPreview>;
  /** Puts the backup that was opened last in the place of the desk's store. The page is to be loaded anew. */
  restore(follower?: Follower): Promise<RestoredDesk>;
  /** Removes what an opened backup left. */
  forget(): Promise<void>;
  /** Opens a backup read-only and compares counts and hashes; remembers the day. */
  drill(file: string, passphrase: string, follower?: Follower): Promise<DrillRecord>;
}

/** As short as this, a passphrase is found by trying. */
const leastCharacters = 8;

/** Creates them for a desk. */
export function createBackups(room: SafetyRoom, safety: Safety): Backups {
  const { profile, version, data, log } = room;
  const paths = safetyPaths(profile.folder);
  const unpacked = join(paths.incoming, 'snapshot');
  let opened: SnapshotHead | null = null;

  async function write(
    file: string,
    passphrase: string,
    follower: Follower = nobody,
  ): Promise<WrittenBackup> {
    if (passphrase.length < leastCharacters) {
      throw new DeskError(
        'WEAK_PASSPHRASE',
        `The passphrase needs ${leastCharacters} characters at least; four words that don’t belong together are good. Nothing was written.`,
      );
    }
    follower.onProgress('Taking a snapshot', 0, null);
    const { name, records, kinds } = await safety.snapshotBefore('backup');
    follower.signal.throwIfAborted();
    const at = Date.now();
    const found = await runBackupProcess(
      {
        task: 'write',
        file,
        passphrase,
        snapshot: join(paths.snapshots, name),
        documents: paths.documents,
        app: version,
        at,
      },
      follower,
    );
    safety.settings.change({ lastBackup: { at, file } });
    log.info('backup-written', { bytes: found.bytes, records });
    return { file, bytes: found.bytes, records, kinds, documents: found.manifest.items.length - 1 };
  }

  async function open(
    file: string,
    passphrase: string,
    follower: Follower = nobody,
  ): Promise<BackupPreview> {
    await forget();
    makePrivateFolder(paths.incoming);
    try {
      const { manifest } = await runBackupProcess(
        { task: 'read', file, passphrase, into: paths.incoming },
        follower,
      );
      follower.onProgress('Comparing the records', 0, null);
      await checkSnapshot(unpacked);
      opened = readSnapshotHead(unpacked);
      return {
        file,
        at: manifest.at,
        app: manifest.app,
        profile: opened.profile,
        records: opened.records,
        kinds: opened.kinds,
        documents: manifest.items.length - 1,
        changedAt: opened.changedAt,
        replaces: await present(),
      };
    } catch (thrown) {
      await forget();
      throw thrown instanceof DeskError ? thrown : unreadable(thrown);
    }
  }

  /** What the desk holds now; null for a store that can't be opened. */
  async function present(): Promise<BackupPreview['replaces']> {
    const isOpen = await data.call('person.get', {}).then(
      () => true,
      () => false,
    );
    if (!isOpen) return null;
    const { records, kinds, changedAt } = await data.call('store.begin', {
      database: safety.plan().database,
    });
    return { records, kinds, changedAt };
  }

  async function restore(follower: Follower = nobody): Promise<RestoredDesk> {
    if (opened === null) throw new DeskError('NOT_FOUND', 'No backup was opened.');
    await fitProfile(opened);
    // Before they are anywhere else: whoever was erased here comes back with none of them.
    await safety.eraseFromUnpacked(unpacked, paths.incoming);
    // The files come first: a store that took its place would miss them, had something ended this in between.
    const names = documentNames(paths.incoming);
    await moveFilesInto(
      names.map((name) => join(paths.incoming, name)),
      paths.documents,
    );
    const restored = await safety.restoreFile(unpacked, follower);
    await forget();
    return { ...restored, documents: names.length };
  }

  /** Sample figures never mix with a client's: an empty desk becomes a sample, another one stays what it is. */
  async function fitProfile({ profile: kind, sample }: SnapshotHead): Promise<void> {
    const own = profile.sample();
    if (kind === 'real' && own === null) return;
    const now = await present();
    const isEmpty = now === null || Object.keys(now.kinds).every(isShipped);
    if (sample !== null && (own !== null || isEmpty)) {
      profile.markSample(sample);
      return;
    }
    throw new DeskError(
      'SAMPLE_PROFILE',
      kind === 'sample'
        ? 'This backup holds a sample agency and can’t take the place of real data. Restore it in an empty profile.'
        : 'This profile holds the sample agency and stays with it. Restore the backup in another profile.',
    );
  }

  async function forget(): Promise<void> {
    opened = null;
    await removeAll([paths.incoming]);
  }

  async function drill(
    file: string,
    passphrase: string,
    follower: Follower = nobody,
  ): Promise<DrillRecord> {
    try {
      const { records, documents } = await open(file, passphrase, follower);
      const record = { at: Date.now(), file, records, documents };
      safety.settings.change({ lastDrill: record });
      log.info('drill', { records, documents });
      return record;
    } finally {
      await forget();
    }
  }

  // A restore that was interrupted left its files; they are as private as the desk, and of no use.
  void forget();
  return { write, open, restore, forget, drill };
}

function unreadable(thrown: unknown): DeskError {
  return new DeskError('BACKUP_FAILED', `The backup could not be opened: ${reasonOf(thrown)}`, {
    retryable: true,
  });
}
