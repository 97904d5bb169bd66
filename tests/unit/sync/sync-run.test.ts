import { describe, expect, test } from 'vitest';
import type { ConnectorHost } from '../../../electron/sync/connector-host';
import { runSync, type RunRoom } from '../../../electron/sync/sync-run';
import type { DataMethod } from '../../../shared/ipc/data-contract';
import { DeskError } from '../../../shared/kernel/result';
import type { SyncAssignment } from '../../../shared/sync/connector';
import { Pace } from '../../../shared/sync/pace';

function assignment(index: number): SyncAssignment {
  return {
    session: `session-${index}`,
    connection: `connection-${index}`,
    network: 'awin',
    account: `${index}`,
    program: `Program ${index}`,
    address: null,
    callsPerMinute: 6_000,
    timeZone: 'UTC',
    since: 20_000,
    tasks: [],
  };
}

/** A data worker and a connector process that remember what they were asked. */
function harness(connections: number, changes: Partial<RunRoom & ConnectorHost> = {}) {
  const calls: [method: string, args: unknown][] = [];
  const state = { atOnce: 0, most: 0, closed: 0, cancelled: 0 };
  const host: ConnectorHost = {
    run: async (_, { fetchPage, onProgress }) => {
      state.atOnce += 1;
      state.most = Math.max(state.most, state.atOnce);
      await fetchPage({ path: '/a', query: [] }, 0);
      await fetchPage({ path: '/b', query: [] }, 0);
      onProgress({ done: 1, total: 2, rows: 3, words: 'transactions' });
      state.atOnce -= 1;
      return null;
    },
    cancel: () => (state.cancelled += 1),
    close: () => (state.closed += 1),
    ...changes,
  };
  const answer = (method: DataMethod, args: unknown): unknown => {
    calls.push([method, args]);
    if (method === 'sync.begin') {
      return Array.from({ length: connections }, (_, index) => assignment(index));
    }
    return method === 'sync.finish' ? args : null;
  };
  const room: RunRoom = {
    // The harness answers with what it was asked, which is all that these tests look at.
    call: (method, args) => Promise.resolve(answer(method, args) as never),
    startHost: () => Promise.resolve(host),
    targetOf: ({ account }) =>
      Promise.resolve({
        label: 'Awin',
        account,
        base: 'https://api.example',
        authorization: 'Bearer t',
        nothing: '[]',
        callsPerMinute: 6_000,
        pace: new Pace(() => 0),
      }),
    http: {
      fetch: () => Promise.resolve(new Response('[]')),
      now: () => 5_000,
      random: () => 0,
      wait: () => Promise.resolve(),
    },
    info: () => undefined,
    ...changes,
  };
  return { room, calls, state };
}

const options = { signal: new AbortController().signal, onProgress: () => undefined };

describe('a sync run', () => {
  test('works on four connections at once, counts their requests and derives partners last', async () => {
    const { room, calls, state } = harness(9);
    const outcomes = await runSync(room, null, options);
    expect(outcomes).toHaveLength(9);
    expect(outcomes[8]).toMatchObject({ session: 'session-8', requests: 2, error: null });
    expect(state).toMatchObject({ most: 4, closed: 1 });
    expect(calls[0]).toEqual(['sync.begin', { connection: null, now: 5_000 }]);
    expect(calls.at(-1)![0]).toBe('partners.derive');
  });

  test('a connection without a token fails by itself', async () => {
    const { room } = harness(3);
    const targetOf: RunRoom['targetOf'] = (each) =>
      each.account === '1'
        ? Promise.reject(new DeskError('TOKEN_MISSING', 'There is no token.'))
        : room.targetOf(each);
    const outcomes = await runSync({ ...room, targetOf }, null, options);
    expect(outcomes.map(({ error }) => error?.code ?? 'fine')).toEqual([
      'fine',
      'TOKEN_MISSING',
      'fine',
    ]);
  });

  test('with nothing to sync no process is started', async () => {
    const { room } = harness(0, { startHost: () => Promise.reject(new Error('started')) });
    expect(await runSync(room, null, options)).toEqual([]);
  });

  test('cancelling reaches the connector process, and the process is closed all the same', async () => {
    const controller = new AbortController();
    const { room, state } = harness(1, {
      run: () => {
        controller.abort();
        return Promise.resolve({ code: 'CANCELLED', message: 'Stopped.' });
      },
    });
    const [outcome] = await runSync(room, 'connection-0', {
      ...options,
      signal: controller.signal,
    });
    expect(outcome?.error?.code).toBe('CANCELLED');
    expect(state).toMatchObject({ cancelled: 1, closed: 1 });
  });

  test('progress names the connection and its program', async () => {
    const { room } = harness(1);
    const seen: unknown[] = [];
    await runSync(room, null, { ...options, onProgress: (progress) => seen.push(progress) });
    expect(seen).toMatchObject([
      { connection: 'connection-0', program: 'Program 0', done: 0, words: 'Waiting for its turn' },
      {
        connection: 'connection-0',
        program: 'Program 0',
        done: 1,
        total: 2,
        rows: 3,
        words: 'transactions',
      },
    ]);
  });
});
