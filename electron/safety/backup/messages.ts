import { z } from 'zod';
import { erasureListsSchema } from '../../../shared/privacy/erasure-list';
import { manifestSchema } from './manifest';

/** What main asks of the backup process. The passphrase crosses here and is kept nowhere. */
export const backupRequestSchema = z.discriminatedUnion('task', [
  z.strictObject({
    task: z.literal('write'),
    file: z.string().min(1),
    passphrase: z.string().min(1),
    snapshot: z.string().min(1),
    documents: z.string().min(1),
    app: z.string(),
    at: z.number(),
  }),
  z.strictObject({
    task: z.literal('read'),
    file: z.string().min(1),
    passphrase: z.string().min(1),
    /** The folder to unpack into; null to look only. */
    into: z.string().nullable(),
  }),
  /** Writes copies of the desk anew without people who were erased; `to` may be the file itself. */
  z.strictObject({
    task: z.literal('erase'),
    snapshots: z.array(z.strictObject({ from: z.string().min(1), to: z.string().min(1) })),
    segments: z.array(z.string().min(1)),
    /** The folder of kept files that go with them; null where those have been seen to. */
    documents: z.string().min(1).nullable(),
    lists: erasureListsSchema,
  }),
]);
export type BackupRequest = z.infer<typeof backupRequestSchema>;

/** What the process found or wrote. */
const foundSchema = z.strictObject({ bytes: z.number(), manifest: manifestSchema });
export type BackupFound = z.infer<typeof foundSchema>;

/** Copies that were written anew; snapshots and files of figures that went because nobody could read them. */
const erasedSchema = z.strictObject({ files: z.number(), unreadable: z.number() });
export type ErasedFiles = z.infer<typeof erasedSchema>;

/** The snapshot of a backup is unpacked and compared; its documents follow. */
export const backupBegunSchema = z.strictObject({ begun: manifestSchema });

export const backupAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), found: z.union([foundSchema, erasedSchema]) }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.string(),
      message: z.string(),
      retryable: z.boolean().exactOptional(),
      detail: z.string().exactOptional(),
    }),
  }),
]);

/** How far the process is: in its present step, and with all of its work. */
export const backupProgressSchema = z.strictObject({
  progress: z.strictObject({
    words: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    unit: z.enum(['bytes', 'files']),
    share: z.number(),
  }),
});
export type BackupProgress = z.infer<typeof backupProgressSchema>['progress'];

/** What takes a second on purpose: trying passphrases is to be slow. Nothing of it can be counted. */
export const makingKey = {
  words: 'Making the key from the passphrase',
  done: 0,
  total: null,
  unit: 'bytes',
} as const;

/** Asks the process to stop: it removes what it has begun and answers with a failure. */
export const backupCancel = 'cancel';

export type BackupAnswer = z.infer<typeof backupAnswerSchema>;
