import './web-crypto';
import sodium from 'libsodium-wrappers';

/*
 * Age's cipher, which no engine that Electron has brings along: libsodium's, compiled to WebAssembly, is three times as fast
 * as the JavaScript that the library of the encryption imports. The build gives it this in its place
 * (build/scripts/build.mjs).
 */

/** The cipher for one message: encrypts it, or gives back what was encrypted. */
export interface MessageCipher {
  /** The message encrypted, with its tag of 16 bytes. */
  encrypt(plain: Uint8Array): Uint8Array;
  /** Throws when anything in it is not as it was written, or when it was written under another key or nonce. */
  decrypt(sealed: Uint8Array): Uint8Array;
}

/** Ends when the cipher can be used: it is compiled first. */
export const cipherReady: Promise<void> = sodium.ready;

/** ChaCha20-Poly1305 (RFC 8439) for a key of 32 bytes and a nonce of 12 that is used once. */
export function chacha20poly1305(key: Uint8Array, nonce: Uint8Array): MessageCipher {
  return {
    encrypt: (plain) =>
      sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key),
    decrypt: (sealed) =>
      sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key),
  };
}
