import { join } from 'node:path';
import type { ErasedPerson } from '../../shared/ipc/privacy';
import { removeAll } from '../files';
import { eraseInFiles } from './backup/broker';
import { addErased, readErased, writeErased } from './erased';
import type { Mirror } from './mirror';
import { safetyPaths, type SafetyRoom } from './room';
import { listSegments } from './segments';
import { listSnapshots, type SnapshotEntry } from './snapshot-file';

/** What an erasure needs of everything else that keeps the desk safe. */
interface EraserParts {
  readonly mirror: Mirror;
  readonly secondFolder: () => string | null;
  /** Takes a snapshot of the store as it is. */
  readonly take: () => Promise<SnapshotEntry>;
  /** Makes the store anew from a snapshot. */
  readonly putBack: (snapshot: string) => Promise<unknown>;
}

/** Erases people from a desk and all its copies, and keeps them out of it. */
export interface Eraser {
  /** By the keys of what they are known by, and of the records that are them. */
  erase(keys: readonly string[]): Promise<Omit<ErasedPerson, 'kept'>>;
  /** The path of a snapshot without people who were erased since it was taken: the same, or a file of its own. */
  withoutErased(snapshot: string | null): Promise<string | null>;
  /** Tells the data worker whom it must not take in again, and learns whom a restored store knows. */
  tell(): Promise<void>;
}

/** Creates it for a desk. */
export function createEraser(
  { profile, data, log }: SafetyRoom,
  { mirror, secondFolder, take, putBack }: EraserParts,
): Eraser {
  const paths = safetyPaths(profile.folder);

  async function erase(keys: readonly string[]): Promise<Omit<ErasedPerson, 'kept'>> {
    const lists = await addErased(readErased(paths.erased), keys);
    // From here on nothing brings them back, even if this computer stops in the middle.
    writeErased(paths.erased, lists);
    await mirror.flush();
    const taken = await take();
    mirror.pause();
    // The pieces are about to be exchanged: nothing more is written to the one that is open.
    mirror.rotate();
    try {
      const second = secondFolder();
      const copies = second === null ? [] : listSnapshots(second);
      const all = [...listSnapshots(paths.snapshots), ...copies].map(({ path }) => path);
      const files = await eraseInFiles({
        task: 'erase',
        snapshots: all.map((path) => ({ from: path, to: path })),
        segments: listSegments(paths.journal).map(({ path }) => path),
        lists,
      });
      const { rows } = await data.call('privacy.eraseFacts', { lists });
      await putBack(taken.path);
      // What was set aside as damaged can't be cleaned.
      await removeAll([join(profile.folder, 'IndexedDB-set-aside')]);
      await removeRecordFiles();
      log.info('erased', { files, rows });
      return { files, networkRows: rows };
    } catch (thrown) {
      mirror.resume();
      throw thrown;
    }
  }

  async function withoutErased(snapshot: string | null): Promise<string | null> {
    const lists = readErased(paths.erased);
    if (snapshot === null || lists.length === 0) return snapshot;
    const to = join(paths.folder, 'erased-snapshot');
    const snapshots = [{ from: snapshot, to }];
    await eraseInFiles({ task: 'erase', snapshots, segments: [], lists });
    return to;
  }

  async function tell(): Promise<void> {
    const lists = readErased(paths.erased);
    const all = await data.call('privacy.know', { lists });
    if (JSON.stringify(all) !== JSON.stringify(lists)) writeErased(paths.erased, all);
    // A backup from before an erasure brought its files back.
    if (all.length > 0) await removeRecordFiles();
  }

  /**
   * Removes the kept copies of files that brought records in: what was taken from them stands in the records, and whom a
   * workbook names can't be told without reading all of it. Files of figures stay: figures are read from them again.
   */
  async function removeRecordFiles(): Promise<void> {
    const imports = await data.call('records.list', { kind: 'import' });
    await removeAll(
      imports.flatMap(({ values: { keptAs, reading } }) =>
        typeof keptAs === 'string' &&
        (reading ?? null) === null &&
        /^[0-9a-f]{64}\.\w+$/.test(keptAs)
          ? [join(paths.documents, keptAs)]
          : [],
      ),
    );
  }

  return { erase, withoutErased, tell };
}
