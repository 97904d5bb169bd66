import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotInfo, SnapshotReason, StoreReading } from '../../shared/ipc/safety';
import { DeskError } from '../../shared/kernel/result';
import { reasonOf, removeAll, replaceFile } from '../files';
import { piecesOf } from './read-store';
import { outdated } from './retention';
import { safetyPaths, type SafetyRoom } from './room';
import { lastPlace, listSegments, placeOfSegment } from './segments';
import { hashFile } from './hash-file';
import { listSnapshots, snapshotName, writeSnapshot, type SnapshotEntry } from './snapshot-file';

export interface SnapshotStore {
  readonly generation: number;
  readonly database: string;
}

/**
 * Takes a verified snapshot of a store that was read, from the pieces that wait since then or from those that were read
 * already. Throws when it can't be written and read back.
 */
export async function takeSnapshot(
  room: SafetyRoom,
  { generation, database }: SnapshotStore,
  reason: SnapshotReason,
  reading: StoreReading,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> = piecesOf(room, reading),
): Promise<SnapshotEntry> {
  const { profile, version } = room;
  const { schema, place, records, kinds, changedAt, profile: kind } = reading;
  const { snapshots } = safetyPaths(profile.folder);
  const head = {
    format: 1 as const,
    at: Date.now(),
    reason,
    app: version,
    schema,
    generation,
    database,
    place,
    records,
    kinds,
    changedAt,
    profile: kind,
    sample: profile.sample(),
  };
  const name = snapshotName(head);
  await writeSnapshot(join(snapshots, name), head, pieces);
  const taken = listSnapshots(snapshots).find((each) => each.name === name);
  if (!taken) throw new DeskError('SNAPSHOT_FAILED', 'The snapshot could not be read back.');
  return taken;
}

/**
 * Changes that come with a snapshot when it is put back: a generation that was left is put back with all that was copied
 * of it, and its newest snapshot brings the rest.
 */
export function changesAfter(
  { name, generation, seq }: SnapshotInfo,
  snapshots: readonly SnapshotInfo[],
  journal: string,
  present: number,
): number {
  if (generation >= present) return 0;
  if (snapshots.find((each) => each.generation === generation)?.name !== name) return 0;
  return Math.max(0, (lastPlace(journal, generation)?.place.seq ?? 0) - seq);
}

/** Lets go of snapshots that are too many, and of segments of the journal's copy that every kept snapshot holds. */
export async function tidyUp(profileFolder: string): Promise<void> {
  const { snapshots, journal } = safetyPaths(profileFolder);
  await removeAll(outdated(listSnapshots(snapshots)).map(({ path }) => path));
  const kept = listSnapshots(snapshots);
  const covered = listSegments(journal).filter(({ generation, path }) => {
    const own = kept.filter((each) => each.generation === generation);
    const reach = placeOfSegment(path)?.place.seq ?? Infinity;
    return own.length > 0 && own.every(({ seq }) => seq >= reach);
  });
  await removeAll(covered.map(({ path }) => path));
}

/** Copies a snapshot to the person's second folder and reads it back; old ones there go as they do here. */
export async function copySnapshot(snapshot: SnapshotEntry, folder: string): Promise<void> {
  const target = join(folder, snapshot.name);
  const wanted = await hashFile(snapshot.path);
  await replaceFile(
    target,
    async (write) => {
      for await (const chunk of createReadStream(snapshot.path)) await write(chunk as Buffer);
    },
    {
      check: async (temporary) => {
        if ((await hashFile(temporary)) !== wanted) {
          throw new DeskError('COPY_DAMAGED', 'The copy in the second folder is not the same.');
        }
      },
    },
  );
  await removeAll(outdated(listSnapshots(folder)).map(({ path }) => path));
}

/** Why the second folder has no copy, in words. */
export function copyProblem(thrown: unknown): string {
  return `The newest snapshot is not in your second folder: ${reasonOf(thrown)}`;
}
