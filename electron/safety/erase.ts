import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErasedPerson } from '../../shared/ipc/privacy';
import { DeskError } from '../../shared/kernel/result';
import {
  ErasedFinder,
  erasureListsSchema,
  mergedLists,
  type ErasureLists,
} from '../../shared/privacy/erasure-list';
import { withoutMentions } from '../../shared/privacy/mentions';
import { reasonOf, removeAll, writeFileAtomicallySync } from '../files';
import { eraseInFiles } from './backup/broker';
import { crashPoint } from './crash-point';
import { addErased, readErased, writeErased } from './erased';
import { hashing } from './hashing';
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
  /** The same for a backup that was unpacked and not put back yet: its snapshot and its kept files. */
  fromUnpacked(snapshot: string, documents: string): Promise<void>;
  /** Everybody who was erased here. */
  known(): ErasureLists;
  /** Which of some texts name somebody who was erased here; null where nobody ever was. */
  erasedIn(texts: readonly string[]): Promise<readonly boolean[] | null>;
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
      return await eraseFrom(await take(), lists);
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
    const { files, unreadable } = await eraseInFiles({
      task: 'erase',
      snapshots: all.map((each) => ({ from: each, to: each })),
      segments: listSegments(paths.journal).map((each) => each.path),
      documents: paths.documents,
      lists: [...lists],
    });
    crashPoint('erase.files');
    const { rows } = await data.call('store.eraseFacts', { lists: [...lists] });
    crashPoint('erase.facts');
    await putBack(path);
    crashPoint('erase.made');
    // Versions before this one wrote sentences of errors into it.
    log.clear();
    // What was set aside as damaged can't be cleaned.
    await removeAll([join(profile.folder, 'IndexedDB-set-aside'), paths.erasing]);
    log.info('erased', { files, rows, unreadable });
    return { files, networkRows: rows, unreadable };
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
    await eraseInFiles({ task: 'erase', snapshots, segments: [], documents: null, lists });
    return to;
  }

  async function fromUnpacked(snapshot: string, documents: string): Promise<void> {
    const lists = readErased(paths.erased);
    if (lists.length === 0) return;
    const snapshots = [{ from: snapshot, to: snapshot }];
    await eraseInFiles({ task: 'erase', snapshots, segments: [], documents, lists });
  }

  async function erasedIn(texts: readonly string[]): Promise<readonly boolean[] | null> {
    const lists = readErased(paths.erased);
    if (lists.every(({ entries }) => entries.length === 0)) return null;
    const finder = new ErasedFinder(lists);
    for (const text of texts) finder.look(text);
    const keys = await finder.found(hashing);
    return texts.map((text) => withoutMentions(text, keys) !== text);
  }

  async function tell(): Promise<void> {
    const lists = readErased(paths.erased);
    const all = await data.call('privacy.know', { lists });
    if (JSON.stringify(all) !== JSON.stringify(lists)) writeErased(paths.erased, all);
  }

  return {
    erase,
    isUnfinished: () => existsSync(paths.erasing),
    finish,
    withoutErased,
    fromUnpacked,
    known: () => readErased(paths.erased),
    erasedIn,
    tell,
  };
}
