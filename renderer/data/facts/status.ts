import { statuses, type Status } from '../../../shared/domain/vocabulary';
import type { ConnectionState } from '../../../shared/ipc/desk-records';
import type { ProgramEntry } from '../directory';
import { facts, type SourceRecord } from './database';

/** What the facts know of a connection's state. */
export type FactsStatus = Pick<
  ConnectionState,
  'state' | 'lastSuccessAt' | 'lastError' | 'counts' | 'statusCounts' | 'lastRun'
>;

/** State, last success and error, and stored rows of one source. */
export async function factsStatus(source: string): Promise<FactsStatus> {
  return (await factsStatuses([source])).get(source) ?? neverSynced(0);
}

/** The same of many sources, in two reads. */
export async function factsStatuses(
  sources: readonly string[],
): Promise<ReadonlyMap<string, FactsStatus>> {
  const [records, putAside] = await Promise.all([
    facts.sources.bulkGet([...sources]),
    facts.quarantine
      .where('key')
      .startsWithAnyOf(sources.map((source) => `${source}|`))
      .toArray(),
  ]);
  const raws = new Map<string, Set<string>>();
  for (const { key, resource, rows } of putAside) {
    const source = key.slice(0, key.indexOf('|'));
    const seen = raws.get(source) ?? new Set();
    for (const { raw } of rows) seen.add(`${resource}|${raw}`);
    raws.set(source, seen);
  }
  return new Map(
    sources.map((source, at) => [source, statusOf(records[at], raws.get(source)?.size ?? 0)]),
  );
}

/** When each of these programs was last read, ms UTC; null for never. One without a connection was with its newest file. */
export async function lastReadings(
  programs: readonly ProgramEntry[],
): Promise<readonly (number | null)[]> {
  const states = await factsStatuses(programs.map(({ source }) => source));
  return programs.map(({ source, isConnected, files }) =>
    isConnected || files.length === 0
      ? (states.get(source)?.lastSuccessAt ?? null)
      : Math.max(...files.map(({ startedAt }) => startedAt)),
  );
}

function statusOf(record: SourceRecord | undefined, quarantined: number): FactsStatus {
  if (record === undefined) return neverSynced(quarantined);
  return {
    state: stateOf(record),
    lastSuccessAt: record.lastSuccessAt,
    lastError: record.lastError,
    counts: { ...countRows(record), quarantined },
    statusCounts: countStatuses(record),
    lastRun: record.lastRun ?? null,
  };
}

function neverSynced(quarantined: number): FactsStatus {
  const counts = { transactions: 0, traffic: 0, partnerships: 0, quarantined };
  return { state: 'never-synced', lastSuccessAt: null, lastError: null, counts, statusCounts: {} };
}

/** Stored rows of every kind that lives in the facts, over all sources. */
export async function factsCounts(): Promise<Record<string, number>> {
  const totals = { transaction: 0, traffic: 0, partnership: 0 };
  for (const record of await facts.sources.toArray()) {
    const { transactions, traffic, partnerships } = countRows(record);
    totals.transaction += transactions;
    totals.traffic += traffic;
    totals.partnership += partnerships;
  }
  return totals;
}

function stateOf(record: SourceRecord): FactsStatus['state'] {
  if (record.held.length > 0) return 'asking';
  if (record.lastError === null) return record.lastSuccessAt === null ? 'never-synced' : 'synced';
  return Object.keys(record.blocks).length > 0 ? 'partial' : 'failed';
}

function countRows(record: SourceRecord): {
  transactions: number;
  traffic: number;
  partnerships: number;
} {
  let transactions = 0;
  let traffic = 0;
  for (const [name, { rows }] of Object.entries(record.blocks)) {
    if (name.startsWith('traffic|')) traffic += rows;
    else transactions += rows;
  }
  return { transactions, traffic, partnerships: record.rosters.partnerships ?? 0 };
}

function countStatuses(record: SourceRecord): Partial<Record<Status, number>> {
  const counts: Partial<Record<Status, number>> = {};
  for (const block of Object.values(record.blocks)) {
    for (const status of statuses) {
      const rows = block.statuses[status] ?? 0;
      if (rows > 0) counts[status] = (counts[status] ?? 0) + rows;
    }
  }
  return counts;
}
