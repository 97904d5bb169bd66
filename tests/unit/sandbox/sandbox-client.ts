import { Buffer } from 'node:buffer';
import { startSandbox } from '../../../electron/sandbox/server';
import type { RunningSandbox, SandboxConnection } from '../../../electron/sandbox/server';
import type { SandboxOptions } from '../../../electron/sandbox/options';

export const TODAY = '2026-11-22';

/** An answer read whole. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export type Json = Record<string, unknown>;

/** Starts a sandbox that neither limits nor disturbs unless asked to. */
export async function startQuiet(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  return startSandbox({ size: 'small', seed: 7, limit: 1_000_000, today: TODAY, ...options });
}

export async function read(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

export function authorization(connection: SandboxConnection, token = connection.token): string {
  return connection.network === 'awin'
    ? `Bearer ${token}`
    : `Basic ${Buffer.from(token).toString('base64')}`;
}

/** A call of a connection's API; `path` begins after its address. */
export async function call(
  connection: SandboxConnection,
  path: string,
  token?: string,
): Promise<Reply> {
  return read(`${connection.address}${path}`, {
    headers: { authorization: authorization(connection, token) },
  });
}

export function connectionOf(sandbox: RunningSandbox, account: string): SandboxConnection {
  const found = sandbox.info.connections.find((connection) => connection.account === account);
  if (found === undefined) throw new Error(`no connection ${account}`);
  return found;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): Json {
  if (!isObject(value)) throw new Error(`no object: ${JSON.stringify(value).slice(0, 80)}`);
  return value;
}

export function asRows(value: unknown): Json[] {
  if (!Array.isArray(value)) throw new Error(`no array: ${JSON.stringify(value).slice(0, 80)}`);
  return value.map(asObject);
}

export function parse(text: string): unknown {
  return JSON.parse(text);
}

/** The path of a transaction list; `to` is the last second. */
export function transactionsPath(account: string, from: string, to: string, more = ''): string {
  return `/advertisers/${account}/transactions/?startDate=${from}&endDate=${to}&timezone=UTC${more}`;
}

const DAY_MS = 86_400_000;

/** All transactions of an Awin account between two days, both included, in windows of 31 days. */
export async function awinTransactions(
  connection: SandboxConnection,
  from: string,
  to: string,
): Promise<Json[]> {
  const rows: Json[] = [];
  const end = Date.parse(`${to}T23:59:59Z`);
  for (let start = Date.parse(`${from}T00:00:00Z`); start < end; start += 31 * DAY_MS) {
    const last = Math.min(end, start + 31 * DAY_MS - 1000);
    const [first, second] = [start, last].map((at) => new Date(at).toISOString().slice(0, 19));
    const path = transactionsPath(connection.account, first ?? '', second ?? '');
    rows.push(...asRows(parse((await call(connection, path)).text)));
  }
  return rows;
}

/** All items of a PartnerStack list, by cursor. */
export async function partnerStackItems(
  connection: SandboxConnection,
  list: string,
  query = '',
): Promise<Json[]> {
  const items: Json[] = [];
  let after = '';
  for (;;) {
    const reply = await call(connection, `/${list}?limit=250${query}${after}`);
    const data = asObject(asObject(parse(reply.text))['data']);
    const page = asRows(data['items']);
    items.push(...page);
    const last = page.at(-1);
    if (data['has_more'] !== true || last === undefined) return items;
    after = `&starting_after=${String(last['key'])}`;
  }
}

export async function post(url: string, body: unknown): Promise<Reply> {
  return read(url, { method: 'POST', body: JSON.stringify(body) });
}
