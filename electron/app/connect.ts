import type { TokenStoreKind } from '../../shared/ipc/channels';
import type { SaveConnection, SavedConnection } from '../../shared/ipc/data-contract';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { DeskError } from '../../shared/kernel/result';
import type { ListedAccount } from '../../shared/sync/connector';
import { connectors } from '../../shared/sync/connectors';
import type { AskingOptions, NetworkDoor } from '../sync';
import { accountAmong } from '../sync/check';
import type { Desk } from './desk';
import { SANDBOX_ADDRESS } from './sample-networks';

/** Every account that a token opens; null where the network names none. Stores nothing. */
export async function listAccounts(
  desk: Desk,
  door: NetworkDoor,
  token: string,
  options: AskingOptions = {},
): Promise<readonly ListedAccount[] | null> {
  desk.log.hide(token);
  refuseInSample(desk, door);
  return desk.sync.accounts(door, token, options);
}

export interface ConnectOptions extends AskingOptions {
  readonly store?: TokenStoreKind | undefined;
}

/**
 * Checks a token by one call, then saves all of its connections together, and the token for each. A new program without a
 * name gets the network's own; for a known account the token is replaced. When anything is refused nothing is stored.
 */
export async function connectAll(
  desk: Desk,
  candidates: readonly SaveConnection[],
  token: string,
  { store, ...options }: ConnectOptions = {},
): Promise<readonly SavedConnection[]> {
  const [door] = candidates;
  if (door === undefined) return [];
  desk.log.hide(token);
  refuseInSample(desk, door);
  desk.tokens.requireStore(store);
  const known = await desk.data.call('records.list', { kind: 'connection' });
  const listed = await desk.sync.accounts(withKnownAddress(known, door), token, options);
  const named = candidates.map((candidate) => {
    const { name } = accountAmong(listed, connectors[door.network], candidate.account);
    // A program that is there already keeps the name that a person may have given it.
    const isNew = knownConnection(known, candidate) === undefined;
    return isNew && name !== null ? { name, ...candidate } : candidate;
  });
  if (options.signal?.aborted === true) {
    throw new DeskError('CANCELLED', 'Stopped. Nothing was connected and nothing was kept.');
  }
  const saved = await desk.data.call('connections.saveAll', { connections: named });
  for (const { id, network, account } of saved) {
    desk.tokens.save(id, token, store);
    desk.log.info('connection-saved', { network, account });
  }
  return saved;
}

/** A new token of a known account is checked where that account is, not at the network's documented address. */
function withKnownAddress(known: readonly DeskRecord[], candidate: SaveConnection): NetworkDoor {
  const { network, callsPerMinute } = candidate;
  const stored = knownConnection(known, candidate)?.values['address'];
  const address =
    candidate.address ?? (typeof stored === 'string' && stored !== '' ? stored : undefined);
  return {
    network,
    ...(address === undefined ? {} : { address }),
    ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
  };
}

/** The connection of the same account, when there is one. */
function knownConnection(
  known: readonly DeskRecord[],
  { network, account }: SaveConnection,
): DeskRecord | undefined {
  return known.find(({ values }) => values['network'] === network && values['account'] === account);
}

/** A sample profile stays with its sandbox; a real one never gets its symbolic address. Before anything else is asked. */
function refuseInSample(desk: Desk, { address }: NetworkDoor): void {
  if (desk.profile.sample() !== null) {
    throw new DeskError(
      'SAMPLE_PROFILE',
      'This profile holds a sample agency and takes no other connection. Use another profile.',
    );
  }
  if (address?.startsWith(SANDBOX_ADDRESS) === true) {
    throw new DeskError('ADDRESS_REFUSED', 'Only a sample profile is connected to the sandbox.');
  }
}
