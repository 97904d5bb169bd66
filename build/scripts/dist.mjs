import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildIfStale } from './build.mjs';
import { fingerprint, readStamp, writeStamp } from './lib/fingerprint.mjs';
import { withLock } from './lib/lock.mjs';
import { inProject, root } from './lib/paths.mjs';
import { runEntry, say, Stop } from './lib/say.mjs';
import { downloadPinned, pinnedElectron, pinnedVersion } from './set-up/electron-runtime.mjs';
import { setUp } from './set-up/set-up.mjs';
import { setUpPackages } from './set-up/packages.mjs';

const INPUTS = [
  'resources',
  'package.json',
  'build/config/electron-builder.mjs',
  'build/config/fuses.mjs',
  'build/scripts/dist.mjs',
];
const TEST_OUTPUT = inProject('release', 'test');
const MANIFEST = join(TEST_OUTPUT, 'manifest.json');

/**
 * Packages the application twice with whatever runtime is there: `inspect` for Playwright, `fused` as a release is.
 * The same inputs are packaged once. release/test/manifest.json says where the executables are and how they are fused.
 */
export async function packageForTests() {
  const runtime = await setUp();
  const build = await buildIfStale();
  const inputs = await fingerprint(
    INPUTS.map((path) => inProject(path)),
    `${build} ${runtime.folder} ${runtime.version}`,
  );
  const present = await readStamp(MANIFEST);
  if (present?.inputs === inputs && existsSync(inProject(present.fused.executable))) return present;
  return withLock(inProject('.cache', 'package.lock'), 'package', () =>
    makeTestBuilds(runtime, inputs),
  );
}

async function makeTestBuilds(runtime, inputs) {
  const started = performance.now();
  say(`packaging two test builds with Electron ${runtime.version}`);
  await rm(TEST_OUTPUT, { recursive: true, force: true });
  const { testConfig } = await import('../config/electron-builder.mjs');
  const work = join(TEST_OUTPUT, 'packed');
  await electronBuilder(
    testConfig({ output: work, electronFolder: runtime.folder, electronVersion: runtime.version }),
  );
  const folder = packedFolderName(work);
  const inspect = join(TEST_OUTPUT, 'inspect', folder);
  const fused = join(TEST_OUTPUT, 'fused', folder);
  // Symbolic links inside a macOS bundle are relative and must stay so.
  for (const target of [inspect, fused]) {
    await mkdir(target, { recursive: true });
    await cp(join(work, folder), target, { recursive: true, verbatimSymlinks: true });
  }
  await rm(work, { recursive: true, force: true });
  const manifest = {
    inputs,
    electron: runtime.version,
    standIn: runtime.standIn,
    electronFolder: runtime.folder,
    inspect: await setFuses(packagedExecutable(inspect), { inspect: true }),
    fused: await setFuses(packagedExecutable(fused), { inspect: false }),
  };
  await writeStamp(MANIFEST, manifest);
  say(`packaged in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return manifest;
}

async function packageRelease() {
  await setUpPackages();
  const electron = pinnedElectron() ?? (await downloadPinned());
  if (electron === undefined) {
    throw new Stop(
      `a release is packaged with Electron ${pinnedVersion()} alone, and it is not here. Where its server can be reached, run 'npx install-electron' and start again; for tests there is 'npm run dist:test'.`,
    );
  }
  await buildIfStale();
  const { releaseConfig } = await import('../config/electron-builder.mjs');
  await electronBuilder(
    releaseConfig({
      output: inProject('release', 'dist'),
      electronFolder: electron.folder,
      electronVersion: electron.version,
      beforePacked: ({ appOutDir }) => setFuses(packagedExecutable(appOutDir), { inspect: false }),
    }),
  );
  say(`the release is in ${inProject('release', 'dist')}`);
}

/** electron-builder logs to stdout; an entry's stdout is the command's own. */
async function electronBuilder(config) {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    const { build } = await import('electron-builder');
    await build({ projectDir: root, config, publish: 'never' });
  } finally {
    process.stdout.write = write;
  }
}

/** Sets the fuses, reads them back, and gives where the executable is and what its fuses are. */
async function setFuses(executable, options) {
  const { flipFuses, getCurrentFuseWire } = await import('@electron/fuses');
  const { fuseConfig, fusesFor, fusesInWords } = await import('../config/fuses.mjs');
  const wanted = fusesFor(await getCurrentFuseWire(executable), options);
  await flipFuses(executable, fuseConfig(wanted));
  const fuses = fusesInWords(await getCurrentFuseWire(executable));
  const wrong = Object.keys(wanted).filter((name) => fuses[name] !== wanted[name]);
  if (wrong.length > 0) throw new Stop(`these fuses did not take: ${wrong.join(', ')}`);
  return { executable: relative(root, executable), fuses };
}

/** electron-builder names the folder by platform and, off x64, by architecture. */
function packedFolderName(output) {
  const platform = { linux: 'linux', win32: 'win', darwin: 'mac' }[process.platform];
  const names =
    process.platform === 'darwin'
      ? [`mac-${process.arch}`, 'mac']
      : [`${platform}-${process.arch}-unpacked`, `${platform}-unpacked`];
  const found = names.find((name) => existsSync(join(output, name)));
  if (found === undefined) throw new Stop(`electron-builder left nothing in ${output}`);
  return found;
}

function packagedExecutable(folder) {
  const names = {
    darwin: [
      'Quarterdeck (test build).app/Contents/MacOS/Quarterdeck (test build)',
      'Quarterdeck.app/Contents/MacOS/Quarterdeck',
    ],
    win32: ['Quarterdeck.exe'],
    linux: ['quarterdeck'],
  }[process.platform];
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Stop(`there is no packaged executable in ${folder}`);
  return found;
}

if (process.argv[1]?.endsWith('dist.mjs')) {
  await runEntry(async () => {
    if (!process.argv.includes('--test')) {
      await packageRelease();
      return 0;
    }
    const { inspect, fused, electron } = await packageForTests();
    say(`test builds with Electron ${electron}: ${inspect.executable} and ${fused.executable}`);
    return 0;
  });
}
