import type { WeeklyNoteData } from '../../../shared/documents/weekly-note/data';
import { lastFinishedWeek, type NoteWeeks } from '../../../shared/documents/weekly-note/week';
import { composeNote } from '../../../shared/documents/weekly-note/note';
import { noteMail } from '../../../shared/documents/weekly-note/mail';
import { notePage } from '../../../shared/documents/weekly-note/page';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import type {
  ComposedWeeklyNote,
  WeeklyNoteState,
  WeeklyNotesRun,
} from '../../../shared/ipc/weekly-notes';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { parseDay, utcDay, type Day } from '../../../shared/kernel/days';
import { DeskError, toFailure } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { findRecord, listRecords } from '../core/read';
import { textOf } from '../../../shared/ipc/record-values';
import { calendarOf, gatherNote, weeksOf } from './gather';

/** Every client's note of the week that holds a day; without one, of the week that ended last. */
export async function runWeeklyNotes({
  day,
}: DataArguments<'weeklyNotes.run'>): Promise<WeeklyNotesRun> {
  const core = currentCore();
  const [clients, notes, contacts] = await Promise.all([
    listRecords(core, 'client'),
    listRecords(core, 'weekly-note'),
    listRecords(core, 'contact'),
  ]);
  const asked = day === null ? null : parseDay(day);
  const states: WeeklyNoteState[] = [];
  for (const client of clients) {
    const weeks = weeksOf(client, asked ?? lastFinishedWeek(calendarOf(client), today()));
    states.push(await stateOf(client, weeks, notes, contacts));
  }
  return {
    notes: states.sort((a, b) => a.clientName.localeCompare(b.clientName, 'en')),
  };
}

function today(): Day {
  return utcDay(currentCore().chance.now());
}

/** The note's own record; two that were made at once on two devices are one week's, the newest counts. */
export function recordOf(
  notes: readonly DeskRecord[],
  client: string,
  week: string,
): DeskRecord | null {
  const own = notes.filter(
    (note) => textOf(note, 'client') === client && textOf(note, 'week') === week,
  );
  // They come with the one changed longest ago first.
  return own.at(-1) ?? null;
}

async function stateOf(
  client: DeskRecord,
  weeks: NoteWeeks,
  notes: readonly DeskRecord[],
  contacts: readonly DeskRecord[],
): Promise<WeeklyNoteState> {
  const record = recordOf(notes, client.id, weeks.week.from);
  const people = contacts
    .filter((contact) => textOf(contact, 'client') === client.id)
    .map((contact) => ({
      name: textOf(contact, 'name') ?? '',
      role: textOf(contact, 'role') ?? '',
      email: textOf(contact, 'email') ?? '',
    }))
    .filter(({ email }) => email !== '')
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const leftOut = record?.values['leftOut'];
  const base = {
    client: client.id,
    clientName: textOf(client, 'name') ?? client.id,
    week: weeks.week.from,
    record: record?.id ?? null,
    texts: {
      opening: (record && textOf(record, 'opening')) ?? '',
      done: (record && textOf(record, 'done')) ?? '',
      needed: (record && textOf(record, 'needed')) ?? '',
    },
    people,
    leftOut: Array.isArray(leftOut)
      ? leftOut.filter((address): address is string => typeof address === 'string')
      : [],
    readAt: instantOf(record, 'readAt'),
    savedAt: instantOf(record, 'savedAt'),
    savedAs: (record && textOf(record, 'savedAs')) ?? '',
    updatedAt: record?.updatedAt ?? 0,
  };
  try {
    const data = await gatherNote(client, weeks, record);
    const hash = await hashOf(data);
    const readOf = record && textOf(record, 'readOf');
    const state = readOf === null ? 'unread' : readOf === hash ? 'read' : 'changed';
    return {
      ...base,
      note: composeNote(data),
      page: notePage(data),
      hash,
      state,
      failure: null,
    };
  } catch (thrown) {
    return {
      ...base,
      note: null,
      page: null,
      hash: '',
      state: 'unread',
      failure: toFailure(thrown),
    };
  }
}

function instantOf(record: DeskRecord | null, field: string): number | null {
  const value = record?.values[field];
  return typeof value === 'number' ? value : null;
}

/** SHA-256 of everything that the note says. A later reading of the same figures says the same, so its time is left out. */
async function hashOf(data: WeeklyNoteData): Promise<string> {
  const { source, ...said } = composeNote(data);
  const bytes = new TextEncoder().encode(JSON.stringify({ ...said, source: source.length > 0 }));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A note with its page and mail, ready to leave. Throws `NOTE_UNREAD` unless somebody has read exactly these words.
 */
export async function composeReadNote({
  client: asked,
  week,
}: DataArguments<'weeklyNotes.compose'>): Promise<ComposedWeeklyNote> {
  const core = currentCore();
  const client = await findRecord(core, 'client', asked);
  const weeks = weeksOf(client, parseDay(week) ?? 0);
  const notes = await listRecords(core, 'weekly-note');
  const contacts = await listRecords(core, 'contact');
  const state = await stateOf(client, weeks, notes, contacts);
  if (state.failure) throw new DeskError(state.failure.code, state.failure.message);
  if (state.state !== 'read') {
    throw new DeskError(
      'NOTE_UNREAD',
      `The note for ${state.clientName} has not been read as it is now, so it was not written. Read it and mark it as read.`,
    );
  }
  const data = await gatherNote(client, weeks, recordOf(notes, client.id, weeks.week.from));
  const note = composeNote(data);
  return {
    client: client.id,
    clientName: state.clientName,
    week: state.week,
    recipients: state.people.filter(({ email }) => !state.leftOut.includes(email)),
    page: notePage(data),
    mail: noteMail(note),
  };
}
