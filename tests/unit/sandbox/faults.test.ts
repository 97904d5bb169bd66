import { describe, expect, it } from 'vitest';
import { FAULT_KINDS, FaultPlan } from '../../../electron/sandbox/faults';
import type { FaultKind } from '../../../electron/sandbox/faults';
import type { SandboxConnection } from '../../../electron/sandbox/server';
import {
  asObject,
  asRows,
  call,
  connectionOf,
  isObject,
  parse,
  partnerStackItems,
  read,
  startQuiet,
} from './sandbox-client';
import type { Json, Reply } from './sandbox-client';

function requestName(index: number): string {
  return `GET /awin/advertisers/1/transactions/?n=${String(index)} token`;
}

describe('the plan of faults', () => {
  it.each([
    ['some', 0.08, 0.02],
    ['heavy', 0.35, 0.03],
  ] as const)(
    'lets about the right share of first tries fail at level %s',
    (level, share, margin) => {
      const plan = new FaultPlan(1, level);
      let failed = 0;
      for (let index = 0; index < 4000; index += 1)
        if (plan.next(requestName(index), true) !== undefined) failed += 1;
      expect(Math.abs(failed / 4000 - share)).toBeLessThan(margin);
    },
  );

  it('answers each request right within five tries, time and again, and stalls less than one try in a hundred', () => {
    const plan = new FaultPlan(2, 'heavy');
    const kinds = new Map<FaultKind, number>();
    let tries = 0;
    for (let index = 0; index < 6000; index += 1) {
      const name = requestName(index % 2000);
      let count = 1;
      for (let kind = plan.next(name, true); kind !== undefined; kind = plan.next(name, true)) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        count += 1;
      }
      tries += count;
      expect(count).toBeLessThanOrEqual(5);
    }
    expect(new Set(kinds.keys())).toEqual(new Set(FAULT_KINDS));
    expect((kinds.get('stalled') ?? 0) / tries).toBeLessThan(0.01);
  });

  it('depends on seed, request and try alone', () => {
    const run = (seed: number, order: readonly number[]): Map<number, unknown[]> => {
      const plan = new FaultPlan(seed, 'heavy');
      return new Map(
        [...order].map((index) => [
          index,
          [1, 2, 3].map(() => plan.next(requestName(index), false)),
        ]),
      );
    };
    const up = Array.from({ length: 50 }, (_none, index) => index);
    const forth = run(3, up);
    const back = run(3, [...up].reverse());
    for (const index of up) expect(back.get(index)).toEqual(forth.get(index));
    expect([...run(4, up).values()]).not.toEqual([...forth.values()]);
  });
});

/** One try as a client sees it: an answer, or a connection that broke. */
async function attempt(connection: SandboxConnection, path: string): Promise<Reply | undefined> {
  try {
    return await call(connection, path);
  } catch {
    return undefined;
  }
}

function isRight(reply: Reply | undefined, right: string): boolean {
  return reply?.text === right && reply.status === 200;
}

describe('a sandbox with faults', () => {
  it('meets a client with every kind, and answers each request right within five tries', async () => {
    const quiet = await startQuiet();
    const heavy = await startQuiet({ faults: 'heavy', stallMs: 60 });
    for (const [account, path] of manyCalls()) {
      const right = (await call(connectionOf(quiet, account), path)).text;
      const connection = connectionOf(heavy, account);
      let tries = 1;
      while (!isRight(await attempt(connection, path), right)) tries += 1;
      expect(tries, path).toBeLessThanOrEqual(5);
    }
    const log = asObject(parse((await read(`${heavy.info.control}/log`)).text));
    const counts = asObject(log['faults']);
    expect(new Set(Object.keys(counts))).toEqual(new Set(FAULT_KINDS));
    const logged = asRows(log['requests']).filter((request) => request['fault'] !== undefined);
    expect(logged.length).toBe(
      Object.values(counts).reduce<number>((sum, count) => sum + Number(count), 0),
    );
    await Promise.all([quiet.close(), heavy.close()]);
  });

  it('loses nothing for a client that merges by key and follows the last key, whatever becomes of pages', async () => {
    const quiet = await startQuiet();
    const heavy = await startQuiet({ faults: 'heavy', stallMs: 60 });
    const right = await partnerStackItems(connectionOf(quiet, 'ledgerly'), 'transactions');
    const merged = await walkThroughFaults(connectionOf(heavy, 'ledgerly'), 'transactions');
    expect([...merged.keys()].sort()).toEqual(right.map((item) => String(item['key'])).sort());
    const counts = asObject(
      asObject(parse((await read(`${heavy.info.control}/log`)).text))['faults'],
    );
    expect(Number(counts['repeated-page'])).toBeGreaterThan(0);
    expect(Number(counts['reordered-page'])).toBeGreaterThan(0);
    await Promise.all([quiet.close(), heavy.close()]);
  });
});

function manyCalls(): [account: string, path: string][] {
  const calls: [string, string][] = [];
  for (let month = 1; month <= 10; month += 1) {
    const at = `2026-${String(month).padStart(2, '0')}`;
    for (const account of ['19011', '31877', '40215', '63108', '71450']) {
      calls.push([
        account,
        `/advertisers/${account}/transactions/?startDate=${at}-01T00:00:00&endDate=${at}-28T23:59:59&timezone=UTC`,
      ]);
    }
    const from = String(Date.UTC(2026, month - 1, 1));
    for (const list of ['transactions', 'rewards', 'customers']) {
      for (const account of ['ledgerly', 'formhive', 'teamdeck'])
        calls.push([account, `/${list}?limit=100&min_created=${from}`]);
    }
  }
  return calls;
}

function itemsOf(reply: Reply | undefined): { items: Json[]; more: boolean } | undefined {
  if (reply?.status !== 200) return undefined;
  try {
    const body = asObject(parse(reply.text));
    const data = body['data'];
    if (!isObject(data)) return undefined;
    return { items: asRows(data['items']), more: data['has_more'] === true };
  } catch {
    return undefined;
  }
}

async function walkThroughFaults(
  connection: SandboxConnection,
  list: string,
): Promise<Map<string, Json>> {
  const merged = new Map<string, Json>();
  for (let after = ''; ;) {
    let page: ReturnType<typeof itemsOf>;
    while (page === undefined)
      page = itemsOf(await attempt(connection, `/${list}?limit=40${after}`));
    for (const item of page.items) merged.set(String(item['key']), item);
    if (!page.more) return merged;
    after = `&starting_after=${String(page.items.at(-1)?.['key'])}`;
  }
}
