import { z } from 'zod';
import { documentModelSchema } from '../../shared/documents/model';

/** What the main process asks of the documents process, and what it answers. */
export const renderRequestSchema = z.strictObject({
  id: z.number().int(),
  fontsDirectory: z.string().min(1),
  model: documentModelSchema,
});
export type RenderRequest = z.infer<typeof renderRequestSchema>;

export const renderAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    id: z.number().int(),
    ok: z.literal(true),
    bytes: z.instanceof(Uint8Array),
    pages: z.number().int().positive(),
  }),
  z.strictObject({
    id: z.number().int(),
    ok: z.literal(false),
    error: z.strictObject({
      code: z.string(),
      message: z.string(),
      retryable: z.boolean().optional(),
      detail: z.string().optional(),
    }),
  }),
]);
export type RenderAnswer = z.infer<typeof renderAnswerSchema>;
