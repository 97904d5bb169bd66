import type { Batch, BatchAck } from '../../shared/sync/batch';
import { toFailure } from '../../shared/kernel/result';
import { applyBatches } from './facts';
import type { CallPort } from './rpc';

/**
 * Takes batches of a connector process, those of one delivery in one transaction, and answers a delivery after that is
 * complete. Deliveries are applied in the order of their arrival. A batch that can't be stored stops its session.
 */
export function answerBatches(port: CallPort, opening: Promise<unknown>): void {
  let last: Promise<unknown> = opening;
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isDelivery(data)) return;
    last = last.then(
      () => applyAndAnswer(port, data),
      (thrown: unknown) => {
        port.postMessage(data.map((batch) => stop(batch, thrown)));
        throw thrown;
      },
    );
    last.catch(() => undefined);
  });
  port.start();
}

async function applyAndAnswer(port: CallPort, batches: readonly Batch[]): Promise<void> {
  let acks: readonly BatchAck[];
  try {
    acks = await applyBatches(batches);
  } catch (thrown) {
    acks = batches.map((batch) => stop(batch, thrown));
  }
  port.postMessage(acks);
}

function stop({ session, sequence }: Batch, thrown: unknown): BatchAck {
  const { code, message } = toFailure(thrown);
  return { session, sequence, changed: 0, removed: 0, stop: { code, message } };
}

/** The connector process is our own build; that these are batches at all tells them from a stray message. */
function isDelivery(data: unknown): data is readonly Batch[] {
  return Array.isArray(data) && data.length > 0 && data.every(isBatch);
}

function isBatch(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'session' in data && 'sequence' in data;
}
