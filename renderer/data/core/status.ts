import type { ConnectionState } from '../../../shared/ipc/desk-records';
import type { Directory, ProgramEntry } from '../directory';

/** A connection as the core knows it; the facts add what they hold and when they last heard of it. */
export type ConnectionFile = Pick<
  ConnectionState,
  | 'id'
  | 'network'
  | 'account'
  | 'program'
  | 'programId'
  | 'client'
  | 'clientId'
  | 'model'
  | 'address'
  | 'callsPerMinute'
  | 'timeZone'
  | 'paused'
  | 'countsAs'
  | 'before'
  | 'fromFiles'
>;

/** How a program stands to those that it follows and that follow it. */
function standingOf({
  succession,
  programId,
}: ProgramEntry): Pick<ConnectionFile, 'countsAs' | 'before'> {
  if (succession === undefined) return {};
  const { countsAs, entries } = succession;
  if (countsAs.programId !== programId) return { countsAs: countsAs.programId };
  return { before: entries.map(({ network, account }) => `${network}:${account}`) };
}

/** Every program that has figures with its connection and client, in the order of their names. */
export function connectionFiles({ programs }: Directory): ConnectionFile[] {
  return programs
    .map((entry) => ({
      id: entry.source,
      network: entry.network,
      account: entry.account,
      program: entry.program,
      programId: entry.programId,
      client: entry.client,
      clientId: entry.clientId,
      model: entry.model,
      address: entry.address,
      callsPerMinute: entry.callsPerMinute,
      timeZone: entry.timeZone,
      paused: entry.paused,
      ...standingOf(entry),
      ...(entry.isConnected ? {} : { fromFiles: true }),
    }))
    .sort((one, other) => (one.program < other.program ? -1 : 1));
}

/** How a program stands whose figures come as files: as its newest file. */
export function fileState({ files }: ProgramEntry): Omit<ConnectionState, keyof ConnectionFile> {
  const rowsOf = (resource: string): number =>
    files.reduce((sum, file) => sum + (file.resource === resource ? file.rows : 0), 0);
  return {
    state: 'synced',
    lastSuccessAt: Math.max(...files.map(({ startedAt }) => startedAt)),
    lastError: null,
    counts: {
      transactions: rowsOf('transactions'),
      traffic: rowsOf('traffic'),
      partnerships: 0,
      quarantined: 0,
    },
    statusCounts: {},
  };
}
