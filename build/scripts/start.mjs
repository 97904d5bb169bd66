import { withDisplay } from './lib/display.mjs';
import { runApplication } from './lib/electron.mjs';
import { runEntry, say } from './lib/say.mjs';
import { setUp } from './set-up/set-up.mjs';

// `npm start`: opens the application's window.
await runEntry(async () => {
  const runtime = await setUp();
  const open = (display) => {
    if (display.virtual) say('there is no display here; the window opens in Xvfb, unseen');
    return runApplication(runtime, process.argv.slice(2), display);
  };
  return withDisplay(open, { single: true });
});
