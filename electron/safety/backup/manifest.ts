import { z } from 'zod';

const documentName = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/;

/** A file in a backup. Only the snapshot and documents named by their hash can be in one, so no name leads elsewhere. */
const itemSchema = z.strictObject({
  name: z.union([z.literal('snapshot'), z.string().regex(documentName)]),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackupItem = z.infer<typeof itemSchema>;

/** The first line of a backup, after decryption; the bytes of its items follow in this order. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** ms UTC. */
  at: z.number(),
  app: z.string(),
  items: z
    .array(itemSchema)
    .min(1)
    .max(200_000)
    .refine((items) => items[0]?.name === 'snapshot', 'begins with the snapshot')
    .refine((items) => new Set(items.map(({ name }) => name)).size === items.length, 'once each'),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export const manifestMark = 'quarterdeck-backup ';
/** Of the first line: far more than 200,000 items need. */
export const mostManifestBytes = 60_000_000;
