import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { root } from './paths.mjs';

/** sha256 over names and contents of the given files and folders of the project; what is missing counts as missing. */
export async function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  const files = (await Promise.all(paths.map((path) => filesBelow(path)))).flat().sort();
  for (const file of files) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`);
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesBelow(path) {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return [];
  if (info.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const nested = await Promise.all(entries.map((entry) => filesBelow(join(path, entry.name))));
  return nested.flat();
}

/** What a stamp file says, or undefined when there is none that can be read. */
export async function readStamp(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a stamp file: the last act of a step, so that an interrupted step is repeated. */
export async function writeStamp(path, value) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
