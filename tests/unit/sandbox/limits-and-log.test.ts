import { describe, expect, it } from 'vitest';
import { CallLimiter } from '../../../electron/sandbox/limiter';
import {
  asObject,
  asRows,
  call,
  connectionOf,
  parse,
  post,
  read,
  startQuiet,
} from './sandbox-client';

describe('the limit', () => {
  it('is a rolling minute for each token, and a refused call does not count', () => {
    let now = 0;
    const limiter = new CallLimiter(2, () => now);
    expect(limiter.take('a')).toBe(0);
    now = 30_000;
    expect(limiter.take('a')).toBe(0);
    expect(limiter.take('a')).toBe(30_000);
    expect(limiter.take('b')).toBe(0);
    now = 60_000;
    expect(limiter.take('a')).toBe(0);
    expect(limiter.take('a')).toBe(30_000);
  });

  it('is 20 unless told, shared by all Awin accounts, answered by an empty 429 without Retry-After', async () => {
    const sandbox = await startQuiet({ limit: undefined });
    const accounts = ['19011', '63108'].map((account) => connectionOf(sandbox, account));
    const statuses: number[] = [];
    for (let count = 0; count < 20; count += 1) {
      const connection = accounts[count % 2];
      if (connection !== undefined) statuses.push((await call(connection, '/accounts')).status);
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await call(connectionOf(sandbox, '27340'), '/accounts');
    expect([refused.status, refused.text, refused.headers.get('retry-after')]).toEqual([
      429,
      '',
      null,
    ]);
    expect((await call(connectionOf(sandbox, 'formhive'), '/groups')).status).toBe(200);
    await sandbox.close();
  });
});

describe('control', () => {
  it('logs each call without a secret, and clears the log', async () => {
    const sandbox = await startQuiet();
    const nordlicht = connectionOf(sandbox, '19011');
    await call(nordlicht, '/advertisers/19011/publishers?accessToken=canary-secret');
    await call(connectionOf(sandbox, 'formhive'), '/groups?limit=5');
    const text = (await read(`${sandbox.info.control}/log`)).text;
    const requests = asRows(asObject(parse(text))['requests']);
    expect(
      requests.map(({ network, account, path, query, status }) => [
        network,
        account,
        path,
        query,
        status,
      ]),
    ).toEqual([
      ['awin', '19011', '/advertisers/19011/publishers', 'accessToken=***', 200],
      ['partnerstack', 'formhive', '/groups', 'limit=5', 200],
    ]);
    for (const { token } of sandbox.info.connections) expect(text).not.toContain(token);
    await read(`${sandbox.info.control}/log`, { method: 'DELETE' });
    expect(asObject(parse((await read(`${sandbox.info.control}/log`)).text))['total']).toBe(0);
    await sandbox.close();
  });

  it('refuses what it does not understand', async () => {
    const sandbox = await startQuiet();
    expect((await post(`${sandbox.info.control}/faults`, { level: 'awful' })).status).toBe(400);
    expect((await post(`${sandbox.info.control}/restate`, { seed: 'x' })).status).toBe(400);
    expect((await read(`${sandbox.info.control}/nothing`)).status).toBe(404);
    expect((await post(`${sandbox.info.control}/faults`, { level: 'heavy' })).status).toBe(200);
    await sandbox.close();
  });

  it('refuses options out of range', async () => {
    await expect(startQuiet({ today: '2026-13-40' })).rejects.toThrow();
    await expect(startQuiet({ limit: 0 })).rejects.toThrow();
  });
});
