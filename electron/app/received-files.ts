import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ChannelArguments } from '../../shared/ipc/channels';
import { DeskError } from '../../shared/kernel/result';
import { appendBytes, removeAll } from '../files';

interface ReceivedFile {
  readonly path: string;
  readonly name: string;
}

/** Files that the page handed over in pieces: it names no paths, so it can read nothing that a person didn't choose. */
export interface ReceivedFiles {
  take(piece: ChannelArguments<'imports.receive'>): Promise<{ file: string }>;
  /** Throws `FILE_MISSING` for one that is no longer at hand. */
  find(file: string): ReceivedFile;
}

/** How large a file may be, in bytes, and what is said of a larger one. */
interface ReceivedLimit {
  readonly bytes: number;
  readonly words: string;
}

/** Keeps the newest file in this folder. */
export function createReceivedFiles(folder: () => string, limit: ReceivedLimit): ReceivedFiles {
  let current: (ReceivedFile & { readonly file: string; bytes: number }) | null = null;

  function find(file: string): ReceivedFile {
    if (current?.file === file) return current;
    throw new DeskError('FILE_MISSING', 'This file is no longer at hand; choose it again.');
  }

  return {
    take: async ({ file, name, bytes }) => {
      if (file === null) {
        if (current !== null) await removeAll([current.path]);
        const id = randomUUID();
        current = { file: id, name, path: join(folder(), `received-${id}`), bytes: 0 };
      } else find(file);
      if (current === null) throw new Error('No file is being received.');
      current.bytes += bytes.byteLength;
      if (current.bytes > limit.bytes) throw new DeskError('FILE_TOO_LARGE', limit.words);
      await appendBytes(current.path, bytes);
      return { file: current.file };
    },
    find,
  };
}
