import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileKey } from '../../../electron/secrets/file-key';
import { openTokenStore, type TokenStore } from '../../../electron/secrets/token-store';
import { DeskError } from '../../../shared/kernel/result';

const TOKEN = 'a-token-that-must-not-be-seen';
let folder = '';
let keyringThere = false;
let hidden: string[] = [];

const keyring = {
  isAvailable: () => keyringThere,
  encrypt: (text: string) => Buffer.from(text).reverse().toString('base64'),
  decrypt: (text: string) => Buffer.from(text, 'base64').reverse().toString(),
};

function open(): TokenStore {
  return openTokenStore({
    profile: join(folder, 'profile'),
    keyring,
    fileKey: openFileKey(join(folder, 'keys')),
    hide: (token) => hidden.push(token),
  });
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof DeskError ? error.code : String(error);
  }
  return 'no error';
}

const content = (): string => readFileSync(join(folder, 'profile', 'secrets.json'), 'utf8');
const modeOf = (path: string): number => statSync(path).mode & 0o777;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  keyringThere = false;
  hidden = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('without a key store', () => {
  test('nothing is kept until somebody chooses', () => {
    const store = open();
    expect(codeOf(() => store.save('c', TOKEN))).toBe('KEY_STORE_MISSING');
    expect(store.state()).toMatchObject({ store: 'keyring', choiceNeeded: true, warning: null });
    expect(store.read('c')).toBeNull();
  });

  test('an encrypted file keeps tokens over a restart, with a warning and no token in the profile', () => {
    open().save('c', TOKEN, 'file');
    const again = open();
    expect(again.read('c')).toBe(TOKEN);
    expect(again.state().warning).toContain('encrypted file');
    expect(content()).not.toContain(TOKEN);
    expect(hidden).toContain(TOKEN);
  });

  test.skipIf(process.platform === 'win32')('key and ciphertext are for their owner alone', () => {
    open().save('c', TOKEN, 'file');
    expect(modeOf(join(folder, 'keys'))).toBe(0o700);
    expect(modeOf(join(folder, 'keys', 'machine.key'))).toBe(0o600);
    expect(modeOf(join(folder, 'profile', 'secrets.json'))).toBe(0o600);
    chmodSync(join(folder, 'keys', 'machine.key'), 0o644);
    open().read('c');
    expect(modeOf(join(folder, 'keys', 'machine.key'))).toBe(0o600);
  });

  test('tokens of this session are forgotten by a restart and never written', () => {
    const store = open();
    store.save('c', TOKEN, 'session');
    expect(store.read('c')).toBe(TOKEN);
    expect(content()).toContain('"tokens": {}');
    expect(open().read('c')).toBeNull();
  });
});

describe('moving', () => {
  test('to the key store, when there is one, ends the warning', () => {
    open().save('c', TOKEN, 'file');
    keyringThere = true;
    const store = open();
    expect(store.choose('keyring')).toMatchObject({ store: 'keyring', warning: null });
    expect(open().read('c')).toBe(TOKEN);
  });

  test('a second token does not lose one whose key store is locked now', () => {
    keyringThere = true;
    open().save('first', TOKEN);
    keyringThere = false;
    open().save('second', 'another-token', 'file');
    keyringThere = true;
    expect(open().read('first')).toBe(TOKEN);
    expect(open().read('second')).toBe('another-token');
  });

  test('a repeated save replaces the token', () => {
    keyringThere = true;
    open().save('c', TOKEN);
    open().save('c', 'the-new-token');
    expect(open().read('c')).toBe('the-new-token');
  });
});

describe('the encrypted file', () => {
  test('the same token never looks the same twice', () => {
    const key = openFileKey(join(folder, 'keys'));
    expect(key.encrypt(TOKEN, 'c')).not.toBe(key.encrypt(TOKEN, 'c'));
  });

  test('a ciphertext is bound to its connection and can not be changed', () => {
    const key = openFileKey(join(folder, 'keys'));
    const sealed = key.encrypt(TOKEN, 'c');
    expect(key.decrypt(sealed, 'c')).toBe(TOKEN);
    expect(codeOf(() => key.decrypt(sealed, 'd'))).toBe('TOKENS_UNREADABLE');
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    expect(codeOf(() => key.decrypt(bytes.toString('base64'), 'c'))).toBe('TOKENS_UNREADABLE');
    expect(codeOf(() => key.decrypt('', 'c'))).toBe('TOKENS_UNREADABLE');
  });

  test('without its key it stays closed', () => {
    open().save('c', TOKEN, 'file');
    rmSync(join(folder, 'keys'), { recursive: true });
    expect(codeOf(() => open().read('c'))).toBe('TOKENS_UNREADABLE');
  });

  test('a damaged secrets.json is said, not overwritten', () => {
    open().save('c', TOKEN, 'file');
    writeFileSync(join(folder, 'profile', 'secrets.json'), '{"version":');
    expect(codeOf(open)).toBe('TOKENS_UNREADABLE');
    expect(content()).toBe('{"version":');
  });
});
