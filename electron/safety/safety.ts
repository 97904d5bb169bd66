import type {
  RestoredDesk,
  SafetyState,
  SnapshotReason,
  StorePlan,
  VerifyReport,
} from '../../shared/ipc/safety';
import type { ErasedPerson } from '../../shared/ipc/privacy';
import type { ErasureLists } from '../../shared/privacy/erasure-list';
import { createEraser } from './erase';
import type { Follower } from './follower';
import { createMakingReady } from './making-ready';
import { createPutBack } from './put-back';
import { safetyPaths, type SafetyRoom } from './room';
import { openSafetySettings, type SafetySettings } from './settings';
import { listSnapshots, type SnapshotEntry } from './snapshot-file';
import { createSnapshotTaker } from './snapshot-taker';
import { changesAfter } from './snapshots';
import { readStanding } from './standing';
import { openLedger } from './store-ledger';
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
  snapshotBefore(reason: SnapshotReason, follower?: Follower): Promise<SnapshotEntry>;
  /** Takes one when the last is of another day and something has changed. */
  snapshotWhenDue(): Promise<void>;
  /** Puts a snapshot back; with null everything that is on the disk, up to the last change. The page is to be loaded anew. */
  restore(snapshot: string | null): Promise<RestoredDesk>;
  /**
   * As `restore`, from the file of a snapshot that came from elsewhere. `rest` is waited for once the store is made, and
   * brings what belongs to it; where it fails, nothing is exchanged.
   */
  restoreFile(
    path: string,
    follower: Follower,
    rest: () => Promise<unknown>,
  ): Promise<RestoredDesk>;
  /** The person decides to go on with a store that lacks something. */
  goOn(): void;
  /** The person decides to begin with an empty store; the old one stays where it is. */
  startEmpty(): Promise<void>;
  /**
   * Erases people by the keys of what they are known by, and of the records that are them, which `begin` deletes: from the
   * store, which is made anew, and from every copy. The page is to be loaded anew. Once begun it comes to its end, at the
   * next start if need be.
   */
  erase(keys: readonly string[], begin: () => Promise<void>): Promise<Omit<ErasedPerson, 'kept'>>;
  /** Takes people who were erased out of a backup that was unpacked: its snapshot and the folder of its kept files. */
  eraseFromUnpacked(snapshot: string, documents: string): Promise<void>;
  /** Everybody who was erased here, as hashes. */
  erased(): ErasureLists;
  /** Which of some texts name somebody who was erased here; null where nobody ever was. */
  erasedIn(texts: readonly string[]): Promise<readonly boolean[] | null>;
  verify(): Promise<VerifyReport>;
  readonly settings: SafetySettings;
  chooseSecondFolder(folder: string | null): Promise<void>;
  close(): void;
}

/** What an earlier run wrote and could not copy any more is copied once the first screen stands. */
const settleMilliseconds = 1_000;

/** Opens what protects a desk; reads files only, before any window is made. */
export function openSafety(room: SafetyRoom): Safety {
  const { profile, log, data } = room;
  const paths = safetyPaths(profile.folder);
  const settings = openSafetySettings(paths.settings);
  const listeners = new Set<(state: SafetyState) => void>();
  let queue: Promise<unknown> = Promise.resolve();
  let ready: Promise<void> = Promise.resolve();
  const ledger = openLedger(room, tell);
  const { mirror } = ledger;
  const taker = createSnapshotTaker(room, ledger, settings, tell);
  const eraser = createEraser(room, {
    mirror,
    secondFolder: () => settings.current.secondFolder,
    take: () => taker.take('erasure'),
    takeClosed: () => taker.beforeOpening('erasure'),
    putBack: (snapshot) => putBack.make({ snapshot, journalOf: null }, true),
  });
  const putBack = createPutBack(room, ledger, taker, eraser.withoutErased);
  const makingReady = createMakingReady(room, ledger, taker, eraser);

  function tell(): void {
    const state = stateNow();
    for (const listener of listeners) listener(state);
  }

  function stateNow(): SafetyState {
    const { place, at, problem } = mirror.standing;
    const { generation, seq: known } = ledger.standing;
    const snapshots = listSnapshots(paths.snapshots);
    const own = snapshots.find((each) => each.generation === generation);
    const seq = Math.max(place?.seq ?? 0, known);
    return {
      mirror: { seq: place?.seq ?? null, at, problem },
      snapshots: snapshots.map(({ path: _path, database: _database, ...info }) => ({
        ...info,
        changesAfter: changesAfter(info, snapshots, paths.journal, generation),
      })),
      ...taker.problems,
      changesAfter: Math.max(0, seq - (own?.seq ?? 0)),
      ...settings.current,
    };
  }

  /**
   * Snapshots and restores come one after the other: the data worker reads one store at a time. What makes the store ready
   * waits for none of them: a command asks before the page is up, and then waits for a store that must first be made ready.
   */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = queue.then(() => ready).then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  /** As `inTurn`, for what puts another store in the place of this one. */
  function exchanging<Value>(work: () => Promise<Value>): Promise<Value> {
    return inTurn(work).finally(tell);
  }

  data.onEvent(({ event }) => {
    if (event === 'changed') mirror.soon();
  });

  return {
    plan: () => {
      const plan = ledger.plan();
      return { ...plan, waits: plan.refused === null && makingReady.isDue() };
    },
    attached: () => {
      ledger.arrived();
      if (makingReady.isDue()) ready = makingReady.run();
      eraser.tell().catch((thrown: unknown) => {
        log.warn('erased-not-told', { thrown });
      });
      setTimeout(() => {
        ledger.settle().catch((thrown: unknown) => {
          log.warn('safety-not-settled', { thrown });
        });
      }, settleMilliseconds).unref();
    },
    flush: ledger.settle,
    state: stateNow,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshotBefore: (reason, follower) => inTurn(() => taker.before(reason, follower)),
    snapshotWhenDue: () => inTurn(taker.whenDue),
    restore: (name) => exchanging(() => putBack.restore(name)),
    restoreFile: (path, follower, rest) =>
      exchanging(() => putBack.restoreFile(path, follower, rest)),
    goOn: ledger.goOn,
    startEmpty: async () => {
      const database = `desk-core-${ledger.standing.generation + 1}`;
      // A restore that was interrupted may have left something there.
      await data.call('store.drop', { database });
      ledger.exchange({ database, seq: 0, records: 0 });
    },
    erase: (keys, begin) => exchanging(() => eraser.erase(keys, begin)),
    eraseFromUnpacked: eraser.fromUnpacked,
    erased: eraser.known,
    erasedIn: eraser.erasedIn,
    verify: () =>
      inTurn(async () => {
        await mirror.flush();
        return verifyDesk(room, readStanding(profile.folder));
      }),
    settings,
    chooseSecondFolder: async (folder) => {
      settings.change({ secondFolder: folder });
      await taker.copyToSecond();
    },
    close: () => {
      mirror.close();
    },
  };
}
