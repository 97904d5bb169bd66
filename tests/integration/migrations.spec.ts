import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openLab, type Lab } from './support/page';
import { placeStoredProfile } from './support/stored-profile';

/** Profiles as earlier schemas left them on the disk, opened by this build. */
async function openStored(schema: string): Promise<{ lab: Lab; remove: () => Promise<void> }> {
  const profile = await mkdtemp(path.join(tmpdir(), 'quarterdeck-stored-'));
  await placeStoredProfile(schema, profile);
  const lab = await openLab({ profile });
  return {
    lab,
    remove: async () => {
      await lab.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

test('from schema 1 of the facts: nothing is lost, and the texts of files have a place', async () => {
  const { lab, remove } = await openStored('1');
  const july = {
    metrics: ['orders' as const, 'revenue' as const, 'clicks' as const],
    by: ['month' as const],
    from: '2026-07-01',
    to: '2026-07-20',
  };
  const answer = await lab.page.evaluate((query) => window.lab.factsQuery(query), july);
  expect(answer).toMatchObject({
    rows: [
      {
        orders: 40,
        revenue: { amountMinor: 40_780, currency: 'EUR' },
        clicks: 55,
        month: '2026-07',
      },
    ],
  });
  const clients = await lab.page.evaluate(() => window.lab.coreList('client'));
  expect(clients.map(({ values }) => values['name'])).toEqual(['Nordlicht']);
  expect(await lab.page.evaluate(() => window.lab.coreJournal())).toHaveLength(1);

  const kept = { sha256: 'a'.repeat(64), text: 'Kingfisher', problem: null };
  await lab.page.evaluate((text) => window.lab.factsKeepText(text), kept);
  const page = await lab.killAndRestart();
  // What was read of a file again takes the place of what was known.
  await page.evaluate((text) => window.lab.factsKeepText(text), { ...kept, text: 'Halcyon' });
  expect(await page.evaluate(() => window.lab.factsTexts(0))).toEqual({
    texts: [[kept.sha256, 'Halcyon']],
    seq: 2,
  });
  expect(await page.evaluate(() => window.lab.factsTexts(2))).toEqual({ texts: [], seq: 2 });
  expect(await page.evaluate((query) => window.lab.factsQuery(query), july)).toEqual(answer);
  await remove();
});
