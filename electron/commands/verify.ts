import type { CommandReport } from '../app/output';
import type { CommandOptions } from '../app/command-specs';
import type { CommandContext } from './context';

/** Reads the store, the copied journal, every snapshot and every kept document to the end. */
export async function runVerify(
  _options: CommandOptions<'verify'>,
  { desk }: CommandContext,
): Promise<CommandReport> {
  const report = { ...(await desk.safety.verify()) };
  if (report.ok) return { report };
  const message =
    report.store.failure?.message ??
    'Something that protects this profile is damaged; the report says what. The store itself is whole.';
  return { report, error: { code: 'VERIFY_FAILED', message } };
}
