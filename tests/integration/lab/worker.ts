import { createDataCaller, type DataEvent } from '../../../shared/ipc/data-calls';
import { dataArguments, type DataMethod } from '../../../shared/ipc/data-contract';
import { toFailure, type Result } from '../../../shared/kernel/result';

interface Caller {
  readonly call: (method: DataMethod, args: unknown) => Promise<unknown>;
  readonly post: (message: unknown) => void;
  readonly events: DataEvent[];
  readonly messages: unknown[];
}

const callers = new Map<string, Caller>();
let worker: Worker | null = null;

/** Starts the data worker as the page does, and gives it a port of this role. */
function portOf(role: string): Caller {
  const known = callers.get(role);
  if (known) return known;
  worker ??= new Worker('worker.js', { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'port', role, port: port2 }, [port2]);
  const [events, messages]: [DataEvent[], unknown[]] = [[], []];
  const caller = createDataCaller(
    (call) => {
      port1.postMessage(call);
    },
    (event) => events.push(event),
  );
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    messages.push(data);
    caller.receive(data);
  };
  const made: Caller = {
    // Sent as they are: a test may ask for what no schema allows.
    call: (method, args) => caller.call(method, args as never),
    post: (message) => {
      port1.postMessage(message);
    },
    events,
    messages,
  };
  callers.set(role, made);
  return made;
}

/** One call of the data contract through the worker's own port. */
export async function workerCall(
  role: string,
  method: string,
  args: unknown,
): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await portOf(role).call(method as DataMethod, args) };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}

/** Sends anything at all to a port of this role. */
export function workerPost(role: string, message: unknown): void {
  portOf(role).post(message);
}

/** What a port of this role was told without asking. */
export function workerEvents(role: string): DataEvent[] {
  return portOf(role).events;
}

/** Every message of a port of this role. */
export function workerMessages(role: string): unknown[] {
  return portOf(role).messages;
}

/** The methods of the contract. */
export function workerMethods(): string[] {
  return Object.keys(dataArguments);
}

/** Waits until the page's port is told that records of a kind have changed. */
export async function untilKind(kind: string): Promise<void> {
  const { events } = portOf('page');
  while (!events.some((event) => event.event === 'changed' && event.kinds.includes(kind))) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
