import { net, type IncomingMessage, type Session } from 'electron';
import type { Fetch, HttpResponse } from './http-attempt';

/**
 * GET by Chromium's network stack in one session. It is `net.request` and not the session's own `fetch`, because that
 * makes a `Request` for every call, whose clean-up after garbage collection can keep Node 18 and 20 from ever ending
 * (nodejs/node#47748): a command that had finished would spin until it is killed.
 */
export function createNetFetch(session: () => Session): Fetch {
  return (address, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const request = net.request({
        url: address,
        session: session(),
        headers,
        redirect: 'error',
        credentials: 'omit',
      });
      const abort = (): void => request.abort();
      signal.addEventListener('abort', abort, { once: true });
      request.on('close', () => signal.removeEventListener('abort', abort));
      request.on('error', reject);
      request.on('abort', () => reject(new Error('The request was aborted.')));
      request.on('response', (message) => resolve(responseOf(message, abort)));
      request.end();
      if (signal.aborted) abort();
    });
}

function responseOf(message: IncomingMessage, abort: () => void): HttpResponse {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      let isOpen = true;
      const end = (finish: () => void): void => {
        if (isOpen) finish();
        isOpen = false;
      };
      message.on('data', (chunk) => {
        if (isOpen) controller.enqueue(chunk);
      });
      message.on('end', () => end(() => controller.close()));
      message.on('aborted', () => end(() => controller.error(new Error('The answer broke off.'))));
      // Electron's typings know no error of a message; a body that is cut short ends with one.
      message.on('error', (...reasons: unknown[]) =>
        end(() => controller.error(reasons[0] ?? new Error('The answer broke off.'))),
      );
    },
    cancel: abort,
  });
  return {
    status: message.statusCode,
    headers: { get: (name) => firstOf(message.headers[name.toLowerCase()]) },
    body,
  };
}

function firstOf(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
