import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { jsonAnswer } from './answer';
import { clientTotals } from './client-totals';
import { Control } from './control';
import { makeCredentials } from './credentials';
import type { Credentials } from './credentials';
import { makeData } from './data';
import { deliver } from './delivery';
import { FaultPlan } from './faults';
import { answerNetwork, AWIN_BASE, PARTNERSTACK_BASE } from './gateway';
import type { GatewayParts } from './gateway';
import { CallLimiter } from './limiter';
import { readOptions } from './options';
import type { SandboxOptions } from './options';
import { PROGRAMS } from './programs';
import { RequestLog } from './request-log';
import { truthOf } from './truth';

/** One account a client application can connect. `token` is what that network's API asks for. */
export interface SandboxConnection {
  readonly network: 'awin' | 'partnerstack';
  readonly account: string;
  readonly name: string;
  readonly client: string;
  readonly model: 'retail' | 'b2b';
  readonly address: string;
  readonly token: string;
}

/** What the `sandbox` command prints. */
export interface SandboxInfo {
  readonly connections: readonly SandboxConnection[];
  readonly truth: string;
  readonly agency: string;
  readonly control: string;
}

export interface RunningSandbox {
  readonly info: SandboxInfo;
  /** Ends the server and all its connections. */
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

function infoOf(port: number, credentials: Credentials): SandboxInfo {
  const base = `http://${HOST}:${String(port)}`;
  const connections = PROGRAMS.map(({ network, account, name, client, model }) => ({
    network,
    account,
    name,
    client,
    model,
    address: `${base}${network === 'awin' ? AWIN_BASE : PARTNERSTACK_BASE}`,
    token: network === 'awin' ? credentials.awinToken : (credentials.vendorKeys.get(account) ?? ''),
  }));
  return {
    connections,
    truth: `${base}/truth`,
    agency: `${base}/agency`,
    control: `${base}/control`,
  };
}

/** A page of the web that resolves its own name to this machine has another host name, and is not answered. */
function isLocal(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
}

async function answer(
  parts: GatewayParts,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${HOST}`);
  if (!isLocal(request)) {
    deliver(response, jsonAnswer({ error: 'unknown host' }, 421));
  } else if (url.pathname.startsWith(`${AWIN_BASE}/`)) {
    answerNetwork(parts, 'awin', url, request, response);
  } else if (url.pathname.startsWith(`${PARTNERSTACK_BASE}/`)) {
    answerNetwork(parts, 'partnerstack', url, request, response);
  } else {
    deliver(
      response,
      (await control.answer(url, request)) ?? jsonAnswer({ error: 'not found' }, 404),
    );
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Starts the two networks on this machine's loopback. Rejects with a `ZodError` for wrong options, and with the system's error when the
 * port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const settings = readOptions(options);
  const data = makeData(settings);
  const credentials = makeCredentials(settings.seed);
  const faults = new FaultPlan(settings.seed, settings.faults);
  const log = new RequestLog();
  const limiter = new CallLimiter(settings.limit, () => performance.now());
  const parts = { data, credentials, limiter, faults, log, stallMs: settings.stallMs };
  // The client's own books do not move when the networks restate, so its totals are made once.
  const control = new Control(data, clientTotals(data, truthOf(data, 'UTC')), faults, log);
  const server = createServer((request, response) => {
    answer(parts, control, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else deliver(response, jsonAnswer({ error: String(error) }, 500));
    });
  });
  const port = await listen(server, settings.port);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { info: infoOf(port, credentials), close };
}
