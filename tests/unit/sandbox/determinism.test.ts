import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningSandbox } from '../../../electron/sandbox/server';
import {
  asObject,
  asRows,
  call,
  connectionOf,
  parse,
  read,
  startQuiet,
  transactionsPath,
} from './sandbox-client';

let november: RunningSandbox;
let march: RunningSandbox;

beforeAll(async () => {
  november = await startQuiet({ today: '2026-11-22' });
  march = await startQuiet({ today: '2027-03-05' });
});

afterAll(async () => {
  await Promise.all([november.close(), march.close()]);
});

const MAY_FROM = Date.UTC(2025, 4, 1);
const MAY_TO = Date.UTC(2025, 5, 1) - 1;
const SHARED_PATHS: readonly (readonly [account: string, path: string])[] = [
  ['19011', transactionsPath('19011', '2026-10-01T00:00:00', '2026-10-31T23:59:59')],
  ['19012', transactionsPath('19012', '2026-10-01T00:00:00', '2026-10-31T23:59:59')],
  [
    '27340',
    '/advertisers/27340/reports/campaign?startDate=2025-11-01&endDate=2026-10-31&timezone=UTC&interval=day&includeNumbersWithoutCampaign=true',
  ],
  [
    'ledgerly',
    `/transactions?limit=250&min_created=${String(MAY_FROM)}&max_created=${String(MAY_TO)}`,
  ],
  ['teamdeck', `/rewards?limit=250&min_created=${String(MAY_FROM)}&max_created=${String(MAY_TO)}`],
  ['formhive', `/leads?limit=250&min_created=${String(MAY_FROM)}&max_created=${String(MAY_TO)}`],
];

it.each(SHARED_PATHS)(
  'gives the same bytes of %s whatever day it is: %s',
  async (account, path) => {
    const one = await call(connectionOf(november, account), path);
    const other = await call(connectionOf(march, account), path);
    expect(one.status).toBe(200);
    expect(one.text.length).toBeGreaterThan(2000);
    expect(other.text).toBe(one.text);
  },
);

it('gives the same truth for months that both have whole', async () => {
  const rows = async (sandbox: RunningSandbox): Promise<unknown[]> => {
    const body = asObject(parse((await read(sandbox.info.truth)).text));
    return asRows(body['rows']).filter((row) => {
      const month = String(row['month']);
      return month >= '2025-04' && month <= '2026-10';
    });
  };
  expect(await rows(march)).toEqual(await rows(november));
});

it('is another agency with another seed and the same one after a restart', async () => {
  const again = await startQuiet({ today: '2026-11-22' });
  const other = await startQuiet({ seed: 8 });
  const truth = (await read(november.info.truth)).text;
  expect((await read(again.info.truth)).text).toBe(truth);
  expect((await read(again.info.agency)).text).toBe((await read(november.info.agency)).text);
  expect((await read(other.info.truth)).text).not.toBe(truth);
  await Promise.all([again.close(), other.close()]);
});

it('keeps statuses and clicks until a restatement, and clicks after it', async () => {
  const sandbox = await startQuiet();
  const connection = connectionOf(sandbox, '27340');
  const transactions = transactionsPath('27340', '2026-10-01T00:00:00', '2026-10-31T23:59:59');
  const report =
    '/advertisers/27340/reports/campaign?startDate=2026-10-23&endDate=2026-11-21&timezone=UTC&interval=month&includeNumbersWithoutCampaign=true';
  const clicksOf = async (): Promise<number> => {
    const text = (await call(connection, report)).text;
    return [...text.matchAll(/"click":"(\d+)"/g)].reduce((sum, match) => sum + Number(match[1]), 0);
  };
  const first = (await call(connection, transactions)).text;
  expect((await call(connection, transactions)).text).toBe(first);
  const clicks = await clicksOf();
  await read(`${sandbox.info.control}/restate`, { method: 'POST' });
  expect((await call(connection, transactions)).text).not.toBe(first);
  expect(await clicksOf()).toBe(clicks);
  await sandbox.close();
});
