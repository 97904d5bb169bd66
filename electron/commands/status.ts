import type { CommandReport } from '../app/output';
import type { CommandOptions } from '../app/command-specs';
import type { CommandContext } from './context';

/** What is stored: counts by kind, the state of each connection, schema versions, real or sample. */
export async function runStatus(
  _options: CommandOptions<'status'>,
  { desk }: CommandContext,
): Promise<CommandReport> {
  const status = await desk.data.call('status', {});
  return { report: { ...status } };
}
