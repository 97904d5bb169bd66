import { atMost, median, type BenchResult } from './results';
import type { Bench } from './workspace';

const rounds = 3;

/** First syncs of a hundred thousand transactions, and of fifty thousand partners to be recognized. */
export async function measureSync({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const seconds: Record<'transactions' | 'partnerships', number[]> = {
    transactions: [],
    partnerships: [],
  };
  const rows = { transactions: 0, partnerships: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const what of ['transactions', 'partnerships'] as const) {
      const sync = await agency.syncFresh('all', what);
      seconds[what].push(sync.milliseconds / 1_000);
      rows[what] = sync.connections.reduce((sum, { received }) => sum + received, 0);
      say(`${what}: ${rows[what]} rows in ${(sync.milliseconds / 1_000).toFixed(2)} s`);
    }
  }
  const transactions = `first sync of ${rows.transactions} transactions, per 100,000`;
  const partners = `first sync of ${rows.partnerships} partner identities, per 50,000`;
  return [
    atMost(transactions, (median(seconds.transactions) * 100_000) / rows.transactions, 's', 5),
    atMost(partners, (median(seconds.partnerships) * 50_000) / rows.partnerships, 's', 15),
  ];
}

/** Another sync right after a whole one: the same number of requests every time, and nothing written. */
export async function measureNothingNew({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const requests: string[] = [];
  let changed = 0;
  let most = 0;
  for (let round = 0; round < 2; round += 1) {
    const { connections } = await agency.syncAgain();
    changed += connections.reduce((sum, one) => sum + one.changed + one.removed, 0);
    most = Math.max(...connections.map((one) => one.requests));
    requests.push(connections.map((one) => `${one.account} ${one.requests}`).join(', '));
  }
  say(`requests of a sync that finds nothing new: ${requests.join(' | ')}`);
  return [
    atMost('rows changed by two syncs that find nothing new', changed, 'rows', 0),
    {
      name: 'most requests of a connection by a sync that finds nothing new',
      value: most,
      unit: 'requests',
      yardstick: null,
      ratio: null,
      goal: 'the same each time',
      met: new Set(requests).size === 1,
    },
  ];
}
