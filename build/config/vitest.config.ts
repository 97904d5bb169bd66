import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

/** Backups have the cipher that the build gives them (build/scripts/build.mjs). */
const cipherOfAge: Plugin = {
  name: 'cipher-of-age',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '@noble/ciphers/chacha.js' && /[\\/]age-encryption[\\/]/.test(importer ?? '')
      ? fileURLToPath(new URL('../../electron/safety/backup/chacha20-poly1305.ts', import.meta.url))
      : null,
};

/** Unit, property, contract and static tests: everything that needs no Electron. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../.cache/vitest', import.meta.url)),
  plugins: [cipherOfAge],
  test: {
    // Only what is read here gets another cipher; what the library imports itself stays as fast as it is.
    server: { deps: { inline: [/age-encryption[\\/]dist[\\/]/] } },
    include: ['tests/{unit,property,contract,static}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    retry: 0,
    allowOnly: false,
    testTimeout: 60_000,
  },
});
