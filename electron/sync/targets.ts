import { DeskError } from '../../shared/kernel/result';
import type { Connector } from '../../shared/sync/connector';
import { Pace } from '../../shared/sync/pace';
import { baseAddress } from './address';
import type { Target } from './fetch-page';

/** The symbolic address of a sample profile's connections: wherever the sandbox listens this time. */
const sandboxAddress = 'sandbox:';

export interface SandboxAccount {
  readonly address: string;
  readonly token: string;
}

/** What a target is made from. */
export interface Connected {
  readonly account: string;
  readonly address: string | null;
  readonly callsPerMinute: number;
}

/** Knows where each connection's requests go, and keeps one pace for each token. */
export class Targets {
  readonly #now: () => number;
  readonly #sandbox: () => Promise<ReadonlyMap<string, SandboxAccount>>;
  readonly #paces = new Map<string, Pace>();

  /** @param now a clock that only goes forward, ms. */
  constructor(now: () => number, sandbox: () => Promise<ReadonlyMap<string, SandboxAccount>>) {
    this.#now = now;
    this.#sandbox = sandbox;
  }

  /** Throws `TOKEN_MISSING`, `ADDRESS_NOT_ALLOWED` or what starting the sandbox throws. */
  async of(connector: Connector, connected: Connected, token: string | null): Promise<Target> {
    if (connected.address === sandboxAddress) {
      const account = (await this.#sandbox()).get(`${connector.network}:${connected.account}`);
      if (!account) {
        throw new DeskError(
          'SANDBOX_ACCOUNT_MISSING',
          `The sandbox has no ${connector.label} account ${connected.account}.`,
        );
      }
      return this.#target(connector, connected, account.address, account.token);
    }
    if (token === null) {
      throw new DeskError(
        'TOKEN_MISSING',
        `There is no token for ${connector.label} ${connected.account} on this computer. Connect it again.`,
      );
    }
    return this.#target(
      connector,
      connected,
      connected.address ?? connector.documentedAddress,
      token,
    );
  }

  #target(connector: Connector, connected: Connected, address: string, token: string): Target {
    const base = baseAddress(address);
    return {
      label: connector.label,
      account: connected.account,
      base,
      authorization:
        connector.authorization === 'bearer'
          ? `Bearer ${token}`
          : `Basic ${Buffer.from(token, 'utf8').toString('base64')}`,
      nothing: connector.nothing,
      callsPerMinute: connected.callsPerMinute,
      pace: this.#pace(`${connector.network} ${token}`),
    };
  }

  #pace(key: string): Pace {
    const known = this.#paces.get(key);
    if (known) return known;
    const pace = new Pace(this.#now);
    this.#paces.set(key, pace);
    return pace;
  }
}
