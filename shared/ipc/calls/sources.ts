import { z } from 'zod';
import type { SyncAssignment } from '../../sync/connector';
import type { ConnectionDetails, ConnectionState } from '../desk-records';
import {
  saveConnectionSchema,
  finishSyncSchema,
  type SavedConnection,
  type SyncOutcome,
} from '../connections';

/** Connections to networks, and what a sync does with what they send. */
export const sourceArguments = {
  /** Every connection with its state: what `status` says of them, without counting every record. */
  'connections.list': z.strictObject({}),
  /** What was put aside and what is held back of one connection, row by row. */
  'connections.details': z.strictObject({ connection: z.string() }),
  'connections.save': saveConnectionSchema,
  /** Saves several connections as one change; all or nothing. */
  'connections.saveAll': z.strictObject({
    connections: z.array(saveConnectionSchema).min(1).max(500),
  }),
  'sync.begin': z.strictObject({ connection: z.string().nullable(), now: z.number() }),
  'sync.finish': finishSyncSchema,
  /** Answers a fail-safe: let the deletions that were held back happen, or keep the rows. */
  'sync.decideDeletions': z.strictObject({ connection: z.string(), allow: z.boolean() }),
  /** Makes partner records and identities for partnerships that have none; repeatable. */
  'partners.derive': z.strictObject({}),
} as const;

export interface SourceValues {
  readonly 'connections.list': readonly ConnectionState[];
  readonly 'connections.details': ConnectionDetails;
  readonly 'connections.save': SavedConnection;
  readonly 'connections.saveAll': readonly SavedConnection[];
  readonly 'sync.begin': readonly SyncAssignment[];
  readonly 'sync.finish': SyncOutcome;
  readonly 'sync.decideDeletions': null;
  readonly 'partners.derive': { readonly created: number; readonly joined: number };
}
