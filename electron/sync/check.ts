import { DeskError } from '../../shared/kernel/result';
import {
  BrokenBody,
  RefusedBody,
  type CheckedAccount,
  type Connector,
} from '../../shared/sync/connector';
import { mostTries } from '../../shared/sync/retry';
import type { PageAnswer } from '../connectors/protocol';
import { fetchPage, type HttpRoom, type Target } from './fetch-page';

/** The answer of a check is a short list; more than this is none. */
const mostBytes = 4_000_000;

/**
 * Asks the network once whether the token opens the account. Throws `CREDENTIALS` when it doesn't, `ACCOUNT_NOT_FOUND`
 * when the token opens others only, and what a network that can't be reached or understood gives.
 */
export async function checkAccount(
  room: HttpRoom,
  connector: Connector,
  target: Target,
  signal: AbortSignal,
): Promise<CheckedAccount> {
  const context = { account: target.account, timeZone: 'UTC' };
  const request = connector.check(context);
  for (let tries = 0; ;) {
    const answer = await fetchPage(room, target, request, tries, signal);
    if (answer.state === 'failed') {
      const { code, message, ...options } = answer.error;
      // A sync's words speak of what was read before; here nothing is kept yet.
      throw new DeskError(code, code === 'CREDENTIALS' ? notAccepted(connector) : message, options);
    }
    if (answer.state === 'refused') throw refused(connector, answer.status, answer.body);
    try {
      return connector.readCheck(parse(answer), context);
    } catch (thrown) {
      if (thrown instanceof RefusedBody) throw refused(connector, thrown.status, thrown.message);
      if (!(thrown instanceof BrokenBody)) throw thrown;
      tries = answer.tries;
      if (tries >= mostTries) throw unreadable(connector, thrown);
    }
  }
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
