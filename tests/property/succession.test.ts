import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgramEntry } from '../../renderer/data/directory';
import { countedSeries } from '../../renderer/data/facts/counted-series';
import { answerQuery } from '../../renderer/data/facts/query';
import { findRepeated } from '../../renderer/data/facts/repeated-orders';
import type { SourceSeries } from '../../renderer/data/facts/series';
import { successionsOf } from '../../renderer/data/succession';
import type { StoredRecord } from '../../renderer/data/core/stored';
import type { Query } from '../../shared/domain/query';
import { formatDay, millisecondsPerDay, parseDay } from '../../shared/kernel/days';
import {
  directoryOf,
  mergeAll,
  plainRow,
  program,
  segment,
  seriesOf,
  type TestRow,
  type TestTraffic,
} from '../unit/facts/support';

/*
 * Law: where a program follows another one, every day is counted from one of the two, and an order number that both have
 * once: as a naive count over the rows says.
 */

const first = parseDay('2026-09-01') ?? 0;
const lastDay = parseDay('2026-10-31') ?? 0;
const context = {
  dayOf: (instant: number) => Math.floor(instant / millisecondsPerDay),
  since: 0,
  customerCreatedAt: () => null,
};

const row: fc.Arbitrary<Partial<TestRow>> = fc.record({
  instant: fc.integer({ min: first, max: lastDay }).map((day) => day * millisecondsPerDay + 5),
  status: fc.constantFrom('pending', 'approved', 'declined', 'deleted'),
  type: fc.constantFrom('sale', 'bonus', 'lead'),
  partnership: fc.constantFrom('p1', 'p2'),
  currency: fc.constantFrom('EUR', 'GBP'),
  sale: fc.integer({ min: 1, max: 90_000 }),
  commission: fc.integer({ min: 0, max: 900 }),
  orderRef: fc.constantFrom('', '', 'A-1', 'A-2', 'A-3', 'A-4'),
});
const click: fc.Arbitrary<TestTraffic> = fc.record({
  day: fc.integer({ min: first, max: lastDay }),
  partnership: fc.constantFrom('p1', 'p2'),
  campaign: fc.constant(''),
  clicks: fc.integer({ min: 1, max: 50 }),
});
const rowsOf = (name: string) =>
  fc
    .array(row, { maxLength: 25 })
    .map((list) => list.map((part, at): TestRow => ({ ...plainRow, ...part, id: `${name}${at}` })));
const trafficOf = fc.uniqueArray(click, {
  maxLength: 15,
  selector: ({ day, partnership }) => `${day} ${partnership}`,
});

function stored(id: string, values: Readonly<Record<string, string>>): StoredRecord {
  const own = { name: id, client: 'c', model: 'retail', ...values };
  return { id, kind: 'program', values: own, clocks: {}, links: [], updated: 0, deleted: 0 };
}

interface World {
  readonly programs: readonly ProgramEntry[];
  readonly series: ReadonlyMap<string, SourceSeries>;
  readonly repeated: ReturnType<typeof findRepeated>;
}

function build(
  from: number,
  old: { readonly rows: readonly TestRow[]; readonly traffic: readonly TestTraffic[] },
  next: { readonly rows: readonly TestRow[]; readonly traffic: readonly TestTraffic[] },
): World {
  const found = successionsOf([
    stored('old', {}),
    stored('next', { follows: 'old', followsFrom: formatDay(from) }),
  ]);
  const entryOf = (id: string): ProgramEntry => {
    const succession = found.get(id);
    if (succession === undefined) throw new Error('There is no succession.');
    const named = { source: `of ${id}`, account: id, programId: id, program: id };
    return { ...program, ...named, succession: { ...succession, entries: [] } };
  };
  const [before, after] = [entryOf('old'), entryOf('next')];
  const answers = { transactions: [segment(first, lastDay)], traffic: [segment(first, lastDay)] };
  const blocks = (list: readonly TestRow[], entry: ProgramEntry) => ({
    blocks: [...mergeAll([list]).values()],
    timeZone: 'UTC',
    counted: entry.succession?.counted ?? { from: -Infinity, to: Infinity },
  });
  const repeated = findRepeated(blocks(next.rows, after), [blocks(old.rows, before)], context);
  const series = new Map([
    [before.source, countedSeries(before, seriesOf({ program: before, ...old, answers }), null)],
    [after.source, countedSeries(after, seriesOf({ program: after, ...next, answers }), repeated)],
  ]);
  return { programs: [before, after], series, repeated };
}

const isTracked = ({ status }: TestRow): boolean => status === 'pending' || status === 'approved';

/** The rows that count, one by one. */
function naive(from: number, old: readonly TestRow[], next: readonly TestRow[]): TestRow[] {
  const dayOf = ({ instant }: TestRow): number => Math.floor(instant / millisecondsPerDay);
  const counted = old.filter((each) => isTracked(each) && dayOf(each) < from);
  const numbers = new Set(
    counted.flatMap(({ type, orderRef = '' }) =>
      type === 'bonus' || orderRef === '' ? [] : [orderRef],
    ),
  );
  return [
    ...counted,
    ...next.filter(
      (each) =>
        isTracked(each) &&
        dayOf(each) >= from &&
        !(each.type !== 'bonus' && numbers.has(each.orderRef ?? '')),
    ),
  ];
}

function sums(list: readonly TestRow[], keyOf: (each: TestRow) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const each of list) {
    const known = found.get(keyOf(each)) ?? [0, 0];
    found.set(keyOf(each), [
      (known[0] ?? 0) + (each.type === 'sale' ? 1 : 0),
      (known[1] ?? 0) + each.sale,
    ]);
  }
  return found;
}

