import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKeptAnswers } from '../../../renderer/app/kept-answers';

function storage(initial: string | null = null) {
  let text = initial;
  return {
    getItem: () => text,
    setItem: (_place: string, value: string) => {
      text = value;
    },
  };
}

describe('answers kept for the next start', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('come back to the same build', async () => {
    const place = storage();
    openKeptAnswers(place, 'build').keep('query {}', { rows: [1] });
    await vi.runAllTimersAsync();
    expect(openKeptAnswers(place, 'build').read('query {}')).toEqual({ rows: [1] });
  });

  it('are nothing to another build, whose answers may look otherwise', async () => {
    const place = storage();
    openKeptAnswers(place, 'build').keep('query {}', { rows: [1] });
    await vi.runAllTimersAsync();
    expect(openKeptAnswers(place, 'another').read('query {}')).toBeUndefined();
  });

  it('that nobody kept again are gone', async () => {
    const place = storage();
    openKeptAnswers(place, 'build').keep('old', 1);
    await vi.runAllTimersAsync();
    openKeptAnswers(place, 'build').keep('new', 2);
    await vi.runAllTimersAsync();
    const third = openKeptAnswers(place, 'build');
    expect(third.read('old')).toBeUndefined();
    expect(third.read('new')).toBe(2);
  });

  it('are nothing when they are damaged or the storage is full', async () => {
    expect(openKeptAnswers(storage('{"build":"build"'), 'build').read('x')).toBeUndefined();
    expect(openKeptAnswers(storage('7'), 'build').read('x')).toBeUndefined();
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    openKeptAnswers(full, 'build').keep('x', 1);
    await vi.runAllTimersAsync();
  });
});
