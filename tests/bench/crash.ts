import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { atMost, type BenchResult } from './results';
import type { Bench } from './workspace';

const rounds = 200;

/** What Playwright says of a run. */
const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), skipped: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** The crash suite with two hundred kills at random in place of the few of the test run, and with every labelled write. */
export async function measureCrashes({ say }: Bench): Promise<readonly BenchResult[]> {
  say(`the crash suite with ${rounds} rounds`);
  const folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-crash-'));
  try {
    const file = path.join(folder, 'report.json');
    await runSuite(file);
    const { stats, errors } = reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    for (const { message } of errors) say(message ?? 'an error without words');
    const failed = stats.unexpected + stats.skipped + errors.length;
    return [atMost(`tests of the crash suite that fail in ${rounds} rounds`, failed, 'tests', 0)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Its exit code says less than its report, which is there also when tests fail. */
function runSuite(report: string): Promise<void> {
  const command = require.resolve('@playwright/test/cli');
  const words = ['test', '-c', 'build/config/playwright.config.ts', '--project=end-to-end'];
  const child = spawn(process.execPath, [command, ...words, '--reporter=json', 'crash.spec'], {
    env: {
      ...process.env,
      QUARTERDECK_CRASH_ROUNDS: String(rounds),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}
