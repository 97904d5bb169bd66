import type { MessagePortMain } from 'electron';
import type { DataEvent } from '../../shared/ipc/data-calls';
import type { DataArguments, DataMethod, DataValue } from '../../shared/ipc/data-contract';

/** Main's way to the data worker. Calls wait until a page has brought the worker up, and fail when it goes. */
export interface DataClient {
  /** Rejects with the worker's `DeskError`, or `DATA_WORKER_LOST` (retryable) when its page ended meanwhile. */
  call<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ): Promise<DataValue<Method>>;
  /** A new port on which the data worker takes lists of `Batch`es and answers lists of `BatchAck`s; hand it to one connector process. */
  openBatchPort(): Promise<MessagePortMain>;
  /** A new port on which the data worker takes rows of a file and answers nothing else; hand it to the tables process. */
  openRowPort(): Promise<MessagePortMain>;
  /** Listens to what the worker tells; gives the function that ends it. */
  onEvent(listener: (event: DataEvent) => void): () => void;
}
