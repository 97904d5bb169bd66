import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { packageForTests } from './dist.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runEntry } from './lib/say.mjs';

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
  const output = inProject('.cache', 'bench');
  await build({
    entryPoints: ['main', 'bare-fetch'].map((name) => inProject('tests', 'bench', `${name}.ts`)),
    outdir: output,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [ownPlaces],
  });
  return withDisplay(({ env }) =>
    run(process.execPath, [inProject('.cache', 'bench', 'main.cjs'), ...process.argv.slice(2)], {
      env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: electronFolder },
    }),
  );
});
