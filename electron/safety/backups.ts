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
import { runBackupProcess, unpackBackup } from './backup/broker';
import { documentNames } from './documents';
import { nobody, partOf, type Follower } from './follower';
import { safetyPaths, type SafetyRoom } from './room';
import type { Safety } from './safety';
import { checkSnapshot, readSnapshotHead, type SnapshotHead } from './snapshot-file';

/** Backups of a desk to files that a person keeps elsewhere, and the way back from them. */
export interface Backups {
  /** Writes one encrypted file with everything that people entered and every kept document. */
  write(file: string, passphrase: string, follower?: Follower): Promise<WrittenBackup>;
  /**
   * Begins to unpack a backup beside the desk, and says what restoring it would do as soon as its records are there; its
   * documents follow while somebody reads that, or while `restore` makes the store.
   */
  open(file: string, passphrase: string, follower?: Follower): Promise<BackupPreview>;
  /** As `open`, checked to its last byte; leaves nothing. */
  look(file: string, passphrase: string, follower?: Follower): Promise<BackupPreview>;
  /**
   * Puts the backup that was opened last in the place of the desk's store, once all of it was unpacked and compared. The page
   * is to be loaded anew.
   */
  restore(follower?: Follower): Promise<RestoredDesk>;
  /** Removes what an opened backup left. */
  forget(): Promise<void>;
  /** Opens a backup read-only and compares counts and hashes; remembers the day. */
  drill(file: string, passphrase: string, follower?: Follower): Promise<DrillRecord>;
}

/** A backup whose records are unpacked. */
interface OpenedBackup {
  readonly head: SnapshotHead;
  /** Ends the unpacking where it is. */
  readonly end: () => Promise<void>;
  /** Waits for the rest; throws what was wrong with it. */
  readonly finish: (follower: Follower) => Promise<void>;
}

/** As short as this, a passphrase is found by trying. */
const leastCharacters = 8;

/** Creates them for a desk. */
export function createBackups(room: SafetyRoom, safety: Safety): Backups {
  const { profile, version, data, log } = room;
  const paths = safetyPaths(profile.folder);
  const unpacked = join(paths.incoming, 'snapshot');
  let opened: OpenedBackup | null = null;
  // A restore that was interrupted left its files; they are as private as the desk, and of no use.
  const tidied = removeAll([paths.incoming]).catch((thrown: unknown) => {
    log.warn('unpacked-left', { thrown });
  });

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
    const taking = partOf(follower, 0, 0.15);
    const { name, records, kinds } = await safety.snapshotBefore('backup', taking);
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
      partOf(follower, 0.15, 1),
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
    await tidied;
    await forget();
    makePrivateFolder(paths.incoming);
    const ending = new AbortController();
    const cancel = (): void => ending.abort();
    follower.signal.addEventListener('abort', cancel);
    let listening = follower;
    const unpacking = unpackBackup(
      { task: 'read', file, passphrase, into: paths.incoming },
      { signal: ending.signal, onProgress: (step) => listening.onProgress(step) },
    );
    const end = async (): Promise<void> => {
      cancel();
      // Until then it may write into the folder.
      await unpacking.then(({ whole }) => whole).catch(() => undefined);
    };
    try {
      const [{ manifest, whole }, replaces] = await Promise.all([unpacking, present()]);
      // It is waited for when somebody wants it.
      whole.catch(() => undefined);
      const head = readSnapshotHead(unpacked);
      opened = {
        head,
        end,
        finish: async (next) => {
          listening = next;
          next.signal.addEventListener('abort', cancel);
          if (next.signal.aborted) cancel();
          await whole;
        },
      };
      const { profile: kind, records, kinds, changedAt } = head;
      const documents = manifest.items.length - 1;
      const { at, app } = manifest;
      return { file, at, app, profile: kind, records, kinds, documents, changedAt, replaces };
    } catch (thrown) {
      await end();
      await forget();
      throw thrown instanceof DeskError ? thrown : unreadable(thrown);
    } finally {
      follower.signal.removeEventListener('abort', cancel);
      listening = nobody;
    }
  }

  async function look(
    file: string,
    passphrase: string,
    follower: Follower = nobody,
  ): Promise<BackupPreview> {
    try {
      const opening = partOf(follower, 0, 0.9);
      const preview = await open(file, passphrase, opening);
      await opened?.finish(opening);
      follower.onProgress({ words: 'Comparing the records', done: 0, total: null, share: 0.9 });
      await checkSnapshot(unpacked);
      return preview;
    } finally {
      await forget();
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
    const { head, finish } = opened;
    const sample = await fittingSample(head);
    if (safety.erased().length > 0) {
      // Before they are anywhere else: whoever was erased here comes back with none of them.
      await finish(follower);
      await safety.eraseFromUnpacked(unpacked, paths.incoming);
    }
    let names: string[] = [];
    const restored = await safety.restoreFile(unpacked, follower, async () => {
      await finish(partOf(follower, 0.75, 0.9));
      if (sample !== null) profile.markSample(sample);
      // The files come first: a store that took its place would miss them, had something ended this in between.
      names = documentNames(paths.incoming);
      await moveFilesInto(
        names.map((name) => join(paths.incoming, name)),
        paths.documents,
      );
    });
    await forget();
    return { ...restored, documents: names.length };
  }

  /** Which sample the desk becomes. Sample figures never mix with a client's: only an empty desk becomes a sample. */
  async function fittingSample({
    profile: kind,
    sample,
  }: SnapshotHead): Promise<SnapshotHead['sample']> {
    const own = profile.sample();
    if (kind === 'real' && own === null) return null;
    const now = await present();
    const isEmpty = now === null || Object.keys(now.kinds).every(isShipped);
    if (sample !== null && (own !== null || isEmpty)) return sample;
    throw new DeskError(
      'SAMPLE_PROFILE',
      kind === 'sample'
        ? 'This backup holds a sample agency and can’t take the place of real data. Restore it in an empty profile.'
        : 'This profile holds the sample agency and stays with it. Restore the backup in another profile.',
    );
  }

  async function forget(): Promise<void> {
    const left = opened;
    opened = null;
    await left?.end();
    await removeAll([paths.incoming]);
  }

  async function drill(
    file: string,
    passphrase: string,
    follower: Follower = nobody,
  ): Promise<DrillRecord> {
    const { records, documents } = await look(file, passphrase, follower);
    const record = { at: Date.now(), file, records, documents };
    safety.settings.change({ lastDrill: record });
    log.info('drill', { records, documents });
    return record;
  }

  return { write, open, look, restore, forget, drill };
}

function unreadable(thrown: unknown): DeskError {
  return new DeskError('BACKUP_FAILED', `The backup could not be opened: ${reasonOf(thrown)}`, {
    retryable: true,
  });
}
