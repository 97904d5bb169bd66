import { exploreSample } from '../app/explore';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';
import { syncReport } from './sync';

/** Fills an empty profile with the sample agency. */
export async function runExplore(
  { size, seed }: CommandOptions<'explore'>,
  { desk, signal, say }: CommandContext,
): Promise<CommandReport> {
  const outcomes = await exploreSample(desk, { size, seed }, signal, ({ words, done, total }) => {
    say(total === null ? words : `${Math.floor((100 * done) / total)} % · ${words}`);
  });
  const { report, error } = syncReport(outcomes);
  return { report: { size, seed, ...report }, ...(error === undefined ? {} : { error }) };
}
