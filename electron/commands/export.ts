import { resolve } from 'node:path';
import { writeExport } from '../app/export-file';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Writes every record of a kind, or every row of a fact kind, to a file. */
export async function runExport(
  options: CommandOptions<'export'>,
  { desk, folder }: CommandContext,
): Promise<CommandReport> {
  const file = resolve(folder, options.out);
  const rows = await writeExport(file, options.format, (after) =>
    desk.data.call('export.read', { kind: options.kind, after }),
  );
  return { report: { file, rows } };
}
