import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderRows } from '../../renderer/data/lists/order';
import { pickRows } from '../../renderer/data/lists/pick';
import {
  lettersIn,
  numberColumns,
  wordColumns,
  type NumberColumn,
  type PartnerTable,
  type WordColumn,
} from '../../renderer/data/lists/table';

interface Line {
  readonly name: string;
  readonly revenue: number;
  readonly type: string;
}

function tableOf(lines: readonly Line[]): PartnerTable {
  const { length } = lines;
  const numbers = Object.fromEntries(
    numberColumns.map((column) => [column, new Float64Array(length).fill(NaN)]),
  ) as Record<NumberColumn, Float64Array>;
  const words = Object.fromEntries(
    wordColumns.map((column) => [column, lines.map((): readonly string[] => [])]),
  ) as Record<WordColumn, (readonly string[])[]>;
  for (const [at, { revenue, type }] of lines.entries()) {
    numbers.revenue[at] = revenue;
    words.type[at] = type === '' ? [] : [type];
  }
  return {
    length,
    measures: [],
    measure: null,
    keys: lines.map((_, at) => String(at).padStart(4, '0')),
    partners: lines.map(() => null),
    name: lines.map(({ name }) => name),
    domain: lines.map(() => null),
    words,
    numbers,
    searched: lines.map(({ name }) => name),
    letters: Uint32Array.from(lines, ({ name }) => lettersIn(name)),
  };
}

const lines = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c') }),
    revenue: fc.oneof(
      fc.constant(NaN),
      fc.integer({ min: -3, max: 3 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    type: fc.constantFrom('', 'coupon', 'content', 'creator'),
  }),
  { maxLength: 40 },
);
const direction = fc.constantFrom('ascending' as const, 'descending' as const);

/** By name, then by key: the order of equals. */
function byName(given: readonly Line[]): number[] {
  return given
    .map((_, at) => at)
    .sort((left, right) => {
      const [one, other] = [given[left]?.name ?? '', given[right]?.name ?? ''];
      return one === other ? left - right : one < other ? -1 : 1;
    });
}

/** A stable sort by comparing, the unknown last. */
function compared(
  given: readonly Line[],
  valueOf: (line: Line) => string | number | null,
  sign: number,
): number[] {
  return byName(given).sort((left, right) => {
    const [a, b] = [given[left], given[right]].map((line) => line && valueOf(line));
    if (a === null || a === undefined || b === null || b === undefined) {
      return Number(a === null) - Number(b === null);
    }
    return a === b ? 0 : (a < b ? -1 : 1) * sign;
  });
}

test('rows are ordered as a stable comparison orders them, the unknown last', () => {
  fc.assert(
    fc.property(lines, direction, (given, way) => {
      const table = tableOf(given);
      const sign = way === 'ascending' ? 1 : -1;
      const order = (column: 'revenue' | 'type' | 'name'): number[] => [
        ...orderRows(table, { column, direction: way }),
      ];
      const known = ({ revenue }: Line): number | null => (Number.isNaN(revenue) ? null : revenue);
      expect(order('revenue')).toEqual(compared(given, known, sign));
      expect(order('type')).toEqual(compared(given, ({ type }) => type || null, sign));
      const names = byName(given);
      expect(order('name')).toEqual(sign === 1 ? names : [...names].reverse());
    }),
  );
});

test('a search that goes on from what was found before finds what a search of everything finds', () => {
  const text = fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', 'c', ' ') });
  fc.assert(
    fc.property(lines, text, text, (given, first, more) => {
      const table = tableOf(given);
      const order = orderRows(table, { column: 'name', direction: 'ascending' });
      const before = pickRows(table, order, first, []);
      expect([...pickRows(table, before, first + more, [])]).toEqual([
        ...pickRows(table, order, first + more, []),
      ]);
    }),
  );
});

test('a search finds exactly the lines whose text holds every one of its words', () => {
  const unit = fc.constantFrom('a', 'b', 'z', '1', 'ß', '世', '.');
  const text = fc.string({ maxLength: 6, unit });
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 30 }),
      fc.array(text, { maxLength: 3 }),
      (names, words) => {
        const table = tableOf(names.map((name) => ({ name, revenue: 0, type: '' })));
        const order = orderRows(table, { column: 'name', direction: 'ascending' });
        const found = pickRows(table, order, words.join(' '), []);
        expect([...found]).toEqual(
          [...order].filter((row) => words.every((word) => names[row]?.includes(word))),
        );
      },
    ),
  );
});
