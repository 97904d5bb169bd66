import { spawn } from 'node:child_process';
import path from 'node:path';
import { openBenchLab } from './bench-lab';
import { atMostTimes, median, timesFaster, type BenchResult } from './results';
import type { Bench, BenchAgency } from './workspace';

const rounds = 3;
const dexieRows = 100_000;

/**
 * The first sync of a million rows of traffic through the whole path, beside plain Dexie rows and beside merely fetching
 * and parsing the same bodies; and its last part, the store, by itself.
 */
export async function measureIngest({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const [whole, bare, dexie, store]: [number[], number[], number[], number[]] = [[], [], [], []];
  let rows = 0;
  for (let round = 0; round < rounds; round += 1) {
    const sync = await agency.syncFresh('awin', 'traffic');
    rows = sync.connections.reduce((sum, { changed }) => sum + changed, 0);
    if (rows < 900_000) throw new Error(`Only ${rows} rows of traffic were stored.`);
    whole.push((sync.milliseconds * 1_000) / rows);
    bare.push(((await fetchAndParse(agency)) * 1_000) / rows);
    const lab = await openBenchLab();
    try {
      dexie.push(
        ((await lab.page.evaluate((count) => window.benchLab.dexieRows(count), dexieRows)) *
          1_000) /
          dexieRows,
      );
      store.push(
        ((await lab.page.evaluate((count) => window.benchLab.storeTraffic(count), rows)) * 1_000) /
          rows,
      );
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
    .kept(/\/reports\/campaign/)
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
