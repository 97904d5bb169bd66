import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../lib/processes.mjs';
import { say, Stop } from '../lib/say.mjs';

/**
 * What Electron needs of the system: a shared library, and the Debian or Ubuntu packages that may carry it (newer
 * releases renamed some for their 64-bit time).
 */
const LIBRARIES = [
  ['libnss3.so', ['libnss3']],
  ['libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']],
  ['libgbm.so.1', ['libgbm1']],
  ['libasound.so.2', ['libasound2t64', 'libasound2']],
  ['libatk-bridge-2.0.so.0', ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0']],
  ['libcups.so.2', ['libcups2t64', 'libcups2']],
  ['libXss.so.1', ['libxss1']],
];
const FONT_PACKAGE = 'fonts-liberation';

/** Programs that the tests drive as independent judges and as a real key store. */
const TEST_PROGRAMS = [
  ['qpdf', 'qpdf'],
  ['pdftotext', 'poppler-utils'],
  ['soffice', 'libreoffice-impress'],
  ['dbus-run-session', 'dbus'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
];
const TEST_LIBRARIES = [['libsecret-1.so.0', ['libsecret-1-0']]];

/** True where a window can be shown without a display server of our own. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Makes sure that Electron's system libraries are there. On Debian and Ubuntu root installs what is missing, anybody
 * else is told the command; elsewhere on Linux the libraries are named. macOS and Windows need nothing.
 */
export async function setUpSystemLibraries({ forTests = false } = {}) {
  if (process.platform !== 'linux') return;
  const needed = missing(forTests);
  if (needed.length === 0) return;
  if (!isDebianFamily()) {
    throw new Stop(
      `these are missing on this system; install the packages that carry them: ${needed.map(({ what }) => what).join(', ')}`,
    );
  }
  if (process.getuid() !== 0) {
    const names = needed.map(({ packages }) => packageForThisRelease(packages));
    throw new Stop(
      `system packages are missing. Run this once, then start again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  say(`installing system packages for ${needed.map(({ what }) => what).join(', ')}`);
  await apt(['update', '-q']);
  const names = needed.map(({ packages }) => packageForThisRelease(packages));
  await apt(['install', '-y', '-q', '--no-install-recommends', ...names]);
  const still = missing(forTests);
  if (still.length > 0) {
    throw new Stop(`still missing after apt-get: ${still.map(({ what }) => what).join(', ')}`);
  }
}

function missing(forTests) {
  const cache = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  const libraries = [...LIBRARIES, ...(forTests ? TEST_LIBRARIES : [])]
    .filter(([library]) => !cache.includes(`\t${library} `))
    .map(([library, packages]) => ({ what: library, packages }));
  const programs = [...(hasDisplay() ? [] : [['Xvfb', 'xvfb']]), ...(forTests ? TEST_PROGRAMS : [])]
    .filter(([program]) => !isOnPath(program))
    .map(([program, name]) => ({ what: program, packages: [name] }));
  const fonts = existsSync('/usr/share/fonts') ? [] : [{ what: 'fonts', packages: [FONT_PACKAGE] }];
  return [...libraries, ...programs, ...fonts];
}

function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, program)));
}

function isDebianFamily() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) && isOnPath('apt-get');
}

/** The first of the names that this release knows; before `apt-get update` none may be known, then the last, oldest name. */
function packageForThisRelease(names) {
  const known = names.find(
    (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0,
  );
  return known ?? names[names.length - 1];
}

async function apt(args) {
  const code = await run('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) throw new Stop(`apt-get ${args[0]} failed; its messages are above`);
}
