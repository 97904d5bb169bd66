import { isBulkBatch } from '../../../shared/ipc/bulk-batch';
import { DeskError } from '../../../shared/kernel/result';
import type { Core, CoreDatabase } from './database';
import type { StoredEntry } from './stored';

/*
 * What is taken back next is worked out from the journal alone: an entry stands unless a standing one takes it back. So the
 * order is the same after a restart, and on every screen.
 */

/** Entries that are read at once while going back. */
const readAtOnce = 16;

/** The journal from its end to its beginning. */
export async function* newestFirst({ journal }: CoreDatabase): AsyncGenerator<StoredEntry> {
  for (let before = Infinity; ;) {
    const read = await journal.where('seq').below(before).reverse().limit(readAtOnce).toArray();
    yield* read;
    const last = read.at(-1);
    if (last === undefined || read.length < readAtOnce) return;
    before = last.seq;
  }
}

/** Going back through the journal: notes what an entry takes back, unless that was taken back itself. */
export function noteUndo(takenBack: Set<string>, { id, undoes }: StoredEntry): void {
  if (undoes !== null && !takenBack.has(id)) takenBack.add(undoes);
}

/** What a person did: by hand, or by bringing a file in. */
export function isUndoable({ origin, batch }: Pick<StoredEntry, 'origin' | 'batch'>): boolean {
  return origin === 'person' || (origin === 'import' && isBulkBatch(batch));
}

/** An entry that this person may take back. Throws `NOT_FOUND`, `NOT_YOURS`, `NOT_UNDOABLE`. */
export async function namedEntry({ database, author }: Core, id: string): Promise<StoredEntry> {
  const entry = await database.journal.where('id').equals(id).first();
  if (!entry) throw new DeskError('NOT_FOUND', 'There is no such change in the journal.');
  if (entry.actor !== author.person) {
    throw new DeskError('NOT_YOURS', 'A colleague made this change; only its author can undo it.');
  }
  if (entry.origin !== 'undo' && !isUndoable(entry)) {
    throw new DeskError(
      'NOT_UNDOABLE',
      'This change was worked out from network data, so there is nothing of a person to take back.',
    );
  }
  return entry;
}

/** The person's newest entry that stands, an import included. Throws `NOTHING_TO_UNDO`. */
export async function newestUndoable({ database, author }: Core): Promise<StoredEntry> {
  const takenBack = new Set<string>();
  let ofOthers = false;
  for await (const entry of newestFirst(database)) {
    noteUndo(takenBack, entry);
    if (takenBack.has(entry.id) || !isUndoable(entry)) continue;
    if (entry.actor === author.person) return entry;
    ofOthers = true;
  }
  throw new DeskError(
    'NOTHING_TO_UNDO',
    ofOthers
      ? 'There is nothing of yours to undo. What colleagues changed, they alone can take back.'
      : 'There is nothing of yours to undo.',
  );
}

/**
 * The entry that the key takes back next. Throws `NOTHING_TO_UNDO`, and `IMPORT_STANDS` when the person's newest change is
 * a file that was brought in: so much is not taken back by a key that is pressed in passing.
 */
export async function newestToUndo(core: Core): Promise<StoredEntry> {
  const entry = await newestUndoable(core);
  if (entry.origin !== 'import') return entry;
  throw new DeskError(
    'IMPORT_STANDS',
    `Your newest change is a file that you brought in (${entry.reason}). It is taken back as a whole in the History or in Import & export; nothing was changed.`,
  );
}

/** The undo that is taken back next: the newest that stands, if the person has done nothing else since. Throws `NOTHING_TO_REDO`. */
export async function newestToRedo({ database, author }: Core): Promise<StoredEntry> {
  const takenBack = new Set<string>();
  for await (const entry of newestFirst(database)) {
    noteUndo(takenBack, entry);
    if (entry.actor !== author.person || entry.origin === 'derived') continue;
    if (entry.origin !== 'undo') break;
    if (!takenBack.has(entry.id) && (await takesBack(database, entry))) return entry;
  }
  throw new DeskError(
    'NOTHING_TO_REDO',
    'There is nothing to do again: nothing was undone since your last change.',
  );
}

/** Does an undo take something back, or does it do again what another one took back? */
async function takesBack({ journal }: CoreDatabase, { undoes }: StoredEntry): Promise<boolean> {
  const target = await journal
    .where('id')
    .equals(undoes ?? '')
    .first();
  return target !== undefined && target.origin !== 'undo';
}
