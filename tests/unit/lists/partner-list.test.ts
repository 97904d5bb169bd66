import { describe, expect, test } from 'vitest';
import { buildPartnerTable } from '../../../renderer/data/lists/build-table';
import { membersOf } from '../../../renderer/data/lists/members';
import { orderRows } from '../../../renderer/data/lists/order';
import { rowAt, type PartnerTable } from '../../../renderer/data/lists/table';
import { answerQuery } from '../../../renderer/data/facts/query';
import { joinedInto } from '../../../renderer/data/joined-partners';
import type { PartnerFilter, PartnerRow } from '../../../shared/domain/partner-list';
import { directoryOf } from '../facts/support';
import {
  sources,
  figures,
  base,
  baseOf,
  inEuro,
  tableAt,
  rowsOf,
  namesOf,
  retail,
  b2b,
} from './partner-base';

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
