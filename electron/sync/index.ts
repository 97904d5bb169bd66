import { join } from 'node:path';
import { app, session, type MessagePortMain } from 'electron';
import type { SaveConnection, SyncOutcome } from '../../shared/ipc/data-contract';
import { DeskError } from '../../shared/kernel/result';
import type { ListedAccount } from '../../shared/sync/connector';
import { connectors } from '../../shared/sync/connectors';
import type { Log } from '../log/log';
import { accountAmong, listAccounts } from './check';
import { startConnectorHost } from './connector-host';
import type { HttpRoom } from './fetch-page';
import { createNetFetch } from './net-fetch';
import { runSync, type RunOptions, type RunRoom } from './sync-run';
import { Targets, type SandboxAccount } from './targets';

export interface SyncServiceParts {
  readonly dataClient: {
    readonly call: RunRoom['call'];
    /** A new port on which the data worker takes batches and acknowledges them. */
    readonly openBatchPort: () => Promise<MessagePortMain>;
  };
  readonly secrets: { readonly read: (connection: string) => string | null };
  readonly log: Log;
  /** Address and token by `network:account`, for connections with the address `sandbox:`. */
  readonly sandboxAddresses: () => Promise<ReadonlyMap<string, SandboxAccount>>;
}

/** Everything that talks to networks. */
export interface SyncService {
  /** Syncs one connection (by id) or all; waits for a run that is under way. Never more than one run at a time. */
  run(
    scope: { readonly connection: string | null },
    options: RunOptions,
  ): Promise<readonly SyncOutcome[]>;
  /**
   * Asks the network once whether the token opens the account; stores nothing. `CREDENTIALS`, `ACCOUNT_NOT_FOUND`,
   * `ADDRESS_NOT_ALLOWED`, `NETWORK_UNAVAILABLE` and the like say why not.
   */
  check(candidate: SaveConnection, token: string, options?: AskingOptions): Promise<ListedAccount>;
  /** Every account that a token opens, by one call; null where the network names none. Stores nothing; throws as `check`. */
  accounts(
    door: NetworkDoor,
    token: string,
    options?: AskingOptions,
  ): Promise<readonly ListedAccount[] | null>;
}

/** Where a network is asked: all that is needed before an account is known. */
export type NetworkDoor = Pick<SaveConnection, 'network' | 'address' | 'callsPerMinute'>;

/** A question that a person waits for. */
export interface AskingOptions {
  readonly signal?: AbortSignal;
  /** Told before every try, from 1, with the address that is asked. */
  readonly onTry?: (tries: number, address: string) => void;
}

/** Creates the service; nothing starts before it is asked. */
export function createSyncService(parts: SyncServiceParts): SyncService {
  const { dataClient, secrets, log, sandboxAddresses } = parts;
  const targets = new Targets(() => performance.now(), sandboxAddresses);
  const http = createHttp();
  const room: RunRoom = {
    call: (method, args) => dataClient.call(method, args),
    startHost: async () =>
      startConnectorHost(
        join(app.getAppPath(), 'dist', 'processes', 'connector.js'),
        await dataClient.openBatchPort(),
      ),
    targetOf: (assignment) =>
      targets.of(connectors[assignment.network], assignment, secrets.read(assignment.connection)),
    http,
    info: (event, fields) => {
      log.info(event, fields);
    },
  };
  let last: Promise<unknown> = Promise.resolve();

  function run(
    { connection }: { readonly connection: string | null },
    options: RunOptions,
  ): Promise<readonly SyncOutcome[]> {
    const result = last.then(() => runSync(room, connection, options));
    last = result.catch(() => undefined);
    return result;
  }

  async function ask(
    { network, address, callsPerMinute }: NetworkDoor,
    account: string,
    token: string,
    { signal = new AbortController().signal, onTry = () => undefined }: AskingOptions,
  ): Promise<readonly ListedAccount[] | null> {
    const connector = connectors[network];
    const pace = callsPerMinute ?? connector.defaultCallsPerMinute;
    const connected = { account, address: address ?? null, callsPerMinute: pace };
    const target = await targets.of(connector, connected, token);
    let tries = 0;
    const onRequest = (): void => {
      tries += 1;
      onTry(tries, target.base);
    };
    return listAccounts({ ...http, onRequest }, connector, target, signal);
  }

  return {
    run,
    check: async (candidate, token, options = {}) => {
      const listed = await ask(candidate, candidate.account, token, options);
      return accountAmong(listed, connectors[candidate.network], candidate.account);
    },
    accounts: (door, token, options = {}) => ask(door, '', token, options),
  };
}

/** Requests to networks have a session of their own: no cookies, no cache, none of the page's rules. */
function createHttp(): Omit<HttpRoom, 'onRequest'> {
  return {
    fetch: createNetFetch(() => session.fromPartition('networks', { cache: false })),
    now: Date.now,
    random: Math.random,
    wait,
  };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancelled = (): void => {
      clearTimeout(timer);
      reject(new DeskError('CANCELLED', 'The sync was stopped. What was read is kept.'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', cancelled);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', cancelled, { once: true });
    if (signal.aborted) cancelled();
  });
}
