import { z } from 'zod';
import type { DocumentModel } from '../documents/model';
import type { NoteMail } from '../documents/weekly-note/mail';
import type { WeeklyNote } from '../documents/weekly-note/note';
import type { DeskFailure } from '../kernel/result';

/** What is asked of the data worker about weekly notes, and what it answers. */

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const clientSchema = z.string().min(1).max(300);

/** A client's note of the week that holds a day. */
export const noteOfSchema = z.strictObject({ client: clientSchema, week: daySchema });

/** Every client's note of the week that holds a day; null means the week that ended last. */
export const runWeeklyNotesSchema = z.strictObject({ day: daySchema.nullable() });

/** What a person writes into a note. A null clears a field; a `batch` makes a burst of typing one journal entry. */
export const writeWeeklyNoteSchema = noteOfSchema.extend({
  values: z.strictObject({
    opening: z.string().max(50_000).nullable().exactOptional(),
    done: z.string().max(50_000).nullable().exactOptional(),
    needed: z.string().max(50_000).nullable().exactOptional(),
    leftOut: z.array(z.string().min(1).max(300)).max(1_000).exactOptional(),
  }),
  batch: z.string().exactOptional(),
});

/** Marks exactly the words with this hash as read; null takes the mark away. */
export const markWeeklyNoteSchema = noteOfSchema.extend({
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

export const savedWeeklyNoteSchema = noteOfSchema.extend({
  savedAs: z.string().min(1).max(300),
});

export interface NotePerson {
  readonly name: string;
  readonly role: string;
  readonly email: string;
}

/** A client's note with what people decided about it. */
export interface WeeklyNoteState {
  readonly client: string;
  readonly clientName: string;
  /** First day of the client's own week. */
  readonly week: string;
  /** Null when it can't be put together; `failure` says why. */
  readonly note: WeeklyNote | null;
  /** The note as a document of one page. */
  readonly page: DocumentModel | null;
  readonly failure: DeskFailure | null;
  /** SHA-256 of what the note says. */
  readonly hash: string;
  /** `changed`: it was read, and says something else by now. */
  readonly state: 'unread' | 'read' | 'changed';
  /** As a person wrote them. */
  readonly texts: { readonly opening: string; readonly done: string; readonly needed: string };
  /** Everybody at the client who has an address. */
  readonly people: readonly NotePerson[];
  /** Addresses that don't get this note. */
  readonly leftOut: readonly string[];
  readonly readAt: number | null;
  /** When its mail draft was written, and under which name; null and empty until then. */
  readonly savedAt: number | null;
  readonly savedAs: string;
  /** When anything of this was changed last, ms UTC; 0 while nobody has. */
  readonly updatedAt: number;
}

/** A change of a note: its journal entry, and when that was, ms UTC. */
export interface WrittenWeeklyNote {
  readonly entry: string;
  readonly updatedAt: number;
}

export interface WeeklyNotesRun {
  /** By the clients' names. */
  readonly notes: readonly WeeklyNoteState[];
}

/** A note that was read, ready to leave: its page, its mail, and who gets it. */
export interface ComposedWeeklyNote {
  readonly client: string;
  readonly clientName: string;
  readonly week: string;
  readonly recipients: readonly NotePerson[];
  readonly page: DocumentModel;
  readonly mail: NoteMail;
}
