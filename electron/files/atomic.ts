import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskError, onDisk } from './disk-error';
import { gather } from './gathered';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

export interface WriteOptions {
  /** Permission bits of the file; the owner alone when absent. */
  readonly mode?: number;
  /** Reads the finished file back before it takes its place; when it throws, the old file stays. */
  readonly check?: (temporary: string) => Promise<void>;
}

/**
 * Writes a file so that a reader, also after a crash, sees the whole old or the whole new content: a temporary file
 * beside it, fsync, rename, fsync of the folder. The folder is made.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  await replaceFile(
    path,
    async (write) => {
      await write(content);
    },
    options,
  );
}

/**
 * As `writeFileAtomically`, with content that comes in pieces. When `produce` throws, the old file stays. Throws
 * `NOT_WRITTEN` where the disk refuses.
 */
export async function replaceFile(
  path: string,
  produce: (write: (piece: string | Uint8Array) => Promise<void>) => Promise<void>,
  options: WriteOptions = {},
): Promise<void> {
  const folder = dirname(path);
  const temporary = temporaryName(path);
  await onDisk(mkdir(folder, { recursive: true }));
  const file = await onDisk(open(temporary, 'wx', options.mode ?? OWNER_ONLY_FILE));
  const pieces = gather((bytes) => onDisk(file.writeFile(bytes)));
  try {
    await produce(pieces.write);
    await pieces.end();
    await onDisk(file.sync());
    await onDisk(file.close());
    await options.check?.(temporary);
    await onDisk(rename(temporary, path));
  } catch (error) {
    await pieces.settled();
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** The same for the moments in which nothing may wait, such as a closing window. */
export function writeFileAtomicallySync(path: string, content: string): void {
  const temporary = temporaryName(path);
  try {
    const folder = dirname(path);
    mkdirSync(folder, { recursive: true });
    const file = openSync(temporary, 'wx', OWNER_ONLY_FILE);
    try {
      // Unlike a single call of the system, this goes on until all is written.
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolderSync(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw diskError(error);
  }
}

/**
 * Writes a file whole, unless there is one already: then that one stays, also when another process wins the race by a
 * moment.
 */
export function writeFileOnceSync(path: string, content: string): void {
  const temporary = temporaryName(path);
  writeFileAtomicallySync(temporary, content);
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Makes a folder that only its owner can open. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

function temporaryName(path: string): string {
  return join(dirname(path), `.${randomBytes(8).toString('hex')}.tmp`);
}

function syncFolderSync(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A rename lasts only once its folder is on disk; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
