import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { expect, it } from 'vitest';

const say = pathToFileURL(path.resolve('build/scripts/lib/say.mjs')).href;

/** Exit code of an entry script in whose process a package ends whatever is idle with 0. */
function exitCodeOf(main: string): number | null {
  const script = `
    process.on('beforeExit', () => process.exit(0));
    const { runEntry, Stop } = await import(${JSON.stringify(say)});
    await runEntry(${main});`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script]).status;
}

it('an entry script ends with its own exit code, whatever a package does when the process is idle', () => {
  expect(exitCodeOf('async () => 1')).toBe(1);
  expect(exitCodeOf('async () => { throw new Stop("no"); }')).toBe(1);
  expect(exitCodeOf('async () => 0')).toBe(0);
});
