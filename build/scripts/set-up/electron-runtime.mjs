import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { inProject } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { say, Stop } from '../lib/say.mjs';
import { setUpStandIn, standInFolder } from './stand-in-runtime.mjs';

/** How long to wait for the first word of the download server, and for the whole download. */
const REACH_MS = 6000;
const DOWNLOAD_MS = 15 * 60 * 1000;

/**
 * The Electron to run, in this order: ELECTRON_OVERRIDE_DIST_PATH; the pinned one, downloaded; on linux-x64, where it
 * cannot be downloaded, the stand-in for development and tests. Nothing is asked of the network when one is there.
 * @returns {Promise<{executable: string, folder: string, version: string, standIn: boolean}>}
 */
export async function setUpElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return describe(resolve(override), false);
  const pinned = pinnedElectron();
  if (pinned !== undefined) return pinned;
  const standIn = standInFolder();
  if (existsSync(standIn)) return describe(await setUpStandIn(), true);
  const downloaded = await downloadPinned();
  if (downloaded !== undefined) return downloaded;
  if (process.platform === 'linux' && process.arch === 'x64')
    return describe(await setUpStandIn(), true);
  throw new Stop(
    `Electron ${pinnedVersion()} could not be downloaded. Connect to the network and start again, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.`,
  );
}

/** The version that package.json pins and that users get. */
export function pinnedVersion() {
  return createRequire(inProject('package.json'))('electron/package.json').version;
}

/** The pinned Electron when it has been downloaded, else undefined. */
export function pinnedElectron() {
  const folder = inProject('node_modules', 'electron', 'dist');
  const version = readVersion(folder);
  return version === pinnedVersion() && existsSync(executableIn(folder))
    ? describe(folder, false)
    : undefined;
}

/** Downloads the pinned Electron into node_modules; undefined when its server can't be reached. */
export async function downloadPinned() {
  const version = pinnedVersion();
  const mirrored = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  if (!mirrored && !(await canReachDownloads(version))) {
    say(`Electron ${version} can't be downloaded here: its server does not answer`);
    return undefined;
  }
  say(`downloading Electron ${version}`);
  const code = await run(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
    stdio: ['ignore', 2, 2],
    timeout: DOWNLOAD_MS,
  });
  if (code !== 0) say(`the download of Electron ${version} failed`);
  return pinnedElectron();
}

async function canReachDownloads(version) {
  try {
    const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
    const signal = AbortSignal.timeout(REACH_MS);
    return (await fetch(address, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
}

function describe(folder, standIn) {
  const executable = executableIn(folder);
  if (!existsSync(executable)) throw new Stop(`there is no Electron in ${folder}`);
  return { executable, folder, version: readVersion(folder) ?? pinnedVersion(), standIn };
}

function executableIn(folder) {
  const inside = {
    darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
    win32: 'electron.exe',
  };
  return join(folder, inside[process.platform] ?? 'electron');
}

function readVersion(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}
