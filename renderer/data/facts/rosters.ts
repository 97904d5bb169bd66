import type { Resource } from '../../../shared/sync/batch';
import { facts, type RosterEntry } from './database';

/** A partnership as the derivation of partners needs it. */
export interface PartnershipRow {
  readonly source: string;
  readonly networkId: string;
  readonly name: string;
  readonly primaryType: string | null;
  readonly email: string | null;
  readonly domain: string | null;
  /** ms UTC when the network stopped listing it; null while it does. */
  readonly leftAt: number | null;
}

/** The same with when it came. */
export interface ListedPartnership extends PartnershipRow {
  /** ms UTC when it joined the program; null where the network doesn't say. */
  readonly joinedAt: number | null;
  /** ms UTC when a sync first listed it. */
  readonly seenAt: number;
}

/** Calls back once per partnership of every source, those that have left included. */
export async function eachPartnership(callback: (row: ListedPartnership) => void): Promise<void> {
  for (const source of await facts.sources.toCollection().primaryKeys()) {
    for (const entry of await readRoster(source, 'partnerships')) {
      callback(partnershipRow(source, entry));
    }
  }
}

/** All rows of one roster in the order in which they were first seen. */
export async function readRoster(source: string, resource: Resource): Promise<RosterEntry[]> {
  const chunks = await facts.rosters
    .where('key')
    .startsWith(`${source}|${resource}|`)
    .sortBy('key');
  return chunks.flatMap(({ rows }) => [...rows]);
}

function partnershipRow(source: string, entry: RosterEntry): ListedPartnership {
  const text = (name: string): string | null => {
    const value = entry.values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const { joinedAt } = entry.values;
  return {
    source,
    networkId: entry.id,
    name: text('name') ?? entry.id,
    primaryType: text('primaryType'),
    email: text('email'),
    domain: text('domain'),
    joinedAt: typeof joinedAt === 'number' ? joinedAt : null,
    seenAt: entry.seenAt,
    leftAt: entry.leftAt,
  };
}