const query: Query = {
  metrics: ['orders', 'revenue'],
  by: ['day', 'partner'],
  from: formatDay(first),
  to: formatDay(lastDay),
  programs: ['next'],
  described: true,
};

describe('a program that follows another one', () => {
  test('counts every day from one of the two and every order once, as a naive count says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: first + 1, max: lastDay }),
        rowsOf('o'),
        rowsOf('n'),
        trafficOf,
        trafficOf,
        (from, old, next, oldClicks, nextClicks) => {
          const world = build(
            from,
            { rows: old, traffic: oldClicks },
            { rows: next, traffic: nextClicks },
          );
          const directory = directoryOf(world.programs, {
            p1: { partner: 'one', type: 'content' },
            p2: { partner: 'two', type: 'coupon' },
          });
          const { rows } = answerQuery(query, directory, world.series);
          const expected = sums(naive(from, old, next), ({ instant, partnership, currency }) =>
            [
              formatDay(Math.floor(instant / millisecondsPerDay)),
              partnership === 'p1' ? 'one' : 'two',
              currency,
            ].join(' '),
          );
          const given = new Map(
            rows.map((each) => {
              const revenue = each['revenue'] as { amountMinor: number } | null;
              return [
                [each['day'], each['partner'], each['currency']]
                  .map((word) => (typeof word === 'string' ? word : ''))
                  .join(' '),
                [each['orders'], revenue?.amountMinor ?? 0],
              ];
            }),
          );
          for (const [key, values] of expected) expect(given.get(key), key).toEqual(values);
          const total = [...given.values()].reduce((sum, [, amount]) => sum + Number(amount), 0);
          const all = [...expected.values()].reduce((sum, [, amount]) => sum + (amount ?? 0), 0);
          expect(total).toBe(all);
          const clicks = answerQuery(
            { ...query, metrics: ['clicks'], by: [] },
            directory,
            world.series,
          );
          const naiveClicks = [
            ...oldClicks.filter(({ day }) => day < from),
            ...nextClicks.filter(({ day }) => day >= from),
          ].reduce((sum, each) => sum + each.clicks, 0);
          expect(Number(clicks.rows[0]?.['clicks'] ?? 0)).toBe(naiveClicks);
          const dropped = [...old, ...next].filter(
            (each) => isTracked(each) && each.type === 'sale',
          );
          const { same, early, late } = world.repeated;
          const counted = naive(from, old, next).filter(({ type }) => type === 'sale');
          expect(same + early + late).toBe(dropped.length - counted.length);
        },
      ),
      { numRuns: 250 },
    );
  });

  test('stands under the name of the last, and its coverage says whom it follows', () => {
    const from = first + 30;
    const nothing = {
      rows: [{ ...plainRow, instant: (first + 2) * millisecondsPerDay }],
      traffic: [],
    };
    const { programs, series } = build(from, nothing, { rows: [], traffic: [] });
    const asked: Query = { ...query, by: ['program'], metrics: ['revenue'] };
    const answer = answerQuery(asked, directoryOf(programs), series);
    expect(answer.rows.map(({ program: name, programId }) => [name, programId])).toEqual([
      ['next', 'next'],
    ]);
    expect(answer.coverage.map((line) => [line.program, line.state, line.causes])).toEqual([
      ['old', 'complete', undefined],
      ['next', 'complete', [{ code: 'follows', program: 'old', from: formatDay(from) }]],
    ]);
    // Whoever looks at the old one alone sees its own days under its own name.
    const alone = answerQuery({ ...asked, programs: ['old'] }, directoryOf(programs), series);
    expect(alone.rows.map(({ program: name }) => name)).toEqual(['old']);
    const later = answerQuery({ ...asked, from: formatDay(from) }, directoryOf(programs), series);
    expect(later.coverage.map((line) => line.program)).toEqual(['next']);
  });
});

describe('who follows whom', () => {
  const follow = (id: string, follows: string, followsFrom: string) =>
    stored(id, { follows, followsFrom });

  test('goes on over several, ends where the next begins, and a circle is none', () => {
    const found = successionsOf([
      stored('a', {}),
      follow('b', 'a', '2026-03-01'),
      follow('c', 'b', '2026-06-01'),
      follow('d', 'e', '2026-01-01'),
      follow('e', 'd', '2026-02-01'),
    ]);
    expect(found.get('a')?.countsAs.programId).toBe('c');
    expect(found.get('b')?.counted).toEqual({
      from: parseDay('2026-03-01'),
      to: (parseDay('2026-06-01') ?? 0) - 1,
    });
    expect(found.get('c')?.before.map(({ programId }) => programId)).toEqual(['b', 'a']);
    // The first of the circle's steps stands, the second would close it.
    expect(found.get('e')?.countsAs.programId).toBe('d');
    expect(found.get('d')?.before.map(({ programId }) => programId)).toEqual(['e']);
  });

  test('is of one client, one model and a day; of two the earlier', () => {
    const other = stored('x', { follows: 'a', followsFrom: '2026-01-01', client: 'another' });
    const b2b = stored('y', { follows: 'a', followsFrom: '2026-01-01', model: 'b2b' });
    const dayless = stored('z', { follows: 'a' });
    expect(successionsOf([stored('a', {}), other, b2b, dayless]).size).toBe(0);
    const two = successionsOf([
      stored('a', {}),
      follow('b', 'a', '2026-05-01'),
      follow('c', 'a', '2026-04-01'),
    ]);
    expect(two.get('a')?.followedBy?.programId).toBe('c');
    expect(two.has('b')).toBe(false);
  });
});
