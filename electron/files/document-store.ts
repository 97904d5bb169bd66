import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError } from '../../shared/kernel/result';
import { replaceFile, syncFolder, writeFileAtomically } from './atomic';
import { openToRead } from './read-part';

/** What a kept file is, an exported document, a file that was brought in or an attachment of whatever type; its name ends so. */
type DocumentExtension = 'pdf' | 'pptx' | 'csv' | 'xlsx' | 'file';

/** A file that was kept. */
interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** Kept files, named by what they contain: the same bytes are one file, and a file can't change unseen. */
export interface DocumentStore {
  readonly folder: string;
  /** Keeps a copy of a file of any size, read piece by piece. */
  keepFile(source: string, extension: DocumentExtension): Promise<KeptFile>;
  /** Keeps content that comes piece by piece. */
  keepPieces(
    extension: DocumentExtension,
    produce: (write: (piece: string) => Promise<void>) => Promise<void>,
  ): Promise<KeptFile>;
  /** Writes a copy where a person or their program finds it, and compares it while it is written. */
  copyTo(
    sha256: string,
    extension: DocumentExtension,
    target: string,
    mode?: number,
  ): Promise<void>;
  /** At most `length` bytes from `offset`; none at the end. Not compared with the hash. */
  readPart(
    sha256: string,
    extension: DocumentExtension,
    offset: number,
    length: number,
  ): Promise<Uint8Array>;
  /** Keeps the bytes; gives their sha256 in hex. */
  keep(bytes: Uint8Array, extension: DocumentExtension): Promise<string>;
  /** The bytes of a document; `DOCUMENT_MISSING` or `DOCUMENT_CHANGED` when they aren't there as they were. */
  read(sha256: string, extension: DocumentExtension): Promise<Uint8Array>;
  path(sha256: string, extension: DocumentExtension): string;
}

/** Opens the store in a folder, which is made with its first document. */
export function openDocumentStore(folder: string): DocumentStore {
  function path(sha256: string, extension: DocumentExtension): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a sha256');
    return join(folder, `${sha256}.${extension}`);
  }

  async function keep(bytes: Uint8Array, extension: DocumentExtension): Promise<string> {
    const sha256 = hashOf(bytes);
    const there = await read(sha256, extension).catch(() => null);
    if (there === null) await writeFileAtomically(path(sha256, extension), bytes);
    return sha256;
  }

  async function keepFile(source: string, extension: DocumentExtension): Promise<KeptFile> {
    const sha256 = await hashOfFile(source);
    const target = path(sha256, extension);
    const there = await hashOfFile(target).catch(() => null);
    if (there !== sha256) await copyChecked(source, target, sha256);
    return { sha256, bytes: (await stat(target)).size };
  }

  async function keepPieces(
    extension: DocumentExtension,
    produce: (write: (piece: string) => Promise<void>) => Promise<void>,
  ): Promise<KeptFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    // Its name is known when it is whole.
    const unnamed = join(folder, `.${randomUUID()}.part`);
    try {
      await replaceFile(unnamed, (write) =>
        produce(async (piece) => {
          const encoded = Buffer.from(piece);
          hash.update(encoded);
          bytes += encoded.byteLength;
          await write(encoded);
        }),
      );
      const sha256 = hash.digest('hex');
      await rename(unnamed, path(sha256, extension));
      await syncFolder(folder);
      return { sha256, bytes };
    } finally {
      await rm(unnamed, { force: true });
    }
  }

  async function readPart(
    sha256: string,
    extension: DocumentExtension,
    offset: number,
    length: number,
  ): Promise<Uint8Array> {
    const file = await openToRead(path(sha256, extension)).catch(() => {
      throw missing();
    });
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async function read(sha256: string, extension: DocumentExtension): Promise<Uint8Array> {
    const bytes = await readFile(path(sha256, extension)).catch(() => null);
    if (bytes === null) throw missing();
    if (hashOf(bytes) !== sha256) throw changed();
    return bytes;
  }

  return {
    folder,
    keep,
    keepFile,
    keepPieces,
    read,
    readPart,
    copyTo: (sha256, extension, target, mode) =>
      copyChecked(path(sha256, extension), target, sha256, mode),
    path,
  };
}

/** The copy takes its place only when it is what it was asked to be. */
async function copyChecked(
  source: string,
  target: string,
  sha256: string,
  mode?: number,
): Promise<void> {
  const hash = createHash('sha256');
  await replaceFile(
    target,
    async (write) => {
      try {
        for await (const chunk of createReadStream(source, { highWaterMark: 1 << 20 })) {
          hash.update(chunk as Buffer);
          await write(chunk as Buffer);
        }
      } catch (thrown) {
        const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
        throw isMissing ? missing() : thrown;
      }
      if (hash.digest('hex') !== sha256) throw changed();
    },
    mode === undefined ? {} : { mode },
  );
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

function missing(): DeskError {
  return new DeskError('DOCUMENT_MISSING', 'This file is no longer on this computer.');
}

function changed(): DeskError {
  return new DeskError('DOCUMENT_CHANGED', 'This file was changed outside Quarterdeck.');
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
