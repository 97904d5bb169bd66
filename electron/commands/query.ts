import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Answers a question from the stored facts. */
export async function runQuery(
  options: CommandOptions<'query'>,
  { desk }: CommandContext,
): Promise<CommandReport> {
  const { rows, coverage } = await desk.data.call('query', options);
  return { report: { rows, coverage } };
}
