import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleOwnership } from '../../../shared/domain/file-sources';

const days = 40;
const window = fc
  .tuple(fc.nat({ max: days }), fc.nat({ max: days }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const claims = fc
  .array(fc.record({ since: fc.nat({ max: 5 }), windows: fc.array(window, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.map((each, at) => ({ ...each, source: `s${at}` })));
const choices = fc
  .array(fc.tuple(window, fc.constantFrom('s0', 's1', 's2', 's9')), { maxLength: 3 })
  .map((list) => list.map(([each, source], at) => ({ ...each, source, decidedAt: at })));

test('every day that a source has counts once: by the newest choice, else by the earliest source', () => {
  fc.assert(
    fc.property(claims, choices, (some, chosen) => {
      const { owned, overlaps } = settleOwnership(some, chosen);
      for (let day = 0; day <= days; day += 1) {
        const isIn = ({ from, to }: { from: number; to: number }): boolean =>
          from <= day && to >= day;
        const having = some
          .filter(({ windows }) => windows.some(isIn))
          .sort((a, b) => a.since - b.since || (a.source < b.source ? -1 : 1))
          .map(({ source }) => source);
        const choice = [...chosen]
          .reverse()
          .find((each) => isIn(each) && having.includes(each.source));
        const expected = choice?.source ?? having[0];
        const owners = [...owned].filter(([, windows]) => windows.some(isIn));
        expect(owners.map(([source]) => source)).toEqual(expected === undefined ? [] : [expected]);
        const overlap = overlaps.filter(isIn);
        expect(overlap).toHaveLength(having.length > 1 ? 1 : 0);
        if (overlap[0]) {
          expect(overlap[0].counts).toBe(expected);
          expect(overlap[0].isDecided).toBe(choice !== undefined);
        }
      }
    }),
  );
});
