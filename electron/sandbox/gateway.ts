import { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { awinError, partnerStackError, textAnswer } from './answer';
import type { Answer } from './answer';
import { answerAwin } from './awin-api';
import type { Credentials } from './credentials';
import type { SandboxData, Vendor } from './data';
import { deliver, deliverFault } from './delivery';
import type { FaultKind, FaultPlan } from './faults';
import type { CallLimiter } from './limiter';
import { answerPartnerStack, pageAnswer } from './partnerstack-api';
import type { Page } from './partnerstack-api';
import type { RequestLog } from './request-log';

/** Where the two APIs begin; the PartnerStack one has the version path of its documented address. */
export const AWIN_BASE = '/awin';
export const PARTNERSTACK_BASE = '/partnerstack/api/v2';

/** All that a call of a network meets on its way. */
export interface GatewayParts {
  readonly data: SandboxData;
  readonly credentials: Credentials;
  readonly limiter: CallLimiter;
  readonly faults: FaultPlan;
  readonly log: RequestLog;
  readonly stallMs: number;
}

interface Call {
  readonly network: 'awin' | 'partnerstack';
  readonly account: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string;
  readonly produce: () => Answer | Page;
}

function asAnswer(produced: Answer | Page): Answer {
  return 'items' in produced
    ? pageAnswer(produced.label, produced.items, produced.hasMore)
    : produced;
}

function withPageFault(page: Page, fault: FaultKind): Answer {
  if (fault === 'reordered-page')
    return pageAnswer(page.label, page.items.slice().reverse(), page.hasMore);
  const again = page.before.length > 0 ? page.before : page.items.slice(0, 3);
  return pageAnswer(page.label, [...again, ...page.items], page.hasMore);
}

function awinCall(
  parts: GatewayParts,
  path: string,
  url: URL,
  request: IncomingMessage,
): Call | Answer {
  const account = /^\/advertisers\/(\d+)\//.exec(path)?.[1] ?? '';
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token !== parts.credentials.awinToken)
    return awinError(
      401,
      'unauthorized',
      'Full authentication is required to access this resource',
    );
  const query = url.searchParams;
  return {
    network: 'awin',
    account,
    path,
    query,
    token,
    produce: () => answerAwin(parts.data, path, query),
  };
}

function vendorOf(
  parts: GatewayParts,
  request: IncomingMessage,
): { vendor: Vendor; token: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const token = Buffer.from(encoded, 'base64').toString('utf8');
  const account = parts.credentials.vendorOfKeys.get(token);
  const vendor = account === undefined ? undefined : parts.data.vendors.get(account);
  return vendor === undefined ? undefined : { vendor, token };
}

function partnerStackCall(
  parts: GatewayParts,
  path: string,
  url: URL,
  request: IncomingMessage,
): Call | Answer {
  const known = vendorOf(parts, request);
  if (known === undefined) return partnerStackError(401, 'Unauthorized');
  const { vendor, token } = known;
  const query = url.searchParams;
  return {
    network: 'partnerstack',
    account: vendor.program.account,
    path,
    query,
    token,
    produce: () => answerPartnerStack(parts.data, vendor, path, query),
  };
}

function refusedByLimit(call: Call, waitMs: number): Answer {
  if (call.network === 'awin') return textAnswer('', 429, 'text/plain');
  const seconds = String(Math.ceil(waitMs / 1000));
  return { ...partnerStackError(429, 'Too many requests'), headers: { 'retry-after': seconds } };
}

/** The query as it may be written down. */
function maskedQuery(url: URL): string {
  return url.search.slice(1).replace(/(accessToken=)[^&]*/gi, '$1***');
}

/** Answers a call of one of the two APIs: token, pace, fault, answer. */
export function answerNetwork(
  parts: GatewayParts,
  network: 'awin' | 'partnerstack',
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const method = request.method ?? 'GET';
  const path = url.pathname.slice(network === 'awin' ? AWIN_BASE.length : PARTNERSTACK_BASE.length);
  const at = new Date().toISOString();
  const call =
    network === 'awin'
      ? awinCall(parts, path, url, request)
      : partnerStackCall(parts, path, url, request);
  const account = 'account' in call ? call.account : '';
  const note = (status: number, fault?: FaultKind): void => {
    const line = { at, network, account, method, path, query: maskedQuery(url), status };
    parts.log.add(fault === undefined ? line : { ...line, fault });
  };
  const send = (answer: Answer): void => {
    deliver(response, answer);
    note(answer.status);
  };
  if ('body' in call) {
    send(call);
    return;
  }
  if (method !== 'GET') {
    send(
      network === 'awin'
        ? awinError(405, 'exception', 'Method not allowed')
        : partnerStackError(405, 'Method not allowed'),
    );
    return;
  }
  const waitMs = parts.limiter.take(call.token);
  if (waitMs > 0) {
    send(refusedByLimit(call, waitMs));
    return;
  }
  const produced = call.produce();
  const paged = 'items' in produced;
  const fault = parts.faults.next(`${method} ${url.pathname}${url.search} ${call.token}`, paged);
  if (fault === undefined) {
    send(asAnswer(produced));
    return;
  }
  const answer =
    paged && fault.endsWith('-page') ? withPageFault(produced, fault) : asAnswer(produced);
  note(deliverFault(response, answer, fault, parts.stallMs), fault);
}
