import {
  coreSchema,
  type RestoredDesk,
  type SafetyState,
  type SnapshotInfo,
  type SnapshotReason,
  type StorePlan,
  type VerifyReport,
} from '../../shared/ipc/safety';
import { DeskError, toFailure } from '../../shared/kernel/result';
import type { ErasedPerson } from '../../shared/ipc/privacy';
import { removeAll } from '../files';
import { diskWords } from './disk-words';
import { createEraser } from './erase';
import { nobody, type Follower } from './follower';
import { createMirror, type Mirror } from './mirror';
import { makeStoreFrom, newestWhole, type RestoreSource } from './restore';
import { safetyPaths, type SafetyRoom } from './room';
import { lastPlace } from './segments';
import { openSafetySettings, type SafetySettings } from './settings';
import { listSnapshots, readSnapshotHead, type SnapshotEntry } from './snapshot-file';
import { copyProblem, copySnapshot, takeSnapshot, tidyUp } from './snapshots';
import { planOf, readStanding, writeMarker, type Marker, type Standing } from './standing';
import { verifyDesk } from './verify';

/** Everything outside the store that keeps what people entered: the copied journal, snapshots, and the way back. */
export interface Safety {
  /** What the next page is to open. */
  plan(): StorePlan;
  /** A page has come up with its data worker. */
  attached(): void;
  /** Copies what is not on the disk yet, and writes down what is known of the store. */
  flush(): Promise<void>;
  state(): SafetyState;
  onState(listener: (state: SafetyState) => void): () => void;
  /** Takes a snapshot before something that changes much; when it fails, that must not be done. */
  snapshotBefore(reason: SnapshotReason): Promise<SnapshotEntry>;
  /** Takes one when the last is of another day or version and something has changed. */
  snapshotWhenDue(): Promise<void>;
  /** Puts a snapshot back; with null everything that is on the disk, up to the last change. The page is to be loaded anew. */
  restore(snapshot: string | null): Promise<RestoredDesk>;
  /** As `restore`, from the file of a snapshot that came from elsewhere. */
  restoreFile(path: string, follower?: Follower): Promise<RestoredDesk>;
  /** The person decides to go on with a store that lacks something. */
  goOn(): void;
  /** The person decides to begin with an empty store; the old one stays where it is. */
  startEmpty(): Promise<void>;
  /**
   * Erases people by the keys of what they are known by, and of the records that are them: from the store, which is made
   * anew, and from every copy. The page is to be loaded anew.
   */
  erase(keys: readonly string[]): Promise<Omit<ErasedPerson, 'kept'>>;
  verify(): Promise<VerifyReport>;
  readonly settings: SafetySettings;
  chooseSecondFolder(folder: string | null): Promise<void>;
  close(): void;
}

const dayMilliseconds = 86_400_000;
/** What an earlier run wrote and could not copy any more is copied once the first screen stands. */
const settleMilliseconds = 1_000;

