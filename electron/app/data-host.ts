import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { portChannel } from '../../shared/ipc/channel-names';
import { createDataCaller, type DataEvent } from '../../shared/ipc/data-calls';
import { DeskError } from '../../shared/kernel/result';
import type { Log } from '../log/log';
import type { DataClient } from './data-client';

/** Keeps main's port to the data worker, whichever page hosts it now. */
export interface DataHost {
  readonly client: DataClient;
  /** The page listens: gives it new ports. Called at each load, so a reload or a crash heals itself. */
  attach(page: WebContents): void;
  /** The page or its worker ended: what was asked and not answered fails, what comes next waits for a new page. */
  detach(reason: string): void;
  /** How often a page or its worker went away. */
  losses(): number;
  /** No page will come: everything fails with this error from now on. */
  close(error: DeskError): void;
}

interface Attached {
  readonly page: WebContents;
  readonly port: MessagePortMain;
}

/** Creates the host; nothing happens until a page is attached. */
export function createDataHost(log: Log): DataHost {
  const listeners = new Set<(event: DataEvent) => void>();
  let gate = createGate<Attached>();
  let attached: Attached | null = null;
  let closedBy: DeskError | null = null;
  let losses = 0;

  const caller = createDataCaller(
    (call) => {
      if (attached === null) throw lost('it went away');
      attached.port.postMessage(call);
    },
    (event) => {
      for (const listener of listeners) listener(event);
    },
  );

  function attach(page: WebContents): void {
    if (attached !== null) detach('another page took over');
    const { port1, port2 } = new MessageChannelMain();
    port1.on('message', (event) => {
      caller.receive(event.data);
    });
    port1.start();
    page.postMessage(portChannel, 'main', [port2]);
    attached = { page, port: port1 };
    gate.open(attached);
  }

  function detach(reason: string): void {
    if (attached === null) return;
    log.warn('data-worker-lost', { reason });
    losses += 1;
    attached.port.close();
    attached = null;
    gate = createGate();
    caller.fail(lost(reason));
  }

  function close(error: DeskError): void {
    closedBy = error;
    gate.refuse(error);
    caller.fail(error);
  }

  async function ready(): Promise<Attached> {
    if (closedBy !== null) throw closedBy;
    return gate.passed;
  }

  async function openPort(role: 'batches' | 'rows'): Promise<MessagePortMain> {
    const { page } = await ready();
    const { port1, port2 } = new MessageChannelMain();
    page.postMessage(portChannel, role, [port2]);
    return port1;
  }

  const client: DataClient = {
    call: async (method, args) => {
      await ready();
      return caller.call(method, args);
    },
    openBatchPort: () => openPort('batches'),
    openRowPort: () => openPort('rows'),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { client, attach, detach, losses: () => losses, close };
}

function lost(reason: string): DeskError {
  return new DeskError(
    'DATA_WORKER_LOST',
    'The part of Quarterdeck that keeps the data stopped and is being started again. Please try again.',
    { retryable: true, detail: reason },
  );
}

interface Gate<Value> {
  readonly passed: Promise<Value>;
  open(value: Value): void;
  refuse(error: Error): void;
}

function createGate<Value>(): Gate<Value> {
  let open: (value: Value) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const passed = new Promise<Value>((resolve, reject) => {
    open = resolve;
    refuse = reject;
  });
  // Nobody may be waiting when it is refused.
  passed.catch(() => undefined);
  return { passed, open: (value) => open(value), refuse: (error) => refuse(error) };
}
