import type { TokenStoreKind } from '../../shared/ipc/channels';
import type { SaveConnection, SavedConnection } from '../../shared/ipc/data-contract';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { DeskError } from '../../shared/kernel/result';
import type { CheckedAccount } from '../../shared/sync/connector';
import type { Desk } from './desk';
import { SANDBOX_ADDRESS } from './sample-networks';

/** Asks the network once whether the token opens the account; `CREDENTIALS` when it doesn't. Stores nothing. */
export async function checkConnection(
  desk: Desk,
  candidate: SaveConnection,
  token: string,
): Promise<CheckedAccount> {
  desk.log.hide(token);
  refuseInSample(desk, candidate);
  return desk.sync.check(await withKnownAddress(desk, candidate), token);
}

/**
 * Checks the token, then saves the connection and the token; a new program without a name gets the network's own. Repeated
 * for the same account it replaces the token. When anything is refused nothing is stored.
 */
export async function connect(
  desk: Desk,
  candidate: SaveConnection,
  token: string,
  store?: TokenStoreKind,
): Promise<SavedConnection> {
  refuseInSample(desk, candidate);
  desk.tokens.requireStore(store);
  const { name } = await checkConnection(desk, candidate, token);
  // A program that is there already keeps the name that a person may have given it.
  const isNew = (await knownConnection(desk, candidate)) === undefined;
  const named = isNew && name !== null ? { name, ...candidate } : candidate;
  const saved = await desk.data.call('connections.save', named);
  desk.tokens.save(saved.id, token, store);
  desk.log.info('connection-saved', { network: saved.network, account: saved.account });
  return saved;
}

/** A new token of a known account is checked where that account is, not at the network's documented address. */
async function withKnownAddress(desk: Desk, candidate: SaveConnection): Promise<SaveConnection> {
  if (candidate.address !== undefined) return candidate;
  const address = (await knownConnection(desk, candidate))?.values['address'];
  return typeof address === 'string' && address !== '' ? { ...candidate, address } : candidate;
}

/** The connection of the same account, when there is one. */
async function knownConnection(
  desk: Desk,
  { network, account }: SaveConnection,
): Promise<DeskRecord | undefined> {
  const connections = await desk.data.call('records.list', { kind: 'connection' });
  return connections.find(
    ({ values }) => values['network'] === network && values['account'] === account,
  );
}

/** A sample profile stays with its sandbox; a real one never gets its symbolic address. Before anything else is asked. */
function refuseInSample(desk: Desk, candidate: SaveConnection): void {
  if (desk.profile.sample() !== null) {
    throw new DeskError(
      'SAMPLE_PROFILE',
      'This profile holds a sample agency and takes no other connection. Use another profile.',
    );
  }
  if (candidate.address?.startsWith(SANDBOX_ADDRESS) === true) {
    throw new DeskError('ADDRESS_REFUSED', 'Only a sample profile is connected to the sandbox.');
  }
}
