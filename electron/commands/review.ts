import { resolve } from 'node:path';
import { exportReview } from '../app/review';
import { writeFileAtomically } from '../files';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Makes a review of a client or program, freezes it and writes it as PDF, as a presentation, or as both. */
export async function runReview(
  { client, program, period, pdf, pptx }: CommandOptions<'review'>,
  { desk, signal, say, folder }: CommandContext,
): Promise<CommandReport> {
  const subject = {
    ...(client === undefined ? {} : { client }),
    ...(program === undefined ? {} : { program }),
  };
  const made = await exportReview(desk, { ...subject, period }, signal, ({ words }) => {
    say(words);
  });
  const report: Record<string, unknown> = {};
  if (pdf !== undefined) {
    const file = resolve(folder, pdf);
    await write(file, await desk.documents.read(made.sha256, 'pdf'));
    Object.assign(report, { file, pages: made.pages, sha256: made.sha256 });
  }
  if (pptx !== undefined) {
    const file = resolve(folder, pptx);
    await write(file, await desk.documents.read(made.pptx.sha256, 'pptx'));
    report['pptx'] = { file, slides: made.pptx.slides, sha256: made.pptx.sha256 };
  }
  return { report };
}

/** A document is for others to read, unlike the profile. */
function write(file: string, bytes: Uint8Array): Promise<void> {
  return writeFileAtomically(file, bytes, { mode: 0o644 });
}
