import { describe, expect, test } from 'vitest';
import type { PartnerBase } from '../../../renderer/data/lists/base';
import { buildPartnerTable } from '../../../renderer/data/lists/build-table';
import { membersOf } from '../../../renderer/data/lists/members';
import { orderRows } from '../../../renderer/data/lists/order';
import { pickRows } from '../../../renderer/data/lists/pick';
import { rowAt, type PartnerTable } from '../../../renderer/data/lists/table';
import { figuresOf } from '../../../renderer/data/facts/account-figures';
import { answerQuery } from '../../../renderer/data/facts/query';
import { joinedInto } from '../../../renderer/data/joined-partners';
import type { PartnerFilter, PartnerLevel, PartnerRow } from '../../../shared/domain/partner-list';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { parseDay } from '../../../shared/kernel/days';
import {
  at,
  directoryOf,
  program,
  rows,
  segment,
  seriesOf,
  type TestSource,
} from '../facts/support';

const day = (text: string): number => parseDay(text) ?? 0;
const current = { from: day('2026-07-01'), to: day('2026-09-30') };
const previous = { from: day('2026-04-01'), to: day('2026-06-30') };
const wholeYear = [segment(day('2026-01-01'), day('2026-12-31'))];

const retail: TestSource = {
  program,
  rows: rows(
    { partnership: 'p1', sale: 10_000, instant: at('2026-07-10T12:00:00Z') },
    { partnership: 'p1', sale: 5_000, instant: at('2026-05-10T12:00:00Z') },
    { partnership: 'p2', sale: 3_000, instant: at('2026-08-01T12:00:00Z'), status: 'pending' },
    { partnership: 'p2', sale: 9_000, instant: at('2026-08-02T12:00:00Z'), status: 'declined' },
    {
      partnership: 'p3',
      sale: 2_000,
      instant: at('2026-07-03T12:00:00Z'),
      currency: 'GBP',
      commissionCurrency: 'GBP',
    },
    { partnership: 'gone', sale: 1_000, instant: at('2026-07-04T12:00:00Z') },
  ),
  answers: { transactions: wholeYear, partnerships: wholeYear },
};
const b2b: TestSource = {
  program: {
    ...program,
    source: 's2',
    network: 'partnerstack',
    account: 'ledgerly',
    programId: 'program-2',
    program: 'Ledgerly',
    model: 'b2b',
  },
  rows: rows({
    partnership: 'key1',
    type: 'payment',
    sale: 70_000,
    instant: at('2026-07-10T12:00:00Z'),
    customer: 'c',
  }),
  answers: { transactions: wholeYear },
};
const sources = [retail, b2b].map((source) => ({ source, series: seriesOf(source) }));
const figures = sources.map(({ source, series }) =>
  figuresOf(source.program, series, current, previous),
);

const partnersById: Record<string, Record<string, FieldValue>> = {
  ana: {
    name: 'Ána’s Deals',
    type: 'coupon',
    domain: 'ana.example',
    company: 'holding',
    tags: ['vip'],
  },
  bob: { name: 'bob reviews', type: 'content' },
  cleo: { name: 'Cleo', type: 'content', sameAs: 'ana' },
  idle: { name: 'Idle', company: 'holding' },
};
const identities: Record<string, string> = {
  'awin:none:p1': 'ana',
  'awin:none:p2': 'bob',
  'awin:none:p3': 'cleo',
  'partnerstack:ledgerly:key1': 'ana',
};

const mapOf = (records: Record<string, Record<string, FieldValue>>) =>
  new Map(Object.entries(records));

function baseOf(joined: ReadonlyMap<string, string>): PartnerBase {
  const listed = (networkId: string) => ({
    source: 's1',
    networkId,
    name: `Listed ${networkId}`,
    primaryType: null,
    email: null,
    domain: null,
    joinedAt: null,
    seenAt: 0,
    leftAt: networkId === 'p2' ? 1 : null,
  });
  const partnerOf = (key: string): string | null => {
    const partner = identities[key];
    return partner === undefined ? null : joinedInto(partner, joined);
  };
  return {
    revision: '1',
    programs: [retail.program, b2b.program],
    partners: mapOf(partnersById),
    companies: mapOf({ holding: { name: 'Holding' } }),
    team: mapOf({ mia: { name: 'Mia' } }),
    files: mapOf({ 's1:p2': { owner: 'mia', tier: 'growth', type: 'cashback' } }),
    joined,
    partnerOf,
    keysOf: (id) => Object.keys(identities).filter((key) => partnerOf(key) === id),
    rosters: new Map([['s1', ['p1', 'p2', 'p3', 'new'].map(listed)]]),
  };
}

