import { z } from 'zod';
import type { FieldValue } from '../../shared/ipc/desk-records';
import { fileShapeSchema, saidSettingsSchema } from '../../shared/ipc/imports';
import { erasureListsSchema } from '../../shared/privacy/erasure-list';

const exportCellSchema: z.ZodType<FieldValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(exportCellSchema),
    z.record(z.string(), exportCellSchema),
  ]),
);

/** What main asks of the tables process; each process serves one request, or one workbook from its first sheet to its end. */
export const tableRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('inspect'),
    path: z.string(),
    name: z.string(),
    said: saidSettingsSchema,
  }),
  /** Comes with the port on which the data worker takes rows. */
  z.strictObject({
    kind: z.literal('stage'),
    path: z.string(),
    id: z.string(),
    shape: fileShapeSchema,
  }),
  /** Keeps a file of figures without people on the lists, in this folder. */
  z.strictObject({
    kind: z.literal('erase'),
    path: z.string(),
    shape: fileShapeSchema,
    lists: erasureListsSchema,
    folder: z.string(),
  }),
  z.strictObject({ kind: z.literal('sheet'), name: z.string(), columns: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('rows'), rows: z.array(z.array(exportCellSchema)) }),
  z.strictObject({ kind: z.literal('end') }),
]);
export type TableRequest = z.infer<typeof tableRequestSchema>;

const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean().exactOptional(),
  detail: z.string().exactOptional(),
});

export const tableAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), bytes: z.number() }),
  z.strictObject({ kind: z.literal('shape'), shape: fileShapeSchema }),
  z.strictObject({ kind: z.literal('staged') }),
  /** What was kept; null for a file that names none of them. */
  z.strictObject({ kind: z.literal('erased'), shape: fileShapeSchema.nullable() }),
  /** A piece of a workbook. */
  z.strictObject({ kind: z.literal('bytes'), bytes: z.instanceof(Uint8Array) }),
  /** A sheet was begun, rows were taken, or the workbook is whole. */
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('failed'), error: failureSchema }),
]);
export type TableAnswer = z.infer<typeof tableAnswerSchema>;
