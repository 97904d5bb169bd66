import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit, property, contract and static tests: everything that needs no Electron. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../.cache/vitest', import.meta.url)),
  test: {
    include: ['tests/{unit,property,contract,static}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    retry: 0,
    allowOnly: false,
    testTimeout: 60_000,
  },
});
