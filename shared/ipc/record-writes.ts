import { z } from 'zod';
import { mostChangesAtOnce } from './bulk-batch';
import type { DeskRecord, FieldValue } from './desk-records';

const fieldValueSchema: z.ZodType<FieldValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(fieldValueSchema),
    z.record(z.string(), fieldValueSchema),
  ]),
);

/** The name of a kind of record. */
export const recordKindSchema = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** One change of one record. `set` merges fields; a null value clears one. */
export const recordChangeSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('create'),
    kind: recordKindSchema,
    id: z.string().optional(),
    values: z.record(z.string(), fieldValueSchema),
  }),
  z.strictObject({
    op: z.literal('set'),
    kind: recordKindSchema,
    id: z.string(),
    values: z.record(z.string(), fieldValueSchema),
  }),
  z.strictObject({
    op: z.literal('add'),
    kind: recordKindSchema,
    id: z.string(),
    field: z.string(),
    members: z.array(z.string()),
  }),
  z.strictObject({
    op: z.literal('remove'),
    kind: recordKindSchema,
    id: z.string(),
    field: z.string(),
    members: z.array(z.string()),
  }),
  /** What lives inside the record goes with it. */
  z.strictObject({ op: z.literal('delete'), kind: recordKindSchema, id: z.string() }),
  /** A deleted record comes back as it was; one that is there stays as it is. */
  z.strictObject({ op: z.literal('restore'), kind: recordKindSchema, id: z.string() }),
]);
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** The arguments of one write: its changes become one journal entry in one transaction. */
export const writeRequestSchema = z.strictObject({
  changes: z.array(recordChangeSchema).min(1).max(mostChangesAtOnce),
  origin: z.enum(['person', 'import', 'derived']),
  reason: z.string().max(500),
  batch: z.string().optional(),
});

export interface PersonAtDesk {
  /** Null until somebody said who works here. */
  readonly member: DeskRecord | null;
  /** The id under which this desk has written so far; whoever joins the team with it has made those changes. Null once taken. */
  readonly unclaimed: string | null;
}
