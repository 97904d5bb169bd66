import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { replaceFile } from './atomic';

/** Copies a file into a folder under its own name, in the place of one that is there. */
export async function copyFileInto(path: string, folder: string): Promise<void> {
  await replaceFile(join(folder, basename(path)), async (write) => {
    for await (const chunk of createReadStream(path)) await write(chunk as Buffer);
  });
}
