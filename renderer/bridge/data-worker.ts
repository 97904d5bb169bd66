import { portMessageKey } from '../../shared/ipc/channel-names';
import { desk } from './desk';

/** The data worker of this page, the only writer of its databases. */
export interface DataWorkerHost {
  /** A port of this page's own, with the role `page`. */
  readonly port: MessagePort;
}

/**
 * Starts the data worker, hands it every port that main sends, and tells main that the page listens. A worker that
 * breaks is reported; main then shows the error screen.
 */
export function startDataWorker(): DataWorkerHost {
  const worker = new Worker(new URL('../data/worker.ts', import.meta.url), {
    type: 'module',
    name: 'data',
  });
  worker.addEventListener('error', (event) => {
    const message = event.message === '' ? 'The data worker could not start' : event.message;
    void desk.calls['page.failed']({ message: message.slice(0, 2_000) });
  });
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const role = portRole(event);
    const [port] = event.ports;
    if (role !== null && port !== undefined) handOver(worker, role, port);
  });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'port', role: 'page', port: port2, store: storePlan() }, [port2]);
  void desk.calls['page.ready']({});
  return { port: port1 };
}

function handOver(worker: Worker, role: string, port: MessagePort): void {
  worker.postMessage({ type: 'port', role, port }, [port]);
}

/** Which store main wants opened: it writes that into every page that it serves. */
function storePlan(): unknown {
  const { content } = document.querySelector<HTMLMetaElement>('meta[name="desk-store"]') ?? {};
  return JSON.parse(content ?? 'null');
}

/** Does main do something with the store before it is opened? Then no answer comes until that is done. */
export function isStoreMadeReady(): boolean {
  const plan = storePlan();
  return typeof plan === 'object' && plan !== null && 'waits' in plan && plan.waits === true;
}

/** Only messages of this very window and origin carry ports; the roles that main may give are these three. */
function portRole(event: MessageEvent<unknown>): 'main' | 'batches' | 'rows' | null {
  if (event.source !== window || event.origin !== location.origin) return null;
  const { data } = event;
  if (typeof data !== 'object' || data === null || !(portMessageKey in data)) return null;
  const role = data[portMessageKey];
  return role === 'main' || role === 'batches' || role === 'rows' ? role : null;
}
