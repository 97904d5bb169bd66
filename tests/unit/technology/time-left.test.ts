import { describe, expect, test } from 'vitest';
import {
  durationInWords,
  firstSyncTime,
  syncTimeLeft,
} from '../../../renderer/features/technology/sync/time-left';
import { dayOf } from '../../../shared/kernel/days';

describe('the time that a sync still needs', () => {
  const connections = ['a', 'b'].map((id) => ({
    id,
    network: 'awin',
    address: null,
    callsPerMinute: 20,
  }));
  const step = (connection: string, done: number) => ({
    connection,
    program: '',
    done,
    total: 30,
    rows: 0,
    words: '',
  });

  test('is the calls of one token at its pace', () => {
    const left = syncTimeLeft([step('a', 10), step('b', 0)], connections, { at: 0, done: 10 }, 1);
    expect(left).toBe(2.5 * 60_000);
  });

  test('is more when it went slower so far', () => {
    const left = syncTimeLeft(
      [step('a', 10), step('b', 0)],
      connections,
      { at: 0, done: 0 },
      120_000,
    );
    expect(left).toBe((50 / 10) * 120_000);
  });

  test('of a first sync follows from what will be asked', () => {
    const since = dayOf(2026, 11, 1);
    // The roster, one report and one month of transactions; nothing was read before that could have changed.
    expect(firstSyncTime('awin', 2, 20, since, Date.UTC(2026, 10, 22))).toBe((6 / 20) * 60_000);
  });

  test('is told in words', () => {
    expect([20_000, 60_000, 11.2 * 60_000, 125 * 60_000].map(durationInWords)).toEqual([
      'less than a minute',
      'about 1 minute',
      'about 12 minutes',
      'about 2 hours',
    ]);
  });
});
