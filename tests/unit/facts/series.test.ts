import { describe, expect, it } from 'vitest';
import { compactNumbers, encodeWords } from '../../../renderer/data/facts/columns';
import type { BlockRecord } from '../../../renderer/data/facts/database';
import { rollupCodec } from '../../../renderer/data/facts/rollup';
import { linesOfDays } from '../../../renderer/data/facts/lines';
import { buildSeries } from '../../../renderer/data/facts/series';

function month(name: string, days: readonly number[], revenue: readonly number[]): BlockRecord {
  const numbers = (values: readonly number[]) => ({
    kind: 'numbers' as const,
    values: compactNumbers(values),
  });
  return {
    key: `source|transactions|${name}`,
    codec: rollupCodec,
    length: days.length,
    columns: {
      day: numbers(days),
      partnership: encodeWords(days.map((day) => `p${day}`)),
      currency: encodeWords(days.map(() => 'EUR')),
      count: numbers(days.map(() => 1)),
      revenue: numbers(revenue),
    },
  };
}

describe('the order lines of a source', () => {
  it('are ordered by day where the days of two months overlap', () => {
    const { orders, partnerships } = buildSeries(
      'source',
      [month('2026-01', [10, 11, 12], [1, 2, 3]), month('2026-02', [11, 13], [4, 5])],
      [],
    );
    expect([...orders.day]).toEqual([10, 11, 11, 12, 13]);
    expect([...orders.revenue]).toEqual([1, 2, 4, 3, 5]);
    expect([...orders.partnership].map((code) => partnerships[code])).toEqual([
      'p10',
      'p11',
      'p11',
      'p12',
      'p13',
    ]);
  });

  it('of some days are found by both ends', () => {
    const days = Int32Array.from([10, 11, 11, 12, 15]);
    expect(linesOfDays(days, 11, 12)).toEqual([1, 4]);
    expect(linesOfDays(days, 13, 14)).toEqual([4, 4]);
    expect(linesOfDays(days, 0, 99)).toEqual([0, 5]);
  });
});
