import type { Network, ProgramModel } from '../domain/vocabulary';
import type { Day } from '../kernel/days';
import type {
  Answer,
  QuarantinedRow,
  RosterRows,
  TrafficColumns,
  TransactionColumns,
} from './batch';
import type { ReadingPolicy, SyncTask } from './plan';

/**
 * A connector is a description of requests and a pure mapper from the network's words to ours. It does no input or
 * output, holds no state and knows no secret: the main process performs its requests, the connector process runs it.
 */
export interface Connector {
  readonly network: Network;
  readonly label: string;
  /** Documented base address, version path included; a connection may replace it. */
  readonly documentedAddress: string;
  /** How the token goes into the request: `Authorization: Bearer token`, or Basic with `publicKey:secretKey`. */
  readonly authorization: 'bearer' | 'basic';
  readonly defaultModel: ProgramModel;
  readonly defaultCallsPerMinute: number;
  /** The zone by whose days the network's reports count for a program of this zone; its own where it lists it. */
  readonly reportZone: (timeZone: string) => string;
  /** In the order in which they are read: traffic before transactions. */
  readonly policies: readonly ReadingPolicy[];
  /** The one call that tells whether a token is good, and which accounts it opens where the network says so. */
  readonly check: ApiRequest;
  /**
   * Reads the check's answer: every account that the token opens, or null where no call of the network names any and the
   * token itself stands for one. Throws as `read` does.
   */
  readonly readAccounts: (body: unknown) => readonly ListedAccount[] | null;
  /** The body that an answer without content (204) stands for: a list of nothing. */
  readonly nothing: string;
  /** First request of a task. */
  readonly first: (task: SyncTask, account: AccountContext) => ApiRequest;
  /**
   * Maps one answer; `next` continues the chain. Throws `BrokenBody` when the body must be asked for again, `RefusedBody`
   * when it says no.
   */
  readonly read: (page: PageInput) => MappedPage;
  /**
   * Maps an answer without parsing all of it, where one is so large that it matters; null leaves the answer to `read`,
   * which gives the same for every body that this one maps.
   */
  readonly readBytes?: (page: BytesInput) => MappedPage | null;
  /** What a refusal (a 4xx other than 401 and 429) of this resource means. */
  readonly refusal: (task: SyncTask, status: number, body: string) => Answer | 'stop';
}

export interface AccountContext {
  readonly account: string;
  /** The program's IANA zone. */
  readonly timeZone: string;
}

/** A GET relative to the base address. */
export interface ApiRequest {
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

/** An account that a token opens, with the network's own name for it. */
export interface ListedAccount {
  readonly account: string;
  readonly name: string | null;
}

export interface PageInput {
  readonly task: SyncTask;
  readonly account: AccountContext;
  readonly request: ApiRequest;
  readonly body: unknown;
  /** Whatever the previous page of the same chain handed on; null on the first. */
  readonly carried: unknown;
}

/** An answer as it came, and how its UTF-8 becomes text. */
export interface BytesInput {
  readonly task: SyncTask;
  readonly bytes: Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
}

export interface MappedPage {
  readonly columns: TrafficColumns | TransactionColumns | RosterRows | null;
  readonly received: number;
  readonly quarantined: readonly QuarantinedRow[];
  /** The next request of the chain, null when the task's window is complete. */
  readonly next: ApiRequest | null;
  readonly carried: unknown;
}

/** Thrown by a mapper: the body says no, although the answer came with a status of success. */
export class RefusedBody extends Error {
  /** What the status should have been, a 4xx other than 408 and 429. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RefusedBody';
    this.status = status;
  }
}

/** Thrown by a mapper: the body isn't what the API documents (captive portal, truncated, another shape). Retried. */
export class BrokenBody extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BrokenBody';
  }
}

/** Everything that a run needs to know about one connection; made by the data worker, holds no secret. */
export interface SyncAssignment {
  readonly session: string;
  readonly connection: string;
  readonly network: Network;
  readonly account: string;
  readonly program: string;
  readonly address: string | null;
  readonly callsPerMinute: number;
  readonly timeZone: string;
  /** First UTC day of rows that are kept. */
  readonly since: Day;
  readonly tasks: readonly SyncTask[];
}
