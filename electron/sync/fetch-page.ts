import { DeskError, toFailure } from '../../shared/kernel/result';
import type { ApiRequest } from '../../shared/sync/connector';
import type { Pace } from '../../shared/sync/pace';
import { mostTries, rateLimitDelay, retryDelay } from '../../shared/sync/retry';
import type { PageAnswer } from '../connectors/protocol';
import { BodyTooLarge, getOnce, type Fetch, type HttpAnswer } from './http-attempt';

/** Where and as whom pages are asked for. Holds a token: it never leaves main. */
export interface Target {
  /** The network's name, for messages. */
  readonly label: string;
  readonly account: string;
  readonly base: string;
  readonly authorization: string;
  /** What an answer without content (204) stands for. */
  readonly nothing: string;
  readonly callsPerMinute: number;
  /** Shared by everything that uses the same token. */
  readonly pace: Pace;
}

/** Time, chance and the wire, handed in so that tests run without any of them. */
export interface HttpRoom {
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: () => number;
  /** Rejects with the signal's reason when it is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Called for every request that leaves. */
  readonly onRequest: () => void;
}

/**
 * Fetches one page: at the token's pace, tried again with full jitter on 429, 5xx, resets and time-outs, at most eight
 * times counting the `tries` that were made before. Never throws.
 */
export async function fetchPage(
  room: HttpRoom,
  target: Target,
  request: ApiRequest,
  tries: number,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const address = addressOf(target, request);
  let failure = silent(target);
  for (let count = tries; count < mostTries;) {
    let verdict: Verdict;
    try {
      if (count > 0) await room.wait(retryDelay(count, room.random()), signal);
      await keepPace(room, target, signal);
      count += 1;
      verdict = await tryOnce(room, target, address, signal);
    } catch (thrown) {
      return { state: 'failed', tries: count, error: toFailure(cancelled(thrown)) };
    }
    if (verdict.kind === 'answer') return { ...verdict.answer, tries: count };
    if (verdict.kind === 'final') {
      return { state: 'failed', tries: count, error: toFailure(verdict.error) };
    }
    failure = verdict.error;
  }
  return { state: 'failed', tries: mostTries, error: toFailure(failure) };
}

type Verdict =
  | {
      readonly kind: 'answer';
      readonly answer:
        | { readonly state: 'body'; readonly chunks: Uint8Array[] }
        | { readonly state: 'refused'; readonly status: number; readonly body: string };
    }
  | { readonly kind: 'final' | 'again'; readonly error: DeskError };

async function tryOnce(
  room: HttpRoom,
  target: Target,
  address: string,
  signal: AbortSignal,
): Promise<Verdict> {
  room.onRequest();
  let answer: HttpAnswer;
  try {
    answer = await getOnce(room.fetch, address, target.authorization, signal);
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return wireFailure(target, thrown);
  }
  return judge(room, target, answer);
}

function judge(
  room: HttpRoom,
  target: Target,
  { status, retryAfter, chunks }: HttpAnswer,
): Verdict {
  const { label, account } = target;
  if (status === 204) {
    return { kind: 'answer', answer: { state: 'body', chunks: [Buffer.from(target.nothing)] } };
  }
  if (status >= 200 && status < 300) {
    return { kind: 'answer', answer: { state: 'body', chunks: [...chunks] } };
  }
  if (status === 401) return { kind: 'final', error: wrongToken(label, account) };
  if (status === 429) {
    target.pace.pause(rateLimitDelay(target.callsPerMinute, retryAfter, room.now()));
    return { kind: 'again', error: tooMany(label) };
  }
  if (status >= 500 || status === 408) return { kind: 'again', error: serverError(label, status) };
  const body = Buffer.concat(chunks).toString('utf8').slice(0, 2_000);
  return { kind: 'answer', answer: { state: 'refused', status, body } };
}

async function keepPace(room: HttpRoom, target: Target, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  for (;;) {
    const milliseconds = target.pace.delay(target.callsPerMinute);
    if (milliseconds <= 0) break;
    await room.wait(milliseconds, signal);
  }
  target.pace.take();
}

function addressOf(target: Target, { path, query }: ApiRequest): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of query) parameters.append(name, value);
  const text = parameters.toString();
  return `${target.base}${path}${text === '' ? '' : `?${text}`}`;
}

function wireFailure({ label }: Target, thrown: unknown): Verdict {
  const detail = describe(thrown);
  if (thrown instanceof BodyTooLarge) {
    const message = `${label} sent more than 512 MB at once. Nothing of it was kept.`;
    return { kind: 'final', error: new DeskError('ANSWER_TOO_LARGE', message, { detail }) };
  }
  if (/ERR_CERT|CERT_HAS|certificate/i.test(detail)) {
    const message =
      `The certificate that answers for ${label} is not valid, so nothing was sent to it. ` +
      "Check this computer's clock and the network you are on.";
    return { kind: 'final', error: new DeskError('CERTIFICATE', message, { detail }) };
  }
  if (/redirect/i.test(detail)) {
    const message =
      `${label} was redirected elsewhere, as networks that want a sign-in do. ` +
      'What was read before is kept; sync again when you are online.';
    const error = new DeskError('CAPTIVE_PORTAL', message, { retryable: true, detail });
    return { kind: 'again', error };
  }
  return { kind: 'again', error: silent({ label }, detail) };
}

/** The words of an error and of what caused it; Node puts the reason there. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause === undefined
    ? thrown.message
    : `${thrown.message}: ${describe(thrown.cause)}`;
}

function silent({ label }: { readonly label: string }, detail?: string): DeskError {
  return new DeskError(
    'NETWORK_UNAVAILABLE',
    `${label} can't be reached. What was read before is kept; sync again when you are online.`,
    { retryable: true, ...(detail === undefined ? {} : { detail }) },
  );
}

function wrongToken(label: string, account: string): DeskError {
  return new DeskError(
    'CREDENTIALS',
    `${label} does not accept the token of ${account} (401). Connect again with a new token; ` +
      'what was read before is kept.',
  );
}

function tooMany(label: string): DeskError {
  return new DeskError(
    'RATE_LIMITED',
    `${label} keeps answering that there are too many calls. Lower the calls per minute of this ` +
      'connection, or see who else uses its token.',
    { retryable: true },
  );
}

function serverError(label: string, status: number): DeskError {
  return new DeskError(
    'SERVER_ERROR',
    `${label} has trouble of its own (${status}). What was read before is kept; the next sync goes on.`,
    { retryable: true },
  );
}

function cancelled(thrown: unknown): DeskError {
  if (thrown instanceof DeskError) return thrown;
  return new DeskError(
    'CANCELLED',
    'The sync was stopped. What was read is kept; the next sync goes on from there.',
    { detail: String(thrown) },
  );
}
