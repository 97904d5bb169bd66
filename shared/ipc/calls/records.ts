import { z } from 'zod';
import type { DeskRecord, OutboxItem, PastRecord, RecordHistory } from '../desk-records';
import { historyQuestionSchema, type DeskHistory, type Undone } from '../history';
import { searchSchema, type SearchAnswer } from '../search';
import {
  restoreSchema,
  trashPageSchema,
  trashQuestionSchema,
  type Restored,
  type TrashPage,
} from '../trash';
import { recordKindSchema, writeRequestSchema, type PersonAtDesk } from '../record-writes';
import type { ExportPage } from '../export-page';

const isoDaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Records, their history and the trash; who sits at the desk; search over everything. */
export const recordArguments = {
  /** What was decided and waits to be sent, oldest first. */
  'outbox.list': z.strictObject({}),
  'records.list': z.strictObject({ kind: recordKindSchema, deleted: z.boolean().optional() }),
  'records.get': z.strictObject({ kind: recordKindSchema, id: z.string() }),
  /** A record as it was at the end of a day. */
  'records.asOf': z.strictObject({ kind: recordKindSchema, id: z.string(), day: isoDaySchema }),
  /** The living records of these ids, of whatever kinds, in the order of the ids. */
  'records.named': z.strictObject({ ids: z.array(z.string()).min(1).max(1_000) }),
  /** What has happened to a record, the newest first. */
  'records.history': z.strictObject({ kind: recordKindSchema, id: z.string() }),
  /** By id or by exact name, ignoring case; NOT_FOUND and AMBIGUOUS are errors. */
  'records.find': z.strictObject({ kind: recordKindSchema, name: z.string() }),
  /** Living records of some kinds that refer to one of these ids, the newest change first. */
  'records.linked': z.strictObject({
    ids: z.array(z.string()).min(1).max(1_000),
    kinds: z.array(recordKindSchema).min(1).max(20),
  }),
  'records.write': writeRequestSchema,
  /** Undoes one journal entry by its id, or this person's newest one. */
  'records.undo': z.strictObject({ entry: z.string().optional() }),
  /** What the keys do: the person's newest change, and what was taken back last. */
  'history.undo': z.strictObject({}),
  'history.redo': z.strictObject({}),
  /** How many records one of these would change now; fails as it would. */
  'history.size': z.strictObject({
    of: z.enum(['records.undo', 'history.undo', 'history.redo']),
    entry: z.string().optional(),
  }),
  /** The newest changes of the desk, each import and bulk edit as one. */
  'history.list': historyQuestionSchema,
  /** What was deleted, the last first, and the way back. */
  'trash.list': trashPageSchema,
  'trash.keys': trashQuestionSchema,
  'trash.restore': restoreSchema,
  /** The team member in whose name this desk writes. */
  'person.get': z.strictObject({}),
  'person.choose': z.strictObject({ member: z.string() }),
  /** Finds records of every kind by parts of their words and by operators; the best of each kind. */
  search: searchSchema,
  /** `asOf`: the records as they were at the end of that day. */
  'export.read': z.strictObject({
    kind: recordKindSchema,
    after: z.string().nullable(),
    asOf: isoDaySchema.exactOptional(),
  }),
} as const;

export interface RecordValues {
  readonly 'outbox.list': readonly OutboxItem[];
  readonly 'records.list': readonly DeskRecord[];
  readonly 'records.get': DeskRecord | null;
  readonly 'records.asOf': PastRecord;
  readonly 'records.named': readonly DeskRecord[];
  readonly 'records.history': RecordHistory;
  readonly 'records.find': DeskRecord;
  readonly 'records.linked': readonly DeskRecord[];
  readonly 'records.write': { readonly entry: string; readonly records: readonly DeskRecord[] };
  readonly 'records.undo': Undone;
  readonly 'history.undo': Undone;
  readonly 'history.redo': Undone;
  readonly 'history.size': { readonly records: number };
  readonly 'history.list': DeskHistory;
  readonly 'trash.list': TrashPage;
  readonly 'trash.keys': readonly string[];
  readonly 'trash.restore': Restored;
  readonly 'person.get': PersonAtDesk;
  readonly 'person.choose': null;
  readonly search: SearchAnswer;
  readonly 'export.read': ExportPage;
}
