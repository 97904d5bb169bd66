import { bulkBatch, isBulkBatch } from '../../../shared/ipc/bulk-batch';
import { uuidv7 } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { kindOf } from '../../../shared/records/index';
import { existence, linksOf } from '../../../shared/records/validation';
import { tellCoreChange } from './custom-fields';
import type { Core } from './database';
import { LaterChanges } from './later-changes';
import { planUndo } from './plan-undo';
import type { JournalEntry, StoredEntry } from './stored';
import { kindsOf, loadLookup, putRecords, takeStamp } from './write';

export interface Undone {
  /** Id of the entry that was taken back. */
  readonly entry: string;
  /** The batch of which it was; null when it stood alone. */
  readonly batch: string | null;
  /** How many entries were taken back. */
  readonly entries: number;
  /** How many fields went back. */
  readonly undone: number;
  /** How many things stay as they are. */
  readonly skipped: number;
  /** Plain sentences for the first of them. */
  readonly kept: readonly string[];
}

/** The most sentences of a bulk edit that are worth reading. */
const mostKept = 20;

/**
 * Takes back one entry of this person, or the newest that isn't taken back yet, as a new entry of its own; an entry of a
 * bulk edit or of an imported file with all the others of it. Undoing an undo is a redo. Throws `NOT_FOUND`, `NOT_YOURS`,
 * `NOT_UNDOABLE` (derived steps), `NOTHING_TO_UNDO`. Of several entries `onStep` hears how many are back.
 */
export async function undoEntry(
  core: Core,
  id: string | undefined,
  onStep: (done: number, total: number) => void = () => undefined,
): Promise<Undone> {
  const { database, chance } = core;
  const asked = await (id === undefined ? newestUndoable(core) : namedEntry(core, id));
  const { batch } = asked;
  if (!isBulkBatch(batch))
    return undoOne(core, asked, await LaterChanges.load(core, [asked]), null);
  const all = await database.journal.filter((entry) => entry.batch === batch).toArray();
  const takenBack = new Set<string>();
  await database.journal
    .where('seq')
    .above(all[0]?.seq ?? 0)
    .reverse()
    .each((entry) => noteUndo(takenBack, entry));
  const standing = all.filter((entry) => !takenBack.has(entry.id));
  const total = { entry: asked.id, batch, entries: 0, undone: 0, skipped: 0 };
  const kept: string[] = [];
  if (standing.length === 0) return { ...total, kept };
  const later = await LaterChanges.load(core, standing);
  const together = bulkBatch(uuidv7(chance));
  // The newest first, one by one: each is whole in itself, and what is left after a crash can be taken back again.
  for (const entry of standing.reverse()) {
    onStep(total.entries, standing.length);
    const one = await undoOne(core, entry, later, together);
    total.entries += 1;
    total.undone += one.undone;
    total.skipped += one.skipped;
    kept.push(...one.kept.slice(0, mostKept - kept.length));
  }
  return { ...total, kept };
}

async function undoOne(
  core: Core,
  entry: StoredEntry,
  later: LaterChanges,
  batch: string | null,
): Promise<Undone> {
  const { database, author, chance } = core;
  const result = await database.transaction(
    'rw',
    [database.records, database.journal, database.meta],
    async () => {
      const lookup = await loadLookup(core, idsOf(entry), createdIn(entry));
      const stamp = await takeStamp(core);
      const { plan, kept } = planUndo(entry, later.after(entry), lookup, stamp);
      const undo: JournalEntry = {
        id: uuidv7(chance),
        hlc: stamp,
        device: author.device,
        actor: author.person,
        origin: 'undo',
        batch,
        reason: `Undo: ${entry.reason}`,
        undoes: entry.id,
        changes: plan.changes,
      };
      await putRecords(core, plan);
      const seq = await database.journal.add(undo);
      return { undo: { ...undo, seq }, kept, kinds: kindsOf(plan) };
    },
  );
  later.note(result.undo);
  await tellCoreChange(core, { kinds: result.kinds, identities: false });
  return {
    entry: entry.id,
    batch: entry.batch,
    entries: 1,
    undone: result.undo.changes.length,
    skipped: result.kept.length,
    kept: result.kept,
  };
}

async function namedEntry({ database, author }: Core, id: string): Promise<StoredEntry> {
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

/** What a person did: by hand, or by bringing a file in. */
function isUndoable({ origin, batch }: StoredEntry): boolean {
  return origin === 'person' || (origin === 'import' && isBulkBatch(batch));
}

async function newestUndoable({ database, author }: Core): Promise<StoredEntry> {
  const takenBack = new Set<string>();
  const found = await database.journal
    .reverse()
    .filter((entry) => {
      noteUndo(takenBack, entry);
      if (takenBack.has(entry.id)) return false;
      return isUndoable(entry) && entry.actor === author.person;
    })
    .first();
  if (!found) throw new DeskError('NOTHING_TO_UNDO', 'There is nothing of yours to undo.');
  return found;
}

/** Going back through the journal: notes what an entry takes back, unless that was taken back itself. */
function noteUndo(takenBack: Set<string>, { id, undoes }: StoredEntry): void {
  if (undoes !== null && !takenBack.has(id)) takenBack.add(undoes);
}

/** The records of an entry and those that its old values refer to. */
function idsOf(entry: JournalEntry): Set<string> {
  const ids = new Set<string>();
  for (const { kind, id, field, from, to } of entry.changes) {
    ids.add(id);
    const definition = kindOf(kind).fields[field];
    if (definition)
      for (const link of [...linksOf(definition, from), ...linksOf(definition, to)]) ids.add(link);
  }
  return ids;
}

function createdIn(entry: JournalEntry): string[] {
  return entry.changes
    .filter(({ field, to }) => field === existence && to === true)
    .map(({ id }) => id);
}
