import { resolve } from 'node:path';
import type { CommandOptions } from '../app/command-specs';
import { writeExport } from '../app/export-file';
import { inspectFile, newImportId, planFile, writeFile, type ImportOptions } from '../app/imports';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** What people also call what a file holds. */
const kindNames: Readonly<Record<string, string>> = {
  'client-totals': 'client-total',
  transaction: 'transactions',
};

/**
 * Brings a file's rows into records of a kind, or with `--dry-run` says what would happen. Rows that can't be taken
 * refuse the whole file, unless `--rejected FILE` takes them. What the desk and the file say differently stays as the desk
 * has it and is counted as a conflict, unless `--conflicts` decides.
 */
export async function runImport(
  options: CommandOptions<'import'>,
  { desk, folder, signal, say }: CommandContext,
): Promise<CommandReport> {
  const path = resolve(folder, options.file);
  const following: ImportOptions = {
    signal,
    onProgress: (words, done, total) =>
      say(total === null ? words : `${words}: ${done} of ${total}`),
  };
  const { kind: word, file: _file, conflicts, rejected, dryRun, program: named, ...said } = options;
  const kind = kindNames[word] ?? word;
  const file = await inspectFile(path, path, said, following);
  const proposal = await desk.data.call('imports.propose', { file, into: kind });
  const { mapping, unfinished } = proposal;
  const id = unfinished ?? newImportId();
  const program =
    named === undefined
      ? proposal.program
      : (await desk.data.call('records.find', { kind: 'program', name: named })).id;
  const begin = { id, into: kind, file, mapping: [...mapping], program };
  let plan = await planFile(desk, path, begin, following);
  if (conflicts !== undefined) {
    plan = await desk.data.call('imports.decide', {
      id,
      row: null,
      field: null,
      choice: conflicts,
    });
  }
  const columns = file.columns.map(({ header }, at) => ({ header, field: mapping[at] ?? null }));
  if (dryRun === true) {
    const { name, format, sha256, settings } = file;
    return { report: { dryRun: { file: name, format, sha256, settings, columns, ...plan } } };
  }
  if (plan.question !== null) {
    const message = `${plan.question} Say it with --dates dmy or mdy, or with --decimal point or comma. Nothing was written.`;
    return { report: {}, error: { code: 'VALUES_UNCLEAR', message } };
  }
  if (plan.counts.reject > 0 && rejected === undefined) {
    const count = plan.counts.reject;
    const words = count === 1 ? 'One row' : `${count} rows`;
    const message = `${words} of the file can’t be taken. Nothing was written. Correct them, or give --rejected FILE to bring the others in without them.`;
    return { report: {}, error: { code: 'ROWS_REJECTED', message, rows: plan.rejected } };
  }
  const result = await writeFile(desk, path, begin, true, following);
  if (rejected === undefined) return { report: { import: result } };
  const left = resolve(folder, rejected);
  await writeExport(left, 'csv', (after) => desk.data.call('imports.left', { id, after }));
  return { report: { import: result, rejected: plan.rejected, left } };
}
