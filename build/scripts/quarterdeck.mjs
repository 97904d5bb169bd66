import { withDisplay } from './lib/display.mjs';
import { runApplication } from './lib/electron.mjs';
import { runEntry } from './lib/say.mjs';
import { setUp } from './set-up/set-up.mjs';

// `npm run --silent quarterdeck -- COMMAND …`: the application without a window. stdout is the command's alone.
await runEntry(async () => {
  const runtime = await setUp();
  const args = process.argv.slice(2);
  return withDisplay((display) => runApplication(runtime, args, display), { single: true });
});
