import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  tokenStoreKindSchema,
  type TokenStoreKind,
  type TokenStoreState,
} from '../../shared/ipc/channels';
import { DeskError } from '../../shared/kernel/result';
import { writeFileAtomicallySync } from '../files';
import type { FileKey } from './file-key';
import type { Keyring } from './keyring';

const FILE = 'secrets.json';

const contentSchema = z.strictObject({
  version: z.literal(1),
  /** Null until somebody has chosen. */
  store: tokenStoreKindSchema.nullable(),
  /** By connection id: which store encrypted it, and the ciphertext. */
  tokens: z.record(
    z.string(),
    z.strictObject({ store: z.enum(['keyring', 'file']), ciphertext: z.string() }),
  ),
});
type Content = z.infer<typeof contentSchema>;

/** The tokens of the connections. They are encrypted in the profile, or kept in memory for this session only. */
export interface TokenStore {
  state(): TokenStoreState;
  /** Throws `KEY_STORE_MISSING` when a token can't be kept in the store that is chosen, or in the given one. */
  requireStore(asked?: TokenStoreKind): void;
  /** Keeps a connection's token; `asked` becomes the store from now on. */
  save(connection: string, token: string, asked?: TokenStoreKind): void;
  /** The token of a connection, null when there is none. Throws when it can't be decrypted. */
  read(connection: string): string | null;
  /** Moves every token to another store. */
  choose(store: TokenStoreKind): TokenStoreState;
}

export interface TokenStoreParts {
  readonly profile: string;
  readonly keyring: Keyring;
  readonly fileKey: FileKey;
  /** Told every token, so that no log ever shows it. */
  readonly hide: (token: string) => void;
}

/** Opens the token store of a profile. */
export function openTokenStore(parts: TokenStoreParts): TokenStore {
  const { keyring, fileKey, hide } = parts;
  const path = join(parts.profile, FILE);
  const session = new Map<string, string>();
  let content = readContent(path);

  const current = (): TokenStoreKind => content.store ?? 'keyring';

  function state(): TokenStoreState {
    const keyringAvailable = keyring.isAvailable();
    const store = current();
    return {
      store,
      keyringAvailable,
      choiceNeeded: store === 'keyring' && !keyringAvailable,
      warning: warningFor(store, keyringAvailable),
    };
  }

  function requireStore(asked: TokenStoreKind = current()): void {
    if (asked !== 'keyring' || keyring.isAvailable()) return;
    throw new DeskError(
      'KEY_STORE_MISSING',
      'This computer offers no key store to keep the token in. Use --token-store file to keep it in an ' +
        'encrypted file that only you can read, or start a key store such as GNOME Keyring.',
    );
  }

  function save(connection: string, token: string, asked?: TokenStoreKind): void {
    requireStore(asked);
    hide(token);
    commit(asked ?? current(), new Map([...readAll(), [connection, token]]));
  }

  function read(connection: string): string | null {
    const kept = content.tokens[connection];
    const token = session.get(connection) ?? (kept === undefined ? null : open(connection, kept));
    if (token !== null) hide(token);
    return token;
  }

  function choose(store: TokenStoreKind): TokenStoreState {
    requireStore(store);
    commit(store, readAll());
    return state();
  }

  /** Every token that can be read now. */
  function readAll(): Map<string, string> {
    const all = new Map<string, string>();
    for (const connection of [...Object.keys(content.tokens), ...session.keys()]) {
      const token = attempt(() => read(connection));
      if (token !== null) all.set(connection, token);
    }
    return all;
  }

  /** Tokens that can't be read now stay as they are: their key store may only be locked. */
  function commit(store: TokenStoreKind, tokens: ReadonlyMap<string, string>): void {
    const unread = Object.entries(content.tokens).filter(([connection]) => !tokens.has(connection));
    const next: Content = { version: 1, store, tokens: Object.fromEntries(unread) };
    if (store !== 'session') {
      for (const [connection, token] of tokens) {
        next.tokens[connection] = { store, ciphertext: seal(store, connection, token) };
      }
    }
    writeFileAtomicallySync(path, `${JSON.stringify(next, null, 2)}\n`);
    content = next;
    session.clear();
    if (store === 'session')
      for (const [connection, token] of tokens) session.set(connection, token);
  }

  function seal(store: 'keyring' | 'file', connection: string, token: string): string {
    return store === 'keyring' ? keyring.encrypt(token) : fileKey.encrypt(token, connection);
  }

  function open(connection: string, kept: Content['tokens'][string]): string {
    if (kept.store === 'file') return fileKey.decrypt(kept.ciphertext, connection);
    requireStore('keyring');
    return keyring.decrypt(kept.ciphertext);
  }

  return { state, requireStore, save, read, choose };
}

function readContent(path: string): Content {
  const text = attempt(() => readFileSync(path, 'utf8'));
  if (text === null) return { version: 1, store: null, tokens: {} };
  const parsed = contentSchema.safeParse(attempt<unknown>(() => JSON.parse(text)));
  if (parsed.success) return parsed.data;
  throw new DeskError(
    'TOKENS_UNREADABLE',
    'The file secrets.json in the profile is damaged. Remove it and enter the tokens again.',
  );
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function warningFor(store: TokenStoreKind, keyringAvailable: boolean): string | null {
  if (store === 'session')
    return 'Tokens are kept for this session only; enter them again after a restart.';
  if (store === 'file') {
    return keyringAvailable
      ? 'Tokens are kept in an encrypted file although this computer has a key store. Move them there.'
      : 'Tokens are kept in an encrypted file, because this computer offers no key store.';
  }
  return null;
}
