import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '../../shared/kernel/result';
import { makePrivateFolder, writeFileOnceSync } from '../files';

const KEY_FILE = 'machine.key';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const othersMayTouch = 0o077;

/** Encrypts with a key of this machine that only the owner of a file can read: AES-256-GCM. */
export interface FileKey {
  /** `name` is bound to the text: decrypting under another name fails. Makes the key when there is none. */
  encrypt(text: string, name: string): string;
  /** Throws `TOKENS_UNREADABLE` when the key is gone or another, or the text was changed. */
  decrypt(ciphertext: string, name: string): string;
}

/** Opens the key in a folder, which must be outside every profile: a copied profile then holds no key. */
export function openFileKey(folder: string): FileKey {
  function encrypt(text: string, name: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', readKey(folder) ?? makeKey(folder), iv);
    cipher.setAAD(Buffer.from(name, 'utf8'));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
  }

  function decrypt(ciphertext: string, name: string): string {
    const bytes = Buffer.from(ciphertext, 'base64');
    const key = readKey(folder);
    if (key === null || bytes.length < IV_BYTES + TAG_BYTES) throw unreadable();
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(name, 'utf8'));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    } catch {
      throw unreadable();
    }
  }

  return { encrypt, decrypt };
}

function makeKey(folder: string): Buffer {
  makePrivateFolder(folder);
  writeFileOnceSync(join(folder, KEY_FILE), randomBytes(KEY_BYTES).toString('base64'));
  const key = readKey(folder);
  if (key === null) throw unreadable();
  return key;
}

function readKey(folder: string): Buffer | null {
  const path = join(folder, KEY_FILE);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  keepPrivate(folder, 0o700);
  keepPrivate(path, 0o600);
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) throw unreadable();
  return key;
}

/** Takes back rights that others were given on the way, such as by a restored backup. */
function keepPrivate(path: string, mode: number): void {
  if (process.platform === 'win32') return;
  if ((statSync(path).mode & othersMayTouch) !== 0) chmodSync(path, mode);
}

function unreadable(): DeskError {
  return new DeskError(
    'TOKENS_UNREADABLE',
    'The stored tokens can no longer be read on this computer. Please enter them again.',
  );
}
