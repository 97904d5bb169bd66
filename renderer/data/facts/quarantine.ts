import type { Batch, DayWindow, Resource } from '../../../shared/sync/batch';
import type { ChangeSet } from './change-set';
import { factsKey } from './database';
import type { Session, TaskProgress } from './sessions';

/** Where the unreadable rows of a window are kept: by its first day, or by the task where only changes are read. */
function keyOf(session: Session, batch: Batch): string {
  const { source } = session.program;
  const { window, exhaustive } = batch.note;
  return factsKey(source, batch.resource, exhaustive ? String(window.from) : batch.task);
}

/** Keeps the unreadable rows of a batch with those that its window has brought before. */
export function noteQuarantine(
  session: Session,
  progress: TaskProgress,
  batch: Batch,
  changes: ChangeSet,
): void {
  if (batch.quarantined.length === 0) return;
  for (const row of batch.quarantined) {
    progress.quarantined.set(row.raw, row);
    session.quarantined.add(factsKey(batch.resource, row.raw));
  }
  const key = keyOf(session, batch);
  changes.quarantinePut.set(key, {
    key,
    resource: batch.resource,
    window: batch.note.exhaustive ? batch.note.window : null,
    at: session.startedAt,
    rows: [...progress.quarantined.values()],
  });
}

/** At a window's end: what earlier reads of the same days had put aside makes room for what this read did. */
export async function settleQuarantine(
  session: Session,
  progress: TaskProgress,
  batch: Batch,
  changes: ChangeSet,
): Promise<void> {
  if (batch.answer.state !== 'answered') return;
  const { window, exhaustive } = batch.note;
  const own = keyOf(session, batch);
  // What this read put aside, in this batch or an earlier one of the window, stays.
  const makesRoom = (key: string, resource: Resource, of: DayWindow | null): boolean => {
    if (resource !== batch.resource) return false;
    if (key === own) return progress.quarantined.size === 0;
    return exhaustive && of !== null && of.from >= window.from && of.to <= window.to;
  };
  for (const [key, known] of await session.state.quarantined()) {
    if (makesRoom(key, known.resource, known.window)) changes.quarantineDelete.add(key);
  }
  for (const [key, put] of changes.quarantinePut) {
    if (makesRoom(key, put.resource, put.window)) changes.quarantinePut.delete(key);
  }
}
