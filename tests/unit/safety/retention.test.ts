import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outdated } from '../../../electron/safety/retention';

const day = 86_400_000;
const start = Date.UTC(2026, 9, 1, 12);

function snapshot(
  at: number,
  more: { app?: string; records?: number; generation?: number; seq?: number } = {},
) {
  return { name: `s${at}`, at, app: '1.0', records: 1_000, generation: 1, seq: at, ...more };
}

test('three recent, seven daily and four weekly snapshots stay, and the newest of each version', () => {
  const daily = Array.from({ length: 60 }, (_, index) =>
    snapshot(start + index * day, { app: index < 30 ? '1.0' : '1.1' }),
  );
  const today = [1, 2, 3, 4].map((hour) =>
    snapshot(start + 59 * day + hour * 3_600_000, { app: '1.1' }),
  );
  const all = [...daily, ...today];
  const gone = new Set(outdated(all));
  const kept = all.filter((each) => !gone.has(each));
  const daysBack = kept.map(({ at }) => Math.floor((start + 59 * day - at) / day));
  // 1 October 2026 is a Thursday, so the last day is a Sunday: the weeks ended 7, 14 and 21 days before.
  expect([...new Set(daysBack)]).toEqual([30, 21, 14, 7, 6, 5, 4, 3, 2, 1, -1]);
  expect(kept.filter(({ at }) => at > start + 59 * day)).toHaveLength(3);
});

test('an emptier store pushes out no copy of a fuller one, however often it is copied', () => {
  const full = Array.from({ length: 5 }, (_, index) => snapshot(start + index * day));
  const emptied = Array.from({ length: 60 }, (_, index) =>
    snapshot(start + (index + 10) * day, { records: 3 }),
  );
  expect(outdated([...full, ...emptied]).filter(({ records }) => records > 3)).toEqual([]);
});

test('after the clock was set back, what was taken last stays', () => {
  const today = Array.from({ length: 5 }, (_, at) => snapshot(start + at * 3_600_000, { seq: at }));
  const last = snapshot(start - 3_600_000, { seq: 10 });
  expect(outdated([...today, last])).not.toContain(last);
});

test('a store of an earlier generation pushes out no copy of a later one', () => {
  const later = [snapshot(start, { generation: 3 }), snapshot(start + day, { generation: 3 })];
  const earlier = Array.from({ length: 40 }, (_, index) =>
    snapshot(start + (index + 5) * day, { generation: 2 }),
  );
  expect(outdated([...later, ...earlier]).filter(({ generation }) => generation === 3)).toEqual([]);
});

test('whatever the history, the newest stays and what goes is never all there is', () => {
  const histories = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 400 * day }),
      app: fc.constantFrom('1.0', '1.1', '2.0'),
      records: fc.integer({ min: 0, max: 5_000 }),
      generation: fc.integer({ min: 1, max: 3 }),
      seq: fc.nat(),
    }),
    { minLength: 1, maxLength: 80 },
  );
  fc.assert(
    fc.property(histories, (given) => {
      const all = given.map((each, index) => ({ ...each, name: String(index) }));
      const gone = outdated(all);
      const latest = Math.max(...all.map(({ at }) => at));
      expect(gone.every(({ at }) => at < latest)).toBe(true);
      expect(all.length - gone.length).toBeGreaterThanOrEqual(Math.min(3, all.length));
    }),
  );
});
