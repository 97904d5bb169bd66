import { expect, test } from '@playwright/test';
import { openLab, type Lab } from './support/page';

let lab: Lab;

test.beforeEach(async () => {
  lab = await openLab();
});

test.afterEach(async () => {
  await lab.close();
});

async function call(method: string, args: unknown, role = 'main') {
  const asked: { role: string; method: string; args: unknown } = { role, method, args };
  return lab.page.evaluate(
    (given) => window.lab.workerCall(given.role, given.method, given.args),
    asked,
  );
}

test('the worker answers status of an empty profile and tells every port what changed', async () => {
  expect(await call('status', {})).toMatchObject({
    ok: true,
    value: { counts: { client: 0, partner: 0 }, connections: [], profile: 'real' },
  });
  await call('status', {}, 'page');
  const saved = await call('connections.save', { network: 'awin', account: '19011', client: 'N' });
  expect(saved).toMatchObject({ ok: true, value: { client: 'N', program: '19011' } });
  const events = await lab.page.evaluate(() => window.lab.workerEvents('page'));
  expect(events).toEqual([{ event: 'changed', kinds: ['client', 'program', 'connection'] }]);
  expect(await call('status', {})).toMatchObject({
    ok: true,
    value: {
      counts: { client: 1, program: 1, connection: 1 },
      connections: [{ account: '19011', program: '19011', client: 'N', state: 'never-synced' }],
    },
  });
  const begun = await call('sync.begin', { connection: null, now: Date.UTC(2026, 10, 22) });
  expect(begun).toMatchObject({ ok: true, value: [{ network: 'awin', account: '19011' }] });
});

test('calls that the contract does not know or that do not fit it are refused, and change nothing', async () => {
  const methods = await lab.page.evaluate(() => window.lab.workerMethods());
  for (const method of methods) {
    expect(await call(method, { wrong: true }), method).toMatchObject({
      ok: false,
      error: { code: 'INVALID_ARGUMENTS' },
    });
  }
  for (const method of ['constructor', '__proto__', 'records.drop', '']) {
    expect(await call(method, {}), method).toMatchObject({
      ok: false,
      error: { code: 'UNKNOWN_METHOD' },
    });
  }
  for (const message of [
    null,
    'status',
    7,
    [],
    { method: 'status' },
    { id: 'x', method: 'status' },
  ]) {
    await lab.page.evaluate((given) => window.lab.workerPost('main', given), message);
  }
  expect(await call('status', {})).toMatchObject({ ok: true, value: { counts: { client: 0 } } });
});

test('a batch of a session that the worker does not know is answered with a stop', async () => {
  const batch: unknown = {
    session: 'unknown',
    sequence: 1,
    resource: 'traffic',
    task: 't',
    note: { window: { from: 0, to: 1 }, complete: true, exhaustive: true },
    answer: { state: 'answered' },
    columns: null,
    received: 0,
    quarantined: [],
  };
  await lab.page.evaluate((given) => window.lab.workerPost('batches', given), [batch]);
  await expect
    .poll(() => lab.page.evaluate(() => window.lab.workerMessages('batches')))
    .toMatchObject([[{ session: 'unknown', sequence: 1, stop: {} }]]);
});
