import type { PartnerBase } from '../../../renderer/data/lists/base';
import { buildPartnerTable } from '../../../renderer/data/lists/build-table';
import { orderRows } from '../../../renderer/data/lists/order';
import { pickRows } from '../../../renderer/data/lists/pick';
import { rowAt, type PartnerTable } from '../../../renderer/data/lists/table';
import { figuresOf } from '../../../renderer/data/facts/account-figures';
import { joinedInto } from '../../../renderer/data/joined-partners';
import type { PartnerFilter, PartnerLevel, PartnerRow } from '../../../shared/domain/partner-list';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { parseDay } from '../../../shared/kernel/days';
import { at, program, rows, segment, seriesOf, type TestSource } from '../facts/support';

const day = (text: string): number => parseDay(text) ?? 0;
const current = { from: day('2026-07-01'), to: day('2026-09-30') };
const previous = { from: day('2026-04-01'), to: day('2026-06-30') };
const wholeYear = [segment(day('2026-01-01'), day('2026-12-31'))];

export const retail: TestSource = {
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
export const b2b: TestSource = {
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
export const sources = [retail, b2b].map((source) => ({ source, series: seriesOf(source) }));
export const figures = sources.map(({ source, series }) =>
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

export function baseOf(joined: ReadonlyMap<string, string>): PartnerBase {
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

export const base = baseOf(new Map([['cleo', 'ana']]));
export const inEuro = { model: 'retail', currency: 'EUR' } as const;

export function tableAt(
  level: PartnerLevel,
  measure:
    | typeof inEuro
    | { model: 'b2b'; currency: 'EUR' }
    | { model: 'retail'; currency: 'GBP' } = inEuro,
): PartnerTable {
  return buildPartnerTable(base, figures, level, measure, true);
}

export function rowsOf(
  table: PartnerTable,
  filters: readonly PartnerFilter[] = [],
  search = '',
): PartnerRow[] {
  const order = orderRows(table, { column: 'name', direction: 'ascending' });
  return Array.from(pickRows(table, order, search, filters), (row) => rowAt(table, row));
}

export const namesOf = (found: readonly PartnerRow[]): string[] => found.map(({ name }) => name);
