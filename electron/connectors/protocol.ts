import { z } from 'zod';
import type { SyncAssignment } from '../../shared/sync/connector';

/** What main and the connector process say to each other over the process's own channel; both sides parse it. */

const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean().exactOptional(),
  detail: z.string().exactOptional(),
});

const chunksSchema = z.array(z.custom<Uint8Array>((value) => value instanceof Uint8Array));

/** How main answered a request for a page. `tries` counts every try of this request so far. */
export const pageAnswerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('body'), tries: z.number(), chunks: chunksSchema }),
  /** The network said no; `body` is the beginning of what it said. */
  z.object({
    state: z.literal('refused'),
    tries: z.number(),
    status: z.number(),
    body: z.string(),
  }),
  z.object({ state: z.literal('failed'), tries: z.number(), error: failureSchema }),
]);
export type PageAnswer = z.infer<typeof pageAnswerSchema>;

export const toConnectorSchema = z.discriminatedUnion('kind', [
  /** Comes with a port to the data worker. */
  z.object({ kind: z.literal('batches') }),
  z.object({
    kind: z.literal('run'),
    assignment: z.custom<SyncAssignment>(
      (value) => typeof value === 'object' && value !== null && 'session' in value,
    ),
  }),
  /** A part of a large body that comes before its `page`, so that no message holds main up. */
  z.object({ kind: z.literal('part'), id: z.number(), chunks: chunksSchema }),
  z.object({ kind: z.literal('page'), id: z.number(), answer: pageAnswerSchema }),
  z.object({ kind: z.literal('cancel') }),
]);
export type ToConnector = z.infer<typeof toConnectorSchema>;

const progressSchema = z.object({
  done: z.number(),
  total: z.number(),
  /** Rows received so far. */
  rows: z.number(),
  /** What is being read, in plain words. */
  words: z.string(),
});
export type SessionProgress = z.infer<typeof progressSchema>;

export const fromConnectorSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fetch'),
    id: z.number(),
    session: z.string(),
    request: z.object({
      path: z.string(),
      query: z.array(z.tuple([z.string(), z.string()])),
    }),
    /** How often it was tried already; more than 0 when a body came and made no sense. */
    tries: z.number(),
  }),
  z.object({ kind: z.literal('progress'), session: z.string(), progress: progressSchema }),
  z.object({
    kind: z.literal('finished'),
    session: z.string(),
    error: failureSchema.nullable(),
  }),
]);
export type FromConnector = z.infer<typeof fromConnectorSchema>;
