import { resolve } from 'node:path';
import { exportReview } from '../app/review';
import { writeFileAtomically } from '../files';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Makes a review of a client or program, freezes it and writes it as PDF. */
export async function runReview(
  { client, program, period, pdf }: CommandOptions<'review'>,
  { desk, signal, say, folder }: CommandContext,
): Promise<CommandReport> {
  const file = resolve(folder, pdf);
  const subject = {
    ...(client === undefined ? {} : { client }),
    ...(program === undefined ? {} : { program }),
  };
  const { pages, sha256 } = await exportReview(
    desk,
    { ...subject, period },
    signal,
    ({ words }) => {
      say(words);
    },
  );
  await writeFileAtomically(file, await desk.documents.read(sha256), { mode: 0o644 });
  return { report: { file, pages, sha256 } };
}
