import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameLines, rollUpTransactions } from '../../renderer/data/facts/rollup';
import type { Table } from '../../renderer/data/facts/columns';
import { answerQuery } from '../../renderer/data/facts/query';
import type { Query, QueryRow } from '../../shared/domain/query';
import { customerTypes, rowTypes, statuses } from '../../shared/domain/vocabulary';
import { formatDay, utcDay } from '../../shared/kernel/days';
import { zoneDays } from '../../shared/kernel/zones';
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
import { recount } from './support/recount-rows';

const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata'];
const currencies = ['EUR', 'USD'];
const start = Date.UTC(2026, 4, 20);
const days = 80;

const rowArbitrary: fc.Arbitrary<TestRow> = fc
  .record({
    id: fc.integer({ min: 0, max: 60 }).map((id) => `row-${id}`),
    instant: fc.integer({ min: start, max: start + days * 86_400_000 }),
    type: fc.constantFrom(...rowTypes),
    status: fc.constantFrom(...statuses),
    partnership: fc.constantFrom('p1', 'p2', 'p3'),
    sale: fc.integer({ min: -500, max: 90_000 }),
    currency: fc.constantFrom(...currencies),
    commission: fc.integer({ min: 0, max: 9_000 }),
    commissionCurrency: fc.constantFrom(...currencies),
    fee: fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 900 })),
    customerType: fc.constantFrom(...customerTypes),
    customer: fc.constantFrom('', 'anna', 'ben', 'cleo'),
    belongsTo: fc.integer({ min: 0, max: 80 }).map((id) => (id > 60 ? '' : `row-${id}`)),
  })
  .map((row) => ({ ...plainRow, ...row, feeCurrency: Number.isNaN(row.fee) ? '' : row.currency }));

const rowsArbitrary = fc.array(rowArbitrary, { maxLength: 80 });

/** The rows as a network would list them: one per id, the last one said. */
function lastById(rows: readonly TestRow[]): TestRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function rollUp(blocks: Iterable<Table>, zone: string): Table {
  return rollUpTransactions([...blocks], {
    dayOf: zoneDays(zone),
    since: 0,
    customerCreatedAt: () => null,
  });
}

const word = (row: QueryRow, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : '';
};

const amount = (row: QueryRow, metric: string): number => {
  const value = row[metric];
  return typeof value === 'object' && value !== null ? value.amountMinor : Number(value ?? 0);
};

describe('blocks and rollups', () => {
  it('end the same however the rows are cut into pages, repeated or re-ordered', () => {
    fc.assert(
      fc.property(
        rowsArbitrary,
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(...zones),
        (all, size, zone) => {
          const rows = lastById(all);
          const pages: TestRow[][] = [];
          for (let at = 0; at < rows.length; at += size) {
            pages.push(rows.slice(Math.max(0, at - 2), at + size));
          }
          const whole = mergeAll([rows]);
          const paged = mergeAll([...pages, ...pages.reverse().map((page) => [...page].reverse())]);
          expect([...paged.keys()].sort()).toEqual([...whole.keys()].sort());
          expect(sameLines(rollUp(paged.values(), zone), rollUp(whole.values(), zone))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('an answer', () => {
  const everything = segment(0, 1_000_000);

  it('equals a recount of the rows, by day, partner and currency, in the program’s zone', () => {
    const askedArbitrary = fc.constantFrom(
      ['pending', 'approved'] as const,
      ['declined'] as const,
      [...statuses] as const,
    );
    fc.assert(
      fc.property(rowsArbitrary, fc.constantFrom(...zones), askedArbitrary, (all, zone, asked) => {
        const rows = lastById(all);
        const entry = { ...program, timeZone: zone, model: 'b2b' as const };
        const series = seriesOf({ program: entry, rows, answers: { transactions: [everything] } });
        const query: Query = {
          metrics: [
            'orders',
            'leads',
            'revenue',
            'commission',
            'newCustomers',
            'renewals',
            'newCustomerRevenue',
            'renewalRevenue',
          ],
          by: ['day', 'partner'],
          from: '2026-01-01',
          to: '2026-12-31',
          statuses: [...asked],
        };
        const answer = answerQuery(query, directoryOf([entry]), new Map([[entry.source, series]]));
        const expected = recount(rows, zone, asked);
        const found = new Map(
          answer.rows.map((row) => {
            const { revenue } = row;
            const currency =
              typeof revenue === 'object' && revenue !== null ? revenue.currency : '';
            return [[word(row, 'day'), word(row, 'partner'), currency].join(' '), row];
          }),
        );
        expect(found.size).toBe(answer.rows.length);
        for (const [key, sums] of expected) {
          const row = found.get(key);
          for (const [metric, value] of Object.entries(sums)) {
            expect(row === undefined ? 0 : amount(row, metric), `${key} ${metric}`).toBe(value);
          }
        }
        for (const key of found.keys()) expect(expected.has(key), key).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('adds up: a question without dimensions is the sum of the same question by week, partner or program', () => {
    const trafficArbitrary = fc.array(
      fc.record({
        day: fc.integer({ min: utcDay(start), max: utcDay(start) + days }),
        partnership: fc.constantFrom('p1', 'p2', 'p4'),
        campaign: fc.constantFrom('', 'a', 'b'),
        clicks: fc.integer({ min: 0, max: 50 }),
      }) satisfies fc.Arbitrary<TestTraffic>,
      { maxLength: 60 },
    );
    const by = fc.subarray(['week', 'partner', 'program', 'month'] as const, { minLength: 1 });
    const daysArbitrary = fc.tuple(
      fc.integer({ min: 0, max: days }),
      fc.integer({ min: 0, max: days }),
    );
    fc.assert(
      fc.property(
        rowsArbitrary,
        trafficArbitrary,
        by,
        daysArbitrary,
        (all, traffic, dimensions, [a, b]) => {
          const source = {
            program,
            rows: lastById(all),
            traffic,
            answers: { transactions: [everything], traffic: [everything] },
          };
          const loaded = new Map([[program.source, seriesOf(source)]]);
          const from = utcDay(start) + Math.min(a, b);
          const to = utcDay(start) + Math.max(a, b);
          const ask = (names: Query['by']): readonly QueryRow[] =>
            answerQuery(
              {
                metrics: ['orders', 'clicks', 'leads'],
                by: names,
                from: formatDay(from),
                to: formatDay(to),
              },
              directoryOf([program]),
              loaded,
            ).rows;
          const total = (rows: readonly QueryRow[], metric: string): number =>
            rows.reduce((sum, row) => sum + amount(row, metric), 0);
          const whole = ask([]);
          const parts = ask(dimensions);
          for (const metric of ['orders', 'clicks', 'leads']) {
            expect(total(parts, metric), metric).toBe(total(whole, metric));
          }
          const clicks = traffic
            .filter(({ day }) => day >= from && day <= to)
            .reduce((sum, row) => sum + row.clicks, 0);
          expect(total(whole, 'clicks')).toBe(clicks);
          const keys = parts.map((row) => dimensions.map((name) => word(row, name)).join('\u0000'));
          expect(keys).toEqual([...keys].sort());
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
