import { expect, test } from 'vitest';
import { hashing } from '../../../electron/safety/hashing';
import type { Core } from '../../../renderer/data/core/database';
import { knowErased } from '../../../renderer/data/privacy/known';
import { withoutErasedPeople } from '../../../renderer/data/privacy/sync-batch';
import { withErased } from '../../../shared/privacy/erasure-list';
import { keyOf } from '../../../shared/privacy/mentions';
import type { Batch } from '../../../shared/sync/batch';
import { plainRow, trafficColumnsOf, transactionColumnsOf } from '../facts/support';

/** A network goes on naming people who were erased here. */
async function know(...terms: string[]): Promise<void> {
  const meta = { get: () => Promise.resolve(undefined), put: () => Promise.resolve('erased') };
  const core = { database: { meta } } as unknown as Core;
  const empty = { key: 'ef'.repeat(32), entries: [] };
  const keys = terms.map((term) => keyOf(term) ?? '');
  await knowErased(core, [await withErased(empty, keys, 1, hashing)]);
}

const batch: Batch = {
  session: 's',
  sequence: 1,
  resource: 'transactions',
  task: 't',
  note: { window: { from: 1, to: 1 }, complete: true, exhaustive: true },
  answer: { state: 'answered' },
  columns: null,
  received: 1,
  quarantined: [],
};

test('nothing is touched as long as nobody was erased', async () => {
  expect(await withoutErasedPeople(batch)).toBe(batch);
});

test('rows, rosters and what is set aside come in without them, customers under one sign everywhere', async () => {
  await know('Jane Roe', 'jane@roe.example');
  const sent = transactionColumnsOf([
    { ...plainRow, id: '1', customer: 'jane@roe.example', partnership: '9' },
    { ...plainRow, id: '2', customer: 'else@kept.example' },
  ]);
  const voucher = { words: ['JANE ROE 10', ''], codes: Uint32Array.of(0, 1) };
  const columns = { ...sent, voucher, orderRef: ['', 'for Jane Roe'] };
  const rows = await withoutErasedPeople({
    ...batch,
    columns,
    quarantined: [{ reason: 'no date', raw: '{"publisher":"Jane Roe"}' }],
  });
  expect(JSON.stringify(rows)).not.toMatch(/jane|roe/i);
  if (rows.columns?.kind !== 'transactions') throw new Error('The rows are gone.');
  expect(rows.columns.id).toEqual(['1', '2']);
  expect(rows.columns.customer[1]).toBe('else@kept.example');
  const [sign] = rows.columns.customer;
  const roster = await withoutErasedPeople({
    ...batch,
    resource: 'customers',
    columns: {
      kind: 'roster',
      rows: [{ id: 'jane@roe.example', values: { name: 'Jane Roe', email: 'jane@roe.example' } }],
    },
  });
  expect(roster.columns).toEqual({
    kind: 'roster',
    rows: [
      { id: sign, values: { name: expect.stringMatching(/^\[erased /) as unknown, email: null } },
    ],
  });
  const traffic = trafficColumnsOf([
    { day: 1, partnership: '9', campaign: 'by Jane Roe', clicks: 1 },
  ]);
  const clicks = await withoutErasedPeople({ ...batch, resource: 'traffic', columns: traffic });
  expect(JSON.stringify(clicks)).not.toMatch(/jane|roe/i);
});
