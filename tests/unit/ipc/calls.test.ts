import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { answerCall } from '../../../electron/ipc/answer';
import { channelNames } from '../../../shared/ipc/channel-names';
import { channelArguments } from '../../../shared/ipc/channels';
import { createDataCaller } from '../../../shared/ipc/data-calls';
import type { DataCall } from '../../../shared/ipc/data-contract';
import { approximateSize } from '../../../shared/ipc/size';
import { DeskError } from '../../../shared/kernel/result';

const log = {
  info: vi.fn(),
  warn: vi.fn(),
  error: vi.fn(),
  hide: vi.fn(),
  clean: (text: string) => text.replaceAll('secret', '*'),
  clear: vi.fn(),
};

describe('a call from the page', () => {
  test('is answered by its handler in an envelope', async () => {
    const handler = vi.fn(() => null);
    expect(await answerCall('external.open', handler, { address: 'https://a' }, 7, log)).toEqual({
      ok: true,
      value: null,
    });
    expect(handler).toHaveBeenCalledWith({ address: 'https://a' }, 7);
  });

  test('that is refused says why, without what is secret', async () => {
    const handler = (): never => {
      throw new DeskError('NO', 'secret reason');
    };
    expect(await answerCall('page.online', handler, {}, 1, log)).toEqual({
      ok: false,
      error: { code: 'NO', message: '* reason' },
    });
  });

  test('that fails unexpectedly is logged and the page learns no inside', async () => {
    log.error.mockClear();
    const handler = (): never => {
      throw new TypeError('x is undefined');
    };
    const answer = await answerCall('page.online', handler, {}, 1, log);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(log.error).toHaveBeenCalledOnce();
  });

  test('10,000 malformed calls reach no handler', async () => {
    const handler = vi.fn(() => null);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channelNames), fc.anything(), async (name, args) => {
        fc.pre(!channelArguments[name].safeParse(args).success);
        const answer = await answerCall(name, handler as never, args, 1, log);
        expect(answer).toMatchObject({ ok: false, error: { code: 'MALFORMED_CALL' } });
        refused += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBe(10_000);
    expect(handler).not.toHaveBeenCalled();
  });

  test('that is too large is refused before it is looked at', async () => {
    const handler = vi.fn(() => null);
    const answer = await answerCall(
      'page.failed',
      handler,
      { message: 'x'.repeat(20_000) },
      1,
      log,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('the size of a call', () => {
  test('counts what it holds and stops at the cap', () => {
    expect(approximateSize('abc', 100)).toBe(6);
    expect(approximateSize(new Uint8Array(50), 100)).toBe(50);
    expect(approximateSize({ a: new Map([['k', 'v'.repeat(100)]]) }, 100)).toBeGreaterThan(100);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(approximateSize(circle, 100)).toBeLessThan(100);
  });

  test('grows with every text that is put in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (texts) => {
        const cap = 10_000_000;
        expect(approximateSize([...texts, 'x'], cap)).toBeGreaterThan(approximateSize(texts, cap));
      }),
    );
  });
});

describe('the asking side of the data worker', () => {
  const ask = () => {
    const sent: DataCall[] = [];
    const events: unknown[] = [];
    const caller = createDataCaller(
      (call) => sent.push(call),
      (event) => events.push(event),
    );
    return { sent, events, caller };
  };

  test('pairs answers with calls in any order', async () => {
    const { sent, caller } = ask();
    const one = caller.call('partners.derive', {});
    const two = caller.call('partners.derive', {});
    caller.receive({ id: sent[1]?.id, result: { ok: true, value: 'two' } });
    caller.receive({ id: sent[0]?.id, result: { ok: true, value: 'one' } });
    expect(await Promise.all([one, two])).toEqual(['one', 'two']);
  });

  test('rejects with the failure of the worker', async () => {
    const { sent, caller } = ask();
    const call = caller.call('records.find', { kind: 'client', name: 'x' });
    caller.receive({
      id: sent[0]?.id,
      result: { ok: false, error: { code: 'NOT_FOUND', message: 'No.' } },
    });
    await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'No.' });
  });

  test('rejects what is unanswered when the worker goes, and works on afterwards', async () => {
    const { sent, caller } = ask();
    const call = caller.call('status', {});
    caller.fail(new DeskError('DATA_WORKER_LOST', 'Gone.'));
    await expect(call).rejects.toMatchObject({ code: 'DATA_WORKER_LOST' });
    const next = caller.call('partners.derive', {});
    caller.receive({ id: sent[1]?.id, result: { ok: true, value: 1 } });
    expect(await next).toBe(1);
  });

  test('hands on events and ignores anything else', () => {
    const { events, caller } = ask();
    for (const message of [null, 7, {}, { id: 99, result: { ok: true } }, { event: 'other' }]) {
      caller.receive(message);
    }
    caller.receive({ event: 'changed', kinds: ['client'] });
    expect(events).toEqual([{ event: 'changed', kinds: ['client'] }]);
  });

  test('a call that cannot be sent is rejected', async () => {
    const caller = createDataCaller(
      () => {
        throw new Error('no port');
      },
      () => undefined,
    );
    await expect(caller.call('status', {})).rejects.toThrow('no port');
  });
});
