import { contextBridge, ipcRenderer } from 'electron';
import {
  channelNames,
  eventNames,
  portChannel,
  portMessageKey,
} from '../../shared/ipc/channel-names';

/** The only code that stands between the page and the main process: a fixed set of functions, nothing generic. */

const calls = Object.fromEntries(
  channelNames.map((name) => [
    name,
    (args: unknown): Promise<unknown> => ipcRenderer.invoke(name, args),
  ]),
);

const knownEvents: ReadonlySet<string> = new Set(eventNames);

function on(name: unknown, listener: unknown): () => void {
  if (typeof name !== 'string' || !knownEvents.has(name)) throw new Error('Unknown event');
  if (typeof listener !== 'function') throw new Error('A listener is a function');
  const channel = `desk:event:${name}`;
  const hear = (_event: unknown, payload: unknown): void => {
    Reflect.apply(listener, undefined, [payload]);
  };
  ipcRenderer.on(channel, hear);
  return () => {
    ipcRenderer.off(channel, hear);
  };
}

contextBridge.exposeInMainWorld(
  'desk',
  Object.freeze({ calls: Object.freeze(calls), on: Object.freeze(on) }),
);

// Ports to the data worker can't cross the bridge: they reach the page as a message of its own window.
ipcRenderer.on(portChannel, (event, role: unknown) => {
  window.postMessage({ [portMessageKey]: role }, location.origin, [...event.ports]);
});

document.addEventListener('securitypolicyviolation', (violation) => {
  void ipcRenderer.invoke('reports.csp', {
    directive: violation.effectiveDirective.slice(0, 200),
    blocked: violation.blockedURI.slice(0, 2_000),
    source: violation.sourceFile.slice(0, 2_000),
    line: violation.lineNumber,
  });
});

window.addEventListener('online', () => {
  void ipcRenderer.invoke('page.online', {});
});

void ipcRenderer.invoke('page.started', {
  sandboxed: process.sandboxed,
  contextIsolated: process.contextIsolated,
});
