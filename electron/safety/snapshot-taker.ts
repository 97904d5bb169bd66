import type { SafetyState, SnapshotReason } from '../../shared/ipc/safety';
import { DeskError, toFailure } from '../../shared/kernel/result';
import { reasonOf } from '../files';
import { diskWords } from './disk-words';
import { nobody, type Follower } from './follower';
import { piecesOf, readStore } from './read-store';
import type { SafetyRoom } from './room';
import type { SafetySettings } from './settings';
import { readSnapshotHead, type SnapshotEntry } from './snapshot-file';
import { copyProblem, copySnapshot, takeSnapshot, tidyUp } from './snapshots';
import type { StoreLedger } from './store-ledger';

type Problems = Pick<SafetyState, 'snapshotProblem' | 'secondProblem'>;

/** Takes snapshots of the store that is used, keeps as many as are needed, and copies them to the second folder. */
export interface SnapshotTaker {
  /** What stands in the way of it now. */
  readonly problems: Problems;
  take(reason: SnapshotReason): Promise<SnapshotEntry>;
  /** The newest one when nothing has changed since, or a new one. */
  before(reason: SnapshotReason, follower?: Follower): Promise<SnapshotEntry>;
  /** As `before`, of a store that nobody has opened yet. Does nothing for one that lacks what it must hold. */
  beforeOpening(reason: 'migration' | 'update' | 'erasure'): Promise<SnapshotEntry | null>;
  /** Takes one when the last is of another day and something has changed. */
  whenDue(): Promise<void>;
  /** Another folder was chosen: it gets the newest snapshot at once. */
  copyToSecond(): Promise<void>;
}

const dayMilliseconds = 86_400_000;

/** Creates it; `onChange` hears when a problem comes or goes. */
export function createSnapshotTaker(
  room: SafetyRoom,
  ledger: StoreLedger,
  settings: SafetySettings,
  onChange: () => void,
): SnapshotTaker {
  const { profile, log } = room;
  let problems: Problems = { snapshotProblem: null, secondProblem: null };

  async function take(
    reason: SnapshotReason,
    { onProgress }: Follower = nobody,
  ): Promise<SnapshotEntry> {
    const { generation, database } = ledger.standing;
    try {
      onProgress({ words: 'Reading the records', done: 0, total: null });
      const reading = await readStore(room, database);
      const { records } = reading;
      const pieces = piecesOf(room, reading, (share) => {
        const done = Math.round(share * records);
        onProgress({ words: 'Keeping the records', done, total: records, unit: 'rows', share });
      });
      return await keep(
        await takeSnapshot(room, { generation, database }, reason, reading, pieces),
      );
    } catch (thrown) {
      log.error('snapshot-failed', { reason, thrown });
      const snapshotProblem = diskWords(thrown, 'No snapshot was taken');
      problems = { ...problems, snapshotProblem };
      throw new DeskError('SNAPSHOT_FAILED', snapshotProblem, { retryable: true });
    } finally {
      onChange();
    }
  }

  async function keep(taken: SnapshotEntry): Promise<SnapshotEntry> {
    problems = { ...problems, snapshotProblem: null };
    ledger.mirror.rotate();
    await tidyUp(profile.folder);
    ledger.note(taken);
    await copy(taken);
    return taken;
  }

  async function copy(snapshot: SnapshotEntry): Promise<void> {
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

  /** Does the newest snapshot hold the store as it is at this place? */
  function holds(place: ReturnType<typeof readSnapshotHead>['place'] | null): SnapshotEntry | null {
    const last = ledger.newest();
    if (!last || place === null) return null;
    const held = readSnapshotHead(last.path).place;
    const isSame =
      held.seq === place.seq &&
      held.hlc === place.hlc &&
      held.identities === place.identities &&
      held.outbox === place.outbox;
    return isSame ? last : null;
  }

  async function beforeOpening(
    reason: 'migration' | 'update' | 'erasure',
  ): Promise<SnapshotEntry | null> {
    const { generation, database, seq } = ledger.standing;
    const reading = await readStore(room, database).catch((thrown: unknown) => {
      if (toFailure(thrown).code === 'NO_STORE') return null;
      throw thrown;
    });
    // An emptied store is for a person to decide about; it never takes the place of a snapshot.
    if (reading === null || reading.place.seq < seq || reading.place.seq === 0) return null;
    const held = holds(reading.place);
    if (held !== null) return held;
    try {
      return await keep(await takeSnapshot(room, { generation, database }, reason, reading));
    } catch (thrown) {
      throw new DeskError('SNAPSHOT_FAILED', `No snapshot could be taken: ${reasonOf(thrown)}`);
    }
  }

  return {
    get problems() {
      return problems;
    },
    take,
    before: async (reason, follower) => {
      await ledger.mirror.flush();
      return holds(ledger.mirror.standing.place) ?? take(reason, follower);
    },
    beforeOpening,
    whenDue: async () => {
      await ledger.mirror.flush();
      const { place } = ledger.mirror.standing;
      if (place === null || holds(place) !== null) return;
      const age = Date.now() - (ledger.newest()?.at ?? 0);
      // A clock that was set back makes the newest snapshot one of tomorrow.
      if (age >= dayMilliseconds || age < 0) await take('daily');
    },
    copyToSecond: async () => {
      problems = { ...problems, secondProblem: null };
      const last = ledger.newest();
      if (last) await copy(last);
      onChange();
    },
  };
}
