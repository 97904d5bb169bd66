import { packageForTests } from './dist.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runEntry } from './lib/say.mjs';

// `npm run bench -- --json FILE`: measures the packaged application (tests/bench/main.ts).
await runEntry(async () => {
  const { electronFolder } = await packageForTests();
  const { build } = await import('esbuild');
  const bundle = inProject('.cache', 'bench', 'main.cjs');
  await build({
    entryPoints: [inProject('tests', 'bench', 'main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return withDisplay(({ env }) =>
    run(process.execPath, [bundle, ...process.argv.slice(2)], {
      env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: electronFolder },
    }),
  );
});
