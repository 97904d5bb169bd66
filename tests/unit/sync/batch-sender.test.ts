import { describe, expect, test, vi } from 'vitest';
import { BatchSender } from '../../../electron/connectors/batch-sender';
import type { Batch } from '../../../shared/sync/batch';

function batch(sequence: number, received: number, session = 's'): Batch {
  return {
    session,
    sequence,
    resource: 'groups',
    task: 'groups:all',
    note: { window: { from: 0, to: 1 }, complete: true, exhaustive: true },
    answer: { state: 'answered' },
    columns: null,
    received,
    quarantined: [],
  };
}

const ack = (...sequences: number[]): unknown[] =>
  sequences.map((sequence) => ({ session: 's', sequence, changed: 1, removed: 0 }));

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function senderTo(deliveries: number[][]): BatchSender {
  return new BatchSender(
    Promise.resolve({
      postMessage: (batches) => deliveries.push(batches.map(({ sequence }) => sequence)),
    }),
  );
}

describe('sending batches', () => {
  test('small batches of a session travel together once its run has no more', async () => {
    const deliveries: number[][] = [];
    const sender = senderTo(deliveries);
    const one = await sender.send(batch(1, 10));
    await sender.send(batch(2, 10));
    expect(deliveries).toEqual([]);
    await sender.flush('s');
    expect(deliveries).toEqual([[1, 2]]);
    sender.receive(ack(1, 2));
    expect(await one.ack).toMatchObject({ sequence: 1, changed: 1 });
  });

  test('ten thousand rows leave at once', async () => {
    const deliveries: number[][] = [];
    const sender = senderTo(deliveries);
    await sender.send(batch(1, 9_999));
    await sender.send(batch(2, 1));
    await sender.send(batch(3, 10_000));
    expect(deliveries).toEqual([[1, 2], [3]]);
  });

  test('what gathers leaves after a quarter of a second, so that a slow network is seen to bring rows', async () => {
    vi.useFakeTimers();
    try {
      const deliveries: number[][] = [];
      const sender = senderTo(deliveries);
      await sender.send(batch(1, 1));
      await vi.advanceTimersByTimeAsync(200);
      await sender.send(batch(2, 1));
      expect(deliveries).toEqual([]);
      await vi.advanceTimersByTimeAsync(50);
      expect(deliveries).toEqual([[1, 2]]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('at most eight deliveries wait for their acknowledgement, of all sessions together', async () => {
    const deliveries: number[][] = [];
    const sender = senderTo(deliveries);
    const all = Array.from({ length: 10 }, (_, index) => sender.send(batch(index + 1, 10_000)));
    await settle();
    expect(deliveries.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    sender.receive(ack(2));
    await settle();
    expect(deliveries.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await (await all[1]!).ack).toMatchObject({ sequence: 2, changed: 1 });
    sender.receive(ack(1));
    await settle();
    expect(deliveries.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('an acknowledgement goes to its own session', async () => {
    const sender = senderTo([]);
    const one = await sender.send(batch(1, 10_000, 'one'));
    const two = await sender.send(batch(1, 10_000, 'two'));
    const stop = { code: 'X', message: 'y' };
    sender.receive([{ session: 'two', sequence: 1, changed: 1, removed: 0, stop }]);
    sender.receive([{ session: 'one', sequence: 1, changed: 1, removed: 0 }]);
    expect((await two.ack).stop).toEqual(stop);
    expect((await one.ack).stop).toBeUndefined();
  });

  test('when the data worker goes, what waits and what comes fails', async () => {
    const deliveries: number[][] = [];
    const sender = senderTo(deliveries);
    const gathered = await sender.send(batch(1, 1));
    const left = await sender.send(batch(1, 10_000, 'other'));
    sender.fail();
    const lost = { code: 'DATA_WORKER_LOST' };
    await expect(gathered.ack).rejects.toMatchObject(lost);
    await expect(left.ack).rejects.toMatchObject(lost);
    await expect(sender.send(batch(2, 1))).rejects.toMatchObject(lost);
    await sender.flush('s');
    expect(deliveries).toEqual([[1]]);
  });
});
