import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskError } from '../../shared/kernel/result';
import { writeFileAtomically } from './atomic';

/** What a kept document is; its file's name ends so. */
type DocumentExtension = 'pdf' | 'pptx';

/** Exported documents, kept by what they contain: the same bytes are one file, and a file can't change unseen. */
export interface DocumentStore {
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

  async function read(sha256: string, extension: DocumentExtension): Promise<Uint8Array> {
    const bytes = await readFile(path(sha256, extension)).catch(() => null);
    if (bytes === null) {
      throw new DeskError(
        'DOCUMENT_MISSING',
        'The file of this document is no longer on this computer.',
      );
    }
    if (hashOf(bytes) !== sha256) {
      throw new DeskError(
        'DOCUMENT_CHANGED',
        'The file of this document was changed outside Quarterdeck.',
      );
    }
    return bytes;
  }

  return { keep, read, path };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