/** Opens what protects a desk; reads files only, before any window is made. */
export function openSafety(room: SafetyRoom): Safety {
  const { profile, log, data } = room;
  const paths = safetyPaths(profile.folder);
  const settings = openSafetySettings(paths.settings);
  const listeners = new Set<(state: SafetyState) => void>();
  let standing: Standing = readStanding(profile.folder);
  let problems: Pick<SafetyState, 'snapshotProblem' | 'secondProblem'> = {
    snapshotProblem: null,
    secondProblem: null,
  };
  /** True from a restore or a decision until the page is loaded anew and opens the other store. */
  let isExchanged = false;
  let queue: Promise<unknown> = Promise.resolve();

  const newest = (): SnapshotEntry | undefined =>
    listSnapshots(paths.snapshots).find(({ generation }) => generation === standing.generation);

  const mirror: Mirror = createMirror(
    room,
    {
      ...standing,
      place: startPlace(standing),
      at: lastPlace(paths.journal, standing.generation)?.at ?? null,
    },
    tell,
    () => {
      // Somebody exchanged the store's files: what is there is copied as a store of its own, the old copies stay.
      log.error('other-history', { generation: standing.generation });
      begin({ database: standing.database, seq: 0, records: 0 });
      mirror.soon();
    },
  );

  const eraser = createEraser(room, {
    mirror,
    secondFolder: () => settings.current.secondFolder,
    take: () => take('erasure'),
    putBack: (snapshot) => putBack({ snapshot, journalOf: null }, true),
  });

  /** The copy goes on where it ended; the newest snapshot has taken the place of segments that are gone. */
  function startPlace({ generation }: Standing) {
    const last = lastPlace(paths.journal, generation)?.place ?? null;
    if (last !== null) return last;
    const snapshot = newest();
    return snapshot ? readSnapshotHead(snapshot.path).place : null;
  }

  function tell(): void {
    const state = stateNow();
    for (const listener of listeners) listener(state);
  }

  function stateNow(): SafetyState {
    const { place, at, problem } = mirror.standing;
    const snapshots = listSnapshots(paths.snapshots);
    const own = snapshots.find(({ generation }) => generation === standing.generation);
    const seq = Math.max(place?.seq ?? 0, standing.seq);
    return {
      mirror: { seq: place?.seq ?? null, at, problem },
      snapshots: snapshots.map(({ path: _path, database: _database, ...info }) => ({
        ...info,
        changesAfter: changesAfter(info, snapshots),
      })),
      ...problems,
      changesAfter: Math.max(0, seq - (own?.seq ?? 0)),
      ...settings.current,
    };
  }

  /** A generation that was left is put back with all that was copied of it: its newest snapshot brings the rest. */
  function changesAfter(
    { name, generation, seq }: SnapshotInfo,
    snapshots: readonly SnapshotInfo[],
  ): number {
    if (generation >= standing.generation) return 0;
    if (snapshots.find((each) => each.generation === generation)?.name !== name) return 0;
    return Math.max(0, (lastPlace(paths.journal, generation)?.place.seq ?? 0) - seq);
  }

  /** Snapshots and restores come one after the other: the data worker reads one store at a time. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  function mark(part: Pick<Marker, 'generation' | 'database' | 'seq' | 'records' | 'aside'>): void {
    const { version: app, engine } = room;
    const marker = { app, engine, schema: coreSchema, at: Date.now(), ...part };
    writeMarker(profile.folder, marker);
    standing = { ...part, marker };
  }

  /** A new generation of the store: what is copied from now on belongs to it alone. */
  function begin(
    part: Pick<Marker, 'database' | 'seq' | 'records'>,
    aside: string | null = null,
  ): void {
    mark({ ...part, generation: standing.generation + 1, aside });
    mirror.begin(standing, startPlace(standing));
  }

  /** As `begin`, for a store that the next page opens. */
  function exchange(part: Pick<Marker, 'database' | 'seq' | 'records'>, aside?: string): void {
    isExchanged = true;
    mirror.pause();
    begin(part, aside);
  }

  async function take(reason: SnapshotReason): Promise<SnapshotEntry> {
    const { generation, database } = standing;
    try {
      const taken = await takeSnapshot(room, { generation, database }, reason);
      problems = { ...problems, snapshotProblem: null };
      mirror.rotate();
      await tidyUp(profile.folder);
      const { seq, records } = taken;
      mark({ generation, database, seq, records, aside: standing.marker?.aside ?? null });
      await copyToSecond(taken);
      return taken;
    } catch (thrown) {
      log.error('snapshot-failed', { reason, thrown });
      const snapshotProblem =
        thrown instanceof DeskError ? thrown.message : diskWords(thrown, 'No snapshot was taken');
      problems = { ...problems, snapshotProblem };
      throw new DeskError('SNAPSHOT_FAILED', snapshotProblem, { retryable: true });
    } finally {
      tell();
    }
  }

  async function copyToSecond(snapshot: SnapshotEntry): Promise<void> {
    const { secondFolder } = settings.current;
    if (secondFolder === null) return;
    try {
      await copySnapshot(snapshot, secondFolder);
      problems = { ...problems, secondProblem: null };
    } catch (thrown) {
      log.warn('second-folder-failed', { thrown });
      problems = { ...problems, secondProblem: copyProblem(thrown) };
    }
  }

  function isCovered(snapshot: SnapshotEntry | undefined): boolean {
    const { place } = mirror.standing;
    if (!snapshot || place === null) return false;
    const held = readSnapshotHead(snapshot.path).place;
    return (
      held.seq === place.seq &&
      held.hlc === place.hlc &&
      held.identities === place.identities &&
      held.outbox === place.outbox
    );
  }

  async function snapshotBefore(reason: SnapshotReason): Promise<SnapshotEntry> {
    await mirror.flush();
    const last = newest();
    return last && isCovered(last) ? last : take(reason);
  }

  /**
   * An engine whose files are damaged may take rows and show others. Where the store is closed because of that, it begins
   * with fresh files: what the networks can send again is read again.
   */
  async function makeSurely(
    database: string,
    source: RestoreSource,
    isOpen: boolean,
    follower: Follower,
  ) {
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

  async function putBack(
    wanted: RestoreSource,
    isOpen: boolean,
    follower: Follower = nobody,
  ): Promise<RestoredDesk> {
    const { generation, database: old } = standing;
    const database = `desk-core-${generation + 1}`;
    const source = { ...wanted, snapshot: await eraser.withoutErased(wanted.snapshot) };
    const made = await makeSurely(database, source, isOpen, follower);
    if (source.snapshot !== null && source.snapshot !== wanted.snapshot) {
      await removeAll([source.snapshot]);
    }
    const next = { generation: generation + 1, database };
    const { seq, records } = await takeSnapshot(room, next, 'restored');
    exchange({ database, seq, records }, old);
    log.info('restored', { ...made, database });
    tell();
    return { ...made, documents: 0 };
  }

  /** The open store is kept as a snapshot first; false for one that is closed, which stays beside the new one. */
  async function keepPresent(): Promise<boolean> {
    const failure = await data.call('person.get', {}).then(
      () => null,
      (thrown: unknown) => toFailure(thrown),
    );
    if (failure === null) await snapshotBefore('restore');
    else log.info('restore-over-closed-store', { code: failure.code });
    return failure === null;
  }

  data.onEvent(({ event }) => {
    if (event === 'changed') mirror.soon();
  });

  async function settle(): Promise<void> {
    if (isExchanged) return;
    await mirror.flush();
    const { marker, database, generation } = standing;
    const { place } = mirror.standing;
    if (place === null) return;
    const { records = 0, aside = null } = marker ?? {};
    if (aside !== null && aside !== database) await data.call('store.drop', { database: aside });
    const isKnown = marker !== null && marker.app === room.version && marker.engine === room.engine;
    if (!isKnown || aside !== null) {
      mark({ generation, database, seq: place.seq, records, aside: null });
    }
  }

  return {
    plan: () =>
      planOf(
        { ...standing, seq: Math.max(standing.seq, mirror.standing.place?.seq ?? 0) },
        room.engine,
      ),
    attached: () => {
      isExchanged = false;
      mirror.resume();
      eraser.tell().catch((thrown: unknown) => {
        log.warn('erased-not-told', { thrown });
      });
      setTimeout(() => {
        settle().catch((thrown: unknown) => {
          log.warn('safety-not-settled', { thrown });
        });
      }, settleMilliseconds).unref();
    },
    flush: settle,
    state: stateNow,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshotBefore: (reason) => inTurn(() => snapshotBefore(reason)),
    snapshotWhenDue: () =>
      inTurn(async () => {
        await mirror.flush();
        const last = newest();
        if (isCovered(last) || mirror.standing.place === null) return;
        const isOther = last !== undefined && last.app !== room.version;
        const age = Date.now() - (last?.at ?? 0);
        // A clock that was set back makes the newest snapshot one of tomorrow.
        if (isOther || age >= dayMilliseconds || age < 0) await take(isOther ? 'update' : 'daily');
      }),
    restore: (name) =>
      inTurn(async () => {
        const isOpen = await keepPresent();
        const { generation } = standing;
        if (name === null) {
          const from = await newestWhole(room, generation);
          return putBack({ snapshot: from?.path ?? null, journalOf: generation }, isOpen);
        }
        const chosen = listSnapshots(paths.snapshots).find((each) => each.name === name);
        if (!chosen) throw new DeskError('NOT_FOUND', 'This snapshot is no longer there.');
        const brings = changesAfter(chosen, listSnapshots(paths.snapshots)) > 0;
        return putBack(
          { snapshot: chosen.path, journalOf: brings ? chosen.generation : null },
          isOpen,
        );
      }),
    restoreFile: (path, follower = nobody) =>
      inTurn(async () => {
        follower.onProgress('Keeping what the desk holds now', 0, null);
        const isOpen = await keepPresent();
        return putBack({ snapshot: path, journalOf: null }, isOpen, follower);
      }),
    goOn: () => {
      exchange({ database: standing.database, seq: 0, records: 0 });
    },
    startEmpty: async () => {
      const database = `desk-core-${standing.generation + 1}`;
      // A restore that was interrupted may have left something there.
      await data.call('store.drop', { database });
      exchange({ database, seq: 0, records: 0 });
    },
    erase: (keys) => inTurn(() => eraser.erase(keys)),
    verify: () =>
      inTurn(async () => {
        await mirror.flush();
        return verifyDesk(room, readStanding(profile.folder));
      }),
    settings,
    chooseSecondFolder: async (folder) => {
      settings.change({ secondFolder: folder });
      problems = { ...problems, secondProblem: null };
      const last = newest();
      if (last) await copyToSecond(last);
      tell();
    },
    close: () => {
      mirror.close();
    },
  };
}
