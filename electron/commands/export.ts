import { extname, resolve } from 'node:path';
import { exportFormats } from '../app/export-file';
import { exportData } from '../app/export-data';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Writes every record of a kind, every row of a fact kind, or without a kind everything, to a file. */
export async function runExport(
  options: CommandOptions<'export'>,
  { desk, folder, signal }: CommandContext,
): Promise<CommandReport> {
  const file = resolve(folder, options.out);
  const ending = extname(file).slice(1).toLowerCase();
  const format = options.format ?? exportFormats.find((each) => each === ending);
  if (format === undefined) {
    const message = 'Say what the file is to be: --format csv, xlsx or json. Nothing was written.';
    return { report: {}, error: { code: 'FORMAT_UNKNOWN', message } };
  }
  const rows = await exportData(desk, options.kind ?? null, format, file, signal);
  return { report: { file, rows } };
}
