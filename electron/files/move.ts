import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { syncFolder } from './atomic';

/**
 * Moves whole files into a folder of the same disk under their own names, in the place of those that are there. When it
 * ends early, each file is at one of the two places.
 */
export async function moveFilesInto(paths: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const path of paths) await rename(path, join(folder, basename(path)));
  await syncFolder(folder);
}
