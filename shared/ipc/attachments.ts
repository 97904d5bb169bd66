import { z } from 'zod';
import { mostTextCharacters } from '../domain/attachments';

/** A kept file that search has not read yet. */
export interface UnreadFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** What was read of a file: its text, or why there is none (a word for the program, not for a person). */
export const fileTextSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string().max(mostTextCharacters),
  problem: z.enum(['unreadable', 'too-slow', 'too-large']).nullable(),
});

/** A kept file and the record that needs it. */
export interface NamedFile {
  /** Its name in the folder of kept files. */
  readonly file: string;
  /** What a person calls the record, such as: Attachment ‘brief.pdf’ of Campaign ‘Black Friday’. */
  readonly record: string;
}
