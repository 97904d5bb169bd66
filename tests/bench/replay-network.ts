import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a replay answers with the networks' own rows; everything else is answered as an empty list. */
export type Replayed = 'everything' | 'partnerships' | 'traffic' | 'transactions';

/** A loopback server with the sandbox's answers in memory. */
export interface ReplayNetwork {
  /** Takes the place of the sandbox's own origin (`http://127.0.0.1:PORT`). */
  readonly origin: string;
  /** Chooses what is answered with rows from now on, and forgets when the last run began. */
  readonly choose: (what: Replayed) => void;
  /** `performance.now()` of the first call since `choose`, such as the first request of a sync. */
  readonly firstCallAt: () => number;
  /** The kept answers whose path (with query) matches. */
  readonly kept: (pattern: RegExp) => readonly KeptBody[];
  readonly close: () => Promise<void>;
}

export interface KeptBody {
  readonly path: string;
  /** The authorization that opens it. */
  readonly token: string;
  readonly body: Buffer;
}

interface KeptAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/**
 * Stands between the application and the sandbox and keeps every answer, so that a measured run gets its bytes from
 * memory and the sandbox's own work of making them is in no figure.
 */
export async function startReplay(sandboxOrigin: string): Promise<ReplayNetwork> {
  const answers = new Map<string, KeptAnswer>();
  let chosen: Replayed = 'everything';
  let firstCallAt = 0;

  async function answer(request: IncomingMessage): Promise<KeptAnswer> {
    const path = request.url ?? '/';
    const token = request.headers.authorization ?? '';
    const empty = emptyAnswer(path, chosen);
    if (empty !== null) {
      return { status: 200, type: 'application/json', body: Buffer.from(empty) };
    }
    // PartnerStack's paths name no account: the token tells two vendors apart.
    const key = `${token} ${path}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const response = await fetch(sandboxOrigin + path, { headers: { authorization: token } });
    const fresh = {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/json',
      body: Buffer.from(await response.arrayBuffer()),
    };
    if (response.status !== 429 && response.status < 500) answers.set(key, fresh);
    return fresh;
  }

  const server = createServer((request, response) => {
    if (firstCallAt === 0) firstCallAt = performance.now();
    answer(request).then(
      ({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'content-length': body.length });
        response.end(body);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    choose: (what) => {
      chosen = what;
      firstCallAt = 0;
    },
    firstCallAt: () => firstCallAt,
    kept: (pattern) =>
      [...answers].flatMap(([key, { body }]) => {
        const at = key.lastIndexOf(' ');
        const path = key.slice(at + 1);
        return pattern.test(path) ? [{ path, token: key.slice(0, at), body }] : [];
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const resources: readonly (readonly [Exclude<Replayed, 'everything'>, RegExp])[] = [
  ['traffic', /\/reports\/campaign/],
  ['transactions', /\/advertisers\/[^/]+\/transactions/],
  ['partnerships', /\/advertisers\/[^/]+\/publishers/],
  ['partnerships', /\/v2\/partnerships/],
  ['transactions', /\/v2\/(transactions|rewards|actions)/],
];

function emptyAnswer(path: string, chosen: Replayed): string | null {
  if (chosen === 'everything' || path.includes('/accounts')) return null;
  if (resources.some(([name, pattern]) => name === chosen && pattern.test(path))) return null;
  if (path.startsWith('/awin/')) return path.includes('/reports/') ? '{"result":[]}' : '[]';
  return '{"data":{"items":[],"has_more":false},"message":"OK","status":200}';
}
