import { describe, expect, it } from 'vitest';
import {
  fellByAQuarter,
  leftTopTen,
  reversalsDoubled,
  stoppedPartners,
  unusualDays,
} from '../../../shared/domain/anomalies';

/** Ten weeks: weekends bring a third, and each day differs a little from week to week. */
const calm = Array.from({ length: 70 }, (_, day) => ({
  day,
  value: (day % 7 > 4 ? 300 : 900) + (Math.floor(day / 7) % 3) * 10,
}));

describe('unusual days', () => {
  it('are none in calm weeks, weekends included', () => {
    expect(unusualDays(calm, 14)).toEqual([]);
  });

  it('are seen on a weekday that falls to the level of a weekend', () => {
    const fallen = calm.map((each) => (each.day === 65 ? { ...each, value: 300 } : each));
    const [found, ...others] = unusualDays(fallen, 14);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ day: 65, value: 300 });
    expect(found?.usual).toBeGreaterThan(890);
    expect(found?.distance).toBeLessThan(-3);
  });

  it('are not judged where days or weeks before are unknown', () => {
    const unknown = calm.map((each) => (each.day === 65 ? { ...each, value: null } : each));
    expect(unusualDays(unknown, 14)).toEqual([]);
    expect(
      unusualDays(
        calm.slice(-21).map((each) => ({ ...each, value: 1 })),
        7,
      ),
    ).toEqual([]);
  });
});

describe('partners', () => {
  const move = (partner: string, before: number, now: number) => ({
    partner,
    id: partner,
    before,
    now,
  });

  it('who stopped selling, the largest first', () => {
    const moves = [move('a', 10, 0), move('b', 90, 0), move('c', 50, 5), move('d', 0, 0)];
    expect(stoppedPartners(moves).map(({ partner }) => partner)).toEqual(['b', 'a']);
  });

  it('who left the ten largest while they still sell', () => {
    const others = Array.from({ length: 10 }, (_, at) =>
      move(`p${String(at)}`, 100 - at, 100 - at),
    );
    expect(leftTopTen([...others, move('fell', 500, 1)]).map(({ partner }) => partner)).toEqual([
      'fell',
    ]);
    expect(leftTopTen([...others, move('gone', 500, 0)])).toEqual([]);
  });
});

it('a fall of more than a quarter and doubled reversals are told, the unknown is not', () => {
  expect(fellByAQuarter(100, 74)).toBe(true);
  expect(fellByAQuarter(100, 75)).toBe(false);
  expect(fellByAQuarter(0, 1)).toBeNull();
  expect(fellByAQuarter(null, 1)).toBeNull();
  expect(reversalsDoubled(0.05, 0.11)).toBe(true);
  expect(reversalsDoubled(0.05, 0.1)).toBe(false);
});
