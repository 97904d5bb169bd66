import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataCache, type DataSource } from '../../../renderer/app/data-cache';
import type { DataEvent } from '../../../shared/ipc/data-calls';

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A data worker whose answers the test gives by hand. */
function handWorker() {
  const asked: Asked[] = [];
  const listeners: ((event: DataEvent) => void)[] = [];
  const source: DataSource = {
    call: () =>
      new Promise((resolve, reject) => {
        asked.push({ resolve: resolve as (value: unknown) => void, reject });
      }),
    onEvent: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  };
  const tell = (event: DataEvent): void => listeners.forEach((listener) => listener(event));
  return { asked, source, tell };
}

/** Answers that an earlier run left, and those that this one keeps. */
function keptFrom(earlier: Readonly<Record<string, unknown>>) {
  const keeps: Record<string, unknown> = {};
  return {
    keeps,
    read: (question: string) => earlier[question],
    keep: (question: string, answer: unknown) => {
      keeps[question] = answer;
    },
  };
}

const nothingKept = () => keptFrom({});

const settle = () => vi.advanceTimersByTimeAsync(400);

describe('the answers a screen looks at', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are asked for once, however many look', async () => {
    const { asked, source } = handWorker();
    const cache = new DataCache(source, nothingKept());
    cache.subscribe('status', {}, () => undefined);
    cache.subscribe('status', {}, () => undefined);
    expect(asked).toHaveLength(1);
    asked[0]!.resolve('first');
    await settle();
    expect(cache.read('status', {}).value).toBe('first');
  });

  it('are asked for again after a burst of changes, keeping the last value meanwhile', async () => {
    const { asked, source, tell } = handWorker();
    const cache = new DataCache(source, nothingKept());
    cache.subscribe('status', {}, () => undefined);
    asked[0]!.resolve('first');
    await settle();
    for (let count = 0; count < 20; count += 1) tell({ event: 'facts', connection: 'c' });
    await settle();
    expect(asked).toHaveLength(2);
    expect(cache.read('status', {}).value).toBe('first');
  });

  it('are shown even when changes come faster than answers', async () => {
    const { asked, source, tell } = handWorker();
    const cache = new DataCache(source, nothingKept());
    cache.subscribe('status', {}, () => undefined);
    tell({ event: 'changed', kinds: ['client'] });
    await settle();
    expect(asked).toHaveLength(1);
    asked[0]!.resolve('late');
    await settle();
    expect(cache.read('status', {}).value).toBe('late');
    expect(asked).toHaveLength(2);
  });

  it('nobody looks at are asked for again only when somebody does', async () => {
    const { asked, source, tell } = handWorker();
    const cache = new DataCache(source, nothingKept());
    const leave = cache.subscribe('status', {}, () => undefined);
    asked[0]!.resolve('old');
    await settle();
    leave();
    tell({ event: 'changed', kinds: ['client'] });
    await settle();
    expect(asked).toHaveLength(1);
    cache.subscribe('status', {}, () => undefined);
    expect(asked).toHaveLength(2);
    expect(cache.read('status', {}).value).toBe('old');
  });

  it('keep the last value beside a failure, and a retry clears it', async () => {
    const { asked, source } = handWorker();
    const cache = new DataCache(source, nothingKept());
    cache.subscribe('status', {}, () => undefined);
    asked[0]!.reject(new Error('broken'));
    await settle();
    expect(cache.read('status', {}).failure?.code).toBe('INTERNAL');
    cache.retry('status', {});
    asked[1]!.resolve('well');
    await settle();
    expect(cache.read('status', {})).toEqual({ value: 'well', failure: undefined, pending: false });
  });

  it('that took long are asked for less often while facts change, and at once when a person changes something', async () => {
    const { asked, source, tell } = handWorker();
    const cache = new DataCache(source, nothingKept());
    cache.subscribe('status', {}, () => undefined);
    await vi.advanceTimersByTimeAsync(500);
    asked[0]!.resolve('first');
    await settle();
    tell({ event: 'facts', connection: 'c' });
    await settle();
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(800);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(500);
    asked[1]!.resolve('second');
    await vi.advanceTimersByTimeAsync(1);
    tell({ event: 'facts', connection: 'c' });
    tell({ event: 'changed', kinds: ['client'] });
    await settle();
    expect(asked).toHaveLength(3);
  });

  it('are asked for again only when something changes that they are made of', async () => {
    const { asked, source, tell } = handWorker();
    const cache = new DataCache(source, nothingKept());
    cache.subscribe('records.list', { kind: 'client' }, () => undefined);
    asked[0]!.resolve([]);
    await settle();
    tell({ event: 'changed', kinds: ['note'] });
    tell({ event: 'facts', connection: 'c' });
    await settle();
    expect(asked).toHaveLength(1);
    tell({ event: 'changed', kinds: ['note', 'client'] });
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('stay the same objects where they say the same, and tell nobody then', async () => {
    const { asked, source, tell } = handWorker();
    const cache = new DataCache(source, nothingKept());
    let told = 0;
    cache.subscribe('status', {}, () => (told += 1));
    const answer = (counts: object): object => ({ counts, list: [{ id: 1 }, { id: 2 }] });
    const listIn = (value: object | undefined): unknown =>
      Object.entries(value ?? {}).find(([name]) => name === 'list')?.[1];
    asked[0]!.resolve(answer({ client: 1 }));
    await settle();
    const first = cache.read('status', {});
    tell({ event: 'changed', kinds: ['client'] });
    await settle();
    asked[1]!.resolve(answer({ client: 1 }));
    await settle();
    expect(cache.read('status', {})).toBe(first);
    expect(told).toBe(1);
    tell({ event: 'changed', kinds: ['client'] });
    await settle();
    asked[2]!.resolve(answer({ client: 2 }));
    await settle();
    const second = cache.read('status', {});
    expect(second.value).toEqual(answer({ client: 2 }));
    expect(listIn(second.value)).toBe(listIn(first.value));
    expect(told).toBe(2);
  });

  it('are not asked for again because of mere progress', async () => {
    const { asked, source, tell } = handWorker();
    new DataCache(source, nothingKept()).subscribe('status', {}, () => undefined);
    asked[0]!.resolve('first');
    await settle();
    tell({ event: 'progress', words: 'x', done: 1, total: null });
    await settle();
    expect(asked).toHaveLength(1);
  });

  it('of an earlier run are shown until the worker has answered', async () => {
    const { asked, source } = handWorker();
    const cache = new DataCache(source, keptFrom({ 'status {}': 'earlier' }));
    expect(cache.read('status', {})).toMatchObject({ value: 'earlier', pending: true });
    cache.subscribe('status', {}, () => undefined);
    asked[0]!.resolve('now');
    await settle();
    expect(cache.read('status', {})).toMatchObject({ value: 'now', pending: false });
  });

  it('of an earlier run are gone when the worker fails', async () => {
    const { asked, source } = handWorker();
    const cache = new DataCache(source, keptFrom({ 'status {}': 'earlier' }));
    cache.subscribe('status', {}, () => undefined);
    asked[0]!.reject(new Error('closed'));
    await settle();
    expect(cache.read('status', {}).value).toBeUndefined();
    expect(cache.read('status', {}).failure).toBeDefined();
  });

  it('are kept for the next start only where a screen says so, and only when they are answers', async () => {
    const { asked, source } = handWorker();
    const kept = nothingKept();
    const cache = new DataCache(source, kept);
    cache.subscribe('status', {}, () => undefined, true);
    cache.subscribe('connections.list', {}, () => undefined);
    asked[0]!.resolve('first');
    asked[1]!.resolve('second');
    await settle();
    expect(kept.keeps).toEqual({ 'status {}': 'first' });
  });
});
