import { rm } from 'node:fs/promises';

/** Removes files, or folders with what is in them; what isn't there is no failure. */
export async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { recursive: true, force: true });
}
