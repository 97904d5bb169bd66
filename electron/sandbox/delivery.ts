import type { ServerResponse } from 'node:http';
import { textAnswer } from './answer';
import type { Answer } from './answer';
import type { FaultKind } from './faults';

const CAPTIVE_PORTAL = `<!doctype html>
<html lang="en"><head><title>Welcome to Station Wi-Fi</title></head>
<body><h1>Welcome to Station Wi-Fi</h1><p>Please accept the terms of use to go online.</p>
<form method="post" action="/accept"><button>Accept</button></form></body></html>`;

/** Sends an answer whole. */
export function deliver(response: ServerResponse, answer: Answer): void {
  const { body } = answer;
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': body.length,
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(body);
}

function emptyAnswer(status: number): Answer {
  return textAnswer('', status, 'text/plain');
}

/** Half of a body and then a closed connection. */
function deliverReset(response: ServerResponse, answer: Answer): void {
  const { body } = answer;
  response.writeHead(200, {
    'content-type': answer.contentType,
    'content-length': body.length + 1,
  });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    // Waits for the first half to be on its way, so that it is the body that breaks and not the call.
    setTimeout(() => response.socket?.destroy(), 10);
  });
}

function deliverStalled(response: ServerResponse, stallMs: number): void {
  const timer = setTimeout(() => response.socket?.destroy(), stallMs);
  response.on('close', () => {
    clearTimeout(timer);
  });
}

/** A body cut short that still looks complete to HTTP; never parses, as every body is an object or an array. */
function truncated(answer: Answer): Answer {
  const cut = Math.max(1, Math.floor(answer.body.length * 0.6));
  return { ...answer, status: 200, body: answer.body.subarray(0, cut) };
}

/** Sends what a fault makes of an answer; returns the status that went out, 0 where none did. Faults of pages are made before. */
export function deliverFault(
  response: ServerResponse,
  answer: Answer,
  fault: FaultKind,
  stallMs: number,
): number {
  const send = (broken: Answer): number => {
    deliver(response, broken);
    return broken.status;
  };
  switch (fault) {
    case 'rate-limited':
      return send(emptyAnswer(429));
    case 'server-error':
      return send(textAnswer('{"error":"internal_error","description":"Unexpected error"}', 500));
    case 'unavailable':
      return send(
        textAnswer(
          '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>',
          503,
          'text/html',
        ),
      );
    case 'captive-portal':
      return send(textAnswer(CAPTIVE_PORTAL, 200, 'text/html; charset=utf-8'));
    case 'wrong-json':
      return send(textAnswer('{"state":"maintenance","retry":true}'));
    case 'truncated':
      return send(truncated(answer));
    case 'reset':
      deliverReset(response, answer);
      return 200;
    case 'stalled':
      deliverStalled(response, stallMs);
      return 0;
    case 'repeated-page':
    case 'reordered-page':
      return send(answer);
  }
}
