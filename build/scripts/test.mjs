import { readFile, rm } from 'node:fs/promises';
import { packageForTests } from './dist.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runEntry, say, Stop } from './lib/say.mjs';
import { setUpPackages } from './set-up/packages.mjs';
import { setUpSystemLibraries } from './set-up/system-libraries.mjs';

const REPORTS = inProject('.cache', 'reports');
const PRETTIER = [
  '--config',
  'build/config/prettier.json',
  '--ignore-path',
  'build/config/prettierignore',
];

/** Tools whose package has another name. */
const PACKAGE_OF = {
  tsc: 'typescript',
  depcruise: 'dependency-cruiser',
  playwright: '@playwright/test',
};

/**
 * The stages in order (`npm test -- STAGE…` runs some of them alone). A check counts as one test, its commands together; a suite counts what its JSON report says.
 * Every stage runs, whatever became of the one before.
 */
const STAGES = [
  // Without --force a project whose own files are unchanged counts as current, whatever became of what it imports.
  check('types', ['tsc', '-b', '--force']),
  check(
    'lint',
    ['eslint', '-c', 'build/config/eslint.config.mjs', '--max-warnings', '0', '.'],
    ['prettier', ...PRETTIER, '--check', '--log-level', 'warn', '.'],
  ),
  check(
    'rules',
    [
      'depcruise',
      '--config',
      'build/config/dependency-cruiser.cjs',
      'electron',
      'renderer',
      'shared',
      'tests',
    ],
    ['knip', '--config', 'build/config/knip.json'],
  ),
  { name: 'unit', perform: () => vitest() },
  { name: 'packaging', perform: packaging },
  { name: 'integration', perform: () => playwright('integration') },
  { name: 'end-to-end', perform: () => playwright('end-to-end') },
];

await runEntry(async () => {
  await setUpPackages();
  await setUpSystemLibraries({ forTests: true });
  await rm(REPORTS, { recursive: true, force: true });
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) throw new Stop(`there is no stage ${unknown.join(', ')}`);
  const results = [];
  const stages = STAGES.filter(({ name }) => asked.length === 0 || asked.includes(name));
  for (const stage of stages) results.push(await performStage(stage));
  process.stdout.write(`\n${results.map(line).join('\n')}\n`);
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`);
  return total('failed') === 0 ? 0 : 1;
});

async function performStage({ name, perform }) {
  say(`stage: ${name}`);
  const started = performance.now();
  let counts;
  try {
    counts = await perform();
  } catch (error) {
    say(`${name} could not be run: ${error.message ?? error}`);
    counts = { passed: 0, failed: 1 };
  }
  const result = { name, ...counts, seconds: (performance.now() - started) / 1000 };
  say(line(result));
  return result;
}

function line({ name, passed, failed, seconds }) {
  return `${name.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
}

function check(name, ...commands) {
  const perform = async () => {
    let failed = 0;
    for (const [program, ...args] of commands) {
      if ((await tool(program, args)) !== 0) failed = 1;
    }
    return { passed: 1 - failed, failed };
  };
  return { name, perform };
}

async function vitest() {
  const report = inProject('.cache', 'reports', 'vitest.json');
  const code = await tool('vitest', [
    ...['run', '-c', 'build/config/vitest.config.ts', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests, numFailedTests, numTotalTests, numFailedTestSuites } =
    await readReport(report);
  if (numTotalTests === 0) return { passed: 0, failed: 1 };
  const notRun = numTotalTests - numPassedTests - numFailedTests;
  const failed = numFailedTests + notRun;
  // A file that cannot be loaded fails without having a failed test; the exit code knows.
  const unaccounted = code !== 0 && failed === 0 ? Math.max(1, numFailedTestSuites) : 0;
  return { passed: numPassedTests, failed: failed + unaccounted };
}

async function packaging() {
  await packageForTests();
  return { passed: 1, failed: 0 };
}

/** Playwright on the real application; a test that was not run has not passed. */
async function playwright(project) {
  const { electronFolder } = await packageForTests();
  const report = inProject('.cache', 'reports', `${project}.json`);
  const code = await withDisplay(({ env }) =>
    tool(
      'playwright',
      [
        'test',
        '-c',
        'build/config/playwright.config.ts',
        '--project',
        project,
        '--reporter=list,json',
      ],
      {
        ...env,
        ELECTRON_OVERRIDE_DIST_PATH: electronFolder,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    ),
  );
  const { stats, errors } = await readReport(report);
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function readReport(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** Runs a tool of node_modules by its own entry file: no shell, the same on every platform. */
async function tool(name, args, env = process.env) {
  const { packageName, file } = await binOf(name);
  const quiet = { ...env, FORCE_COLOR: '0', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' };
  return run(process.execPath, [inProject('node_modules', packageName, file), ...args], {
    env: quiet,
  });
}

async function binOf(name) {
  const packageName = PACKAGE_OF[name] ?? name;
  const { bin } = await readReport(inProject('node_modules', packageName, 'package.json'));
  return { packageName, file: typeof bin === 'string' ? bin : bin[name] };
}
