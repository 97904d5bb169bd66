import { describe, expect, it } from 'vitest';
import { makeData } from '../../../electron/sandbox/data';
import { asObject, asRows, parse, read, startQuiet, TODAY } from './sandbox-client';

describe('the agency', () => {
  it('knows what no network does, and names things as the connections do', async () => {
    const sandbox = await startQuiet();
    const agency = asObject(parse((await read(sandbox.info.agency)).text));
    const list = (name: string): Record<string, unknown>[] => asRows(agency[name]);
    expect(new Set(list('team').map((member) => member['role'])).size).toBe(7);
    const clients = new Set(list('clients').map((client) => client['name']));
    expect(clients.size).toBe(8);
    const { connections } = sandbox.info;
    expect(new Set(connections.map((connection) => connection.client))).toEqual(clients);
    expect(list('programs').map((program) => program['name'])).toEqual(
      connections.map((connection) => connection.name),
    );
    expect(new Set(connections.map((connection) => connection.name)).size).toBe(20);
    for (const name of ['goals', 'contacts', 'notes', 'commitments']) {
      const rows = list(name);
      expect(rows.length, name).toBeGreaterThan(8);
      for (const row of rows) expect(clients).toContain(row['client']);
    }
    await sandbox.close();
  });

  it('gives each client a plausible share from its programs, and leaves out one total that is late', async () => {
    const sandbox = await startQuiet();
    const agency = asObject(parse((await read(sandbox.info.agency)).text));
    const truth = asRows(asObject(parse((await read(sandbox.info.truth)).text))['rows']);
    const names = new Map(sandbox.info.connections.map(({ name, client }) => [name, client]));
    const totals = asRows(agency['clientTotals']);
    for (const { client, month, currency, revenue } of totals) {
      const own = truth.filter(
        (row) =>
          names.get(String(row['program'])) === client &&
          row['month'] === month &&
          row['currency'] === currency,
      );
      const share = own.reduce((sum, row) => sum + Number(row['revenue']), 0) / Number(revenue);
      expect(share).toBeGreaterThan(0.05);
      expect(share).toBeLessThan(0.31);
    }
    const october = new Set(
      totals.filter((total) => total['month'] === '2026-10').map((total) => total['client']),
    );
    expect(october.size).toBe(7);
    await sandbox.close();
  });

  it('says which accounts are one partner, on both networks, with names in eight other scripts', async () => {
    const sandbox = await startQuiet();
    const identities = asRows(
      asObject(parse((await read(sandbox.info.agency)).text))['identities'],
    );
    expect(identities.length).toBeGreaterThan(380);
    expect(identities.length).toBeLessThan(430);
    const networks = identities.map(
      ({ accounts }) => new Set(asRows(accounts).map((account) => account['network'])).size,
    );
    expect(networks.filter((count) => count === 2).length).toBeGreaterThan(10);
    const names = identities.map((identity) => String(identity['partner'])).join(' ');
    for (const script of [
      'Greek',
      'Cyrillic',
      'Arabic',
      'Hebrew',
      'Devanagari',
      'Thai',
      'Han',
      'Katakana',
    ]) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
    expect(new Set(identities.map((identity) => identity['domain'])).size).toBe(identities.length);
    await sandbox.close();
  });
});

describe('sizes', () => {
  it('has about a million traffic rows, 100,000 transactions and 50,000 partners when large', () => {
    const data = makeData({ size: 'large', seed: 1, today: TODAY });
    let traffic = 0;
    for (const { traffic: clicks, program } of data.awin.values()) {
      if (program.gap !== 'none') continue;
      for (let day = data.range.first; day <= data.range.last; day += 1)
        clicks.visit(day, () => (traffic += 1));
    }
    const sales = [...data.awin.values()].reduce((sum, account) => sum + account.sales.length, 0);
    const payments = [...data.vendors.values()].reduce(
      (sum, vendor) => sum + vendor.rows.payments.length,
      0,
    );
    const accounts = new Set(
      data.roster.memberships
        .flat()
        .flatMap((member) =>
          member.joined > data.range.last ? [] : [member.publisher?.id ?? member.key],
        ),
    );
    expect(Math.abs(traffic / 1_000_000 - 1)).toBeLessThan(0.06);
    expect(Math.abs((sales + payments) / 100_000 - 1)).toBeLessThan(0.06);
    expect(Math.abs(accounts.size / 50_000 - 1)).toBeLessThan(0.06);
  });

  it('gives every row an id of its own', () => {
    const data = makeData({ size: 'large', seed: 1, today: TODAY });
    const ids = [...data.awin.values()].flatMap((account) => account.sales.map((sale) => sale.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { rows } of data.vendors.values()) {
      const keys = [...rows.customers, ...rows.payments, ...rows.rewards].map((row) => row.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(new Set(data.roster.partners.map((partner) => partner.domain)).size).toBe(
      data.roster.partners.length,
    );
  });
});
