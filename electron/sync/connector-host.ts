import { setImmediate as nextTurn } from 'node:timers/promises';
import { utilityProcess, type MessagePortMain } from 'electron';
import { DeskError, toFailure, type DeskFailure } from '../../shared/kernel/result';
import type { ApiRequest, SyncAssignment } from '../../shared/sync/connector';
import {
  fromConnectorSchema,
  type PageAnswer,
  type SessionProgress,
  type ToConnector,
} from '../connectors/protocol';

/** What main does for one assignment while the connector process works on it. */
export interface AssignmentService {
  readonly fetchPage: (request: ApiRequest, tries: number) => Promise<PageAnswer>;
  readonly onProgress: (progress: SessionProgress) => void;
}

/** The connector process of one sync run. */
export interface ConnectorHost {
  /** Runs one assignment to its end; gives its first failure, or null. */
  run(assignment: SyncAssignment, service: AssignmentService): Promise<DeskFailure | null>;
  /** Lets running assignments end at the next page. */
  cancel(): void;
  close(): void;
}

/** Of a body in one message between processes. */
const bytesPerPart = 1_000_000;

interface Running {
  readonly service: AssignmentService;
  readonly finish: (error: DeskFailure | null) => void;
}

/** Starts the connector process and gives it its port to the data worker. */
export function startConnectorHost(modulePath: string, port: MessagePortMain): ConnectorHost {
  const child = utilityProcess.fork(modulePath, [], {
    serviceName: 'Quarterdeck connectors',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const running = new Map<string, Running>();
  let ended = false;

  function tell(message: ToConnector, ports?: MessagePortMain[]): void {
    if (!ended) child.postMessage(message, ports);
  }

  async function answerFetch(
    id: number,
    session: string,
    request: ApiRequest,
    tries: number,
  ): Promise<void> {
    const service = running.get(session)?.service;
    const answer: PageAnswer = service
      ? await service.fetchPage(request, tries)
      : { state: 'failed', tries, error: toFailure(processEnded()) };
    await tellInParts(id, answer);
  }

  /** Copying a body to another process takes time; a large one goes in parts, and main breathes in between. */
  async function tellInParts(id: number, answer: PageAnswer): Promise<void> {
    if (answer.state !== 'body') {
      tell({ kind: 'page', id, answer });
      return;
    }
    let chunks: Uint8Array[] = [];
    let bytes = 0;
    for (const chunk of answer.chunks) {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes < bytesPerPart) continue;
      tell({ kind: 'part', id, chunks });
      chunks = [];
      bytes = 0;
      await nextTurn();
    }
    tell({ kind: 'page', id, answer: { ...answer, chunks } });
  }

  function finish(session: string, error: DeskFailure | null): void {
    const entry = running.get(session);
    running.delete(session);
    entry?.finish(error);
  }

  child.on('message', (data: unknown) => {
    const message = fromConnectorSchema.parse(data);
    switch (message.kind) {
      case 'fetch':
        void answerFetch(message.id, message.session, message.request, message.tries);
        break;
      case 'progress':
        running.get(message.session)?.service.onProgress(message.progress);
        break;
      case 'finished':
        finish(message.session, message.error);
        break;
    }
  });
  child.on('exit', () => {
    ended = true;
    for (const session of [...running.keys()]) finish(session, toFailure(processEnded()));
  });
  tell({ kind: 'batches' }, [port]);

  return {
    run: (assignment, service) =>
      new Promise((resolve) => {
        if (ended) {
          resolve(toFailure(processEnded()));
          return;
        }
        running.set(assignment.session, { service, finish: resolve });
        tell({ kind: 'run', assignment });
      }),
    cancel: () => {
      tell({ kind: 'cancel' });
    },
    close: () => {
      child.kill();
    },
  };
}

function processEnded(): DeskError {
  return new DeskError(
    'CONNECTOR_ENDED',
    'The process that reads networks ended unexpectedly. What was acknowledged is kept; sync again.',
    { retryable: true },
  );
}
