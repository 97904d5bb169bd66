import { z } from 'zod';
import { erasureListsSchema } from '../../privacy/erasure-list';
import {
  mirrorPlaceSchema,
  storePlanSchema,
  storeTables,
  type MirrorLines,
  type StoreReading,
} from '../safety';
import type { DeskStatus } from '../connections';

/** The store as a whole: its copies, its counts, what it was filled with. */
export const storeArguments = {
  /** What was committed after this place, for the copy of the journal on disk; null is the start. */
  'mirror.read': z.strictObject({ after: mirrorPlaceSchema.nullable() }),
  /** Main's alone, answered also while the store of the desk stays closed: reads a store, or some tables of it, at one moment. */
  'store.begin': z.strictObject({
    database: z.string(),
    tables: z.array(z.enum(storeTables)).optional(),
  }),
  'store.piece': z.strictObject({ piece: z.number().int().nonnegative() }),
  /** Opens what main says, where the plan of the page was to wait for it. */
  'store.open': z.strictObject({ plan: storePlanSchema }),
  /** Takes people who were erased out of what the networks sent. */
  'store.eraseFacts': z.strictObject({ lists: erasureListsSchema }),
  /** Makes a store beside the one that is used: rows of a snapshot, then lines of the journal's copy, then the end. */
  'store.make': z.strictObject({ database: z.string() }),
  'store.put': z.strictObject({ database: z.string(), lines: z.instanceof(Uint8Array) }),
  'store.replay': z.strictObject({ database: z.string(), lines: z.array(z.string()) }),
  'store.finish': z.strictObject({ database: z.string() }),
  'store.drop': z.strictObject({ database: z.string() }),
  status: z.strictObject({}),
  'profile.markSample': z.strictObject({}),
  'journal.read': z.strictObject({ after: z.number().int(), limit: z.number().int().max(5_000) }),
  /** Writes the agency's own records (clients, team, goals, totals, contacts, notes, commitments, identities). */
  'agency.import': z.strictObject({ agency: z.unknown() }),
} as const;

export interface StoreValues {
  readonly 'mirror.read': MirrorLines;
  readonly 'store.begin': StoreReading;
  readonly 'store.piece': Uint8Array;
  readonly 'store.open': null;
  readonly 'store.eraseFacts': { readonly rows: number };
  readonly 'store.make': null;
  readonly 'store.put': { readonly rows: number };
  readonly 'store.replay': { readonly replayed: number };
  readonly 'store.finish': { readonly seq: number; readonly records: number };
  readonly 'store.drop': null;
  readonly status: DeskStatus;
  readonly 'profile.markSample': null;
  readonly 'journal.read': readonly unknown[];
  readonly 'agency.import': { readonly written: Readonly<Record<string, number>> };
}
