import { DeskError, type DeskFailure } from '../../shared/kernel/result';
import {
  BrokenBody,
  RefusedBody,
  type Connector,
  type ListedAccount,
} from '../../shared/sync/connector';
import { mostTries } from '../../shared/sync/retry';
import type { PageAnswer } from '../connectors/protocol';
import { fetchPage, type HttpRoom, type Target } from './fetch-page';

/** The answer of a check is a short list; more than this is none. */
const mostBytes = 4_000_000;

/**
 * Asks the network once which accounts a token opens; null where the network names none and the token stands for one.
 * Throws `CREDENTIALS` when the token opens nothing, `CANCELLED` when a person stopped it, and what a network that can't
 * be reached or understood gives.
 */
export async function listAccounts(
  room: HttpRoom,
  connector: Connector,
  target: Target,
  signal: AbortSignal,
): Promise<readonly ListedAccount[] | null> {
  for (let tries = 0; ;) {
    const answer = await fetchPage(room, target, connector.check, tries, signal);
    if (answer.state === 'failed') throw failed(connector, answer.error);
    if (answer.state === 'refused') throw refused(connector, answer.status, answer.body);
    try {
      return connector.readAccounts(parse(answer));
    } catch (thrown) {
      if (thrown instanceof RefusedBody) throw refused(connector, thrown.status, thrown.message);
      if (!(thrown instanceof BrokenBody)) throw thrown;
      tries = answer.tries;
      if (tries >= mostTries) throw unreadable(connector, thrown);
    }
  }
}

/** The account among those that a token opens. Throws `ACCOUNT_NOT_FOUND` when it isn't there. */
export function accountAmong(
  listed: readonly ListedAccount[] | null,
  connector: Connector,
  account: string,
): ListedAccount {
  if (listed === null) return { account, name: null };
  const found = listed.find((each) => each.account === account);
  if (found !== undefined) return found;
  throw new DeskError(
    'ACCOUNT_NOT_FOUND',
    `${connector.label} accepts this token, but it does not open account ${account}. ` +
      'Check the id, or ask the client to give your user access to it.',
  );
}

/** A sync's words speak of what was read before; here nothing is kept yet. */
function failed(connector: Connector, { code, message, ...options }: DeskFailure): DeskError {
  if (code === 'CANCELLED') return new DeskError(code, 'Stopped. Nothing was kept.');
  return new DeskError(code, code === 'CREDENTIALS' ? notAccepted(connector) : message, options);
}

function parse({ chunks }: Extract<PageAnswer, { state: 'body' }>): unknown {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  if (bytes > mostBytes) throw new BrokenBody('The answer is far too long.');
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BrokenBody('The answer is not JSON.');
  }
}

function refused(connector: Connector, status: number, body: string): DeskError {
  if (status === 401) {
    return new DeskError('CREDENTIALS', notAccepted(connector), { detail: body });
  }
  if (status === 403) {
    return new DeskError(
      'CREDENTIALS',
      `${connector.label} knows this token but does not let it in (403). Ask for access, or use another token.`,
      { detail: body },
    );
  }
  return new DeskError(
    'REFUSED',
    `${connector.label} refused the check (${status}). Is the API address right?`,
    { detail: body },
  );
}

function notAccepted({ label }: Connector): string {
  return `${label} does not accept this token (401). Check it, or make a new one there.`;
}

function unreadable(connector: Connector, cause: BrokenBody): DeskError {
  return new DeskError(
    'UNREADABLE_ANSWER',
    `What answers at this address is not ${connector.label}'s API. Check the address and the network you are on.`,
    { retryable: true, detail: cause.message },
  );
}
