import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { openBenchLab } from './bench-lab';
import type { PlainRow } from './lab/dexie-rows';
import { atMostTimes, median, timesFaster, type BenchResult } from './results';
import type { Bench, BenchAgency } from './workspace';

const rounds = 3;
const plainRowCount = 100_000;
const reports = /\/reports\/campaign/;

/**
 * The first sync of a million rows of traffic through the whole path, beside plain Dexie rows and beside merely fetching
 * and parsing the same bodies; and its last part, the store, by itself.
 */
export async function measureIngest({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const [whole, bare, dexie, store]: [number[], number[], number[], number[]] = [[], [], [], []];
  const plainRows = JSON.stringify(readPlainRows(agency));
  let rows = 0;
  for (let round = 0; round < rounds; round += 1) {
    const sync = await agency.syncFresh('awin', 'traffic');
    rows = sync.connections.reduce((sum, { changed }) => sum + changed, 0);
    if (rows < 900_000) throw new Error(`Only ${rows} rows of traffic were stored.`);
    whole.push((sync.milliseconds * 1_000) / rows);
    bare.push(((await fetchAndParse(agency)) * 1_000) / rows);
    const lab = await openBenchLab();
    try {
      const plain = await lab.page.evaluate((json) => window.benchLab.dexieRows(json), plainRows);
      dexie.push((plain * 1_000) / plainRowCount);
      const stored = await lab.page.evaluate((n) => window.benchLab.storeTraffic(n), rows);
      store.push((stored * 1_000) / rows);
    } finally {
      await lab.close();
    }
    say(
      `ingest round ${round + 1}: ${[whole, bare, dexie, store].map((of) => of.at(-1)?.toFixed(2)).join(' ')} µs/row (whole, bare, Dexie, store)`,
    );
  }
  const unit = 'µs/row';
  const plain = { name: 'Dexie bulkPut', value: median(dexie), unit };
  const fetched = { name: 'bare fetch and JSON.parse', value: median(bare), unit };
  return [
    timesFaster(`traffic ingest, ${rows} rows, whole path`, median(whole), unit, plain, 12),
    atMostTimes(`traffic ingest, ${rows} rows, whole path`, median(whole), unit, fetched, 3),
    timesFaster(`traffic ingest, ${rows} rows, store alone`, median(store), unit, plain, 100),
  ];
}

/** Milliseconds that a process of its own takes to fetch and parse every campaign report that the replay keeps. */
async function fetchAndParse({ replay }: BenchAgency): Promise<number> {
  const requests = replay
    .kept(reports)
    .map(({ path: address, token }) => [replay.origin + address, token]);
  const child = spawn(
    process.execPath,
    [path.join(path.dirname(process.argv[1] ?? ''), 'bare-fetch.cjs')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  child.stdin.end(JSON.stringify(requests));
  let text = '';
  for await (const piece of child.stdout) text += String(piece);
  return Number(text);
}

const reportSchema = z.object({
  result: z.array(
    z.object({
      date: z.string(),
      publisherId: z.string(),
      campaign: z.string(),
      totals: z.object({ quantity: z.object({ click: z.coerce.number() }) }),
    }),
  ),
});

/** The same lines of the same reports, in their order, as an application with one record per row would keep them. */
function readPlainRows({ replay }: BenchAgency): PlainRow[] {
  const rows = new Map<string, PlainRow>();
  for (const { body } of replay.kept(reports)) {
    const [programId, source] = [randomUUID(), randomUUID()];
    const report = reportSchema.safeParse(JSON.parse(body.toString('utf8')));
    for (const { date: day, publisherId, campaign, totals } of report.data?.result ?? []) {
      const partnershipId = `${source}:${publisherId}`;
      const clicks = totals.quantity.click;
      rows.set(`${day} ${partnershipId}`, { programId, day, partnershipId, campaign, clicks });
      if (rows.size === plainRowCount) return [...rows.values()];
    }
  }
  throw new Error('The reports have too few rows for the yardstick.');
}
