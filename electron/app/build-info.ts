import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';

const manifestSchema = z.object({ quarterdeckBuild: z.string().exactOptional() });

/** True in a package that was made for tests, which says so in its manifest. */
export function isTestBuild(): boolean {
  const text = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text)).quarterdeckBuild === 'test';
}

/** The application's name for people. */
export function displayName(): string {
  return isTestBuild() ? 'Quarterdeck (test build)' : 'Quarterdeck';
}
