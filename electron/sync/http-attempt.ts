/** One answer of a network, whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly chunks: readonly Uint8Array[];
}

/** What this needs of an answer; a `Response` has it. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: ReadableStream<Uint8Array> | null;
}

/** What this asks of `fetch`: every answer is wanted whole, without redirects or cookies. */
export interface FetchOptions {
  readonly headers: Record<string, string>;
  readonly redirect: 'error';
  readonly credentials: 'omit';
  readonly signal: AbortSignal;
}

/** What Chromium's network stack and Node's `fetch` have in common and this needs. */
export type Fetch = (address: string, options: FetchOptions) => Promise<HttpResponse>;

/** The body is larger than anything a network may send. */
export class BodyTooLarge extends Error {}

/** No byte came for too long. */
export class SilentNetwork extends Error {}

const silenceMilliseconds = 20_000;
const mostBytes = 512 * 1024 * 1024;

/**
 * Performs one GET and collects its body. Redirects are refused: no documented API needs one, and a token must not
 * follow one. Throws `SilentNetwork` after 20 s without a byte, `BodyTooLarge` past 512 MB, the signal's reason when
 * it is aborted, and whatever `fetch` throws.
 */
export async function getOnce(
  fetch: Fetch,
  address: string,
  authorization: string,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  signal.throwIfAborted();
  const silence = new AbortController();
  let timer = setTimeout(giveUp, silenceMilliseconds);
  function giveUp(): void {
    silence.abort(new SilentNetwork('No byte came for 20 seconds.'));
  }
  const forward = (): void => {
    silence.abort(signal.reason);
  };
  signal.addEventListener('abort', forward, { once: true });
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, silenceMilliseconds);
  };
  try {
    const response = await orAborted(
      fetch(address, {
        headers: { Authorization: authorization, Accept: 'application/json' },
        redirect: 'error',
        credentials: 'omit',
        signal: silence.signal,
      }),
      silence.signal,
    );
    heard();
    const chunks = await collect(response, silence.signal, heard);
    return { status: response.status, retryAfter: response.headers.get('retry-after'), chunks };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', forward);
  }
}

async function collect(
  response: HttpResponse,
  signal: AbortSignal,
  heard: () => void,
): Promise<Uint8Array[]> {
  if (!response.body) return [];
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await orAborted(reader.read(), signal);
      if (done) return chunks;
      heard();
      bytes += value.byteLength;
      if (bytes > mostBytes) throw new BodyTooLarge('The answer is larger than 512 MB.');
      chunks.push(value);
    }
  } catch (thrown) {
    reader.cancel().catch(() => undefined);
    throw thrown;
  }
}

/** Not every body stream hears its request's signal, so a silent one is left behind. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
