import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../../shared/ipc/desk-records';
import type { RecordFilter, RecordQuestion } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import {
  choice,
  day,
  flag,
  integer,
  money,
  order,
  reference,
  set,
  text,
} from '../../../../shared/records/fields';
import { grouped, ordered } from '../../../../renderer/data/lists/records/order';
import { inScope, passes } from '../../../../renderer/data/lists/records/pick';
import { sumsOf } from '../../../../renderer/data/lists/records/sums';
import { RecordTable } from '../../../../renderer/data/lists/records/table';

const placement: KindDefinition = {
  kind: 'placement-of-test',
  label: 'Placement',
  plural: 'Placements',
  owner: 'person',
  area: 'campaigns',
  serves: ['C1'],
  home: 'list',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    state: choice('State', ['offered', 'booked', 'judged']),
    client: reference('Client', 'client'),
    program: reference('Program', 'program'),
    stage: reference('Stage', 'pipeline-stage'),
    due: day('Due on'),
    paid: flag('Paid'),
    tags: set('Tags'),
    fee: money('Fee', { summed: true }),
    revenue: money('Revenue', { summed: true }),
    clicks: integer('Clicks', { from: 0, to: 2 ** 40 }, { summed: true }),
    place: order(),
  },
  columns: ['name', 'state', 'fee'],
  sort: { field: 'name', direction: 'ascending' },
  state: { field: 'state', closed: ['judged'] },
  ratios: {
    costShare: { label: 'Cost share', of: 'fee', per: 'revenue', unit: '%' },
    perClick: { label: 'Per click', of: 'fee', per: 'clicks' },
  },
};

const names: Readonly<Record<string, { name: string; order: string }>> = {
  c1: { name: 'Acme', order: '' },
  c2: { name: 'bolt', order: '' },
  s1: { name: 'Sourced', order: 'a0' },
  s2: { name: 'Active', order: 'a1' },
};

const eur = (amountMinor: number): FieldValue => ({ amountMinor, currency: 'EUR' });
const usd = (amountMinor: number): FieldValue => ({ amountMinor, currency: 'USD' });

function tableOf(
  records: Readonly<Record<string, Readonly<Record<string, FieldValue>>>>,
): RecordTable {
  return new RecordTable(
    placement,
    new Map(Object.entries(records)),
    (_, id) => names[id] ?? { name: '–', order: '' },
  );
}

function ids(table: RecordTable, places: readonly number[]): string[] {
  return places.map((at) => table.ids[at] ?? '');
}

const question: RecordQuestion = {
  kind: 'placement-of-test',
  scope: null,
  search: '',
  filters: [],
  sort: { column: 'name', direction: 'ascending' },
  group: null,
  folded: [],
  today: '2026-11-22',
};

const table = tableOf({
  a: {
    name: 'Newsletter',
    state: 'booked',
    client: 'c1',
    program: 'p1',
    fee: eur(50_000),
    revenue: eur(200_000),
    clicks: 1_000,
    due: '2026-11-20',
    stage: 's2',
    tags: ['spring', 'mail'],
  },
  b: {
    name: 'banner 10',
    state: 'judged',
    client: 'c2',
    fee: eur(10_000),
    due: '2026-11-29',
    stage: 's1',
    paid: true,
  },
  c: {
    name: 'Banner 9',
    fee: usd(30_000),
    revenue: usd(100_000),
    clicks: 500,
    program: 'p2',
    tags: ['spring'],
  },
});

function found(change: Partial<RecordQuestion>): string[] {
  const asked = { ...question, ...change };
  return ids(table, inScope(table, asked.scope).filter(passes(table, asked))).sort();
}

function filtered(filter: RecordFilter): string[] {
  return found({ filters: [filter] });
}

