import './web-crypto';
import { Encrypter } from 'age-encryption';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DeskError } from '../../../shared/kernel/result';
import { replaceFile } from '../../files';
import { documentNames } from '../documents';
import { hashFile } from '../hash-file';
import { cipherReady } from './chacha20-poly1305';
import { manifestMark, type BackupItem, type BackupManifest } from './manifest';
import { makingKey, type BackupFound, type BackupProgress, type BackupRequest } from './messages';

type WriteRequest = Extract<BackupRequest, { task: 'write' }>;

/**
 * Writes one file, encrypted by a passphrase in the age format: a manifest, the snapshot, every kept document. It appears
 * whole and read back, or not at all: `tell` hears of every step, and ends the work by throwing.
 */
export async function writeBackup(
  request: WriteRequest,
  tell: (progress: BackupProgress) => void,
): Promise<BackupFound> {
  const { snapshot, documents, app, at } = request;
  const names = existsSync(documents) ? documentNames(documents) : [];
  const paths = new Map([['snapshot', snapshot]]);
  for (const name of names) paths.set(name, join(documents, name));
  const sizes = new Map([...paths].map(([name, path]) => [name, statSync(path).size]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  /** Every file is read to be named in the manifest, and again to be encrypted; then the backup is read back. */
  const stepOf = (words: string, from: number, to: number): ((bytes: number) => void) => {
    let done = 0;
    return (bytes) => {
      done = Math.min(total, done + bytes);
      const share = from + ((to - from) * done) / Math.max(1, total);
      tell({ words, done, total, unit: 'bytes', share });
    };
  };
  const reading = stepOf('Reading what is to be kept', 0, 0.2);
  const items: BackupItem[] = [];
  for (const [name, path] of paths) {
    reading(0);
    items.push({ name, bytes: sizes.get(name) ?? 0, sha256: await hashFile(path, reading) });
  }
  tell({ ...makingKey, share: 0.2 });
  const manifest: BackupManifest = { format: 1, at, app, items };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(request.passphrase);
  await cipherReady;
  // The typings of streams are the browser's there and Node's here; the objects are the same.
  const plain = Readable.toWeb(Readable.from(contentOf(manifest, paths)));
  const sealed = await encrypter.encrypt(plain as ReadableStream<Uint8Array>);
  const encrypting = stepOf('Encrypting', 0.3, 0.85);
  const written = createHash('sha256');
  let bytes = 0;
  await replaceFile(
    request.file,
    async (write) => {
      const reader = sealed.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        written.update(part.value);
        bytes += part.value.length;
        await write(part.value);
        encrypting(part.value.length);
      }
    },
    {
      check: async (temporary) => {
        const readingBack = stepOf('Reading the backup back', 0.85, 1);
        if ((await hashFile(temporary, readingBack)) !== written.digest('hex')) {
          throw new DeskError(
            'BACKUP_FAILED',
            'The backup does not read as it was written, so it was not kept. Try another disk.',
          );
        }
      },
    },
  );
  return { bytes, manifest };
}

async function* contentOf(
  manifest: BackupManifest,
  paths: ReadonlyMap<string, string>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${manifestMark}${JSON.stringify(manifest)}\n`);
  for (const { name, bytes } of manifest.items) {
    let left = bytes;
    for await (const chunk of createReadStream(paths.get(name) ?? '', { highWaterMark: 1 << 20 })) {
      left -= (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    if (left !== 0) throw new DeskError('BACKUP_FAILED', 'A file changed while it was backed up.');
  }
}
