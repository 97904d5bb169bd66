import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * `stored-profiles/N` holds the engine's files of a store that the last build of schema N of the facts wrote: a client with
 * a note, and forty sales of July 2026.
 */
const stored = path.join(__dirname, '..', 'stored-profiles');

/** Lays the store that an earlier schema left into a profile's folder. */
export async function placeStoredProfile(schema: string, profile: string): Promise<void> {
  const store = path.join(profile, 'IndexedDB', 'app_desk_0.indexeddb.leveldb');
  await mkdir(store, { recursive: true });
  for (const name of await readdir(path.join(stored, schema))) {
    const bytes = gunzipSync(await readFile(path.join(stored, schema, name)));
    await writeFile(path.join(store, name.replace(/\.gz$/, '')), bytes);
  }
}
