import { describe, expect, it } from 'vitest';
import { placeAmong } from '../../../shared/domain/record-list';

describe('the place of a record in a list', () => {
  it('has a number, neighbors and a line', () => {
    expect(placeAmong(['a', 'b', 'c'], 'b')).toEqual({
      number: 2,
      count: 3,
      previous: 'a',
      next: 'c',
      line: 1,
    });
    expect(placeAmong(['a', 'b', 'c'], 'a')).toMatchObject({ previous: null, next: 'b' });
    expect(placeAmong(['a', 'b', 'c'], 'c')).toMatchObject({ previous: 'b', next: null });
  });

  it('is none for what the list leaves out', () => {
    expect(placeAmong(['a'], 'x')).toEqual({
      number: null,
      count: 1,
      previous: null,
      next: null,
      line: null,
    });
  });

  it('counts a record once that stands in several groups, and knows a folded one', () => {
    const lines = [1, null, null];
    const place = placeAmong(['a', 'b', 'a'], 'a', (at) => lines[at] ?? null);
    expect(place).toMatchObject({ number: 1, count: 2, next: 'b', line: 1 });
    expect(placeAmong(['a', 'b', 'a'], 'b', (at) => lines[at] ?? null).line).toBeNull();
  });
});
