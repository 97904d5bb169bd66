import './web-crypto';
import { Decrypter } from 'age-encryption';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError, toFailure } from '../../../shared/kernel/result';
import { openToRead, replaceFile } from '../../files';
import { cipherReady } from './chacha20-poly1305';
import {
  manifestMark,
  manifestSchema,
  mostManifestBytes,
  type BackupItem,
  type BackupManifest,
} from './manifest';
import { makingKey, type BackupFound, type BackupProgress, type BackupRequest } from './messages';

type ReadRequest = Extract<BackupRequest, { task: 'read' }>;

/**
 * Reads a backup to its end and compares every file in it with its hash; puts them into a folder when there is one.
 * `tell` hears of every step, and ends the work by throwing; `onSnapshot` when its first file, the snapshot, is in the
 * folder. Throws `WRONG_PASSPHRASE`, `NO_BACKUP` for a file that is
 * none, `BACKUP_DAMAGED`.
 */
export async function readBackup(
  { file, passphrase, into }: ReadRequest,
  tell: (progress: BackupProgress) => void,
  onSnapshot: (manifest: BackupManifest) => void = () => undefined,
): Promise<BackupFound> {
  tell({ ...makingKey, share: 0 });
  const source = createSource(await decrypt(file, passphrase));
  const manifest = await readManifest(source);
  const total = manifest.items.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const step = (bytes: number): void => {
    done += bytes;
    const share = 0.2 + (0.8 * done) / Math.max(1, total);
    tell({ words: 'Decrypting and comparing', done, total, unit: 'bytes', share });
  };
  for (const item of manifest.items) {
    if (into === null) {
      await readItem(source, item, (piece) => {
        step(piece.length);
        return Promise.resolve();
      });
    } else {
      // Names are the snapshot's or hashes: the manifest takes no others.
      await replaceFile(join(into, item.name), (write) =>
        readItem(source, item, async (piece) => {
          await write(piece);
          step(piece.length);
        }),
      );
      if (item === manifest.items[0]) onSnapshot(manifest);
    }
  }
  if ((await source.take(1)).length > 0) throw damaged('something follows its end');
  return { bytes: statSync(file).size, manifest };
}

async function decrypt(file: string, passphrase: string): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  await cipherReady;
  try {
    return await decrypter.decrypt(await streamOf(file));
  } catch (thrown) {
    if (thrown instanceof DeskError) throw thrown;
    const { detail = '' } = toFailure(thrown);
    if (detail.includes('no identity matched')) {
      throw new DeskError('WRONG_PASSPHRASE', 'This passphrase does not open the backup.');
    }
    throw new DeskError(
      'NO_BACKUP',
      'This file is no backup of Quarterdeck, or its start is damaged.',
      { detail },
    );
  }
}

const bytesAtOnce = 1 << 20;

/**
 * A file as a stream that is read as it is taken, two pieces ahead. Node's own way to make one of a file reads all of it
 * into memory. Throws `NO_BACKUP` for one that can't be opened.
 */
export async function streamOf(file: string): Promise<ReadableStream<Uint8Array>> {
  const opened = await openToRead(file).catch(() => {
    throw new DeskError('NO_BACKUP', `The file ${file} can’t be read.`);
  });
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        // Node 18 reads nothing where it isn't told how much.
        const piece = new Uint8Array(bytesAtOnce);
        const { bytesRead, buffer } = await opened.read(piece, 0, bytesAtOnce, null);
        if (bytesRead > 0) {
          controller.enqueue(buffer.subarray(0, bytesRead));
          return;
        }
        await opened.close();
        controller.close();
      },
      cancel: () => opened.close(),
    },
    { highWaterMark: 2 },
  );
}

/** The decrypted bytes, taken in the lengths that the reader needs. */
interface Source {
  /** The next bytes, at most this many; none at the end. */
  take(most: number): Promise<Uint8Array>;
  /** Gives back the end of what was taken last. */
  giveBack(bytes: Uint8Array): void;
}

function createSource(stream: ReadableStream<Uint8Array>): Source {
  const reader = stream.getReader();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    take: async (most) => {
      while (rest.length === 0) {
        const { done, value } = await reader.read().catch((thrown: unknown) => {
          throw damaged(thrown instanceof Error ? thrown.message : String(thrown));
        });
        if (done) return rest;
        rest = value;
      }
      const taken = rest.subarray(0, most);
      rest = rest.subarray(taken.length);
      return taken;
    },
    giveBack: (bytes) => {
      rest = Buffer.concat([bytes, rest]);
    },
  };
}

async function readManifest(source: Source): Promise<BackupManifest> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let end = -1; end === -1;) {
    const part = await source.take(1 << 20);
    if (part.length === 0 || length > mostManifestBytes) throw damaged('its first line is missing');
    end = part.indexOf(10);
    parts.push(end === -1 ? part : part.subarray(0, end));
    length += part.length;
    if (end !== -1) source.giveBack(part.subarray(end + 1));
  }
  const line = Buffer.concat(parts).toString('utf8');
  if (!line.startsWith(manifestMark)) throw damaged('its first line is not understood');
  const parsed = manifestSchema.safeParse(JSON.parse(line.slice(manifestMark.length)));
  if (!parsed.success) throw damaged('its first line is not understood');
  return parsed.data;
}

async function readItem(
  source: Source,
  { name, bytes, sha256 }: BackupItem,
  write: (piece: Uint8Array) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  for (let left = bytes; left > 0;) {
    const piece = await source.take(left);
    if (piece.length === 0) throw damaged(`it ends in the middle of ${name}`);
    hash.update(piece);
    await write(piece);
    left -= piece.length;
  }
  if (hash.digest('hex') !== sha256) throw damaged(`${name} is not what it was`);
}

function damaged(detail: string): DeskError {
  return new DeskError(
    'BACKUP_DAMAGED',
    'This backup is damaged, so nothing of it was used. Take another one.',
    { detail },
  );
}
