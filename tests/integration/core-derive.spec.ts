import { expect, test } from '@playwright/test';
import { openLab, type Lab } from './support/page';

let lab: Lab;

test.beforeEach(async () => {
  lab = await openLab();
});

test.afterEach(async () => {
  await lab.close();
});

async function connect(network: 'awin' | 'partnerstack', account: string): Promise<string> {
  const saved = await lab.page.evaluate((asked) => window.lab.coreSaveConnection(asked), {
    network,
    account,
  });
  if (!saved.ok) throw new Error(saved.error.message);
  return saved.value.id;
}

test('a page killed in the middle of deriving loses nobody and makes nobody twice', async () => {
  const source = await connect('awin', '19011');
  await lab.page.evaluate((id) => window.lab.coreDeriveUntil(id, 6_000, 2), source);
  const page = await lab.killAndRestart();
  const before = await page.evaluate(() => window.lab.coreCounts());
  expect(before['partner']).toBeGreaterThanOrEqual(2_000);
  expect(before['partner']).toBeLessThan(6_000);
  const rest = await page.evaluate((id) => window.lab.coreDerive(id, 6_000), source);
  expect(rest.created).toBe(6_000 - before['partner']!);
  const { identities } = await page.evaluate(() => window.lab.coreStored());
  const counts = await page.evaluate(() => window.lab.coreCounts());
  expect(counts['partner']).toBe(6_000);
  expect(new Set(identities.map(({ partner }) => partner)).size).toBe(6_000);
  expect(await page.evaluate((id) => window.lab.coreDerive(id, 6_000), source)).toMatchObject({
    created: 0,
    joined: 0,
  });
});

test('only an own domain or an own mailbox joins two accounts', async () => {
  const [awin, vendor, other] = [
    await connect('awin', '19011'),
    await connect('partnerstack', 'ledgerly'),
    await connect('partnerstack', 'formhive'),
  ];
  const row = (source: string, networkId: string, domain: string | null, email: string | null) => ({
    source,
    networkId,
    name: `${networkId} of the same name`,
    primaryType: 'Cashback',
    email,
    domain,
    leftAt: null,
  });
  const rows = [
    row(awin, 'a', 'https://www.shop.co.uk/deals', null),
    row(vendor, 'b', 'shop.co.uk', null),
    row(vendor, 'c', 'https://instagram.com/one', 'one@gmail.com'),
    row(other, 'd', 'https://instagram.com/two', 'one@gmail.com'),
    row(vendor, 'e', null, 'Team@trail-notes.example'),
    row(other, 'e', null, 'team@trail-notes.example'),
    row(awin, 'f', 'one.github.io', null),
    row(awin, 'g', 'two.github.io', null),
  ];
  const derived = await lab.page.evaluate((given) => window.lab.coreDeriveRows(given), rows);
  expect(derived).toEqual({ created: 6, joined: 2 });
  const partnerOf = async (source: string, id: string): Promise<string | undefined> => {
    const [from, networkId] = [source, id];
    const { partner } = await lab.page.evaluate(
      (asked) => window.lab.coreDirectory(asked.from, asked.networkId),
      { from, networkId },
    );
    return partner?.partnerId;
  };
  expect(await partnerOf(vendor, 'b')).toBe(await partnerOf(awin, 'a'));
  expect(await partnerOf(other, 'd')).not.toBe(await partnerOf(vendor, 'c'));
  expect(await partnerOf(other, 'e')).toBe(await partnerOf(vendor, 'e'));
  expect(await partnerOf(awin, 'g')).not.toBe(await partnerOf(awin, 'f'));
});
