import { z } from 'zod';
import { DeskError } from '../../shared/kernel/result';
import type { Batch, BatchAck } from '../../shared/sync/batch';

/** The part of a port to the data worker that sending needs. */
export interface BatchPort {
  postMessage(batch: Batch): void;
}

/** Batches that may wait for their acknowledgement at the same time, of all sessions together. */
const mostUnacknowledged = 4;

const ackSchema = z.object({
  session: z.string(),
  sequence: z.number(),
  changed: z.number(),
  removed: z.number(),
  stop: z.object({ code: z.string(), message: z.string() }).exactOptional(),
});

interface Waiting {
  readonly resolve: (ack: BatchAck) => void;
  readonly reject: (error: DeskError) => void;
}

/** Sends batches to the data worker and holds back while it has enough to do. */
export class BatchSender {
  readonly #port: Promise<BatchPort>;
  readonly #waiting = new Map<string, Waiting>();
  #queue: (() => void)[] = [];
  #inFlight = 0;
  #lost: DeskError | null = null;

  constructor(port: Promise<BatchPort>) {
    this.#port = port;
  }

  /** Resolves when the batch has left; its `ack` when the data worker has stored it. */
  async send(batch: Batch): Promise<{ readonly ack: Promise<BatchAck> }> {
    const port = await this.#port;
    await this.#place();
    if (this.#lost) {
      this.#release();
      throw this.#lost;
    }
    const ack = new Promise<BatchAck>((resolve, reject) => {
      this.#waiting.set(keyOf(batch), { resolve, reject });
    });
    port.postMessage(batch);
    return { ack };
  }

  /** Takes what came over the port. */
  receive(message: unknown): void {
    const { stop, ...counts } = ackSchema.parse(message);
    const key = keyOf(counts);
    const waiting = this.#waiting.get(key);
    if (!waiting) return;
    this.#waiting.delete(key);
    this.#release();
    waiting.resolve(stop ? { ...counts, stop } : counts);
  }

  /** The data worker is gone: what waits fails, and so does everything after it. */
  fail(): void {
    this.#lost = new DeskError(
      'DATA_WORKER_LOST',
      'The store was closed during the sync. What was acknowledged is kept; sync again.',
      { retryable: true },
    );
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) {
      this.#release();
      reject(this.#lost);
    }
  }

  async #place(): Promise<void> {
    if (this.#inFlight < mostUnacknowledged) {
      this.#inFlight += 1;
      return;
    }
    // The place is handed over by the one who leaves it, so the count stays.
    await new Promise<void>((resolve) => this.#queue.push(resolve));
  }

  #release(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#inFlight -= 1;
  }
}

function keyOf(message: { readonly session: string; readonly sequence: number }): string {
  return `${message.session} ${message.sequence}`;
}
