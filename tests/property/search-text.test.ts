import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysMeant,
  dayWords,
  operatorValue,
  readSearchText,
  searchOperators,
  withOperator,
  writeSearchPart,
} from '../../shared/domain/search-text';
import { formatDay, parseDay } from '../../shared/kernel/days';

const today = parseDay('2026-11-22') ?? 0;
const typed = fc.string({
  unit: fc.constantFrom(...'ab -":.0é'.split(''), 'client:', 'on:this ', 'x:', '-kind:'),
  maxLength: 30,
});

describe('what is typed into a search', () => {
  it('can always be read, every part in its place and none lost', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const parts = readSearchText(text);
        let at = 0;
        for (const { from, to } of parts) {
          expect(text.slice(at, from)).toMatch(/^[\s"-]*$/);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(text.slice(at)).toMatch(/^[\s"-]*$/);
      }),
    );
  });

  it('gives back the value that an operator was written with', () => {
    const value = fc
      .string({ unit: fc.constantFrom(...'aé 1-.'.split('')), minLength: 1, maxLength: 12 })
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.constantFrom(...searchOperators), value, typed, (operator, word, before) => {
        expect(readSearchText(writeSearchPart(operator, word))).toMatchObject([
          { operator, value: word, isNot: false },
        ]);
        expect(operatorValue(withOperator(before, operator, word), operator)).toBe(word);
        expect(operatorValue(withOperator(before, operator, null), operator)).toBeNull();
      }),
    );
  });

  it('means days by words that lie about today', () => {
    for (const word of dayWords) {
      const days = daysMeant(word, today);
      expect(days, word).not.toBeNull();
      if (days === null) continue;
      expect(days.from).toBeLessThanOrEqual(days.to);
      if (word.startsWith('this')) expect(days.from <= today && today <= days.to).toBe(true);
      if (word.startsWith('last')) expect(days.to).toBeLessThan(today);
      if (word.startsWith('next')) expect(days.from).toBeGreaterThan(today);
    }
    const said = (word: string): string | null => {
      const days = daysMeant(word, today);
      return days === null ? null : `${formatDay(days.from)} ${formatDay(days.to)}`;
    };
    expect(said('this week')).toBe('2026-11-16 2026-11-22');
    expect(said('last-month')).toBe('2026-10-01 2026-10-31');
    expect(said('this quarter')).toBe('2026-10-01 2026-12-31');
    expect(said('2026-Q1')).toBe('2026-01-01 2026-03-31');
    expect(said('2024-02')).toBe('2024-02-01 2024-02-29');
    expect(said('2025')).toBe('2025-01-01 2025-12-31');
    expect(said('2026-13')).toBeNull();
    expect(said('soon')).toBeNull();
  });
});
