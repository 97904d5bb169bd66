import { coversDays } from '../../../shared/sync/plan';
import type { Batch, BatchAck } from '../../../shared/sync/batch';
import { withoutErasedPeople } from '../privacy/sync-batch';
import { announceChange } from './changes';
import { blockNamesAfter, newChangeSet, type ChangeSet } from './change-set';
import { commitChanges } from './commit-changes';
import { addWindow, endWindow, type CursorRecord } from './cursor';
import { removeAbsent } from './deletions';
import { ingestRoster, markLeft } from './ingest-roster';
import { ingestTraffic } from './ingest-traffic';
import { ingestTransactions } from './ingest-transactions';
import { noteQuarantine, settleQuarantine } from './quarantine';
import { dropSession, sessionOf, type Session, type TaskProgress } from './sessions';
import { inSourceOrder } from './source-state';
import { monthsOfWindow } from './traffic-block';

/**
 * Commits batches of one session that arrived together: rows, rollups, cursor and quarantine in one transaction. A batch
 * that was already applied is acknowledged again; one of an ended run, or out of order, is refused by an acknowledgement
 * that says stop. Gives one acknowledgement for each, in their order. Never throws.
 */
export async function applyBatches(batches: readonly Batch[]): Promise<BatchAck[]> {
  const session = sessionOf(batches[0]?.session ?? '');
  if (session === undefined) return batches.map(ended);
  return inSourceOrder(session.program.source, async () => {
    if (sessionOf(session.id) !== session) return batches.map(ended);
    try {
      return await applyInOrder(session, batches);
    } catch (thrown) {
      return failed(batches, session, thrown);
    }
  });
}

async function applyInOrder(session: Session, batches: readonly Batch[]): Promise<BatchAck[]> {
  const changes = newChangeSet();
  const acks: BatchAck[] = [];
  const sum = { sequence: session.sequence, received: 0, changed: 0, removed: 0 };
  for (const batch of batches) {
    if (batch.session !== session.id) {
      acks.push(ended(batch));
    } else if (batch.sequence <= sum.sequence) {
      acks.push(acknowledge(batch, 0, 0));
    } else if (batch.sequence !== sum.sequence + 1) {
      const words = 'A part of the sync got lost on its way; run it again.';
      acks.push(stop(batch, session, 'BATCH_LOST', words));
    } else {
      const ack = await applyOne(session, batch, changes);
      if (ack === null) {
        const words = `The sync brought rows that nobody asked for (${batch.task}).`;
        acks.push(stop(batch, session, 'UNKNOWN_TASK', words));
        continue;
      }
      acks.push(ack);
      sum.sequence = batch.sequence;
      sum.received += batch.received;
      sum.changed += ack.changed;
      sum.removed += ack.removed;
    }
  }
  if (sum.sequence === session.sequence) return acks;
  await commitChanges(session.state, changes);
  session.sequence = sum.sequence;
  session.received += sum.received;
  session.changed += sum.changed;
  session.removed += sum.removed;
  if (sum.changed + sum.removed > 0) announceChange(session.program.source);
  return acks;
}

/** Adds what one batch changes; null when it belongs to no task of the session. */
async function applyOne(
  session: Session,
  received: Batch,
  changes: ChangeSet,
): Promise<BatchAck | null> {
  const batch = await withoutErasedPeople(received);
  const progress = progressOf(session, batch.task);
  if (progress === null) return null;
  const counts = { changed: 0, removed: 0 };
  progress.received += batch.received;
  noteQuarantine(session, progress, batch, changes);
  if (batch.answer.state === 'answered') {
    counts.changed += await takeRows(session, progress, batch, changes, counts);
  }
  let held: string | null = null;
  if (batch.note.complete || batch.answer.state !== 'answered') {
    held = await endOfWindow(session, progress, batch, changes, counts);
  }
  const ack = acknowledge(batch, counts.changed, counts.removed);
  return held === null ? ack : { ...ack, stop: { code: 'DELETIONS_HELD', message: held } };
}

function progressOf(session: Session, id: string): TaskProgress | null {
  const known = session.open.get(id);
  if (known !== undefined) return known;
  const task = session.tasks.get(id);
  // A chain that starts over after its end is read again from nothing.
  return task === undefined
    ? null
    : { task, ended: [], seen: new Set(), received: 0, quarantined: new Map() };
}

async function takeRows(
  session: Session,
  progress: TaskProgress,
  batch: Batch,
  changes: ChangeSet,
  counts: { removed: number },
): Promise<number> {
  const { state, startedAt } = session;
  const { columns, resource } = batch;
  if (columns === null) return 0;
  switch (columns.kind) {
    case 'traffic': {
      const change = await ingestTraffic(state, changes, columns, batch.note.window);
      counts.removed += change.removed;
      return change.changed;
    }
    case 'transactions':
      for (const id of columns.id) progress.seen.add(id);
      return ingestTransactions(state, changes, resource, columns);
    case 'roster':
      for (const { id } of columns.rows) progress.seen.add(id);
      return ingestRoster(state, changes, resource, columns.rows, startedAt);
  }
}

