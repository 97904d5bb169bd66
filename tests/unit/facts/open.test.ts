import { expect, test } from 'vitest';
import { openFacts } from '../../../renderer/data/facts';

test('a store that the engine cannot open is said plainly', async () => {
  // Node has no IndexedDB, which is as unreadable as a store can be.
  await expect(openFacts()).rejects.toMatchObject({
    code: 'STORE_UNREADABLE',
    message: expect.stringContaining('Nothing was changed') as string,
  });
});
