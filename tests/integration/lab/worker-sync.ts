import type { SyncOutcome } from '../../../shared/ipc/data-contract';
import type { SyncAssignment } from '../../../shared/sync/connector';
import { batchesOf, type LabNetwork } from './network';
import { workerCall, workerMessages, workerPost } from './worker';

/** One sync of the only connection through the worker's own ports, as a connector process makes it. */
export async function workerSync(network: LabNetwork, now: number): Promise<SyncOutcome> {
  const begun = await workerCall('main', 'sync.begin', { connection: null, now });
  if (!begun.ok) throw new Error(begun.error.message);
  const [assignment] = begun.value as SyncAssignment[];
  if (assignment === undefined) throw new Error('No assignment.');
  const before = workerMessages('batches').length;
  const batches = batchesOf(assignment, network);
  for (const batch of batches) workerPost('batches', [batch]);
  while (workerMessages('batches').length < before + batches.length) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { session } = assignment;
  const done = { session, requests: batches.length, seconds: 1, error: null };
  const ended = await workerCall('main', 'sync.finish', done);
  if (!ended.ok) throw new Error(ended.error.message);
  return ended.value as SyncOutcome;
}
