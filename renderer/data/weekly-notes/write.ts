import type { DataArguments } from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { WrittenWeeklyNote } from '../../../shared/ipc/weekly-notes';
import { parseDay } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { findRecord, listRecords } from '../core/read';
import { writeRecords, type Written } from '../core/write';
import { weeksOf } from './gather';
import { recordOf, runWeeklyNotes } from './state';

/** One after the other: two keystrokes at once must not make two records of one week. */
let queue: Promise<unknown> = Promise.resolve();

function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}

/** Writes into a client's note of a week, which is made with its first words. A null clears a field. */
export function writeWeeklyNote({
  client,
  week,
  values,
  batch,
}: DataArguments<'weeklyNotes.write'>): Promise<WrittenWeeklyNote> {
  return inTurn(() => put({ client, week, values, reason: 'Weekly note', batch }));
}

/**
 * Marks the note as read by the person at the desk, with the hash of the words that they saw. Throws `NOTE_CHANGED` when
 * it says something else by now.
 */
export function markWeeklyNote({
  client,
  week,
  hash,
}: DataArguments<'weeklyNotes.mark'>): Promise<WrittenWeeklyNote> {
  return inTurn(async () => {
    if (hash === null) {
      return put({
        client,
        week,
        values: { readOf: null, readAt: null },
        reason: 'Weekly note not read',
      });
    }
    const { notes } = await runWeeklyNotes({ day: week });
    const current = notes.find((note) => note.client === client);
    if (current?.hash !== hash) {
      throw new DeskError(
        'NOTE_CHANGED',
        'The note has changed since you saw it, so it was not marked. Read it as it is now.',
      );
    }
    return put({
      client,
      week,
      values: { readOf: hash, readAt: currentCore().chance.now() },
      reason: 'Weekly note read',
    });
  });
}

/** Records that the mail draft was written, and where. */
export function recordSavedNote({
  client,
  week,
  savedAs,
}: DataArguments<'weeklyNotes.saved'>): Promise<WrittenWeeklyNote> {
  return inTurn(() =>
    put({
      client,
      week,
      values: { savedAt: currentCore().chance.now(), savedAs },
      reason: 'Weekly note saved as a mail draft',
    }),
  );
}

interface Put {
  readonly client: string;
  readonly week: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly reason: string;
  readonly batch?: string | undefined;
}

async function put({
  client: asked,
  week,
  values,
  reason,
  batch,
}: Put): Promise<WrittenWeeklyNote> {
  const core = currentCore();
  const client = await findRecord(core, 'client', asked);
  const first = weeksOf(client, parseDay(week) ?? 0).week.from;
  const known = recordOf(await listRecords(core, 'weekly-note'), client.id, first);
  const write = (change: Parameters<typeof writeRecords>[1]['changes'][number]): Promise<Written> =>
    writeRecords(core, {
      origin: 'person',
      reason,
      changes: [change],
      ...(batch === undefined ? {} : { batch }),
    });
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const { entry, records } = await write(
    known
      ? { op: 'set', kind: 'weekly-note', id: known.id, values: { ...values } }
      : {
          op: 'create',
          kind: 'weekly-note',
          values: { ...given, client: client.id, week: first },
        },
  );
  return { entry, updatedAt: Math.max(0, ...records.map(({ updatedAt }) => updatedAt)) };
}
