import { appendFile, open, type FileHandle } from 'node:fs/promises';
import { makePrivateFolder, syncFolder } from './atomic';
import { dirname } from 'node:path';

/** A file that only grows. */
export interface AppendFile {
  readonly path: string;
  /** Appends and waits until it is on the disk itself. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Makes a new file to append to; fails when there is one of that name. */
export async function createAppendFile(path: string): Promise<AppendFile> {
  makePrivateFolder(dirname(path));
  const file: FileHandle = await open(path, 'ax', 0o600);
  // What is appended lasts only as long as the name of the file does.
  await syncFolder(dirname(path));
  return {
    path,
    append: async (text) => {
      await file.appendFile(text);
      await file.datasync();
    },
    close: () => file.close(),
  };
}

/** Adds to a file that may be lost with the process; only its owner can read it. */
export async function appendBytes(path: string, bytes: Uint8Array): Promise<void> {
  await appendFile(path, bytes, { mode: 0o600 });
}