/** Settles a window that has ended; answers the sentence of the fail-safe when it held deletions back. */
async function endOfWindow(
  session: Session,
  progress: TaskProgress,
  batch: Batch,
  changes: ChangeSet,
  counts: { changed: number; removed: number },
): Promise<string | null> {
  const { state } = session;
  const { resource, note, answer } = batch;
  const { task } = progress;
  const clean = progress.quarantined.size === 0;
  let held: string | null = null;
  if (answer.state === 'answered' && note.exhaustive && clean && resource !== 'traffic') {
    const everything = session.rosters.has(resource);
    const outcome = await removeAbsent(state, changes, resource, note.window, {
      seen: progress.seen,
      everything,
    });
    counts.removed += outcome.removed;
    held = outcome.held;
    if (everything) {
      counts.changed += await markLeft(state, changes, resource, progress.seen, session.startedAt);
    }
  }
  await settleQuarantine(session, progress, batch, changes);
  let cursor = changes.cursors.get(resource) ?? state.cursor(resource);
  if (note.exhaustive && !isSilence(session, progress, batch, changes)) {
    const { window } = note;
    const { received } = progress;
    const quarantined = progress.quarantined.size;
    const end = { window, answer, received, quarantined, at: session.startedAt };
    cursor = endWindow(cursor, end, clean && held === null);
  }
  if (answer.state !== 'answered' || held !== null) session.failed.add(resource);
  progress.ended = addWindow(progress.ended, note.window);
  progress.seen.clear();
  progress.quarantined.clear();
  progress.received = 0;
  const { from, to } = task.window;
  if (answer.state !== 'answered' || coversDays(progress.ended, from, to)) {
    session.open.delete(task.id);
    cursor = endTask(session, progress, cursor);
  }
  changes.cursors.set(resource, cursor);
  return held;
}

/** Did a report that once had rows for these days answer without any? What is stored stays, and so does its cursor. */
function isSilence(
  session: Session,
  progress: TaskProgress,
  batch: Batch,
  changes: ChangeSet,
): boolean {
  if (batch.resource !== 'traffic' || batch.answer.state !== 'answered' || progress.received > 0) {
    return false;
  }
  const stored = new Set(blockNamesAfter(session.state, changes, 'traffic'));
  return monthsOfWindow(batch.note.window).some((month) => stored.has(`traffic|${month}`));
}

/** Notes a finished walk, or finished reads by another date, when this task was the last of its kind. */
function endTask(session: Session, progress: TaskProgress, cursor: CursorRecord): CursorRecord {
  const { task } = progress;
  const { resource, exhaustive } = task;
  for (const other of session.open.values()) {
    if (other.task.resource === resource && other.task.exhaustive === exhaustive) return cursor;
  }
  // Months that failed stay open and are read again anyway; they must not put off the weekly walk of the others.
  const isFirstWalk = cursor.walkedAt === null && !session.rosters.has(resource);
  if (session.failed.has(resource) && !(exhaustive && isFirstWalk)) return cursor;
  if (!exhaustive) return { ...cursor, changesReadAt: session.startedAt };
  const walked =
    cursor.walkedAt === null ||
    session.rosters.has(resource) ||
    [...session.tasks.values()].some(
      (other) => other.resource === resource && other.purpose === 'walk',
    );
  return walked ? { ...cursor, walkedAt: session.startedAt } : cursor;
}

function acknowledge(batch: Batch, changed: number, removed: number): BatchAck {
  return { session: batch.session, sequence: batch.sequence, changed, removed };
}

function ended(batch: Batch): BatchAck {
  return {
    ...acknowledge(batch, 0, 0),
    stop: {
      code: 'SESSION_ENDED',
      message: 'This sync has ended; a newer one has taken its place.',
    },
  };
}

function stop(batch: Batch, session: Session, code: string, message: string): BatchAck {
  session.failed.add(batch.resource);
  return { ...acknowledge(batch, 0, 0), stop: { code, message } };
}

async function failed(
  batches: readonly Batch[],
  session: Session,
  thrown: unknown,
): Promise<BatchAck[]> {
  // What is in memory may be ahead of the disk now: the run ends, the next one reads the disk.
  dropSession(session.id);
  await session.state.reload().catch(() => undefined);
  const name = thrown instanceof Error ? thrown.name : '';
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const full = name === 'QuotaExceededError' || /quota/i.test(detail);
  const [code, message] = full
    ? ['DISK_FULL', 'The disk is full. What was stored is intact; make room and sync again.']
    : ['STORE_FAILED', `The rows could not be stored (${name}: ${detail}). Sync again.`];
  return batches.map((batch) => stop(batch, session, code, message));
}