const base = baseOf(new Map([['cleo', 'ana']]));
const inEuro = { model: 'retail', currency: 'EUR' } as const;

function tableAt(
  level: PartnerLevel,
  measure:
    | typeof inEuro
    | { model: 'b2b'; currency: 'EUR' }
    | { model: 'retail'; currency: 'GBP' } = inEuro,
): PartnerTable {
  return buildPartnerTable(base, figures, level, measure, true);
}

function rowsOf(
  table: PartnerTable,
  filters: readonly PartnerFilter[] = [],
  search = '',
): PartnerRow[] {
  const order = orderRows(table, { column: 'name', direction: 'ascending' });
  return Array.from(pickRows(table, order, search, filters), (row) => rowAt(table, row));
}

const namesOf = (found: readonly PartnerRow[]): string[] => found.map(({ name }) => name);

describe('the partner list', () => {
  test('has every partner once, those without an account and those without a record too', () => {
    expect(namesOf(rowsOf(tableAt('partner')))).toEqual([
      'Ána’s Deals',
      'bob reviews',
      'gone',
      'Idle',
      'Listed new',
    ]);
  });

  test('says how each stands, in particular who left before the first sync', () => {
    const statuses = Object.fromEntries(
      rowsOf(tableAt('partner')).map(({ name, status }) => [name, status]),
    );
    expect(statuses).toEqual({
      'Ána’s Deals': 'joined',
      'bob reviews': 'left',
      gone: 'left-early',
      Idle: 'no-account',
      'Listed new': 'joined',
    });
  });

  test.each([
    inEuro,
    { model: 'retail', currency: 'GBP' } as const,
    { model: 'b2b', currency: 'EUR' } as const,
  ])('adds up to what the same question answers: %o', (measure) => {
    const answer = answerQuery(
      {
        metrics: ['revenue', 'orders', 'commission'],
        by: [],
        from: '2026-07-01',
        to: '2026-09-30',
      },
      directoryOf([retail.program, b2b.program]),
      new Map(sources.map(({ series }) => [series.source, series])),
    );
    const asked = answer.rows.find(({ revenue, model }) => {
      const { currency } = revenue as { currency: string };
      return currency === measure.currency && (model ?? 'retail') === measure.model;
    });
    const total = (column: 'revenue' | 'orders' | 'commission'): number =>
      rowsOf(tableAt('partner', measure)).reduce((sum, row) => sum + (row[column] ?? 0), 0);
    expect(total('revenue')).toBe((asked?.['revenue'] as { amountMinor: number }).amountMinor);
    expect(total('commission')).toBe(
      (asked?.['commission'] as { amountMinor: number }).amountMinor,
    );
    expect(total('orders')).toBe(asked?.['orders']);
  });

  test('never adds models or currencies: a figure that is not of the measure is unknown', () => {
    const [ana] = rowsOf(tableAt('partner'), [], 'ana');
    expect(ana?.revenue).toBe(10_000);
    expect(ana?.change).toBe(1);
    const [asB2b] = rowsOf(tableAt('partner', { model: 'b2b', currency: 'EUR' }), [], 'ana');
    expect(asB2b?.revenue).toBe(70_000);
    expect(
      rowsOf(tableAt('partner', { model: 'b2b', currency: 'EUR' }), [], 'bob')[0]?.revenue,
    ).toBeNull();
  });

  test('the three levels: a company has its partners, an account stands alone', () => {
    const [holding] = rowsOf(tableAt('company'));
    expect(holding).toMatchObject({ name: 'Holding', revenue: 10_000, programs: 2 });
    const accounts = rowsOf(tableAt('account'));
    expect(accounts.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'awin:none:p1',
        'awin:none:p3',
        'awin:none:gone',
        'partnerstack:ledgerly:key1',
      ]),
    );
    expect(accounts).toHaveLength(6);
  });

  test.each([
    inEuro,
    { model: 'retail', currency: 'GBP' } as const,
    { model: 'b2b', currency: 'EUR' } as const,
  ])('every level comes to the same total, of %o alone', (measure) => {
    const total = (rows: readonly PartnerRow[]): number =>
      rows.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0);
    const partners = rowsOf(tableAt('partner', measure));
    expect(total(rowsOf(tableAt('account', measure)))).toBe(total(partners));
    const ofCompanies = partners.filter(({ company }) => company.length > 0);
    expect(total(rowsOf(tableAt('company', measure)))).toBe(total(ofCompanies));
  });

  test('in one program a partner is of the type that its file there says', () => {
    const typesOf = (table: PartnerTable): Record<string, readonly string[]> =>
      Object.fromEntries(rowsOf(table).map(({ name, type }) => [name, type]));
    expect(typesOf(tableAt('partner'))['bob reviews']).toEqual(['content']);
    const inProgram = buildPartnerTable(base, figures.slice(0, 1), 'partner', inEuro, false);
    expect(typesOf(inProgram)['bob reviews']).toEqual(['cashback']);
    expect(typesOf(inProgram)['Ána’s Deals']).toEqual(['coupon']);
    expect(namesOf(rowsOf(inProgram, [{ column: 'type', op: 'is', words: ['cashback'] }]))).toEqual(
      ['bob reviews'],
    );
  });

  test('a partner that was joined by hand is part of the other, and comes back', () => {
    expect(rowsOf(tableAt('partner'), [], 'ana')[0]?.accounts).toContain('p3');
    const apart = buildPartnerTable(baseOf(new Map()), figures, 'partner', inEuro, true);
    expect(namesOf(rowsOf(apart))).toContain('Cleo');
    expect(rowsOf(apart, [], 'ana')[0]?.accounts).not.toContain('p3');
    expect(
      joinedInto(
        'a',
        new Map([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toBe('a');
  });

  test('search ignores case and accents and looks into sites, tags and ids', () => {
    for (const words of ['ana DEALS', 'ana.example', 'vip', 'key1', 'holding']) {
      expect(namesOf(rowsOf(tableAt('partner'), [], words)), words).toContain('Ána’s Deals');
    }
    expect(rowsOf(tableAt('partner'), [], 'ana bob')).toEqual([]);
  });

  test.each<[PartnerFilter, string[]]>([
    [{ column: 'type', op: 'is', words: ['coupon'] }, ['Ána’s Deals']],
    [
      { column: 'type', op: 'is-not', words: ['coupon', 'content'] },
      ['gone', 'Idle', 'Listed new'],
    ],
    [{ column: 'revenue', op: 'over', value: 25 }, ['Ána’s Deals', 'bob reviews']],
    [{ column: 'revenue', op: 'under', value: 25 }, ['gone', 'Listed new']],
    [{ column: 'lastSale', op: 'not-since', day: '2026-07-05' }, ['gone', 'Idle', 'Listed new']],
    [{ column: 'lastSale', op: 'since', day: '2026-07-05' }, ['Ána’s Deals', 'bob reviews']],
    [{ column: 'owner', op: 'is', words: ['mia'] }, ['bob reviews']],
    [{ column: 'change', op: 'over', value: 99 }, ['Ána’s Deals']],
    [{ column: 'company', op: 'unknown' }, ['bob reviews', 'gone', 'Listed new']],
    [{ column: 'name', op: 'contains', text: 'REVIEW' }, ['bob reviews']],
  ])('filters: %j', (filter, expected) => {
    expect(namesOf(rowsOf(tableAt('partner'), [filter]))).toEqual(expected);
  });

  test('sorts by any column, the unknown last both ways', () => {
    const table = tableAt('partner');
    const sorted = (direction: 'ascending' | 'descending'): (number | null)[] =>
      Array.from(
        orderRows(table, { column: 'change', direction }),
        (row) => rowAt(table, row).change,
      );
    expect(
      sorted('ascending')
        .slice(1)
        .every((value) => value === null),
    ).toBe(true);
    expect(sorted('descending')[0]).toBe(1);
    const byRevenue = Array.from(
      orderRows(table, { column: 'revenue', direction: 'descending' }),
      (row) => rowAt(table, row).revenue,
    );
    expect(byRevenue).toEqual([10_000, 3_000, 1_000, 0, null]);
  });
});

describe('the accounts of one partner', () => {
  test('are those among everybody whose keys are its own', () => {
    const everybody = membersOf(base, figures);
    for (const id of ['ana', 'bob', 'cleo']) {
      const own = membersOf(base, figures, base.keysOf(id));
      expect(own).toEqual(everybody.filter(({ partner }) => partner === id));
    }
    expect(membersOf(base, figures, base.keysOf('ana'))).toHaveLength(3);
  });

  test('of a publisher without a partner are those of its key', () => {
    const own = membersOf(base, figures, ['awin:none:new']);
    expect(own.map(({ networkId, partner }) => [networkId, partner])).toEqual([['new', null]]);
  });
});
