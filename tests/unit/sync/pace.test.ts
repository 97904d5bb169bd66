import { describe, expect, test } from 'vitest';
import { fetchPage, type HttpRoom, type Target } from '../../../electron/sync/fetch-page';
import { Pace } from '../../../shared/sync/pace';
import { rateLimitDelay, retryDelay } from '../../../shared/sync/retry';

/** A clock that moves only when somebody waits. */
function fakeTime(): {
  now: () => number;
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
} {
  let now = 1_000_000;
  const timers: { at: number; run: () => void }[] = [];
  const turn = (): void => {
    timers.sort((one, other) => one.at - other.at);
    const next = timers.shift();
    if (!next) return;
    now = Math.max(now, next.at);
    next.run();
  };
  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        timers.push({ at: now + milliseconds, run: resolve });
        setImmediate(turn);
      }),
  };
}

function roomOf(time: ReturnType<typeof fakeTime>, fetch: HttpRoom['fetch']): HttpRoom {
  return { fetch, now: time.now, random: () => 0.5, wait: time.wait, onRequest: () => undefined };
}

function targetOf(pace: Pace, callsPerMinute: number): Target {
  const base = 'https://api.example';
  return {
    label: 'Awin',
    account: '1',
    base,
    authorization: 'Bearer t',
    nothing: '[]',
    callsPerMinute,
    pace,
  };
}

const signal = new AbortController().signal;
const request = { path: '/accounts', query: [] };

/** The most calls that any span of 60 s holds. */
function mostInAMinute(calls: readonly number[]): number {
  return Math.max(
    ...calls.map((start) => calls.filter((call) => call >= start && call <= start + 60_000).length),
  );
}

describe('the pace of a token', () => {
  test('61 requests of three connections at 20 a minute take three minutes, never more than 20 in any 60 s', async () => {
    const time = fakeTime();
    const pace = new Pace(time.now);
    const calls: number[] = [];
    const room = roomOf(time, () => {
      calls.push(time.now());
      return Promise.resolve(new Response('[]'));
    });
    const connection = async (requests: number): Promise<void> => {
      for (let index = 0; index < requests; index += 1) {
        const answer = await fetchPage(room, targetOf(pace, 20), request, 0, signal);
        expect(answer.state).toBe('body');
      }
    };
    await Promise.all([connection(21), connection(20), connection(20)]);
    expect(calls).toHaveLength(61);
    expect(calls.at(-1)! - calls[0]!).toBeGreaterThanOrEqual(180_000);
    expect(calls.at(-1)! - calls[0]!).toBeLessThan(190_000);
    expect(mostInAMinute(calls)).toBe(20);
  });

  test('a pause holds back every call of the token', () => {
    let now = 0;
    const pace = new Pace(() => now);
    pace.pause(60_000);
    expect(pace.delay(20)).toBe(60_000);
    now = 45_000;
    expect(pace.delay(20)).toBe(15_000);
    now = 60_000;
    expect(pace.delay(20)).toBe(0);
  });

  test('a slower connection of the same token sees the calls of a faster one', () => {
    const pace = new Pace(() => 0);
    for (let call = 0; call < 10; call += 1) pace.take();
    expect(pace.delay(20)).toBe(0);
    expect(pace.delay(10)).toBeGreaterThan(0);
  });
});

describe('waits', () => {
  test('after 429 without a word: 60 s at 20 calls a minute, a fifth of a second at 6000', () => {
    expect(rateLimitDelay(20, null, 0)).toBe(60_000);
    expect(rateLimitDelay(60, null, 0)).toBe(20_000);
    expect(rateLimitDelay(6_000, null, 0)).toBe(200);
  });

  test('Retry-After is honored as seconds and as a date, and capped at an hour', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(rateLimitDelay(20, '7', now)).toBe(7_000);
    expect(rateLimitDelay(20, 'Sun, 22 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
    expect(rateLimitDelay(20, 'Sun, 22 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect(rateLimitDelay(20, '999999', now)).toBe(3_600_000);
    expect(rateLimitDelay(20, 'soon', now)).toBe(60_000);
  });

  test('retries wait a random share of a span that doubles from 0.5 s to 60 s', () => {
    expect([1, 2, 3, 7, 8, 20].map((tries) => retryDelay(tries, 1))).toEqual([
      500, 1_000, 2_000, 32_000, 60_000, 60_000,
    ]);
    expect(retryDelay(3, 0.25)).toBe(500);
    expect(retryDelay(5, 0)).toBe(0);
  });

  test('a 429 makes every connection of the token wait its minute', async () => {
    const time = fakeTime();
    const pace = new Pace(time.now);
    const calls: number[] = [];
    const room = roomOf(time, () => {
      calls.push(time.now());
      return Promise.resolve(new Response('', { status: calls.length === 1 ? 429 : 200 }));
    });
    const start = time.now();
    await fetchPage(room, targetOf(pace, 20), request, 0, signal);
    await fetchPage(room, targetOf(pace, 20), request, 0, signal);
    expect(calls.map((call) => call - start)).toEqual([0, 60_000, 60_000]);
  });
});
