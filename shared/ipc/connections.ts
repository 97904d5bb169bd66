import { z } from 'zod';
import { networkSchema, programModelSchema } from '../domain/vocabulary';
import { clientCalendarSchema } from '../records/clients/client';
import type { ConnectionState } from './desk-records';

/** What `connect` knows of a new connection; repeating network and account changes the existing one. */
export const saveConnectionSchema = z.strictObject({
  network: networkSchema,
  account: z.string().min(1).max(200),
  name: z.string().min(1).max(200).optional(),
  client: z.string().min(1).max(200).optional(),
  model: programModelSchema.optional(),
  address: z.string().max(500).optional(),
  callsPerMinute: z.number().int().min(1).max(100_000).optional(),
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  timeZone: z.string().optional(),
  /** The client's calendar; of a client that is there already it takes the place of the one it has. */
  calendar: clientCalendarSchema.optional(),
  /** Name of the team member who is responsible; an account manager of that name is made when there is none. */
  owner: z.string().min(1).max(200).optional(),
});
export type SaveConnection = z.infer<typeof saveConnectionSchema>;

export interface SavedConnection {
  readonly id: string;
  readonly network: string;
  readonly account: string;
  readonly program: string;
  readonly client: string;
}

const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean().optional(),
  detail: z.string().optional(),
});

export const finishSyncSchema = z.strictObject({
  session: z.string(),
  requests: z.number().int().nonnegative(),
  seconds: z.number().nonnegative(),
  error: failureSchema.nullable(),
});

/** What one connection's sync did, counted in rows. */
export interface SyncOutcome {
  readonly id: string;
  readonly network: string;
  readonly account: string;
  readonly requests: number;
  readonly received: number;
  readonly changed: number;
  readonly removed: number;
  readonly quarantined: number;
  readonly seconds: number;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface DeskStatus {
  readonly counts: Readonly<Record<string, number>>;
  readonly connections: readonly ConnectionState[];
  readonly schema: { readonly core: number; readonly facts: number };
  readonly profile: 'real' | 'sample';
}
