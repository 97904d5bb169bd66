import { session } from 'electron';
import type { WorkProgress } from '../../shared/ipc/channels';
import type { SyncOutcome } from '../../shared/ipc/data-contract';
import { DeskError } from '../../shared/kernel/result';
import { isShipped } from '../../shared/records/reference-data';
import type { Desk } from './desk';
import type { SampleAgency } from './profile';
import { resumeOnLoss } from './resume';
import { SAMPLE_CALLS_PER_MINUTE, SANDBOX_ADDRESS } from './sample-networks';
import type { SandboxInfo } from './sandbox-process';

/**
 * Makes the profile a sample: starts the sandbox networks, writes the agency's records, connects every account and syncs
 * them. Repeated after an interruption it goes on where it was. `PROFILE_NOT_EMPTY` in a real profile with records.
 */
export async function exploreSample(
  desk: Desk,
  agency: SampleAgency,
  signal: AbortSignal,
  onProgress: (progress: WorkProgress) => void,
): Promise<readonly SyncOutcome[]> {
  await markAsSample(desk, agency);
  onProgress({ words: 'Starting the sandbox networks', done: 0, total: null });
  const info = await desk.sample.info();
  onProgress({ words: "Writing the agency's records", done: 0, total: null });
  await resumeOnLoss({ losses: desk.dataHost.losses, log: desk.log }, signal, () =>
    writeAgency(desk, info),
  );
  return syncAll(desk, info.connections.length, signal, onProgress);
}

async function markAsSample(desk: Desk, agency: SampleAgency): Promise<void> {
  if (desk.profile.sample() === null) {
    const { counts } = await desk.data.call('status', {});
    if (Object.entries(counts).some(([kind, count]) => count > 0 && !isShipped(kind))) {
      throw new DeskError(
        'PROFILE_NOT_EMPTY',
        'This profile holds records already. A sample agency needs a profile of its own.',
      );
    }
  }
  desk.profile.markSample(agency);
  await desk.data.call('profile.markSample', {});
}

/** Repeatable: what is there already is only compared. */
async function writeAgency(desk: Desk, { agency, connections }: SandboxInfo): Promise<void> {
  await desk.data.call('agency.import', { agency: await readAgency(agency) });
  for (const { network, account, name, client, model } of connections) {
    await desk.data.call('connections.save', {
      network,
      account,
      name,
      client,
      model,
      address: SANDBOX_ADDRESS,
      callsPerMinute: SAMPLE_CALLS_PER_MINUTE,
    });
  }
}

async function readAgency(address: string): Promise<unknown> {
  // The page's session lets nothing out; requests of main have one of their own.
  const response = await session.fromPartition('networks', { cache: false }).fetch(address);
  if (!response.ok) throw new DeskError('SANDBOX_FAILED', 'The sandbox gave no agency.');
  return response.json();
}

/** One bar for all connections: each counts as much as any other. */
function syncAll(
  desk: Desk,
  connections: number,
  signal: AbortSignal,
  onProgress: (progress: WorkProgress) => void,
): Promise<readonly SyncOutcome[]> {
  const shares = new Map<string, number>();
  return desk.runSync(null, signal, (progress) => {
    shares.set(progress.connection, progress.total === 0 ? 0 : progress.done / progress.total);
    const done = [...shares.values()].reduce((sum, share) => sum + share, 0);
    onProgress({
      words: `${progress.program}: ${progress.words}`,
      done: Math.min(done, connections),
      total: connections,
    });
  });
}
