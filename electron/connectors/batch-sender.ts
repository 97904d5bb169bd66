import { z } from 'zod';
import { DeskError } from '../../shared/kernel/result';
import type { Batch, BatchAck } from '../../shared/sync/batch';

/** The part of a port to the data worker that sending needs. */
export interface BatchPort {
  postMessage(delivery: readonly Batch[]): void;
}

/**
 * Small batches of a session travel together, because each delivery is a transaction: until so many rows are together,
 * or so much time has passed since the first of them.
 */
const rowsPerDelivery = 10_000;
const gatheringMilliseconds = 250;

/** Deliveries that may be gathering or waiting for their acknowledgement at the same time, of all sessions together. */
const mostDeliveries = 8;

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

interface Delivery {
  readonly batches: Batch[];
  rows: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Sends batches to the data worker and holds back while it has enough to do. */
export class BatchSender {
  readonly #port: Promise<BatchPort>;
  readonly #waiting = new Map<string, Waiting>();
  /** By session. */
  readonly #gathering = new Map<string, Delivery>();
  #queue: (() => void)[] = [];
  #inFlight = 0;
  #lost: DeskError | null = null;

  constructor(port: Promise<BatchPort>) {
    this.#port = port;
  }

  /** Resolves when the batch has a place in a delivery; its `ack` when the data worker has stored it. */
  async send(batch: Batch): Promise<{ readonly ack: Promise<BatchAck> }> {
    const port = await this.#port;
    let delivery = this.#gathering.get(batch.session);
    if (!delivery) {
      await this.#place();
      const timer = setTimeout(() => this.#deliver(port, batch.session), gatheringMilliseconds);
      delivery = { batches: [], rows: 0, timer };
      this.#gathering.set(batch.session, delivery);
    }
    if (this.#lost) {
      this.#drop(batch.session);
      throw this.#lost;
    }
    const ack = new Promise<BatchAck>((resolve, reject) => {
      this.#waiting.set(keyOf(batch), { resolve, reject });
    });
    delivery.batches.push(batch);
    delivery.rows += batch.received;
    if (delivery.rows >= rowsPerDelivery) this.#deliver(port, batch.session);
    return { ack };
  }

  /** Lets what a session has gathered leave now: nothing more comes. */
  async flush(session: string): Promise<void> {
    this.#deliver(await this.#port, session);
  }

  /** Takes the acknowledgements of one delivery, as they came over the port. */
  receive(message: unknown): void {
    let isKnown = false;
    for (const { stop, ...counts } of z.array(ackSchema).parse(message)) {
      const key = keyOf(counts);
      const waiting = this.#waiting.get(key);
      if (!waiting) continue;
      isKnown = true;
      this.#waiting.delete(key);
      waiting.resolve(stop ? { ...counts, stop } : counts);
    }
    if (isKnown) this.#release();
  }

  /** The data worker is gone: what waits fails, and so does everything after it. */
  fail(): void {
    this.#lost = new DeskError(
      'DATA_WORKER_LOST',
      'The store was closed during the sync. What was acknowledged is kept; sync again.',
      { retryable: true },
    );
    for (const session of [...this.#gathering.keys()]) this.#drop(session);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(this.#lost);
    const queue = this.#queue;
    this.#queue = [];
    for (const next of queue) next();
  }

  #deliver(port: BatchPort, session: string): void {
    const delivery = this.#gathering.get(session);
    if (!delivery) return;
    clearTimeout(delivery.timer);
    this.#gathering.delete(session);
    port.postMessage(delivery.batches);
  }

  #drop(session: string): void {
    const delivery = this.#gathering.get(session);
    if (!delivery) return;
    clearTimeout(delivery.timer);
    this.#gathering.delete(session);
  }

  async #place(): Promise<void> {
    if (this.#inFlight < mostDeliveries) {
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
