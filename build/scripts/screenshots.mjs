import { packageForTests } from './dist.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runEntry } from './lib/say.mjs';

// `npm run screenshots`: takes the pictures of README anew (tests/end-to-end/screenshots.spec.ts).
await runEntry(async () => {
  const { electronFolder } = await packageForTests();
  return withDisplay(({ env }) =>
    run(
      process.execPath,
      [
        inProject('node_modules', '@playwright', 'test', 'cli.js'),
        ...['test', '-c', 'build/config/playwright.config.ts'],
        ...['--project', 'end-to-end', '--reporter', 'line', 'screenshots.spec.ts'],
      ],
      {
        env: {
          ...env,
          ELECTRON_OVERRIDE_DIST_PATH: electronFolder,
          QUARTERDECK_SCREENSHOTS: inProject('build', 'screenshots'),
        },
      },
    ),
  );
});
