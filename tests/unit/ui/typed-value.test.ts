import { describe, expect, it } from 'vitest';
import { TypedValue } from '../../../renderer/features/clients/typed-value';

/** A store that answers when the test says so. */
function slowStore() {
  const writes: { readonly value: string; readonly done: (at: number) => Promise<void> }[] = [];
  const store = (value: string): Promise<number> =>
    new Promise((resolve) => {
      const done = async (at: number): Promise<void> => {
        resolve(at);
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      };
      writes.push({ value, done });
    });
  return { writes, store };
}

describe('a value that is typed while the store is slow', () => {
  it('is stored with everything typed until the write before is done', async () => {
    const { writes, store } = slowStore();
    const typed = new TypedValue({ value: '', at: 1 });
    for (const value of ['a', 'ab', 'abc']) void typed.type(value, store);
    expect(writes.map(({ value }) => value)).toEqual(['a']);
    await writes[0]!.done(2);
    expect(writes.map(({ value }) => value)).toEqual(['a', 'abc']);
    await writes[1]!.done(3);
    expect(writes).toHaveLength(2);
    expect(typed.read()).toBe('abc');
  });

  it('keeps the last keys when an answer from before them arrives after them', async () => {
    const { writes, store } = slowStore();
    const typed = new TypedValue({ value: '', at: 1 });
    void typed.type('so', store);
    await writes[0]!.done(2);
    void typed.type('so far', store);
    await writes[1]!.done(3);
    // Both writes are done; the answers to questions that were asked before them come only now.
    typed.hear({ value: '', at: 1 });
    typed.hear({ value: 'so', at: 2 });
    typed.hear({ value: 'so far', at: 3 });
    expect(typed.read()).toBe('so far');
    void typed.type('so far.', store);
    expect(writes[2]!.value).toBe('so far.');
  });

  it('is what somebody else made of it afterwards, such as an undo, but not while it is typed', async () => {
    const { writes, store } = slowStore();
    const typed = new TypedValue({ value: 'one', at: 1 });
    void typed.type('two', store);
    const shown: string[] = [];
    typed.subscribe(() => shown.push(typed.read()));
    typed.hear({ value: 'other', at: 2 });
    await writes[0]!.done(3);
    typed.hear({ value: 'one', at: 4 });
    expect(shown).toEqual(['one']);
    expect(typed.read()).toBe('one');
  });

  it('that could not be stored stays, is not replaced, and goes with the next key', async () => {
    const { writes, store } = slowStore();
    const typed = new TypedValue({ value: '', at: 1 });
    const refused = typed.type('a', () => Promise.reject(new Error('no room')));
    await expect(refused).rejects.toThrow('no room');
    typed.hear({ value: '', at: 5 });
    void typed.type('ab', store);
    await writes[0]!.done(6);
    expect(writes.map(({ value }) => value)).toEqual(['ab']);
    expect(typed.read()).toBe('ab');
  });
});
