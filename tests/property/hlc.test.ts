import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allowedDrift,
  formatStamp,
  mergeStamps,
  nextStamp,
  parseStamp,
} from '../../shared/kernel/hlc';

const device = fc.stringMatching(/^[0-9a-f]{16}$/);
const parts = fc.record({
  milliseconds: fc.integer({ min: 0, max: 2 ** 48 - 2 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
  device,
});

describe('the hybrid logical clock', () => {
  test('a stamp reads back as it was written, and their texts have the order of their parts', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(parseStamp(formatStamp(one))).toEqual(one);
        const order =
          one.milliseconds - other.milliseconds ||
          one.counter - other.counter ||
          (one.device < other.device ? -1 : one.device > other.device ? 1 : 0);
        const [left, right] = [formatStamp(one), formatStamp(other)];
        expect(left < right ? -1 : left > right ? 1 : 0).toBe(Math.sign(order));
      }),
    );
  });

  test('the next stamp is always later, whatever the wall clock does, also when the counter is full', () => {
    const counters = fc.oneof(fc.constant(0xffff), fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(
        parts,
        counters,
        fc.integer({ min: 0, max: 2 ** 48 - 1 }),
        device,
        (last, counter, now, mine) => {
          const before = formatStamp({ ...last, counter });
          const next = nextStamp(before, now, mine);
          expect(next > before).toBe(true);
          expect(parseStamp(next).milliseconds).toBeGreaterThanOrEqual(Math.min(now, 2 ** 48 - 1));
          expect(parseStamp(next).device).toBe(mine);
        },
      ),
    );
  });

  test('what happens after a colleague’s change was seen is later than that change', () => {
    const near = fc.integer({ min: 10 ** 12, max: 2 * 10 ** 12 });
    fc.assert(
      fc.property(
        near,
        fc.integer({ min: -allowedDrift, max: allowedDrift }),
        device,
        device,
        (now, drift, mine, theirs) => {
          const remote = formatStamp({ milliseconds: now + drift, counter: 7, device: theirs });
          const own = nextStamp(null, now, mine);
          const merged = mergeStamps(own, remote, now);
          expect(mergeStamps(merged, remote, now)).toBe(merged);
          const next = nextStamp(merged, now, mine);
          expect(next > remote && next > own).toBe(true);
        },
      ),
    );
  });

  test('a colleague’s clock that is more than a day ahead is refused', () => {
    const now = 1_700_000_000_000;
    const remote = formatStamp({
      milliseconds: now + allowedDrift + 1,
      counter: 0,
      device: 'a'.repeat(16),
    });
    expect(() => mergeStamps(null, remote, now)).toThrow('set more than a day ahead');
  });

  test.each(['', 'x', '0'.repeat(34), '00000000000-0000-0000000000000000'])(
    '%j is no stamp',
    (text) => {
      expect(() => parseStamp(text)).toThrow(RangeError);
    },
  );
});
