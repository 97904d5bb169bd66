import { resolve } from 'node:path';
import { exportData } from '../app/export-data';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';
import { formatOf, formatUnknown } from './export';

/** Writes the records of a kind as they stood at the end of a day, like `export` writes those of today. */
export async function runAsOf(
  { date, kind, out, format: said }: CommandOptions<'as-of'>,
  { desk, folder, signal }: CommandContext,
): Promise<CommandReport> {
  const file = resolve(folder, out);
  const format = formatOf(file, said);
  if (format === null) return formatUnknown;
  const rows = await exportData(desk, kind, format, file, signal, { asOf: date });
  return { report: { asOf: { date, kind, file, rows } } };
}
