import { createDataCaller, type DataEvent } from '../../shared/ipc/data-calls';
import type { DataArguments, DataMethod, DataValue } from '../../shared/ipc/data-contract';

/** The page's way to its data worker. */
export interface PageDataClient {
  /** Rejects with the worker's failure as a `DeskError`. */
  call<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ): Promise<DataValue<Method>>;
  /** Listens to what the worker tells; gives the function that ends it. */
  onEvent(listener: (event: DataEvent) => void): () => void;
}

/** Puts the data protocol on a port of `startDataWorker`. */
export function createDataClient(port: MessagePort): PageDataClient {
  const listeners = new Set<(event: DataEvent) => void>();
  const caller = createDataCaller(
    (call) => {
      port.postMessage(call);
    },
    (event) => {
      for (const listener of listeners) listener(event);
    },
  );
  port.addEventListener('message', (event: MessageEvent<unknown>) => {
    caller.receive(event.data);
  });
  port.start();
  return {
    call: caller.call,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
