import { z } from 'zod';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A kept file by its hash, and the name under which the person gets a copy; a PDF unless said. */
export const documentFileSchema = z.strictObject({
  sha256: sha256Schema,
  name: z.string().min(1).max(200),
  format: z.enum(['pdf', 'pptx']).optional(),
});

/** A kept attachment by its hash, and the name that a person knows it by. */
export const attachedFileSchema = documentFileSchema.omit({ format: true }).extend({
  name: z.string().min(1).max(300),
});

/** A piece of a file that the person chose or dropped; the first one names it, and what came before is forgotten. */
export const receivedPieceSchema = z.strictObject({
  file: z.uuid().nullable(),
  name: z.string().min(1).max(300),
  bytes: z.instanceof(Uint8Array),
});
