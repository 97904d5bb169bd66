import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthKey } from '../../shared/kernel/days';
import type { TrafficColumns } from '../../shared/sync/batch';
import { splitByMonth } from '../../shared/sync/traffic-months';
import { wordAt, WordColumnBuilder } from '../../shared/sync/words';

interface Row {
  readonly day: number;
  readonly partnership: string;
  readonly campaign: string;
  readonly clicks: number;
}

const cases = fc
  .record({
    from: fc.integer({ min: 20_000, max: 21_000 }),
    length: fc.integer({ min: 0, max: 400 }),
  })
  .chain(({ from, length }) =>
    fc.record({
      window: fc.constant({ from, to: from + length }),
      rows: fc.array(
        fc.record({
          day: fc.integer({ min: from, max: from + length }),
          partnership: fc.constantFrom('1', '22', '333'),
          campaign: fc.constantFrom('', 'spring', 'sale'),
          clicks: fc.oneof(fc.nat(), fc.constant(NaN)),
        }),
        { maxLength: 80 },
      ),
    }),
  );

function toColumns(rows: readonly Row[]): TrafficColumns {
  const partnership = new WordColumnBuilder(rows.length);
  const campaign = new WordColumnBuilder(rows.length);
  for (const row of rows) {
    partnership.push(row.partnership);
    campaign.push(row.campaign);
  }
  return {
    kind: 'traffic',
    length: rows.length,
    day: Int32Array.from(rows, ({ day }) => day),
    partnership: partnership.build(),
    campaign: campaign.build(),
    impressions: null,
    clicks: Float64Array.from(rows, ({ clicks }) => clicks),
  };
}

function toRows(columns: TrafficColumns): Row[] {
  return Array.from(columns.day, (day, row) => ({
    day,
    partnership: wordAt(columns.partnership, row),
    campaign: wordAt(columns.campaign, row),
    clicks: columns.clicks?.[row] ?? NaN,
  }));
}

test('months of a window tile it newest first, and hold each row once in its own month', () => {
  fc.assert(
    fc.property(cases, ({ window, rows }) => {
      const months = splitByMonth(toColumns(rows), window);
      let to = window.to;
      for (const { window: month, columns } of months) {
        expect(month.to).toBe(to);
        expect(monthKey(month.from)).toBe(monthKey(month.to));
        to = month.from - 1;
        const own = rows.filter(({ day }) => day >= month.from && day <= month.to);
        expect(toRows(columns)).toEqual(own);
        expect(new Set(columns.campaign.words).size).toBe(columns.campaign.words.length);
        expect(
          columns.campaign.words.every((word) => own.some(({ campaign }) => campaign === word)),
        ).toBe(true);
      }
      expect(to).toBe(window.from - 1);
    }),
  );
});
