import { bulkBatch, isBulkBatch } from '../../../shared/ipc/bulk-batch';
import type { Undone } from '../../../shared/ipc/history';
import { uuidv7 } from '../../../shared/kernel/ids';
import { kindOf } from '../../../shared/records/index';
import { existence, linksOf } from '../../../shared/records/validation';
import { tellCoreChange } from './custom-fields';
import type { Core } from './database';
import { LaterChanges } from './later-changes';
import { readRecords } from './many-rows';
import { planUndo } from './plan-undo';
import type { WritePlan } from './plan-write';
import type { JournalEntry, OutboxRow, StoredEntry } from './stored';
import { namedEntry, newestToRedo, newestToUndo, newestUndoable, noteUndo } from './undo-order';
import { kindsOf, loadLookup, putRecords, takeStamp } from './write';

/** The most sentences of a bulk edit that are worth reading. */
const mostKept = 20;

type OnStep = (done: number, total: number) => void;

/**
 * Takes back one entry of this person, or the newest that isn't taken back yet, as a new entry of its own; an entry of a
 * bulk edit or of an imported file with all the others of it. Undoing an undo is a redo. Throws `NOT_FOUND`, `NOT_YOURS`,
 * `NOT_UNDOABLE` (derived steps), `NOTHING_TO_UNDO`. Of several entries `onStep` hears how many are back.
 */
export async function undoEntry(
  core: Core,
  id: string | undefined,
  onStep: OnStep = () => undefined,
): Promise<Undone> {
  return takeBack(core, await asked(core, id), onStep);
}

function asked(core: Core, id: string | undefined): Promise<StoredEntry> {
  return id === undefined ? newestUndoable(core) : namedEntry(core, id);
}

/** What Ctrl+Z does: takes the person's newest change back, imports left alone. Throws `NOTHING_TO_UNDO`, `IMPORT_STANDS`. */
export async function undoNewest(core: Core, onStep?: OnStep): Promise<Undone> {
  return takeBack(core, await newestToUndo(core), onStep);
}

/** Does again what was taken back last, while the person has changed nothing since. Throws `NOTHING_TO_REDO`. */
export async function redoNewest(core: Core, onStep?: OnStep): Promise<Undone> {
  return takeBack(core, await newestToRedo(core), onStep);
}

/** How many records one of these would change. Throws as it does. */
export async function sizeOfUndo(
  core: Core,
  of: 'records.undo' | 'history.undo' | 'history.redo',
  id?: string,
): Promise<{ readonly records: number }> {
  const find = {
    'records.undo': () => asked(core, id),
    'history.undo': () => newestToUndo(core),
    'history.redo': () => newestToRedo(core),
  }[of];
  const entries = await wholeEdit(core, await find());
  return { records: new Set(entries.flatMap(({ changes }) => changes.map(({ id }) => id))).size };
}

/** An entry, or all those of its bulk edit or imported file, the oldest first. */
async function wholeEdit({ database }: Core, asked: StoredEntry): Promise<StoredEntry[]> {
  const { batch } = asked;
  if (!isBulkBatch(batch)) return [asked];
  return database.journal.filter((entry) => entry.batch === batch).toArray();
}

