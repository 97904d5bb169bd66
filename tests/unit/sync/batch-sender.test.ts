import { describe, expect, test } from 'vitest';
import { BatchSender } from '../../../electron/connectors/batch-sender';
import type { Batch } from '../../../shared/sync/batch';

function batch(sequence: number, session = 's'): Batch {
  return {
    session,
    sequence,
    resource: 'groups',
    task: 'groups:all',
    note: { window: { from: 0, to: 1 }, complete: true, exhaustive: true },
    answer: { state: 'answered' },
    columns: null,
    received: 0,
    quarantined: [],
  };
}

const ack = (sequence: number, session = 's'): unknown => ({
  session,
  sequence,
  changed: 1,
  removed: 0,
});

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('sending batches', () => {
  test('at most four wait for their acknowledgement, of all sessions together', async () => {
    const sent: number[] = [];
    const sender = new BatchSender(
      Promise.resolve({ postMessage: ({ sequence }) => sent.push(sequence) }),
    );
    const all = Array.from({ length: 7 }, (_, index) => sender.send(batch(index + 1)));
    await settle();
    expect(sent).toEqual([1, 2, 3, 4]);
    sender.receive(ack(2));
    await settle();
    expect(sent).toEqual([1, 2, 3, 4, 5]);
    expect(await (await all[1]!).ack).toMatchObject({ sequence: 2, changed: 1 });
    for (const sequence of [1, 3, 4, 5, 6, 7]) {
      sender.receive(ack(sequence));
      await settle();
    }
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('an acknowledgement goes to its own session', async () => {
    const sender = new BatchSender(Promise.resolve({ postMessage: () => undefined }));
    const one = await sender.send(batch(1, 'one'));
    const two = await sender.send(batch(1, 'two'));
    sender.receive({ ...(ack(1, 'two') as object), stop: { code: 'X', message: 'y' } });
    sender.receive(ack(1, 'one'));
    expect((await two.ack).stop).toEqual({ code: 'X', message: 'y' });
    expect((await one.ack).stop).toBeUndefined();
  });

  test('when the data worker goes, what waits and what comes fails', async () => {
    const sender = new BatchSender(Promise.resolve({ postMessage: () => undefined }));
    const sent = await sender.send(batch(1));
    sender.fail();
    await expect(sent.ack).rejects.toMatchObject({ code: 'DATA_WORKER_LOST' });
    await expect(sender.send(batch(2))).rejects.toMatchObject({ code: 'DATA_WORKER_LOST' });
  });
});
