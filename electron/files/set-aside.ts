import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';

/** Copies a folder to another name beside it, in the place of an earlier copy; a folder that isn't there is no failure. */
export async function copyAside(folder: string): Promise<void> {
  const aside = `${folder}-set-aside`;
  if (!existsSync(folder)) return;
  await rm(aside, { recursive: true, force: true });
  await cp(folder, aside, { recursive: true });
}
