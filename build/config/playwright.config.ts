import { defineConfig } from '@playwright/test';

/**
 * Tests in the real application: `integration` in Electron's own IndexedDB, `end-to-end` on the packaged application.
 * An Electron takes about 300 MB and a core, so two at a time; nothing is retried until it passes.
 */
export default defineConfig({
  testDir: '../../tests',
  outputDir: '../../test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'integration', testDir: '../../tests/integration' },
    { name: 'end-to-end', testDir: '../../tests/end-to-end' },
  ],
});
