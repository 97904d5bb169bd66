import { join } from 'node:path';
import type { VerifyReport } from '../../shared/ipc/safety';
import { toFailure } from '../../shared/kernel/result';
import { documentNames } from './documents';
import { hashFile } from './hash-file';
import { piecesOf, readStore } from './read-store';
import { safetyPaths, type SafetyRoom } from './room';
import { listSegments, readSegment } from './segments';
import { checkSnapshot, listSnapshots } from './snapshot-file';
import type { Standing } from './standing';

/** Reads everything that protects a desk to its end: the store, the copied journal, every snapshot, every document. */
export async function verifyDesk(room: SafetyRoom, standing: Standing): Promise<VerifyReport> {
  const store = await verifyStore(room, standing);
  const mirror = await verifyMirror(room, standing);
  const snapshots = await verifySnapshots(room);
  const documents = await verifyDocuments(room);
  const ok =
    store.failure === null &&
    mirror.damaged === 0 &&
    snapshots.every(({ problem }) => problem === null) &&
    documents.problems.length === 0;
  return { ok, store, mirror, snapshots, documents };
}

async function verifyStore(
  room: SafetyRoom,
  { database }: Standing,
): Promise<VerifyReport['store']> {
  try {
    // The open store refuses when it is not the one that the copies know.
    await room.data.call('person.get', {});
    const reading = await readStore(room, database);
    // What can't be read fails here; there is nothing to compare it with.
    const pieces = piecesOf(room, reading);
    for (let piece = await pieces.next(); piece.done !== true;) piece = await pieces.next();
    return { records: reading.records, seq: reading.place.seq, failure: null };
  } catch (thrown) {
    return { records: 0, seq: 0, failure: toFailure(thrown) };
  }
}

async function verifyMirror(
  { profile }: SafetyRoom,
  { seq }: Standing,
): Promise<VerifyReport['mirror']> {
  const segments = listSegments(safetyPaths(profile.folder).journal);
  let [lines, damaged] = [0, 0];
  for (const { path } of segments) {
    let torn = false;
    for await (const line of readSegment(path)) {
      // A torn end is what a power cut leaves; what stood there was written again. Damage is what other lines follow.
      if (torn) damaged += 1;
      torn = line === null;
      lines += 1;
    }
  }
  return { seq, segments: segments.length, lines, damaged };
}

async function verifySnapshots({ profile }: SafetyRoom): Promise<VerifyReport['snapshots']> {
  const found: VerifyReport['snapshots'][number][] = [];
  for (const { path, name, records } of listSnapshots(safetyPaths(profile.folder).snapshots)) {
    let problem: string | null = null;
    try {
      await checkSnapshot(path);
    } catch (thrown) {
      const { message, detail } = toFailure(thrown);
      problem = detail === undefined ? message : `${message} (${detail})`;
    }
    found.push({ name, records, problem });
  }
  return found;
}

/** Every kept file by its hash, and whether every file that a record needs is there. */
async function verifyDocuments({ profile, data }: SafetyRoom): Promise<VerifyReport['documents']> {
  const folder = safetyPaths(profile.folder).documents;
  const names = documentNames(folder);
  // Where the store can't be asked, its failure stands in the report; the files are read all the same.
  const needed = new Map<string, string>();
  for (const { file, record } of await data.call('files.named', {}).catch(() => [])) {
    if (!needed.has(file)) needed.set(file, record);
  }
  const problems: VerifyReport['documents']['problems'][number][] = [];
  for (const file of names) {
    if (file.startsWith(await hashFile(join(folder, file)))) continue;
    problems.push({ file, problem: 'damaged', record: needed.get(file) ?? null });
  }
  const damaged = problems.length;
  const there = new Set(names);
  for (const [file, record] of needed) {
    if (!there.has(file)) problems.push({ file, problem: 'missing', record });
  }
  return { files: names.length, damaged, missing: problems.length - damaged, problems };
}
