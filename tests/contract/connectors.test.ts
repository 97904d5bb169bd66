import { describe, expect, test } from 'vitest';
import { networkSchema } from '../../shared/domain/vocabulary';
import { parseDay } from '../../shared/kernel/days';
import type { Resource } from '../../shared/sync/batch';
import { BrokenBody, RefusedBody, type MappedPage } from '../../shared/sync/connector';
import { connectors } from '../../shared/sync/connectors';
import type { SyncTask } from '../../shared/sync/plan';
import { samples, type Sample } from './support/samples';

const account = { account: 'acme', timeZone: 'Europe/Berlin' };

function taskOf({ resource, dateType }: Sample): SyncTask {
  return {
    id: `${resource}:test`,
    resource,
    ...(dateType === undefined ? {} : { dateType }),
    window: { from: parseDay('2026-04-01')!, to: parseDay('2026-04-30')! },
    purpose: 'backfill',
    exhaustive: dateType === undefined,
  };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

function lengthOf(page: MappedPage): number {
  if (!page.columns) return 0;
  return page.columns.kind === 'roster' ? page.columns.rows.length : page.columns.length;
}

function idsOf({ columns }: MappedPage): readonly string[] {
  if (columns?.kind === 'transactions') return columns.id;
  return columns?.kind === 'roster' ? columns.rows.map(({ id }) => id) : [];
}

/** What each network says of a wrong token, as a proxy may hand it on with status 200. */
const errorBodies: Readonly<Record<string, unknown>> = {
  awin: { error: 'unauthorized', description: 'Full authentication is required' },
  partnerstack: { message: 'Invalid API key', status: 401 },
};

/** Bodies that portals, proxies and other software send with status 200. */
const foreignBodies: readonly unknown[] = [
  null,
  'sign in',
  42,
  {},
  { state: 'maintenance', retry: true },
  { message: 'ok', status: 200 },
  { data: [] },
  { data: { items: [] } },
  { data: { items: {}, has_more: false } },
  { result: 'none' },
  [1, 2, 3],
  [{ hello: 'world' }],
  { data: { items: [{ hello: 'world' }], has_more: false } },
];

describe.each(networkSchema.options)('the connector of %s', (network) => {
  const connector = connectors[network];
  const cases = samples[network].map((sample) => ({
    ...sample,
    label: `${sample.resource}${sample.dateType === undefined ? '' : ` by ${sample.dateType}`}`,
  }));

  const read = (sample: Sample, body: unknown): MappedPage => {
    const task = taskOf(sample);
    const request = connector.first(task, account);
    return connector.read({ task, account, request, body, carried: null });
  };

  test('has a sample for every resource and date that its policies read', () => {
    const kept = (items: readonly { resource: Resource; dateType?: string }[]): Set<string> =>
      new Set(items.map(({ resource, dateType = '-' }) => `${resource} ${dateType}`));
    const sampled = kept(cases.filter(({ dateType }) => dateType !== 'transaction'));
    for (const policy of kept(connector.policies)) {
      if (policy === 'customers updated') continue;
      expect(sampled).toContain(policy);
    }
  });

  test('keeps its network, and a documented address that is safe for a token', () => {
    expect(connector.network).toBe(network);
    expect(new URL(connector.documentedAddress).protocol).toBe('https:');
    expect(connector.documentedAddress.endsWith('/')).toBe(false);
  });

  test.each(cases)('$label: asks as documented', (sample) => {
    const { path, query } = connector.first(taskOf(sample), account);
    expect(path).toBe(sample.path);
    expect(Object.fromEntries(query)).toEqual(sample.query);
  });

  test.each(cases)('$label: reads a documented row', (sample) => {
    const page = read(sample, sample.wrap([sample.row]));
    expect(page.quarantined).toEqual([]);
    expect(page.received).toBe(1);
    expect(lengthOf(page)).toBe(1);
    if (sample.id !== null) expect(idsOf(page)).toEqual([sample.id]);
    expect(page.next).toBeNull();
  });

  test.each(cases)('$label: reads nothing as nothing', (sample) => {
    const page = read(sample, sample.wrap([]));
    expect(page).toMatchObject({ received: 0, quarantined: [], next: null });
    expect(lengthOf(page)).toBe(0);
  });

  test.each(cases)('$label: reads a row whose optional fields are null or absent', (sample) => {
    for (const field of sample.lenient) {
      const absent = Object.fromEntries(
        Object.entries(sample.row).filter(([name]) => name !== field),
      );
      for (const row of [{ ...sample.row, [field]: null }, absent]) {
        const page = read(sample, sample.wrap([row]));
        expect(page.quarantined, field).toEqual([]);
        expect(lengthOf(page), field).toBe(1);
      }
    }
  });

  test.each(cases)(
    '$label: puts a malformed row aside, names why, and reads the rest',
    (sample) => {
      for (const [changes, names] of sample.malformed) {
        const page = read(sample, sample.wrap([{ ...sample.row, ...changes }, sample.row]));
        expect(page.quarantined).toHaveLength(1);
        expect(page.quarantined[0]!.reason).toMatch(names);
        expect(page.quarantined[0]!.raw.length).toBeGreaterThan(2);
        expect(lengthOf(page)).toBe(1);
        expect(page.received).toBe(2);
      }
    },
  );

  test.each(cases)('$label: keeps a row that comes twice once', (sample) => {
    if (sample.id === null) return;
    expect(idsOf(read(sample, sample.wrap([sample.row, sample.row])))).toEqual([sample.id]);
  });

  test.each(cases)('$label: a body of another shape is broken, never empty', (sample) => {
    for (const body of foreignBodies) {
      expect(() => read(sample, body), JSON.stringify(body)).toThrow(BrokenBody);
    }
  });

  test.each(cases)('$label: changes nothing that it is given', (sample) => {
    const task = freeze(taskOf(sample));
    const request = freeze(connector.first(task, account));
    const body = freeze(structuredClone(sample.wrap([sample.row])));
    const input = freeze({ task, account: { ...account }, request, body, carried: null });
    expect(connector.read(input)).toEqual(connector.read(input));
  });

  test.each(cases)('$label: a refusal is an answer or a stop, for every status', (sample) => {
    for (const status of [400, 402, 403, 404, 422]) {
      const answer = connector.refusal(taskOf(sample), status, '');
      if (answer !== 'stop') {
        expect(answer.state).toBe('refused');
        expect(answer).toHaveProperty('reason');
      }
    }
  });

  test('losing the right to the roster stops the connection', () => {
    const roster = cases.find(({ resource }) => resource === 'partnerships')!;
    expect(connector.refusal(taskOf(roster), 403, '')).toBe('stop');
  });

  test('an error that comes with a status of success is a refusal, not a broken body', () => {
    const said = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (thrown) {
        return thrown instanceof RefusedBody ? thrown.status : thrown;
      }
    };
    for (const sample of cases) expect(said(() => read(sample, errorBodies[network]))).toBe(401);
    expect(said(() => connector.readAccounts(errorBodies[network]))).toBe(401);
  });

  test('what an answer without content stands for maps to no rows, for every list', () => {
    const body: unknown = JSON.parse(connector.nothing);
    for (const sample of cases) {
      const page = read(sample, body);
      expect([sample.label, lengthOf(page), page.received, page.next]).toEqual([
        sample.label,
        0,
        0,
        null,
      ]);
    }
  });

  test('the check refuses bodies of another shape', () => {
    for (const body of foreignBodies.slice(0, 6)) {
      expect(() => connector.readAccounts(body)).toThrow(BrokenBody);
    }
  });
});
