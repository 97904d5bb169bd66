import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErasedPerson } from '../../shared/ipc/privacy';
import { DeskError } from '../../shared/kernel/result';
import {
  erasureListsSchema,
  mergedLists,
  type ErasureLists,
} from '../../shared/privacy/erasure-list';
import { reasonOf, removeAll, writeFileAtomicallySync } from '../files';
import { eraseInFiles } from './backup/broker';
import { crashPoint } from './crash-point';
import { addErased, readErased, writeErased } from './erased';
import type { Mirror } from './mirror';
import { safetyPaths, type SafetyRoom } from './room';
import { listSegments } from './segments';
import { listSnapshots, type SnapshotEntry } from './snapshot-file';

/** What an erasure needs of everything else that keeps the desk safe. */
interface EraserParts {
  readonly mirror: Mirror;
  readonly secondFolder: () => string | null;
  /** Takes a snapshot of the store as it is, while it is open. */
  readonly take: () => Promise<SnapshotEntry>;
  /** The same before it is opened; null for a store that lacks something. */
  readonly takeClosed: () => Promise<SnapshotEntry | null>;
  /** Makes the store anew from a snapshot. */
  readonly putBack: (snapshot: string) => Promise<unknown>;
}

/** Erases people from a desk and all its copies, and keeps them out of it. */
export interface Eraser {
  /** By the keys of what they are known by, and of the records that are them; `begin` deletes those, once nothing can be forgotten. */
  erase(keys: readonly string[], begin: () => Promise<void>): Promise<Omit<ErasedPerson, 'kept'>>;
  /** Has an erasure begun that did not come to its end? */
  isUnfinished(): boolean;
  /** Ends it, before the store is opened. */
  finish(): Promise<void>;
  /** The path of a snapshot without people who were erased since it was taken: the same, or a file of its own. */
  withoutErased(snapshot: string | null): Promise<string | null>;
  /** Tells the data worker whom it must not take in again, and learns whom a restored store knows. */
  tell(): Promise<void>;
}

const unfinishedSchema = z.object({ lists: erasureListsSchema });

/** Creates it for a desk. */
export function createEraser(
  { profile, data, log }: SafetyRoom,
  { mirror, secondFolder, take, takeClosed, putBack }: EraserParts,
): Eraser {
  const paths = safetyPaths(profile.folder);

  async function erase(
    keys: readonly string[],
    begin: () => Promise<void>,
  ): Promise<Omit<ErasedPerson, 'kept'>> {
    const lists = await addErased(readErased(paths.erased), keys);
    // From here on it comes to its end, even if this computer stops in the middle.
    writeFileAtomicallySync(paths.erasing, `${JSON.stringify({ lists })}\n`);
    crashPoint('erase.begun');
    writeErased(paths.erased, lists);
    try {
      await begin();
      await mirror.flush();
      const found = await eraseFrom(await take(), lists);
      await removeRecordFiles();
      return found;
    } catch (thrown) {
      mirror.resume();
      log.error('erasure-unfinished', { thrown });
      throw new DeskError(
        'ERASURE_UNFINISHED',
        `The erasure could not be finished: ${reasonOf(thrown)} Quarterdeck goes on with it at its next start.`,
      );
    }
  }

  /** Every step may have been done before: each leaves what is clean as it is. */
  async function eraseFrom(
    { path }: SnapshotEntry,
    lists: ErasureLists,
  ): Promise<Omit<ErasedPerson, 'kept'>> {
    mirror.pause();
    // The pieces are about to be exchanged: nothing more is written to the one that is open.
    mirror.rotate();
    const second = secondFolder();
    const copies = second === null ? [] : listSnapshots(second);
    const all = [...listSnapshots(paths.snapshots), ...copies].map((each) => each.path);
    const files = await eraseInFiles({
      task: 'erase',
      snapshots: all.map((each) => ({ from: each, to: each })),
      segments: listSegments(paths.journal).map((each) => each.path),
      lists: [...lists],
    });
    crashPoint('erase.files');
    const { rows } = await data.call('store.eraseFacts', { lists: [...lists] });
    crashPoint('erase.facts');
    await putBack(path);
    crashPoint('erase.made');
    // What was set aside as damaged can't be cleaned.
    await removeAll([join(profile.folder, 'IndexedDB-set-aside'), paths.erasing]);
    log.info('erased', { files, rows });
    return { files, networkRows: rows };
  }

  async function finish(): Promise<void> {
    const { lists } = unfinishedSchema.parse(JSON.parse(readFileSync(paths.erasing, 'utf8')));
    const merged = mergedLists(lists, readErased(paths.erased));
    writeErased(paths.erased, merged);
    const taken = await takeClosed();
    if (taken === null) return;
    await eraseFrom(taken, merged);
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

  return { erase, isUnfinished: () => existsSync(paths.erasing), finish, withoutErased, tell };
}
