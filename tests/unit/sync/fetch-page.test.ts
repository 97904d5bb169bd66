import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchPage, type HttpRoom, type Target } from '../../../electron/sync/fetch-page';
import type { PageAnswer } from '../../../electron/connectors/protocol';
import { Pace } from '../../../shared/sync/pace';

const servers: Server[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Waits are remembered, not waited for. */
function impatientRoom(changes: Partial<HttpRoom> = {}): HttpRoom & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    fetch,
    now: Date.now,
    random: () => 1,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    onRequest: () => undefined,
    waits,
    ...changes,
  };
}

function targetAt(base: string): Target {
  return {
    label: 'Awin',
    account: '19011',
    base,
    authorization: 'Bearer secret-token',
    nothing: '[]',
    callsPerMinute: 6_000,
    // A clock that leaps, so that a pause is over by the time it is asked for.
    pace: new Pace(leapingClock()),
  };
}

function leapingClock(): () => number {
  let now = 0;
  return () => (now += 3_600_000);
}

const request = { path: '/list', query: [['timezone', 'Europe/Berlin']] as const };
const signal = new AbortController().signal;

function textOf(answer: PageAnswer): string {
  return answer.state === 'body' ? Buffer.concat(answer.chunks).toString() : answer.state;
}

describe('fetching a page', () => {
  test('asks below the base with the token in a header and the query encoded', async () => {
    const seen: unknown[] = [];
    const base = await serve((incoming, response) => {
      seen.push([incoming.url, incoming.headers.authorization]);
      response.end('[]');
    });
    const answer = await fetchPage(impatientRoom(), targetAt(`${base}/v2`), request, 0, signal);
    expect(textOf(answer)).toBe('[]');
    expect(seen).toEqual([['/v2/list?timezone=Europe%2FBerlin', 'Bearer secret-token']]);
  });

  test('an answer without content is the list of nothing, at the first try', async () => {
    const base = await serve((_, response) => {
      response.statusCode = 204;
      response.end();
    });
    const answer = await fetchPage(impatientRoom(), targetAt(base), request, 0, signal);
    expect(answer).toMatchObject({ state: 'body', tries: 1 });
    expect(textOf(answer)).toBe('[]');
  });

  test.each([500, 502, 503, 504, 408])(
    'tries again after %d, waiting longer each time',
    async (status) => {
      let calls = 0;
      const base = await serve((_, response) => {
        calls += 1;
        response.statusCode = calls < 4 ? status : 200;
        response.end('[1]');
      });
      const room = impatientRoom();
      const answer = await fetchPage(room, targetAt(base), request, 0, signal);
      expect(textOf(answer)).toBe('[1]');
      expect(answer.tries).toBe(4);
      expect(room.waits).toEqual([500, 1_000, 2_000]);
    },
  );

  test('gives up after eight tries, counting those made for broken bodies', async () => {
    let calls = 0;
    const base = await serve((_, response) => {
      calls += 1;
      response.statusCode = 503;
      response.end();
    });
    const answer = await fetchPage(impatientRoom(), targetAt(base), request, 5, signal);
    expect(calls).toBe(3);
    expect(answer).toMatchObject({ state: 'failed', tries: 8, error: { code: 'SERVER_ERROR' } });
  });

  test('a reset in the middle of a body is tried again', async () => {
    let calls = 0;
    const base = await serve((_, response) => {
      calls += 1;
      if (calls > 1) {
        response.end('[1,2,3]');
        return;
      }
      response.writeHead(200, { 'content-length': '1000' });
      response.write('[1,', () => response.socket?.destroy());
    });
    const answer = await fetchPage(impatientRoom(), targetAt(base), request, 0, signal);
    expect(textOf(answer)).toBe('[1,2,3]');
    expect(answer.tries).toBe(2);
  });

  test('a wrong token is final at once and never said again in the answer', async () => {
    let calls = 0;
    const base = await serve((_, response) => {
      calls += 1;
      response.statusCode = 401;
      response.end('{"error":"unauthorized"}');
    });
    const answer = await fetchPage(impatientRoom(), targetAt(base), request, 0, signal);
    expect(calls).toBe(1);
    expect(answer).toMatchObject({ state: 'failed', error: { code: 'CREDENTIALS' } });
    expect(JSON.stringify(answer)).not.toContain('secret-token');
  });

  test('another 4xx is a refusal with what the network said', async () => {
    const base = await serve((_, response) => {
      response.statusCode = 403;
      response.end('{"error":"forbidden"}');
    });
    const answer = await fetchPage(impatientRoom(), targetAt(base), request, 0, signal);
    expect(answer).toEqual({
      state: 'refused',
      tries: 1,
      status: 403,
      body: '{"error":"forbidden"}',
    });
  });

  test('a redirect is refused, and the token goes nowhere else', async () => {
    const stolen: unknown[] = [];
    const elsewhere = await serve((incoming, response) => {
      stolen.push(incoming.headers.authorization);
      response.end('[]');
    });
    const base = await serve((_, response) => {
      response.writeHead(302, { location: elsewhere });
      response.end();
    });
    const answer = await fetchPage(impatientRoom(), targetAt(base), request, 0, signal);
    expect(answer).toMatchObject({ state: 'failed', error: { code: 'CAPTIVE_PORTAL' } });
    expect(stolen).toEqual([]);
  });

  test('a network that is not there is said in plain words', async () => {
    const room = impatientRoom({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    const answer = await fetchPage(room, targetAt('http://127.0.0.1:1'), request, 0, signal);
    expect(answer).toMatchObject({
      state: 'failed',
      tries: 8,
      error: { code: 'NETWORK_UNAVAILABLE', retryable: true },
    });
  });

  test('an invalid certificate is final', async () => {
    const failure = new Error('net::ERR_CERT_DATE_INVALID');
    const room = impatientRoom({ fetch: () => Promise.reject(failure) });
    const answer = await fetchPage(room, targetAt('https://api.example'), request, 0, signal);
    expect(answer).toMatchObject({ state: 'failed', tries: 1, error: { code: 'CERTIFICATE' } });
  });

  test('twenty seconds without a byte end a try, before and within a body', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const silentBody = new Response(
      new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([91])) }),
    );
    const answers = [
      () => new Promise<Response>(() => undefined),
      () => Promise.resolve(silentBody),
      () => Promise.resolve(new Response('[]')),
    ];
    const room = impatientRoom({ fetch: () => answers.shift()!() });
    const result = fetchPage(room, targetAt('https://api.example'), request, 0, signal);
    await vi.advanceTimersByTimeAsync(19_900);
    expect(answers).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(answers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_100);
    expect(textOf(await result)).toBe('[]');
  });

  test('cancelling ends a request that is on its way', async () => {
    const base = await serve(() => undefined);
    const controller = new AbortController();
    const result = fetchPage(impatientRoom(), targetAt(base), request, 0, controller.signal);
    setTimeout(() => controller.abort(), 30);
    expect(await result).toMatchObject({ state: 'failed', error: { code: 'CANCELLED' } });
  });
});
