import type { Batch, BatchAck } from '../../shared/sync/batch';
import { toFailure } from '../../shared/kernel/result';
import { applyBatch } from './facts';
import type { CallPort } from './rpc';

/**
 * Takes batches of a connector process and answers each after its transaction is complete. They are applied in the order
 * of their arrival; the connector waits while four are unanswered. A batch that can't be stored stops its session.
 */
export function answerBatches(port: CallPort, opening: Promise<unknown>): void {
  let last: Promise<unknown> = opening;
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isBatch(data)) return;
    last = last.then(
      () => applyAndAnswer(port, data),
      (thrown: unknown) => {
        port.postMessage(stop(data, thrown));
        throw thrown;
      },
    );
    last.catch(() => undefined);
  });
  port.start();
}

async function applyAndAnswer(port: CallPort, batch: Batch): Promise<void> {
  let ack: BatchAck;
  try {
    ack = await applyBatch(batch);
  } catch (thrown) {
    ack = stop(batch, thrown);
  }
  port.postMessage(ack);
}

function stop({ session, sequence }: Batch, thrown: unknown): BatchAck {
  const { code, message } = toFailure(thrown);
  return { session, sequence, changed: 0, removed: 0, stop: { code, message } };
}

/** The connector process is our own build; that it is a batch at all tells it from a stray message. */
function isBatch(data: unknown): data is Batch {
  return typeof data === 'object' && data !== null && 'session' in data && 'sequence' in data;
}
