import { z } from 'zod';

/** A person by what they are known by (name, e-mail address, handle, telephone number), and the records that are them. */
export const personQuestionSchema = z.strictObject({
  terms: z.array(z.string().min(1).max(300)).min(1).max(50),
  /** Ids of records that are the person, not only about them. */
  records: z.array(z.string()).max(1_000),
});
export type PersonQuestion = z.infer<typeof personQuestionSchema>;

/** A record in which the person stands. */
export interface PersonRecord {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly deleted: boolean;
  /** It could be the person and not only name them: a contact or prospect of that name or address. */
  readonly couldBe: boolean;
  /** A finished document, or an attached file that names them: it is named here and never altered. */
  readonly isFrozen: boolean;
  readonly fields: readonly { readonly label: string; readonly text: string }[];
}

/** Everything that this desk holds of a person. */
export interface PersonReport {
  readonly records: readonly PersonRecord[];
  /** Changes in the journal that name them. */
  readonly changes: number;
  /** What waits to be sent, or was. */
  readonly outbox: number;
  /** Rows of network accounts, and rows that a sync set aside. */
  readonly networkRows: number;
  readonly setAside: number;
  /** Rows of figures, of networks and of files. */
  readonly figures: number;
  /** What else the records that are the person know them by. */
  readonly alsoKnownAs: readonly string[];
}

/** The same in full, as a file for whoever asked. */
export interface PersonFile {
  readonly json: string;
  readonly text: string;
}

/** What an erasure did. */
export interface ErasedPerson {
  /** Snapshots and pieces of the copied journal that were written anew. */
  readonly files: number;
  /** Rows of the networks, and rows of figures. */
  readonly networkRows: number;
  /** Snapshots and kept files of figures that could not be read to be compared, and were removed. */
  readonly unreadable: number;
  /** Plain sentences for what could not be done. */
  readonly kept: readonly string[];
}
