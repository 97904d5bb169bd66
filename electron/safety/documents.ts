import { existsSync, readdirSync } from 'node:fs';

/** The kept documents of a folder; each is named by its hash. */
export function documentNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(name))
    .sort();
}
