import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { fingerprint, readStamp, writeStamp } from './lib/fingerprint.mjs';
import { withLock } from './lib/lock.mjs';
import { inProject, root } from './lib/paths.mjs';
import { runEntry, say, Stop } from './lib/say.mjs';

/** Outside the renderer: what is built from where. Everything is bundled; `electron` alone is there at run time. */
const NODE_ENTRIES = {
  'main/main': 'electron/main.ts',
  'processes/backup': 'electron/safety/backup/process.ts',
  'processes/connector': 'electron/connectors/process.ts',
  'processes/documents': 'electron/documents/process.ts',
  'processes/tables': 'electron/tables/process.ts',
  'processes/sandbox': 'electron/sandbox/process.ts',
};
const PRELOAD_ENTRIES = { 'preload/preload': 'electron/preload/preload.ts' };
const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'build/config/vite.config.mjs',
  'build/scripts/build.mjs',
  'package-lock.json',
];
const STAMP = inProject('.cache', 'build.json');
const OUTPUT = inProject('dist');

/** Builds dist/ unless what it was built from is unchanged; gives the fingerprint of the inputs. */
export async function buildIfStale() {
  const inputs = await fingerprint(INPUTS.map((path) => inProject(path)));
  if (await isBuilt(inputs)) return inputs;
  return withLock(inProject('.cache', 'build.lock'), 'build', async () => {
    if (!(await isBuilt(inputs))) await build(inputs);
    return inputs;
  });
}

async function isBuilt(inputs) {
  return existsSync(OUTPUT) && (await readStamp(STAMP))?.inputs === inputs;
}

/** A running application reads from dist/, so the new build is made beside it and put in its place at once. */
async function build(inputs) {
  const started = performance.now();
  say('building');
  const fresh = inProject('.cache', `build-${process.pid}`);
  const old = inProject('.cache', `old-build-${process.pid}`);
  try {
    await mkdir(fresh, { recursive: true });
    await Promise.all([bundleNode(fresh), bundleRenderer(fresh, inputs)]);
    await rm(STAMP, { force: true });
    if (existsSync(OUTPUT)) await rename(OUTPUT, old);
    await rename(fresh, OUTPUT);
    await writeStamp(STAMP, { inputs });
  } catch (error) {
    throw new Stop(`the build failed\n${error.message ?? error}`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  say(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** zod's messages in fifty languages would be a third of the main process; ours are in none of them. */
const withoutLocales = {
  name: 'without-locales',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** Gives the library of backups a faster cipher than the one it imports; a build in which it took none fails. */
const cipherOfAge = {
  name: 'cipher-of-age',
  setup({ onResolve, onEnd }) {
    let isTaken = false;
    onResolve({ filter: /^@noble\/ciphers\/chacha\.js$/ }, ({ importer }) => {
      if (!/[\\/]age-encryption[\\/]/.test(importer)) return null;
      isTaken = true;
      return { path: inProject('electron', 'safety', 'backup', 'chacha20-poly1305.ts') };
    });
    onEnd(() =>
      isTaken ? {} : { errors: [{ text: 'age-encryption imports its cipher from elsewhere' }] },
    );
  },
};

async function bundleNode(directory) {
  const esbuild = await import('esbuild');
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    external: ['electron'],
    // Names stay, for the log; a start reads every byte of the rest.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [withoutLocales],
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: directory,
  };
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: NODE_ENTRIES,
      platform: 'node',
      target: 'node18',
      plugins: [...common.plugins, cipherOfAge],
    }),
    // A sandboxed preload has no Node: the platform 'browser' makes importing any of it a build error.
    esbuild.build({
      ...common,
      entryPoints: PRELOAD_ENTRIES,
      platform: 'browser',
      target: 'chrome114',
    }),
  ]);
}

async function bundleRenderer(directory, inputs) {
  const vite = await import('vite');
  await vite.build({
    configFile: inProject('build', 'config', 'vite.config.mjs'),
    define: { __BUILD__: JSON.stringify(inputs) },
    build: { outDir: `${directory}/renderer` },
    logLevel: 'warn',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runEntry(async () => {
    const { setUpPackages } = await import('./set-up/packages.mjs');
    await setUpPackages();
    await buildIfStale();
    return 0;
  });
}
