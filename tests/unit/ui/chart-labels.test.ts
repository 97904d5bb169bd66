import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../renderer/ui/charts/place-labels';

describe('labels at the ends of lines', () => {
  it('stay where they are when there is room', () => {
    expect(placeLabels([20, 60], 15, { top: 0, bottom: 100 })).toEqual([20, 60]);
  });

  it('never cover each other and never leave the drawing', () => {
    const edges = { top: 0, bottom: 200 };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 7 }),
        (wanted) => {
          const placed = placeLabels(wanted, 15, edges);
          const sorted = [...placed].sort((a, b) => a - b);
          for (const [at, place] of sorted.entries()) {
            if (at > 0) expect(place - sorted[at - 1]!).toBeGreaterThanOrEqual(15);
          }
          expect(sorted[0]).toBeGreaterThanOrEqual(7.5);
          expect(sorted.at(-1)).toBeLessThanOrEqual(192.5);
        },
      ),
    );
  });
});
