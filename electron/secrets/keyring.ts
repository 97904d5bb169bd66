import { app, safeStorage } from 'electron';

/** Encrypts with a key that the system's key store keeps. */
export interface Keyring {
  /** False when there is no key store, or only one that keeps its key in plain text. */
  isAvailable(): boolean;
  encrypt(text: string): string;
  /** Throws when the key is not the one that it was encrypted with. */
  decrypt(ciphertext: string): string;
}

/**
 * Chromium chooses a key store by the desktop's name. Where a session bus runs without a desktop that it knows, a
 * Secret Service may still answer: ask it. Must run before the application is ready.
 */
export function preferSecretService(): void {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return;
  const hasBus = (process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '') !== '';
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  if (hasBus && desktop === '') app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
}

/** What every Electron that we run on has; newer ones also offer it asynchronously. */
interface Storage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(ciphertext: Buffer): string;
  getSelectedStorageBackend?(): string;
}

/** The system's key store, through Electron; only after the application is ready. */
export function openKeyring(storage: Storage = safeStorage): Keyring {
  return {
    isAvailable: () => storage.isEncryptionAvailable() && !keepsKeyInPlainText(storage),
    encrypt: (text) => storage.encryptString(text).toString('base64'),
    decrypt: (ciphertext) => storage.decryptString(Buffer.from(ciphertext, 'base64')),
  };
}

/** Chromium's `basic_text` encrypts with a word that is in its source. Electron before 26 can't tell, and never uses it. */
function keepsKeyInPlainText(storage: Storage): boolean {
  return process.platform === 'linux' && storage.getSelectedStorageBackend?.() === 'basic_text';
}
