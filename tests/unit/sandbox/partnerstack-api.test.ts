import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox, SandboxConnection } from '../../../electron/sandbox/server';
import {
  asObject,
  asRows,
  call,
  connectionOf,
  parse,
  partnerStackItems,
  post,
  read,
  startQuiet,
} from './sandbox-client';
import type { Json } from './sandbox-client';

let sandbox: RunningSandbox;
let formhive: SandboxConnection;

beforeAll(async () => {
  sandbox = await startQuiet();
  formhive = connectionOf(sandbox, 'formhive');
});

afterAll(async () => {
  await sandbox.close();
});

async function page(path: string): Promise<Json> {
  const reply = await call(formhive, path);
  expect(reply.status, reply.text.slice(0, 200)).toBe(200);
  return asObject(asObject(parse(reply.text))['data']);
}

function keys(items: readonly Json[]): unknown[] {
  return items.map((item) => item['key']);
}

describe('access', () => {
  it('takes a key pair as Basic credentials of one vendor and nothing else', async () => {
    expect((await call(formhive, '/groups', 'pk_a:sk_b')).status).toBe(401);
    const bearer = await read(`${formhive.address}/groups`, {
      headers: { authorization: `Bearer ${formhive.token}` },
    });
    expect(bearer.status).toBe(401);
    expect(parse(bearer.text)).toEqual({ message: 'Unauthorized', status: 401 });
    const ownAndOther = await Promise.all(
      ['formhive', 'teamdeck'].map((account) => call(connectionOf(sandbox, account), '/groups')),
    );
    expect(ownAndOther[0]?.text).not.toBe(ownAndOther[1]?.text);
  });

  it('says that leads and deals are not in the plan of one vendor', async () => {
    const inboxwise = connectionOf(sandbox, 'inboxwise');
    expect((await call(inboxwise, '/leads')).status).toBe(402);
    expect((await call(inboxwise, '/deals')).status).toBe(403);
    expect((await call(inboxwise, '/transactions')).status).toBe(200);
  });
});

