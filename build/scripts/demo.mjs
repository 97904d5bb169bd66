import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { lastQuarter, totalsInWords } from './demo/figures.mjs';
import { photograph } from './demo/photograph.mjs';
import { withDisplay } from './lib/display.mjs';
import { askApplication } from './lib/electron.mjs';
import { inProject, root } from './lib/paths.mjs';
import { runEntry, say, Stop } from './lib/say.mjs';
import { setUp } from './set-up/set-up.mjs';

const OUT = inProject('out');
const REVIEW = join(OUT, 'quarterly-review.pdf');
const METRICS = ['clicks', 'orders', 'leads', 'revenue', 'commission'];

// `npm run demo`: the main job from a clean profile to a client's review, through the application's own commands.
await runEntry(async () => {
  const runtime = await setUp();
  await mkdir(OUT, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'quarterdeck-demo-'));
  try {
    await withDisplay((display) => demonstrate(runtime, display, profile));
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return 0;
});

async function demonstrate(runtime, display, profile) {
  const ask = (...args) =>
    askApplication(runtime, [...args, '--profile', profile, '--json'], display);

  say('exploring the sample agency: 8 clients, 20 programs, 24 months');
  const { connections } = await ask('explore', '--size', 'small', '--seed', '1');
  const quarter = lastQuarter(new Date());
  const { rows } = await ask(
    ...['query', '--metrics', METRICS.join(','), '--by', 'client'],
    ...['--from', quarter.from, '--to', quarter.to],
  );
  const client = clientToReview(rows);
  say(`building the review of ${client} for ${quarter.name}`);
  const review = await ask('review', '--client', client, '--period', quarter.name, '--pdf', REVIEW);
  say('photographing the portfolio and the review');
  const pictures = await photograph(runtime, display, profile, OUT);

  const received = connections.reduce((sum, connection) => sum + connection.received, 0);
  const lines = [
    `${connections.length} programs synced, ${received.toLocaleString('en-US')} rows received.`,
    `${quarter.name} (${quarter.from} to ${quarter.to}), tracked:`,
    ...totalsInWords(rows).map((line) => `  ${line}`),
    `Review of ${client}: ${relative(root, REVIEW)} (${review.pages} pages, sha256 ${review.sha256})`,
    ...pictures.map((file) => `Screenshot: ${relative(root, file)}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The retail client with the most revenue in one currency: the one whose review has the most to show. */
function clientToReview(rows) {
  const byRevenue = rows
    .filter(({ model, revenue }) => model !== 'b2b' && revenue !== null)
    .sort((one, other) => other.revenue.amountMinor - one.revenue.amountMinor);
  if (byRevenue.length === 0)
    throw new Stop('the sample agency has no revenue in the last quarter');
  return byRevenue[0].client;
}
