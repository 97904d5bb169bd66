import { uuidv7 } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { kindOf } from '../../../shared/records/index';
import { existence, linksOf } from '../../../shared/records/validation';
import { announceChange } from './changes';
import type { Core } from './database';
import { planUndo } from './plan-undo';
import type { JournalEntry, StoredEntry } from './stored';
import { kindsOf, loadLookup, putRecords, takeStamp } from './write';

export interface Undone {
  /** Id of the entry that was taken back. */
  readonly entry: string;
  /** How many fields went back. */
  readonly undone: number;
  /** Plain sentences for what stays as it is. */
  readonly kept: readonly string[];
}

/**
 * Takes back one entry of this person, or the newest that isn't taken back yet, as a new entry of its own. Undoing an
 * undo is a redo. Throws `NOT_FOUND`, `NOT_YOURS`, `NOT_UNDOABLE` (imports and derived steps), `NOTHING_TO_UNDO`.
 */
export async function undoEntry(core: Core, id: string | undefined): Promise<Undone> {
  const { database, author, chance } = core;
  const result = await database.transaction(
    'rw',
    [database.records, database.journal, database.meta],
    async () => {
      const entry = id === undefined ? await newestUndoable(core) : await namedEntry(core, id);
      const lookup = await loadLookup(core, idsOf(entry), createdIn(entry));
      const later = await laterEntries(core, entry);
      const stamp = await takeStamp(core);
      const { plan, kept } = planUndo(entry, later, lookup, stamp);
      const undo: JournalEntry = {
        id: uuidv7(chance),
        hlc: stamp,
        device: author.device,
        actor: author.person,
        origin: 'undo',
        batch: null,
        reason: `Undo: ${entry.reason}`,
        undoes: entry.id,
        changes: plan.changes,
      };
      await putRecords(core, plan);
      await database.journal.add(undo);
      return { entry: entry.id, undone: plan.changes.length, kept, kinds: kindsOf(plan) };
    },
  );
  announceChange({ kinds: result.kinds, identities: false });
  return { entry: result.entry, undone: result.undone, kept: result.kept };
}

async function namedEntry({ database, author }: Core, id: string): Promise<StoredEntry> {
  const entry = await database.journal.where('id').equals(id).first();
  if (!entry) throw new DeskError('NOT_FOUND', 'There is no such change in the journal.');
  if (entry.actor !== author.person) {
    throw new DeskError('NOT_YOURS', 'A colleague made this change; only its author can undo it.');
  }
  if (entry.origin !== 'person' && entry.origin !== 'undo') {
    throw new DeskError(
      'NOT_UNDOABLE',
      'This change was made by an import or worked out from network data, so there is nothing of a person to take back.',
    );
  }
  return entry;
}

async function newestUndoable({ database, author }: Core): Promise<StoredEntry> {
  const takenBack = new Set<string>();
  const found = await database.journal
    .reverse()
    .filter((entry) => {
      if (takenBack.has(entry.id)) return false;
      if (entry.undoes !== null) takenBack.add(entry.undoes);
      return entry.origin === 'person' && entry.actor === author.person;
    })
    .first();
  if (!found) throw new DeskError('NOTHING_TO_UNDO', 'There is nothing of yours to undo.');
  return found;
}

/** The entries after this one that touch the same records, oldest first. */
async function laterEntries({ database }: Core, entry: StoredEntry): Promise<StoredEntry[]> {
  const ids = new Set(entry.changes.map((change) => change.id));
  return database.journal
    .where('seq')
    .above(entry.seq)
    .filter(({ changes }) => changes.some((change) => ids.has(change.id)))
    .toArray();
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