describe('a list of records', () => {
  it('searches names and what references and choices are called', () => {
    expect(found({ search: 'BANNER' })).toEqual(['b', 'c']);
    expect(found({ search: 'acme news' })).toEqual(['a']);
    expect(found({ search: 'judged' })).toEqual(['b']);
  });

  it('filters by words, numbers, days and what is unknown', () => {
    expect(filtered({ op: 'is', column: 'state', words: ['booked', 'judged'] })).toEqual([
      'a',
      'b',
    ]);
    expect(filtered({ op: 'is-not', column: 'state', words: ['judged'] })).toEqual(['a', 'c']);
    expect(filtered({ op: 'is', column: 'tags', words: ['mail'] })).toEqual(['a']);
    expect(filtered({ op: 'over', column: 'fee', value: 250 })).toEqual(['a', 'c']);
    expect(filtered({ op: 'over', column: 'costShare', value: 26 })).toEqual(['c']);
    expect(filtered({ op: 'unknown', column: 'client' })).toEqual(['c']);
    expect(filtered({ op: 'unknown', column: 'paid' })).toEqual(['a', 'c']);
    expect(filtered({ op: 'before', column: 'due', day: '2026-11-22' })).toEqual(['a']);
    expect(filtered({ op: 'contains', column: 'client', text: 'ACM' })).toEqual(['a']);
  });

  it('counts what is late among what is due within some days, and only the past among the last days', () => {
    expect(filtered({ op: 'within', column: 'due', days: 7 })).toEqual(['a', 'b']);
    expect(filtered({ op: 'within', column: 'due', days: 6 })).toEqual(['a']);
    expect(filtered({ op: 'past', column: 'due', days: 7 })).toEqual(['a']);
  });

  it('keeps to the scope: by program where there is one, else by client', () => {
    expect(found({ scope: { clients: ['c2'], programs: ['p2'] } })).toEqual(['b', 'c']);
    expect(found({ scope: { clients: ['c1'], programs: [] } })).toEqual([]);
  });

  it('sorts words as people read them, choices in their order, and what is unknown last', () => {
    const by = (column: string, direction: 'ascending' | 'descending'): string[] =>
      ids(table, [...ordered(table, { column, direction })]);
    expect(by('name', 'ascending')).toEqual(['c', 'b', 'a']);
    expect(by('state', 'descending')).toEqual(['b', 'a', 'c']);
    expect(by('state', 'ascending')).toEqual(['a', 'b', 'c']);
    expect(by('stage', 'ascending')).toEqual(['b', 'a', 'c']);
    expect(by('costShare', 'descending')).toEqual(['c', 'a', 'b']);
  });

  it('tells keys of an order apart that differ in case only', () => {
    const placed = tableOf({
      x: { name: 'x', place: 'a0v' },
      y: { name: 'y', place: 'a0Vz' },
      z: { name: 'z', place: 'a0V' },
    });
    const sorted = [...ordered(placed, { column: 'place', direction: 'ascending' })];
    expect(ids(placed, sorted)).toEqual(['z', 'y', 'x']);
  });

  it('groups in the order of the words, with a last group for what has none', () => {
    const groups = grouped(table, [0, 1, 2], 'state', ['offered', 'booked', 'judged']);
    expect(groups.map(({ label, places }) => [label, places.length])).toEqual([
      ['Offered', 0],
      ['Booked', 1],
      ['Judged', 1],
      ['No state', 1],
    ]);
    expect(grouped(table, [0, 1, 2], 'stage').map(({ label }) => label)).toEqual([
      'Sourced',
      'Active',
      'No stage',
    ]);
    expect(grouped(table, [0, 1, 2], 'paid').map(({ label, places }) => [label, places])).toEqual([
      ['No', [0, 2]],
      ['Yes', [1]],
    ]);
  });

  it('sums by currency and makes ratios from the sums of what knows both parts', () => {
    const sums = sumsOf(table, [0, 1, 2]);
    expect(sums['fee']).toEqual([
      { currency: 'EUR', value: 60_000 },
      { currency: 'USD', value: 30_000 },
    ]);
    expect(sums['clicks']).toEqual([{ currency: null, value: 1_500 }]);
    // The fee of b has no revenue beside it and stays out of the share.
    expect(sums['costShare']).toEqual([
      { currency: 'EUR', value: 0.25 },
      { currency: 'USD', value: 0.3 },
    ]);
    expect(sums['perClick']).toEqual([
      { currency: 'EUR', value: 0.5 },
      { currency: 'USD', value: 0.6 },
    ]);
  });

  it('gives groups whose sums make the whole', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            state: fc.constantFrom('offered', 'booked', 'judged', null),
            fee: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: null }),
            currency: fc.constantFrom('EUR', 'USD', 'JPY'),
          }),
          { maxLength: 40 },
        ),
        (rows) => {
          const chance = tableOf(
            Object.fromEntries(
              rows.map(({ state, fee, currency }, at) => [
                `r${at}`,
                {
                  name: `r${at}`,
                  state,
                  ...(fee === null ? {} : { fee: { amountMinor: fee, currency } }),
                },
              ]),
            ),
          );
          const all = rows.map((_, at) => at);
          const total = new Map<string | null, number>();
          for (const { places } of grouped(chance, all, 'state')) {
            for (const { currency, value } of sumsOf(chance, places)['fee'] ?? []) {
              total.set(currency, (total.get(currency) ?? 0) + value);
            }
          }
          const whole = new Map(
            (sumsOf(chance, all)['fee'] ?? []).map(({ currency, value }) => [currency, value]),
          );
          expect(total).toEqual(whole);
          const sorted = ordered(chance, { column: 'fee', direction: 'descending' });
          expect([...sorted].sort((one, other) => one - other)).toEqual(all);
        },
      ),
    );
  });
});
