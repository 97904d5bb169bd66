import { z } from 'zod';

/** What is due by some day, of one person or of everybody. */
export const dueQuestionSchema = z.strictObject({
  /** Id of the team member; null for everybody's. */
  person: z.string().nullable(),
  /** The client and the programs in scope; null for everything. */
  scope: z.strictObject({ clients: z.array(z.string()), programs: z.array(z.string()) }).nullable(),
  /** The last day that is asked for, `2026-11-29`; what is late is always among it. */
  through: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
export type DueQuestion = z.infer<typeof dueQuestionSchema>;

/** Something that has to happen by a day. */
export interface DueLine {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly day: string;
  /** Who has to do it, by name and by id; null when nobody is named. */
  readonly person: string | null;
  readonly responsible: string | null;
  /** Names of the client, program and partner that it is about, as far as it names them. */
  readonly about: readonly string[];
  /** The record on whose page it is shown, for what lives inside another. */
  readonly parent: { readonly kind: string; readonly id: string } | null;
  /** The values that close it at once; null where closing it takes more than a tick. */
  readonly done: Readonly<Record<string, string>> | null;
}
