import { DeskError } from '../../shared/kernel/result';
import { coreSchema } from '../../shared/records/upgrades';
import { crashPoint } from './crash-point';
import { nobody, partOf, type Follower } from './follower';
import { createTableDigest, differenceOf } from './digest';
import { readWhole, type ReadStore } from './read-store';
import { safetyPaths, type SafetyRoom } from './room';
import { isFrame, listSegments, readSegment } from './segments';
import {
  checkSnapshot,
  listSnapshots,
  readSnapshotHead,
  type SnapshotEntry,
} from './snapshot-file';

/** What a store is made from: a snapshot, and the copied journal of its generation on top of it. */
export interface RestoreSource {
  /** The path of a snapshot; null for a journal that was copied from its beginning. */
  readonly snapshot: string | null;
  /** The generation whose copied journal is replayed; null for none. */
  readonly journalOf: number | null;
}

export interface MadeStore {
  readonly seq: number;
  readonly records: number;
  /** Changes that came from the copied journal. */
  readonly replayed: number;
  /** What was read of it to be compared; null when something was put over that, or nothing was compared. */
  readonly compared: ReadStore | null;
}

/** Lines that cross to the data worker at once. */
const linesAtOnce = 40;

/**
 * Makes a store of this name beside the one that is used. What the snapshot held is read back from the new store and
 * compared by counts and hashes before the journal goes on top. Throws `SNAPSHOT_DAMAGED` or `RESTORE_FAILED`; then
 * nothing has taken the old store's place.
 */
export async function makeStoreFrom(
  room: SafetyRoom,
  database: string,
  { snapshot, journalOf }: RestoreSource,
  follower: Follower = nobody,
): Promise<MadeStore> {
  const { data } = room;
  const { signal, onProgress } = follower;
  const putBack = partOf(follower, 0.1, 0.6);
  if (snapshot !== null && readSnapshotHead(snapshot).schema > coreSchema) {
    throw new DeskError(
      'NEWER_STORE',
      'This copy was made by a newer version of Quarterdeck. Install that version to restore it. Nothing was changed.',
    );
  }
  await data.call('store.make', { database });
  let compared: ReadStore | null = null;
  if (snapshot !== null) {
    const { records, place } = readSnapshotHead(snapshot);
    let rows = 0;
    // The worker reads a piece while the engine still writes the one before it.
    let [before, putting] = [Promise.resolve(), Promise.resolve()];
    const sums = await checkSnapshot(snapshot, async (lines) => {
      await before;
      signal.throwIfAborted();
      crashPoint('restore.put');
      before = putting;
      putting = data.call('store.put', { database, lines: new Uint8Array(lines) }).then((put) => {
        rows += put.rows;
        const total = records + place.seq;
        const done = Math.min(rows, total);
        putBack.onProgress({ words: 'Putting the records back', done, total, unit: 'rows' });
      });
      // Whoever waits for it hears of its failure; a damaged snapshot may end the reading before anybody does.
      putting.catch(() => undefined);
    });
    await before;
    await putting;
    onProgress({ words: 'Comparing what was put back', done: 0, total: null, share: 0.6 });
    const digest = createTableDigest();
    compared = await readWhole(room, database, digest.update);
    const difference = differenceOf(digest.sums(), sums);
    if (difference !== null) {
      room.log.error('restore-differs', { database, difference });
      throw new DeskError(
        'RESTORE_FAILED',
        'The restored store is not what the snapshot holds, so it was not used. Your desk is as it was.',
        { detail: difference },
      );
    }
  }
  const replayed = journalOf === null ? 0 : await replayJournal(room, database, journalOf);
  crashPoint('restore.made');
  const { seq, records } = await data.call('store.finish', { database });
  // An entry that was added says that records were brought to the form of this version.
  const isAsCompared = replayed === 0 && seq === compared?.reading.place.seq;
  return { seq, records, replayed, compared: isAsCompared ? compared : null };
}

async function replayJournal(
  { data, profile, log }: SafetyRoom,
  database: string,
  generation: number,
): Promise<number> {
  let [replayed, damaged] = [0, 0];
  let lines: string[] = [];
  const send = async (): Promise<void> => {
    if (lines.length === 0) return;
    replayed += (await data.call('store.replay', { database, lines })).replayed;
    lines = [];
  };
  for (const { path, generation: own } of listSegments(safetyPaths(profile.folder).journal)) {
    if (own !== generation) continue;
    for await (const line of readSegment(path)) {
      if (line === null) damaged += 1;
      else if (!isFrame(line)) lines.push(line);
      if (lines.length >= linesAtOnce) await send();
    }
  }
  await send();
  if (damaged > 0) log.warn('journal-lines-damaged', { damaged });
  return replayed;
}

/**
 * The newest snapshot of a generation that is whole, read to its end; null when there is none and the journal was copied
 * from its beginning. Throws `NOTHING_TO_RESTORE` when neither is there.
 */
export async function newestWhole(
  { profile, log }: SafetyRoom,
  generation: number,
): Promise<SnapshotEntry | null> {
  const { snapshots, journal } = safetyPaths(profile.folder);
  const own = listSnapshots(snapshots).filter((each) => each.generation === generation);
  for (const each of own) {
    try {
      await checkSnapshot(each.path);
      return each;
    } catch (thrown) {
      log.warn('snapshot-damaged', { name: each.name, thrown });
    }
  }
  const first = listSegments(journal).find((segment) => segment.generation === generation);
  if (own.length === 0 && first?.number === 1) return null;
  throw new DeskError(
    'NOTHING_TO_RESTORE',
    'No whole copy of this desk is on this computer. Restore a backup file, or open another desk.',
  );
}
