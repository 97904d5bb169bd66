import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchIndex, type SearchEntry } from '../../renderer/data/search/search-index';
import { SlipCounter } from '../../renderer/data/search/typos';
import { entry } from '../unit/ui/search-entries';

function slips(typed: string, word: string, most: number): { whole: number; beginning: number } {
  const counter = new SlipCounter(typed, most);
  counter.count(word);
  return { whole: counter.whole, beginning: counter.beginning };
}

/** The slips to every beginning of a word, the whole one last: optimal string alignment as its definition says it. */
function slipsToBeginnings(typed: string, word: string): number[] {
  const table = Array.from({ length: typed.length + 1 }, (_, row) =>
    Array.from({ length: word.length + 1 }, (__, at) => (row === 0 ? at : row)),
  );
  const cell = (row: number, at: number): number => table[row]?.[at] ?? Infinity;
  for (let row = 1; row <= typed.length; row += 1) {
    for (let at = 1; at <= word.length; at += 1) {
      const isSame = typed[row - 1] === word[at - 1];
      const isSwapped =
        row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1];
      const costs = [
        cell(row - 1, at - 1) + (isSame ? 0 : 1),
        cell(row - 1, at) + 1,
        cell(row, at - 1) + 1,
        ...(isSwapped ? [cell(row - 2, at - 2) + 1] : []),
      ];
      const line = table[row];
      if (line !== undefined) line[at] = Math.min(...costs);
    }
  }
  return table[typed.length] ?? [];
}

describe('slips', () => {
  const letters = fc.constantFrom(...'abcdé'.split(''));
  const word = (minLength: number, maxLength: number) =>
    fc.string({ unit: letters, minLength, maxLength });

  it('are those of optimal string alignment, to the whole word and to its beginning', () => {
    fc.assert(
      fc.property(word(1, 31), word(0, 33), fc.constantFrom(1, 2), (typed, other, most) => {
        const all = slipsToBeginnings(typed, other);
        const { whole, beginning } = slips(typed, other, most);
        const capped = (count: number): number => Math.min(count, most + 1);
        expect(capped(whole)).toBe(capped(all.at(-1) ?? 0));
        expect(capped(beginning)).toBe(capped(Math.min(...all)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are as many as there were made, at most', () => {
    fc.assert(
      fc.property(
        word(2, 9),
        fc.nat(8),
        fc.constantFrom('drop', 'swap', 'other'),
        (text, n, how) => {
          const at = n % text.length;
          const [before, here, next, after] = [
            text.slice(0, at),
            text.charAt(at),
            text.charAt(at + 1),
            text.slice(at + 2),
          ];
          const changed =
            how === 'drop'
              ? before + next + after
              : how === 'other'
                ? `${before}x${next}${after}`
                : before + next + here + after;
          const { whole, beginning } = slips(changed, text, 2);
          expect(whole).toBeLessThanOrEqual(1);
          expect(beginning).toBeLessThanOrEqual(whole);
        },
      ),
    );
  });
});

describe('the index', () => {
  const name = fc
    .array(
      fc.string({ unit: fc.constantFrom(...'aäbceo'.split('')), minLength: 1, maxLength: 9 }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((words) => words.join(' '));
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ id: fc.nat(40), name: fc.option(name, { nil: null }) }) },
    { weight: 1, arbitrary: fc.record({ typed: name }) },
  );

  it('finds the same whatever was typed before and however its records came to be', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), name, (steps, typed) => {
        const lived = new SearchIndex(['partner']);
        const names = new Map<string, string>();
        for (const each of steps) {
          if ('typed' in each) typeInto(lived, each.typed);
          else if (each.name === null) {
            lived.remove(String(each.id));
            names.delete(String(each.id));
          } else {
            lived.put(partner(String(each.id), each.name));
            names.set(String(each.id), each.name);
          }
        }
        const answers = typeInto(lived, typed);
        for (const [text, found] of answers) {
          const fresh = new SearchIndex(['partner']);
          for (const [id, called] of names) fresh.put(partner(id, called));
          expect(found, text).toEqual(foundBy(fresh, text));
        }
      }),
    );
  });

  it('finds the same after thousands of records were put in and many of them changed', () => {
    const [lived, fresh] = [new SearchIndex(['partner']), new SearchIndex(['partner'])];
    const called = (id: number): string => `name${String(id % 97)} ${String(id)}`;
    for (let id = 0; id < 3_000; id += 1) lived.put(partner(String(id), `old ${String(id)}`));
    expect(foundBy(lived, 'old').total).toBe(3_000);
    for (let id = 0; id < 3_000; id += 1) {
      if (id % 5 === 0) lived.remove(String(id));
      else {
        lived.put(partner(String(id), called(id)));
        fresh.put(partner(String(id), called(id)));
      }
      if (id % 700 === 0) typeInto(lived, 'name1');
    }
    expect(foundBy(lived, 'old').total).toBe(0);
    for (const text of ['name3', 'name33 2', 'nmae33', '299', 'a']) {
      expect(foundBy(lived, text), text).toEqual(foundBy(fresh, text));
    }
  });
});

function partner(id: string, called: string): SearchEntry {
  return entry('partner', id, called, { texts: [`about ${called}`] });
}

/** What is found at every letter. */
function typeInto(index: SearchIndex, text: string): [string, ReturnType<typeof foundBy>][] {
  return Array.from(text, (_, at) => text.slice(0, at + 1)).map((typed) => [
    typed,
    foundBy(index, typed),
  ]);
}

function foundBy(index: SearchIndex, text: string): { total: number; names: readonly string[] } {
  const { groups, total } = index.find(
    { words: [text], phrases: [], without: [], passes: null },
    10_000,
  );
  const names = groups.flatMap(({ records }) =>
    records.map(({ entry: { name }, isInName, isSimilar }) => `${name} ${isInName} ${isSimilar}`),
  );
  return { total, names };
}
