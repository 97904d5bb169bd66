import type { CommandOptions } from '../app/command-specs';
import { readMissingFiles } from '../app/imports';
import type { CommandReport } from '../app/output';
import type { SyncOutcome } from '../../shared/ipc/data-contract';
import type { DeskFailure } from '../../shared/kernel/result';
import type { CommandContext } from './context';

/** Reads what is new at the networks, for one connection or all, and kept files whose figures are missing. */
export async function runSync(
  { connection }: CommandOptions<'sync'>,
  { desk, signal, say }: CommandContext,
): Promise<CommandReport> {
  const outcomes = await desk.runSync(connection ?? null, signal, (progress) => {
    say(`${progress.program}: ${progress.words} (${progress.done} of ${progress.total})`);
  });
  await readMissingFiles(desk, {
    signal,
    onProgress: (words, done, total) =>
      say(total === null ? words : `${words}: ${done} of ${total}`),
  });
  return syncReport(outcomes);
}

/** The report of a sync; it failed when any connection did, with the first such connection's code. */
export function syncReport(outcomes: readonly SyncOutcome[]): CommandReport {
  const error = firstFailure(outcomes);
  return { report: { connections: outcomes }, ...(error === null ? {} : { error }) };
}

function firstFailure(outcomes: readonly SyncOutcome[]): DeskFailure | null {
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const [first] = failed;
  if (first?.error === undefined) return null;
  return {
    code: first.error.code,
    message: `${failed.length} of ${outcomes.length} connections could not be synced. ${first.error.message}`,
  };
}
