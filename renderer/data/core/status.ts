import type { ConnectionState } from '../../../shared/ipc/desk-records';
import type { Directory } from '../directory';

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
>;

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
    }))
    .sort((one, other) => (one.program < other.program ? -1 : 1));
}
