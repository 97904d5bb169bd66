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
    onProgress: (progress: SessionProgress) => {
      tell({ kind: 'progress', session, progress });
    },
    isCancelled: () => cancelled,
  });
  tell({ kind: 'finished', session, error });
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
    case 'page':
      waitingPages.get(message.id)?.(message.answer);
      waitingPages.delete(message.id);
      break;
    case 'cancel':
      cancelled = true;
      break;
  }
});
