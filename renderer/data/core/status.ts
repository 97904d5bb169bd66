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

/** Every connection with its program and client, in the order of their names. */
export function connectionFiles({ programs }: Directory): ConnectionFile[] {
  return programs
    .filter(({ isConnected }) => isConnected)
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
    }))
    .sort((one, other) => (one.program < other.program ? -1 : 1));
}
