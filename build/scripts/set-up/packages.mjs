import { readFile } from 'node:fs/promises';
import { withLock } from '../lib/lock.mjs';
import { inProject } from '../lib/paths.mjs';
import { npmCommand, run } from '../lib/processes.mjs';
import { say, Stop } from '../lib/say.mjs';

/** Installs what package-lock.json names, unless node_modules holds exactly that already. */
export async function setUpPackages() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Stop(`Node 20 or newer is needed; this is ${process.version}`);
  if (await packagesMatchLock()) return;
  await withLock(inProject('.cache', 'packages.lock'), 'packages', async () => {
    if (await packagesMatchLock()) return;
    say('installing packages (npm ci)');
    const [command, first] = npmCommand();
    // npm's own progress belongs on stderr: stdout is the caller's answer.
    const code = await run(command, [...first, 'ci', '--no-audit', '--no-fund'], {
      stdio: ['ignore', 2, 2],
      // `npm run --silent` would silence this npm too, its errors included.
      env: { ...process.env, npm_config_loglevel: 'error' },
    });
    if (code !== 0) throw new Stop('npm ci failed; its messages are above');
  });
}

/** npm writes node_modules/.package-lock.json as the last act of an install: what is really there. */
async function packagesMatchLock() {
  const [wanted, present] = await Promise.all([
    readPackages(inProject('package-lock.json')),
    readPackages(inProject('node_modules', '.package-lock.json')),
  ]);
  if (wanted === undefined) throw new Stop('package-lock.json is missing or cannot be read');
  if (present === undefined) return false;
  const missing = Object.entries(wanted).some(
    ([path, { version, optional, peer }]) =>
      path !== '' &&
      present[path]?.version !== version &&
      !(present[path] === undefined && (optional || peer)),
  );
  return !missing && Object.keys(present).every((path) => path in wanted);
}

async function readPackages(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
