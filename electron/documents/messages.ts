import { z } from 'zod';
import { documentModelSchema } from '../../shared/documents/model';

/** The files that a document can be: a PDF to send, a presentation to go on working with. */
export const documentFormats = ['pdf', 'pptx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What the main process asks of the documents process, and what it answers. */
export const renderRequestSchema = z.strictObject({
  id: z.number().int(),
  fontsDirectory: z.string().min(1),
  model: documentModelSchema,
  formats: z.array(z.enum(documentFormats)).min(1),
});
export type RenderRequest = z.infer<typeof renderRequestSchema>;

/** A file's bytes and its pages or slides. */
const renderedFileSchema = z.strictObject({
  format: z.enum(documentFormats),
  bytes: z.instanceof(Uint8Array),
  pages: z.number().int().positive(),
});
export type RenderedFile = z.infer<typeof renderedFileSchema>;

export const renderAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    id: z.number().int(),
    ok: z.literal(true),
    files: z.array(renderedFileSchema),
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
