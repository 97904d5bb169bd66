import { DeskError } from '../../shared/kernel/result';
import {
  BrokenBody,
  RefusedBody,
  type AccountContext,
  type ApiRequest,
  type Connector,
  type MappedPage,
} from '../../shared/sync/connector';
import type { SyncTask } from '../../shared/sync/plan';
import { mostTries } from '../../shared/sync/retry';
import { accessLost } from './failures';
import type { PageAnswer } from './protocol';

/** Asks main for the bytes of a page. */
export type FetchPage = (request: ApiRequest, tries: number) => Promise<PageAnswer>;

/** One page, read and mapped, or the network's refusal. */
export type PageResult =
  | { readonly state: 'mapped'; readonly page: MappedPage }
  | { readonly state: 'refused'; readonly status: number; readonly body: string };

/**
 * Reads pages of one connection, one request at a time. A body that makes no sense is asked for again; one request can
 * be sent ahead while the previous page is being stored.
 */
export class PageReader {
  readonly #connector: Connector;
  readonly #account: AccountContext;
  readonly #fetchPage: FetchPage;
  #ahead: { readonly key: string; readonly answer: Promise<PageAnswer> } | null = null;

  constructor(connector: Connector, account: AccountContext, fetchPage: FetchPage) {
    this.#connector = connector;
    this.#account = account;
    this.#fetchPage = fetchPage;
  }

  /** Sends the request that will be read next, without waiting for it. */
  sendAhead(request: ApiRequest): void {
    if (this.#ahead) return;
    const answer = this.#fetchPage(request, 0);
    // Whoever reads it sees its failure; a run that stops before has no use for it.
    answer.catch(() => undefined);
    this.#ahead = { key: keyOf(request), answer };
  }

  /**
   * Reads one page. `accept` may refuse a mapped page by throwing `BrokenBody`. Throws a `DeskError` when the network
   * can't be reached, or `UNREADABLE_ANSWER` or `CAPTIVE_PORTAL` when no try brought a body that makes sense.
   */
  async read(
    task: SyncTask,
    request: ApiRequest,
    accept: (page: MappedPage) => void,
  ): Promise<PageResult> {
    let answer = await this.#answerTo(request);
    for (;;) {
      if (answer.state === 'failed') throw toError(answer.error);
      if (answer.state === 'refused') return answer;
      const bytes = Buffer.concat(answer.chunks);
      try {
        const page = this.#map(task, request, bytes);
        accept(page);
        return { state: 'mapped', page };
      } catch (thrown) {
        if (thrown instanceof RefusedBody) {
          const { status, message } = thrown;
          if (status === 401) throw accessLost(this.#connector.label, this.#account.account, 401);
          return { state: 'refused', status, body: message };
        }
        if (!(thrown instanceof BrokenBody)) throw thrown;
        if (answer.tries >= mostTries) {
          throw unreadable(this.#connector.label, task.resource, thrown, decode(bytes));
        }
      }
      answer = await this.#fetchPage(request, answer.tries);
    }
  }

  async #answerTo(request: ApiRequest): Promise<PageAnswer> {
    const ahead = this.#ahead;
    this.#ahead = null;
    if (ahead?.key === keyOf(request)) return ahead.answer;
    // One request at a time: what was sent ahead for nothing still has to come home.
    await ahead?.answer.catch(() => undefined);
    return this.#fetchPage(request, 0);
  }

  #map(task: SyncTask, request: ApiRequest, bytes: Uint8Array): MappedPage {
    const mapped = this.#connector.readBytes?.({ task, bytes, decode }) ?? null;
    if (mapped !== null) return mapped;
    const body = parseJson(decode(bytes));
    return this.#connector.read({ task, account: this.#account, request, body, carried: null });
  }
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new BrokenBody(`The answer is not JSON: ${String(thrown)}`);
  }
}

function keyOf(request: ApiRequest): string {
  return JSON.stringify([request.path, request.query]);
}

function toError({
  code,
  message,
  retryable,
  detail,
}: {
  readonly code: string;
  readonly message: string;
  readonly retryable?: boolean;
  readonly detail?: string;
}): DeskError {
  return new DeskError(code, message, {
    ...(retryable === undefined ? {} : { retryable }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** A page of HTML from every try is a portal that wants a sign-in; anything else is the network's own fault. */
function unreadable(label: string, what: string, cause: BrokenBody, text: string): DeskError {
  const options = { retryable: true, detail: cause.message };
  if (/^\s*</.test(text)) {
    return new DeskError(
      'CAPTIVE_PORTAL',
      `A web page answered instead of ${label}. The network you are on probably wants a sign-in first. ` +
        'What was read before is kept; sync again when you are online.',
      options,
    );
  }
  return new DeskError(
    'UNREADABLE_ANSWER',
    `${label} answered ${mostTries} times with something that makes no sense (${what}: ${cause.message}). ` +
      'What was read before is kept.',
    options,
  );
}
