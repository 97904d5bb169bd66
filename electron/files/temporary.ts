import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of our own in the system's place for temporary files, and the function that removes it. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** Makes a temporary folder that only its owner can open. */
export function makeTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
