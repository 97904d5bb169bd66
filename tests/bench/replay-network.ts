import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Which resources a replay answers from the sandbox; the others are answered as empty. */
export interface ReplayedResources {
  readonly partnerships: boolean;
  readonly traffic: boolean;
  readonly transactions: boolean;
}

export interface ReplayNetwork {
  /** Replaces the sandbox's base address (`http://127.0.0.1:PORT`). */
  readonly origin: string;
  /** Chooses what is answered from now on and forgets the times seen so far. */
  readonly choose: (resources: ReplayedResources) => void;
  /** ms between the first request and the end of the last answer since `choose`. */
  readonly span: () => number;
  /** Addresses (on this origin) of every answer kept whose path matches. */
  readonly kept: (pattern: RegExp) => readonly { path: string; bytes: number }[];
  readonly close: () => Promise<void>;
}

/**
 * Stands between the application and the sandbox and keeps every answer, so that a measured run gets bytes from memory
 * and the sandbox's own work of making them is in no figure.
 */
export async function startReplay(sandboxOrigin: string): Promise<ReplayNetwork> {
  const answers = new Map<string, { status: number; type: string; body: Buffer }>();
  let resources: ReplayedResources = { partnerships: true, traffic: true, transactions: true };
  let first = 0;
  let last = 0;

  const answer = async (request: IncomingMessage): Promise<{ status: number; type: string; body: Buffer }> => {
    const path = request.url ?? '/';
    const empty = emptyAnswer(path, resources);
    if (empty !== null) return { status: 200, type: 'application/json', body: Buffer.from(empty) };
    const known = answers.get(path);
    if (known) return known;
    const response = await fetch(sandboxOrigin + path, {
      headers: { authorization: request.headers.authorization ?? '' },
    });
    const fresh = {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/json',
      body: Buffer.from(await response.arrayBuffer()),
    };
    if (response.ok) answers.set(path, fresh);
    return fresh;
  };

  const server: Server = createServer((request, response) => {
    if (first === 0) first = performance.now();
    void answer(request).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'content-length': body.length });
      response.end(body, () => (last = performance.now()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${String(port)}`,
    choose: (chosen) => {
      resources = chosen;
      first = 0;
      last = 0;
    },
    span: () => last - first,
    kept: (pattern) =>
      [...answers]
        .filter(([path]) => pattern.test(path))
        .map(([path, { body }]) => ({ path, bytes: body.length })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function emptyAnswer(path: string, resources: ReplayedResources): string | null {
  if (/\/reports\/campaign/.test(path)) return resources.traffic ? null : '{"result":[]}';
  if (/\/advertisers\/[^/]+\/transactions/.test(path)) return resources.transactions ? null : '[]';
  if (/\/advertisers\/[^/]+\/publishers/.test(path)) return resources.partnerships ? null : '[]';
  return null;
}
