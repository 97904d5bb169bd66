import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { packageForTests } from './dist.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runEntry } from './lib/say.mjs';

/** A started window is asked by the debugging protocol; Node 20 keeps its WebSocket behind a switch. */
const webSocket = 'WebSocket' in globalThis ? [] : ['--experimental-websocket'];

const bench = (file) => inProject('tests', 'bench', file);

/** Modules of the tests ask where they lie; bundled, they would all lie in the bundle's folder. */
const ownPlaces = {
  name: 'own-places',
  setup(build) {
    build.onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: [
        `const __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))};`,
        await readFile(path, 'utf8'),
      ].join('\n'),
      loader: 'ts',
    }));
  },
};

// `npm run bench -- --json FILE [--only name,…]`: measures the packaged application (tests/bench/main.ts).
await runEntry(async () => {
  const { electronFolder } = await packageForTests();
  const { build } = await import('esbuild');
  const bundle = {
    outdir: inProject('.cache', 'bench'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  };
  await build({
    ...bundle,
    entryPoints: [bench('main.ts'), bench('bare-fetch.ts')],
    target: 'node20',
    packages: 'external',
    plugins: [ownPlaces],
  });
  // A yardstick that runs in Electron beside the application's own bundle must be bundled as that is.
  await build({ ...bundle, entryPoints: [bench('bare-pdf.ts')], target: 'node18' });
  return withDisplay(({ env }) =>
    run(
      process.execPath,
      [...webSocket, inProject('.cache', 'bench', 'main.cjs'), ...process.argv.slice(2)],
      { env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: electronFolder } },
    ),
  );
});