describe('lists', () => {
  it.each([
    'partnerships',
    'customers',
    'transactions',
    'rewards',
    'leads',
    'deals',
    'actions',
    'groups',
  ])('walks %s by cursor without loss or repetition, newest first', async (list) => {
    const whole = await partnerStackItems(formhive, list);
    expect(whole.length).toBeGreaterThan(0);
    expect(new Set(keys(whole)).size).toBe(whole.length);
    const walked: Json[] = [];
    for (let after = ''; ;) {
      const data = await page(`/${list}?limit=37${after}`);
      const items = asRows(data['items']);
      walked.push(...items);
      if (data['has_more'] !== true) break;
      after = `&starting_after=${String(items.at(-1)?.['key'])}`;
    }
    expect(keys(walked)).toEqual(keys(whole));
    const times = whole.map((item) => Number(item['created_at']));
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('gives ten items unless told, and refuses more than 250', async () => {
    expect(asRows((await page('/transactions'))['items'])).toHaveLength(10);
    for (const bad of [
      'limit=251',
      'limit=0',
      'limit=x',
      'order_by=name',
      'min_created=soon',
      'starting_after=nobody',
      'starting_after=a&ending_before=b',
    ]) {
      expect((await call(formhive, `/transactions?${bad}`)).status, bad).toBe(400);
    }
  });

  it('filters by creation and update and orders both ways', async () => {
    const from = Date.UTC(2026, 8, 1);
    const to = Date.UTC(2026, 8, 30);
    const all = await partnerStackItems(formhive, 'transactions');
    const some = await partnerStackItems(
      formhive,
      'transactions',
      `&order_by=created_at&min_created=${String(from)}&max_created=${String(to)}`,
    );
    const within = all.filter(
      (item) => Number(item['created_at']) >= from && Number(item['created_at']) <= to,
    );
    expect(keys(some)).toEqual(keys(within).reverse());
    const updated = await partnerStackItems(
      formhive,
      'transactions',
      `&min_updated=${String(from)}`,
    );
    expect(updated.length).toBe(all.filter((item) => Number(item['updated_at']) >= from).length);
  });

  it('goes back by ending_before', async () => {
    const first = keys(asRows((await page('/rewards?limit=9'))['items']));
    const back = await page(`/rewards?limit=5&ending_before=${String(first[8])}`);
    expect(keys(asRows(back['items']))).toEqual(first.slice(3, 8));
  });

  it('refers only to customers and partnerships that are listed', async () => {
    const customers = new Set(keys(await partnerStackItems(formhive, 'customers')));
    const partnerships = new Set(
      keys(await partnerStackItems(formhive, 'partnerships', '&include_archived=true')),
    );
    for (const payment of await partnerStackItems(formhive, 'transactions')) {
      expect(customers).toContain(payment['customer_key']);
      expect(partnerships).toContain(payment['partnership_key']);
    }
  });

  it('has customers from before the first payment and customers that never paid', async () => {
    const customers = await partnerStackItems(formhive, 'customers');
    const first = Date.UTC(2024, 11, 1);
    expect(customers.some((customer) => Number(customer['created_at']) < first)).toBe(true);
    const paying = new Set(
      (await partnerStackItems(formhive, 'transactions')).map((payment) => payment['customer_key']),
    );
    expect(customers.some((customer) => !paying.has(customer['key']))).toBe(true);
  });

  it('has rows of one vendor that nobody can read, the same each time', async () => {
    const ledgerly = connectionOf(sandbox, 'ledgerly');
    const read = async (): Promise<Json[]> =>
      (await partnerStackItems(ledgerly, 'transactions')).filter((item) =>
        String(item['key']).includes('unreadable'),
      );
    const broken = await read();
    expect(broken.some((item) => item['created_at'] === 'soon')).toBe(true);
    expect(broken.some((item) => item['amount'] === '12,x0')).toBe(true);
    expect(await read()).toEqual(broken);
  });
});

describe('a restatement', () => {
  it('moves only rows of the last 90 days and dates them today', async () => {
    const own = await startQuiet();
    const connection = connectionOf(own, 'formhive');
    const snapshot = async (): Promise<Map<unknown, Json>> =>
      new Map(
        [
          ...(await partnerStackItems(connection, 'transactions')),
          ...(await partnerStackItems(connection, 'rewards')),
        ].map((item) => [item['key'], item]),
      );
    const before = await snapshot();
    const partnerships = (await partnerStackItems(connection, 'partnerships')).length;
    await post(`${own.info.control}/restate`, { seed: 5 });
    const after = await snapshot();
    const today = Date.UTC(2026, 10, 22);
    const changed = [...after.values()].filter(
      (item) => JSON.stringify(before.get(item['key'])) !== JSON.stringify(item),
    );
    const gone = [...before.keys()].filter((key) => !after.has(key));
    expect(changed.length).toBeGreaterThan(10);
    for (const item of changed) {
      expect(item['updated_at']).toBe(today);
      expect(item['created_at']).toBeGreaterThanOrEqual(today - 90 * 86_400_000);
    }
    for (const key of gone)
      expect(before.get(key)?.['created_at']).toBeGreaterThanOrEqual(today - 92 * 86_400_000);
    expect((await partnerStackItems(connection, 'partnerships')).length).toBeLessThan(partnerships);
    await own.close();
  });

  it('gives no key twice, however often a day is restated', async () => {
    const own = await startQuiet({ seed: 11 });
    for (let time = 0; time < 4; time += 1) await post(`${own.info.control}/restate`, {});
    for (const account of ['inboxwise', 'teamdeck']) {
      const items = await partnerStackItems(connectionOf(own, account), 'transactions');
      const keys = items.flatMap(({ key }) => (key === null ? [] : [key]));
      expect(keys.length - new Set(keys).size).toBe(0);
    }
    await own.close();
  });
});