async function takeBack(
  core: Core,
  asked: StoredEntry,
  onStep: OnStep = () => undefined,
): Promise<Undone> {
  const { database, chance } = core;
  const { batch } = asked;
  if (!isBulkBatch(batch))
    return undoOne(core, asked, await LaterChanges.load(core, [asked]), null);
  const all = await wholeEdit(core, asked);
  const takenBack = new Set<string>();
  await database.journal
    .where('seq')
    .above(all[0]?.seq ?? 0)
    .reverse()
    .each((entry) => noteUndo(takenBack, entry));
  const standing = all.filter((entry) => !takenBack.has(entry.id));
  const words = wordsOf(asked);
  const total = { ...words, entry: asked.id, batch, entries: 0, undone: 0, skipped: 0 };
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

/**
 * Takes back one entry by itself, also one that is part of a larger edit, whoever wrote it: for what every colleague may take
 * back, such as that two records are one.
 */
export async function takeBackEntry(core: Core, entry: StoredEntry): Promise<Undone> {
  return undoOne(core, entry, await LaterChanges.load(core, [entry]), null);
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
    [database.records, database.journal, database.outbox, database.meta],
    async () => {
      const decided = await decidedIn(core, entry);
      const lookup = await loadLookup(core, await idsOf(core, entry), createdIn(entry));
      const stamp = await takeStamp(core);
      const { plan, kept } = decided.some(({ state }) => hasLeft.includes(state))
        ? { plan: nothing, kept: [`‘${wordsOf(entry).words}’ stays: it has been sent already.`] }
        : planUndo(entry, later.after(entry), lookup, stamp);
      if (plan !== nothing) await decideAnew(core, entry, decided);
      const undo: JournalEntry = {
        id: uuidv7(chance),
        hlc: stamp,
        device: author.device,
        actor: author.person,
        origin: 'undo',
        batch,
        reason: reasonOf(entry),
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
    ...wordsOf(entry),
    entry: entry.id,
    batch: entry.batch,
    entries: 1,
    undone: result.undo.changes.length,
    skipped: result.kept.length,
    kept: result.kept,
  };
}

const nothing: WritePlan = { created: [], changed: [], touched: [], changes: [] };

/** States of something that is no longer here alone, or may not be. */
const hasLeft: readonly OutboxRow['state'][] = ['sending', 'sent', 'unknown'];

/** What an entry decided that has to be sent, or what was decided by the entry that it takes back. */
function decidedIn({ database }: Core, { id, undoes }: StoredEntry) {
  return database.outbox.filter(({ entry }) => entry === (undoes ?? id)).toArray();
}

/** What is taken back is not sent; what is done again waits again. */
async function decideAnew(
  { database }: Core,
  { undoes }: StoredEntry,
  decided: readonly (OutboxRow & { readonly seq: number })[],
): Promise<void> {
  const [from, to] =
    undoes === null ? (['waiting', 'cancelled'] as const) : (['cancelled', 'waiting'] as const);
  for (const { seq, state } of decided) {
    if (state === from) await database.outbox.update(seq, { state: to });
  }
}

const undoWord = 'Undo: ';
const redoWord = 'Redo: ';

/** What an entry did in the first place, without what was taken back and done again since. */
function wordsOf({ origin, reason }: JournalEntry): Pick<Undone, 'words' | 'isRedo'> {
  if (origin !== 'undo') return { words: reason, isRedo: false };
  if (reason.startsWith(redoWord)) return { words: reason.slice(redoWord.length), isRedo: false };
  return { words: reason.slice(undoWord.length), isRedo: true };
}

function reasonOf(entry: JournalEntry): string {
  const { words, isRedo } = wordsOf(entry);
  return `${isRedo ? redoWord : undoWord}${words}`;
}

/** The records of an entry, those that its old values refer to, and those that a record refers to which comes back. */
async function idsOf({ database }: Core, entry: JournalEntry): Promise<Set<string>> {
  const ids = new Set<string>();
  const returning: string[] = [];
  for (const { kind, id, field, from, to } of entry.changes) {
    ids.add(id);
    if (field === existence && to === false) returning.push(id);
    const definition = kindOf(kind).fields[field];
    if (definition)
      for (const link of [...linksOf(definition, from), ...linksOf(definition, to)]) ids.add(link);
  }
  for (const { links } of await readRecords(database, returning)) {
    for (const link of links) ids.add(link);
  }
  return ids;
}

function createdIn(entry: JournalEntry): string[] {
  return entry.changes
    .filter(({ field, to }) => field === existence && to === true)
    .map(({ id }) => id);
}
