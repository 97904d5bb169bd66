import { resolve } from 'node:path';
import { readPassphrase } from '../app/read-passphrase';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Writes everything that people entered, and every kept document, to one encrypted file. */
export async function runBackup(
  { file, ...source }: CommandOptions<'backup'>,
  { desk, folder }: CommandContext,
): Promise<CommandReport> {
  const passphrase = await readPassphrase(source);
  return { report: { ...(await desk.backups.write(resolve(folder, file), passphrase)) } };
}

/** Puts a backup in the place of the profile's store, which is kept as a snapshot; with `--dry-run` only says what it would do. */
export async function runRestore(
  { file, dryRun, ...source }: CommandOptions<'restore'>,
  { desk, folder }: CommandContext,
): Promise<CommandReport> {
  const passphrase = await readPassphrase(source);
  const path = resolve(folder, file);
  if (dryRun === true) {
    return { report: { restored: false, backup: await desk.backups.look(path, passphrase) } };
  }
  const preview = await desk.backups.open(path, passphrase);
  const { records, documents } = await desk.backups.restore();
  return { report: { restored: true, records, documents, backup: preview } };
}

/** Opens a backup without changing anything, compares counts and hashes and remembers the day. */
export async function runDrill(
  { file, ...source }: CommandOptions<'drill'>,
  { desk, folder }: CommandContext,
): Promise<CommandReport> {
  const passphrase = await readPassphrase(source);
  return { report: { ...(await desk.backups.drill(resolve(folder, file), passphrase)) } };
}
