import type { RestoredDesk } from '../../shared/ipc/safety';
import { DeskError, toFailure } from '../../shared/kernel/result';
import { removeAll } from '../files';
import { nobody, type Follower } from './follower';
import { makeStoreFrom, newestWhole, type MadeStore, type RestoreSource } from './restore';
import { safetyPaths, type SafetyRoom } from './room';
import { readStore, withItsEnd } from './read-store';
import { listSnapshots, type SnapshotEntry } from './snapshot-file';
import type { SnapshotTaker } from './snapshot-taker';
import { changesAfter, takeSnapshot, type SnapshotStore } from './snapshots';
import type { StoreLedger } from './store-ledger';

/** Puts copies in the place of the store. The page is to be loaded anew each time. */
export interface PutBack {
  /** A snapshot by name; with null everything that is on the disk, up to the last change. */
  restore(snapshot: string | null): Promise<RestoredDesk>;
  /** The file of a snapshot that came from elsewhere; `rest` brings what else came with it, while the store is made. */
  restoreFile(
    path: string,
    follower: Follower,
    rest: () => Promise<unknown>,
  ): Promise<RestoredDesk>;
  /** Makes the next generation of the store; `isOpen` says whether a person works with the present one. */
  make(
    wanted: RestoreSource,
    isOpen: boolean,
    follower?: Follower,
    rest?: () => Promise<unknown>,
  ): Promise<RestoredDesk>;
}

/** Creates it; `withoutErased` gives a snapshot without people who were erased since it was taken. */
export function createPutBack(
  room: SafetyRoom,
  ledger: StoreLedger,
  taker: SnapshotTaker,
  withoutErased: (snapshot: string | null) => Promise<string | null>,
): PutBack {
  const { profile, log, data } = room;
  const paths = safetyPaths(profile.folder);

  /**
   * An engine whose files are damaged may take rows and show others. Where the store is closed because of that, it begins
   * with fresh files: what the networks can send again is read again.
   */
  async function makeSurely(
    database: string,
    source: RestoreSource,
    isOpen: boolean,
    follower: Follower,
  ): Promise<MadeStore> {
    try {
      return await makeStoreFrom(room, database, source, follower);
    } catch (thrown) {
      if (follower.signal.aborted) {
        await data.call('store.drop', { database });
        throw thrown;
      }
      const { code } = toFailure(thrown);
      if (isOpen || !(code === 'RESTORE_FAILED' || code === 'INTERNAL')) throw thrown;
      log.warn('storage-renewed', { thrown });
      await room.renewStorage();
      return makeStoreFrom(room, database, source);
    }
  }

  async function make(
    wanted: RestoreSource,
    isOpen: boolean,
    follower: Follower = nobody,
    rest: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<RestoredDesk> {
    const { generation, database: old } = ledger.standing;
    const database = `desk-core-${generation + 1}`;
    const source = { ...wanted, snapshot: await withoutErased(wanted.snapshot) };
    const made = await makeSurely(database, source, isOpen, follower);
    if (source.snapshot !== null && source.snapshot !== wanted.snapshot) {
      await removeAll([source.snapshot]);
    }
    try {
      await rest();
    } catch (thrown) {
      await data.call('store.drop', { database });
      throw thrown;
    }
    follower.onProgress({ words: 'Taking a snapshot', done: 0, total: null, share: 0.9 });
    const { seq, records } = await keepMade({ generation: generation + 1, database }, made);
    ledger.exchange({ database, seq, records }, old);
    const { compared: _compared, ...restored } = made;
    log.info('restored', { ...restored, database });
    return { ...restored, documents: 0 };
  }

  /** The first snapshot of a generation; what was read to be compared isn't read again. */
  async function keepMade(store: SnapshotStore, { compared }: MadeStore): Promise<SnapshotEntry> {
    if (compared === null) {
      return takeSnapshot(room, store, 'restored', await readStore(room, store.database));
    }
    const { reading, pieces } = await withItsEnd(room, store.database, compared);
    return takeSnapshot(room, store, 'restored', reading, pieces);
  }

  /** The open store is kept as a snapshot first; false for one that is closed, which stays beside the new one. */
  async function keepPresent(): Promise<boolean> {
    const failure = await data.call('person.get', {}).then(
      () => null,
      (thrown: unknown) => toFailure(thrown),
    );
    if (failure === null) await taker.before('restore');
    else log.info('restore-over-closed-store', { code: failure.code });
    return failure === null;
  }

  return {
    make,
    restore: async (name) => {
      const isOpen = await keepPresent();
      const { generation } = ledger.standing;
      if (name === null) {
        const from = await newestWhole(room, generation);
        return make({ snapshot: from?.path ?? null, journalOf: generation }, isOpen);
      }
      const snapshots = listSnapshots(paths.snapshots);
      const chosen = snapshots.find((each) => each.name === name);
      if (!chosen) throw new DeskError('NOT_FOUND', 'This snapshot is no longer there.');
      const brings = changesAfter(chosen, snapshots, paths.journal, generation) > 0;
      return make({ snapshot: chosen.path, journalOf: brings ? chosen.generation : null }, isOpen);
    },
    restoreFile: async (path, follower, rest) => {
      const keeping = { words: 'Keeping what the desk holds now', done: 0, total: null };
      follower.onProgress({ ...keeping, share: 0 });
      const isOpen = await keepPresent();
      return make({ snapshot: path, journalOf: null }, isOpen, follower, rest);
    },
  };
}
