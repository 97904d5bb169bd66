import { z } from 'zod';
import { unwrap, type DeskError, type Result } from '../kernel/result';
import type { DataArguments, DataCall, DataMethod, DataValue } from './data-contract';

/** What the data worker tells without being asked. */
export const dataEventSchema = z.discriminatedUnion('event', [
  /** Records of these kinds changed. */
  z.object({ event: z.literal('changed'), kinds: z.array(z.string()) }),
  /** Facts of a connection changed. */
  z.object({ event: z.literal('facts'), connection: z.string() }),
  /** Long work in the worker goes on; `total` is null while unknown. */
  z.object({
    event: z.literal('progress'),
    words: z.string(),
    done: z.number(),
    total: z.number().nullable(),
  }),
]);
export type DataEvent = z.infer<typeof dataEventSchema>;

const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean().exactOptional(),
  detail: z.string().exactOptional(),
});
const answerSchema = z.object({
  id: z.number().int(),
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: failureSchema }),
  ]),
});

/** The asking side of the data worker's protocol, without a port: both main and the page put one behind theirs. */
export interface DataCaller {
  /** Sends one call; rejects with the worker's failure as a `DeskError`. */
  call<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ): Promise<DataValue<Method>>;
  /** Takes one message of the port: an answer or an event; anything else is ignored. */
  receive(message: unknown): void;
  /** Rejects every call that has no answer yet; the caller can be used again afterwards. */
  fail(error: DeskError): void;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Pairs calls with answers by number. `send` may throw: then the call is rejected with that error.
 */
export function createDataCaller(
  send: (call: DataCall) => void,
  onEvent: (event: DataEvent) => void,
): DataCaller {
  const pending = new Map<number, PendingCall>();
  let lastId = 0;

  function call<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ): Promise<DataValue<Method>> {
    lastId += 1;
    const id = lastId;
    return new Promise<DataValue<Method>>((resolve, reject) => {
      // The worker is the same build as we are: its contract types the value, the envelope is what is checked.
      pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
      try {
        send({ id, method, args });
      } catch (error) {
        pending.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  function receive(message: unknown): void {
    const answer = answerSchema.safeParse(message);
    if (answer.success) {
      const waiting = pending.get(answer.data.id);
      pending.delete(answer.data.id);
      if (waiting !== undefined) settle(waiting, answer.data.result);
      return;
    }
    const event = dataEventSchema.safeParse(message);
    if (event.success) onEvent(event.data);
  }

  function fail(error: DeskError): void {
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(error);
  }

  return { call, receive, fail };
}

function settle(waiting: PendingCall, result: Result<unknown>): void {
  try {
    waiting.resolve(unwrap(result));
  } catch (error) {
    waiting.reject(error);
  }
}
