import fc from 'fast-check';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { chacha20poly1305, cipherReady } from '../../electron/safety/backup/chacha20-poly1305';

type Cipher = typeof chacha20poly1305;

/** The cipher that the library of the encryption brings along. */
let original: Cipher;

beforeAll(async () => {
  const library = createRequire(createRequire(import.meta.url).resolve('age-encryption'));
  const { href } = pathToFileURL(library.resolve('@noble/ciphers/chacha.js'));
  original = ((await import(href)) as { readonly chacha20poly1305: Cipher }).chacha20poly1305;
  await cipherReady;
});

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
/** Age's pieces are of 64 KiB. */
const whole = 64 * 1024;
const length = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: whole - 70, max: whole + 70 }),
);
/** A message that lies within something longer, as those of a stream do. */
const message = fc
  .tuple(length, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 0xffff_ffff }))
  .map(([size, before, seed]) => {
    const around = new Uint8Array(before + size + 16);
    let state = seed;
    for (let place = 0; place < around.length; place += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      around[place] = state >>> 24;
    }
    return around.subarray(before, before + size);
  });
const runs = { numRuns: 200 };

describe('the cipher of backups', () => {
  test('what one encrypts the other decrypts, and both write the same bytes', () => {
    fc.assert(
      fc.property(bytes(32), bytes(12), message, (key, nonce, plain) => {
        const before = Uint8Array.from(plain);
        const sealed = chacha20poly1305(key, nonce).encrypt(plain);
        expect(Buffer.compare(sealed, original(key, nonce).encrypt(plain))).toBe(0);
        expect(sealed.length).toBe(plain.length + 16);
        expect(Buffer.compare(original(key, nonce).decrypt(sealed), before)).toBe(0);
        expect(Buffer.compare(chacha20poly1305(key, nonce).decrypt(sealed), before)).toBe(0);
        expect(Buffer.compare(plain, before)).toBe(0);
      }),
      runs,
    );
  });

  test('one bit that is wrong, in the message, its tag, the key or the nonce, is found', () => {
    const places = fc.tuple(fc.nat(), fc.nat(7));
    const changed = (from: Uint8Array, [place, bit]: [number, number]): Uint8Array => {
      const copy = Uint8Array.from(from);
      const at = place % copy.length;
      copy[at] = (copy[at] ?? 0) ^ (1 << bit);
      return copy;
    };
    fc.assert(
      fc.property(bytes(32), bytes(12), message, places, (key, nonce, plain, place) => {
        const sealed = chacha20poly1305(key, nonce).encrypt(plain);
        const opens = [
          () => chacha20poly1305(key, nonce).decrypt(changed(sealed, place)),
          () => chacha20poly1305(changed(key, place), nonce).decrypt(sealed),
          () => chacha20poly1305(key, changed(nonce, place)).decrypt(sealed),
        ];
        for (const open of opens) expect(open).toThrow();
      }),
      runs,
    );
  });

  test('a message that was cut, down to nothing, is found', () => {
    fc.assert(
      fc.property(bytes(32), bytes(12), message, fc.nat(), (key, nonce, plain, cut) => {
        const sealed = chacha20poly1305(key, nonce).encrypt(plain);
        const kept = sealed.subarray(0, cut % sealed.length);
        expect(() => chacha20poly1305(key, nonce).decrypt(kept)).toThrow();
      }),
      runs,
    );
  });
});
