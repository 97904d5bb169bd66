import { expect, test } from '@playwright/test';
import { openLab, type Lab } from './support/page';

let lab: Lab;

test.beforeEach(async () => {
  lab = await openLab();
  await lab.page.evaluate(() => window.lab.factsState());
});

test.afterEach(async () => {
  await lab.close();
});

const partner = (id: string, name: string) => ({
  op: 'create',
  kind: 'partner',
  id,
  values: { name, type: 'content', tags: ['vip'] },
});

async function write(changes: readonly unknown[]): Promise<void> {
  const answer = await lab.page.evaluate((given) => window.lab.coreWrite(given), {
    changes,
    origin: 'person',
    reason: 'Test',
  });
  expect(answer).toMatchObject({ ok: true });
}

test('a start reads the kept text and puts over it what was written since', async () => {
  await write([partner('p1', 'Ana'), partner('p2', 'Bob'), partner('p3', 'Cleo')]);
  await write([partner('p4', 'Dora')]);
  await lab.page.evaluate(() => window.lab.keepPartners());
  await lab.page.evaluate(() => window.lab.renameInKeptPartners('Ana', 'Ana as kept'));
  await write([
    { op: 'set', kind: 'partner', id: 'p2', values: { name: 'Robert', type: null } },
    { op: 'delete', kind: 'partner', id: 'p3' },
    partner('p5', 'Emil'),
  ]);
  const known = await lab.page.evaluate(() => window.lab.keptPartners());
  expect(known).toEqual({
    p1: { name: 'Ana as kept', type: 'content', tags: ['vip'] },
    p2: { name: 'Robert', tags: ['vip'] },
    p4: { name: 'Dora', type: 'content', tags: ['vip'] },
    p5: { name: 'Emil', type: 'content', tags: ['vip'] },
  });
});

test('a text of another history is not read', async () => {
  await write([partner('p1', 'Ana')]);
  await lab.page.evaluate(() => window.lab.keepPartners());
  await lab.page.evaluate(() => window.lab.renameInKeptPartners('"id":"', '"id":"another-'));
  await lab.page.evaluate(() => window.lab.renameInKeptPartners('Ana', 'Ana as kept'));
  const known = await lab.page.evaluate(() => window.lab.keptPartners());
  expect(known).toMatchObject({ p1: { name: 'Ana' } });
});

test('who asks for some fields has them as they are now, and reads no other', async () => {
  await write([partner('p1', 'Ana'), partner('p2', 'Bob'), partner('p3', 'Cleo')]);
  await write([partner('p4', 'Dora')]);
  await lab.page.evaluate(() => window.lab.keepPartners());
  await lab.page.evaluate(() => window.lab.renameInKeptPartners('Ana', 'Ana as kept'));
  await lab.page.evaluate(() => window.lab.loseKeptField('tags'));
  await write([
    { op: 'set', kind: 'partner', id: 'p2', values: { name: 'Robert' } },
    { op: 'delete', kind: 'partner', id: 'p3' },
  ]);
  const fieldsOf = (id: string) =>
    lab.page.evaluate((asked) => window.lab.keptPartnerFields(asked, ['name', 'type']), id);
  expect(await fieldsOf('p1')).toEqual({ has: true, values: ['Ana as kept', 'content'] });
  expect(await fieldsOf('p2')).toEqual({ has: true, values: ['Robert', 'content'] });
  expect(await fieldsOf('p3')).toEqual({ has: false, values: [null, null] });
});

test('where the text of a field is lost, everything is read from the records', async () => {
  await write([partner('p1', 'Ana'), partner('p2', 'Bob')]);
  await lab.page.evaluate(() => window.lab.keepPartners());
  await lab.page.evaluate(() => window.lab.renameInKeptPartners('Ana', 'Ana as kept'));
  await lab.page.evaluate(() => window.lab.loseKeptField('tags'));
  const known = await lab.page.evaluate(() => window.lab.keptPartners());
  expect(known).toEqual({
    p1: { name: 'Ana', type: 'content', tags: ['vip'] },
    p2: { name: 'Bob', type: 'content', tags: ['vip'] },
  });
});

test('who asks while a change is being read waits for it', async () => {
  await write([partner('p1', 'Ana')]);
  const name = await lab.page.evaluate(() => window.lab.keptNameForTheSecond('p1', 'Anna'));
  expect(name).toBe('Anna');
});
