import { describe, expect, test, vi } from 'vitest';
import { connectAll } from '../../../electron/app/connect';
import type { Desk } from '../../../electron/app/desk';
import type { SaveConnection } from '../../../shared/ipc/data-contract';

vi.mock('electron', () => ({ app: {}, utilityProcess: {} }));

/** The address at which a token is checked, in a desk that knows one account at an address of its own. */
async function checkedAt(candidate: SaveConnection): Promise<string | undefined> {
  const values = { network: 'awin', account: '19011', address: 'https://gateway.example/awin' };
  const asked: (string | undefined)[] = [];
  const desk = {
    log: { hide: () => undefined, info: () => undefined },
    profile: { sample: () => null },
    tokens: { requireStore: () => undefined, save: () => undefined },
    data: {
      call: (method: string) =>
        Promise.resolve(method === 'records.list' ? [{ id: 'c', values }] : []),
    },
    sync: {
      accounts: ({ address }: SaveConnection) => {
        asked.push(address);
        return Promise.resolve(null);
      },
    },
  } as unknown as Desk;
  await connectAll(desk, [candidate], 'token');
  return asked[0];
}

describe('the address at which a new token is checked', () => {
  test('is the known one of the account, when none is given', async () => {
    expect(await checkedAt({ network: 'awin', account: '19011' })).toBe(
      'https://gateway.example/awin',
    );
  });

  test('is the given one', async () => {
    const address = 'https://other.example';
    expect(await checkedAt({ network: 'awin', account: '19011', address })).toBe(address);
  });

  test('is the documented one of an account that is not known yet', async () => {
    expect(await checkedAt({ network: 'awin', account: '2' })).toBeUndefined();
    expect(await checkedAt({ network: 'partnerstack', account: '19011' })).toBeUndefined();
  });
});
