import { z } from 'zod';
import { toFailure } from '../../shared/kernel/result';
import type { SyncAssignment } from '../../shared/sync/connector';
import { connectors } from '../../shared/sync/connectors';
import { BatchSender, type BatchPort } from './batch-sender';
import {
  toConnectorSchema,
  type FromConnector,
  type PageAnswer,
  type SessionProgress,
} from './protocol';
import { runAssignment } from './run-assignment';

/**
 * The connector process: parses what networks answer and maps it to columns, away from the window and from main. It
 * opens no connection and knows no token; main fetches for it, the data worker stores for it.
 */
z.config({ jitless: true });

const waitingPages = new Map<number, (answer: PageAnswer) => void>();
const partsOfPages = new Map<number, Uint8Array[]>();
let nextPage = 1;
let cancelled = false;
let openPort: (port: BatchPort) => void = () => undefined;
const sender = new BatchSender(
  new Promise((resolve) => {
    openPort = resolve;
  }),
);

function tell(message: FromConnector): void {
  process.parentPort.postMessage(message);
}

async function run(assignment: SyncAssignment): Promise<void> {
  const { session, network } = assignment;
  const error = await runAssignment(connectors[network], assignment, {
    fetchPage: (request, tries) =>
      new Promise((resolve) => {
        const id = nextPage;
        nextPage += 1;
        waitingPages.set(id, resolve);
        const query = request.query.map(([name, value]): [string, string] => [name, value]);
        tell({ kind: 'fetch', id, session, request: { path: request.path, query }, tries });
      }),
    sendBatch: (batch) => sender.send(batch),
    flushBatches: () => sender.flush(session),
    onProgress: (progress: SessionProgress) => {
      tell({ kind: 'progress', session, progress });
    },
    isCancelled: () => cancelled,
  });
  tell({ kind: 'finished', session, error });
}

function keepPart(id: number, chunks: readonly Uint8Array[]): void {
  const parts = partsOfPages.get(id) ?? [];
  parts.push(...chunks);
  partsOfPages.set(id, parts);
}

function takePage(id: number, answer: PageAnswer): void {
  const parts = partsOfPages.get(id) ?? [];
  partsOfPages.delete(id);
  const resolve = waitingPages.get(id);
  waitingPages.delete(id);
  resolve?.(answer.state === 'body' ? { ...answer, chunks: [...parts, ...answer.chunks] } : answer);
}

function usePort(port: Electron.MessagePortMain | undefined): void {
  if (!port) return;
  port.on('message', ({ data }) => {
    sender.receive(data);
  });
  port.on('close', () => {
    sender.fail();
  });
  port.start();
  openPort(port);
}

process.parentPort.on('message', ({ data, ports }) => {
  const message = toConnectorSchema.parse(data);
  switch (message.kind) {
    case 'batches':
      usePort(ports[0]);
      break;
    case 'run':
      run(message.assignment).catch((thrown: unknown) => {
        const { session } = message.assignment;
        tell({ kind: 'finished', session, error: toFailure(thrown) });
      });
      break;
    case 'part':
      keepPart(message.id, message.chunks);
      break;
    case 'page':
      takePage(message.id, message.answer);
      break;
    case 'cancel':
      cancelled = true;
      break;
  }
});
