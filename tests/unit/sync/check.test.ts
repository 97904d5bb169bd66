import { describe, expect, test } from 'vitest';
import { accountAmong, listAccounts } from '../../../electron/sync/check';
import type { Target } from '../../../electron/sync/fetch-page';
import { connectors } from '../../../shared/sync/connectors';
import { Pace } from '../../../shared/sync/pace';

const accounts = JSON.stringify({
  accounts: [{ accountId: 19011, accountName: 'Nordlicht', accountType: 'advertiser' }],
});

/** Checks an account against answers that come one after the other. */
async function check(answers: readonly [status: number, body: string][], account = '19011') {
  const queue = [...answers];
  const target: Target = {
    label: 'Awin',
    account,
    base: 'https://api.example',
    authorization: 'Bearer t',
    nothing: connectors.awin.nothing,
    callsPerMinute: 6_000,
    pace: new Pace(() => 0),
  };
  let requests = 0;
  const room = {
    fetch: () => {
      const [status, body] = queue.length > 1 ? queue.shift()! : queue[0]!;
      return Promise.resolve(new Response(status === 204 ? null : body, { status }));
    },
    now: () => 0,
    random: () => 0,
    wait: () => Promise.resolve(),
    onRequest: () => {
      requests += 1;
    },
  };
  const signal = new AbortController().signal;
  const listed = await listAccounts(room, connectors.awin, target, signal);
  return { ...accountAmong(listed, connectors.awin, account), requests };
}

describe('checking a token', () => {
  test('takes one call and names the account', async () => {
    expect(await check([[200, accounts]])).toEqual({
      account: '19011',
      name: 'Nordlicht',
      requests: 1,
    });
  });

  test.each([401, 403])('%d is CREDENTIALS', async (status) => {
    await expect(check([[status, '']])).rejects.toMatchObject({ code: 'CREDENTIALS' });
  });

  test('an account that the token does not open is told apart', async () => {
    await expect(check([[200, accounts]], '1')).rejects.toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
    });
  });

  test('an answer without content means that it opens none, and costs one call', async () => {
    await expect(check([[204, '']])).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  test('a portal, a cut body and a server error are tried again', async () => {
    const result = await check([
      [200, '<html>Welcome</html>'],
      [200, accounts.slice(0, 30)],
      [500, ''],
      [200, accounts],
    ]);
    expect(result.requests).toBe(4);
  });

  test('a wrong token is said at once, also when the error comes with a status of success', async () => {
    const error = '{"error":"unauthorized","description":"Full authentication is required"}';
    const answers: [number, string][] = [
      [200, error],
      [200, accounts],
    ];
    await expect(check(answers)).rejects.toMatchObject({ code: 'CREDENTIALS' });
  });

  test('an address that never speaks the API is said so, after eight calls', async () => {
    await expect(check([[200, '<html></html>']])).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
    });
  });
});
