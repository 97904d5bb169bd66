import { extname, resolve } from 'node:path';
import { exportFormats, type ExportFormat } from '../app/export-file';
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
  const format = formatOf(file, options.format);
  if (format === null) return formatUnknown;
  const rows = await exportData(desk, options.kind ?? null, format, file, signal);
  return { report: { file, rows } };
}

/** What a file is to be: as was said, or by its ending; null for neither. */
export function formatOf(file: string, said: ExportFormat | undefined): ExportFormat | null {
  const ending = extname(file).slice(1).toLowerCase();
  return said ?? exportFormats.find((each) => each === ending) ?? null;
}

export const formatUnknown: CommandReport = {
  report: {},
  error: {
    code: 'FORMAT_UNKNOWN',
    message: 'Say what the file is to be: --format csv, xlsx or json. Nothing was written.',
  },
};
