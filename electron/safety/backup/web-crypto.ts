import { webcrypto } from 'node:crypto';

// Node 18 has no global `crypto`, which the library of the encryption takes its random bytes from. Imported first.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
