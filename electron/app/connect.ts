import type { TokenStoreKind } from '../../shared/ipc/channels';
import type { SaveConnection, SavedConnection } from '../../shared/ipc/data-contract';
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
  return desk.sync.check(candidate, token);
}

/**
 * Checks the token, then saves the connection and the token. Repeated for the same account it replaces the token. When
 * anything is refused nothing is stored.
 */
export async function connect(
  desk: Desk,
  candidate: SaveConnection,
  token: string,
  store?: TokenStoreKind,
): Promise<SavedConnection> {
  refuseInSample(desk, candidate);
  desk.tokens.requireStore(store);
  await checkConnection(desk, candidate, token);
  const saved = await desk.data.call('connections.save', candidate);
  desk.tokens.save(saved.id, token, store);
  desk.log.info('connection-saved', { network: saved.network, account: saved.account });
  return saved;
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
