import { describe, expect, it } from 'vitest';
import {
  addWindow,
  cutWindow,
  endWindow,
  newCursor,
  recordAnswer,
} from '../../../renderer/data/facts/cursor';
import { isMassDeletion } from '../../../renderer/data/facts/deletions';
import { segment } from './support';

describe('closed windows', () => {
  it('grow together when they touch', () => {
    expect(
      addWindow(
        [
          { from: 1, to: 5 },
          { from: 20, to: 30 },
        ],
        { from: 6, to: 10 },
      ),
    ).toEqual([
      { from: 1, to: 10 },
      { from: 20, to: 30 },
    ]);
    expect(
      addWindow(
        [
          { from: 1, to: 5 },
          { from: 8, to: 9 },
        ],
        { from: 4, to: 8 },
      ),
    ).toEqual([{ from: 1, to: 9 }]);
  });

  it('are cut where a window is open again', () => {
    expect(cutWindow([{ from: 1, to: 10 }], { from: 4, to: 6 })).toEqual([
      { from: 1, to: 3 },
      { from: 7, to: 10 },
    ]);
  });
});

describe('what is remembered of answers', () => {
  const end = { window: { from: 10, to: 20 }, received: 3, quarantined: 0, at: 7 };
  const refusal = { state: 'refused', reason: 'no right', notOffered: false } as const;

  it('a new answer replaces what was known of its days', () => {
    const found = recordAnswer([segment(1, 30, 'empty')], {
      ...end,
      answer: { state: 'answered' },
    });
    expect(found.map(({ from, to, state }) => [from, to, state])).toEqual([
      [1, 9, 'empty'],
      [10, 20, 'answered'],
      [21, 30, 'empty'],
    ]);
  });

  it('a refusal says nothing of days that were answered before', () => {
    const found = recordAnswer([segment(1, 15)], { ...end, answer: refusal });
    expect(found.map(({ from, to, state }) => [from, to, state])).toEqual([
      [1, 15, 'answered'],
      [16, 20, 'refused'],
    ]);
  });

  it('a window with unreadable rows stays open and says how many', () => {
    const cursor = { ...newCursor('k', 's', 'transactions'), closed: [{ from: 1, to: 40 }] };
    const next = endWindow(
      cursor,
      { ...end, quarantined: 2, answer: { state: 'answered' } },
      false,
    );
    expect(next.closed).toEqual([
      { from: 1, to: 9 },
      { from: 21, to: 40 },
    ]);
    expect(next.answers[0]?.quarantined).toBe(2);
  });

  it('a refusal closes nothing', () => {
    const next = endWindow(newCursor('k', 's', 'traffic'), { ...end, answer: refusal }, true);
    expect(next.closed).toEqual([]);
  });
});

describe('the fail-safe against mass deletion', () => {
  it.each([
    [0, 0, false],
    [5, 5, false],
    [6, 6, true],
    [20, 20, true],
    [5, 25, false],
    [6, 25, true],
    [500, 100_000, false],
    [501, 100_000, true],
  ])('%d absent of %d stored: held %s', (absent, stored, held) => {
    expect(isMassDeletion(absent, stored)).toBe(held);
  });
});
