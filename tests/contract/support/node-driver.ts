import { setTimeout as sleep } from 'node:timers/promises';
import { runAssignment } from '../../../electron/connectors/run-assignment';
import type { SandboxConnection } from '../../../electron/sandbox/server';
import { fetchPage, type HttpRoom } from '../../../electron/sync/fetch-page';
import { Targets } from '../../../electron/sync/targets';
import { parseDay } from '../../../shared/kernel/days';
import type { DeskFailure } from '../../../shared/kernel/result';
import type { Batch, BatchAck } from '../../../shared/sync/batch';
import { connectors } from '../../../shared/sync/connectors';
import { planSync, type ResourceCursor } from '../../../shared/sync/plan';

/** Runs one connection the way main and the connector process do, with Node's fetch and no Electron. */
export interface DrivenSync {
  readonly batches: readonly Batch[];
  readonly error: DeskFailure | null;
  readonly requests: number;
}

const targets = new Targets(
  () => performance.now(),
  () => Promise.resolve(new Map()),
);

export interface DriveOptions {
  readonly today: string;
  readonly since: string;
  readonly callsPerMinute: number;
  readonly token?: string;
  readonly cursors?: readonly ResourceCursor[];
  readonly fetch?: HttpRoom['fetch'];
  readonly acknowledge?: (batch: Batch) => Partial<BatchAck>;
}

export async function driveSync(
  connection: SandboxConnection,
  options: DriveOptions,
): Promise<DrivenSync> {
  const { network, account, address } = connection;
  const connector = connectors[network];
  const since = parseDay(options.since)!;
  const callsPerMinute = options.callsPerMinute;
  const tasks = planSync({
    policies: connector.policies,
    cursors: options.cursors ?? [],
    now: Date.parse(`${options.today}T12:00:00Z`),
    since,
    lockingDays: 0,
  });
  const token = options.token ?? connection.token;
  const target = await targets.of(connector, { account, address, callsPerMinute }, token);
  const batches: Batch[] = [];
  let requests = 0;
  const signal = new AbortController().signal;
  const room: HttpRoom = {
    fetch: options.fetch ?? fetch,
    now: Date.now,
    random: () => 0.01,
    wait: (milliseconds) => sleep(milliseconds),
    onRequest: () => {
      requests += 1;
    },
  };
  const error = await runAssignment(
    connector,
    {
      session: `${network}:${account}`,
      connection: account,
      network,
      account,
      program: connection.name,
      address,
      callsPerMinute,
      timeZone: 'Europe/Berlin',
      since,
      tasks,
    },
    {
      fetchPage: (request, tries) => fetchPage(room, target, request, tries, signal),
      sendBatch: (batch) => {
        batches.push(structuredClone(batch));
        const { session, sequence } = batch;
        const ack = { session, sequence, changed: 0, removed: 0, ...options.acknowledge?.(batch) };
        return Promise.resolve({ ack: Promise.resolve(ack) });
      },
      flushBatches: () => Promise.resolve(),
      onProgress: () => undefined,
      isCancelled: () => false,
    },
  );
  return { batches, error, requests };
}
